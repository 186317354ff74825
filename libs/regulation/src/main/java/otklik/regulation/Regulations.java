package otklik.regulation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.ProductionCalendar;

/**
 * The regulations of one installation, by id and, where one was amended, by revision. An amended regulation binds what was detected from
 * its in-force date on; everything before stays with the revision that bound it.
 */
public final class Regulations {

    /** Names the folder of an installation's own profile files; unset where it has none. */
    public static final String FOLDER = "OTKLIK_REGULATIONS";

    private static @Nullable Regulations installed;

    /** The earliest revision first. */
    private final SortedMap<String, List<Regulation>> byId = new TreeMap<>();

    public Regulations(List<Regulation> regulations) {
        regulations.stream()
                .sorted(Comparator.comparing(regulation -> regulation.profile().inForceFrom()))
                .forEach(regulation -> byId.computeIfAbsent(regulation.id(), id -> new ArrayList<>())
                        .add(regulation));
    }

    /** Those the project ships, read once. */
    public static Regulations shipped() {
        return Shipped.REGULATIONS;
    }

    /**
     * Those the project ships and those of the installation's own folder, read once.
     *
     * @throws otklik.regulation.yaml.BadFileException where a file of the folder cannot be used
     */
    public static synchronized Regulations installed() {
        if (installed == null) {
            String folder = System.getenv(FOLDER);
            installed = folder == null || folder.isBlank() ? shipped() : with(Path.of(folder));
        }
        return installed;
    }

    /** Those the project ships and those of a folder. */
    public static Regulations with(Path folder) {
        return of(ProfileFiles.shipped().and(folder));
    }

    static Regulations of(ProfileFiles files) {
        ProductionCalendar calendar = ProductionCalendar.russia();
        return new Regulations(files.profiles().stream()
                .map(profile -> new Regulation(profile, calendar))
                .toList());
    }

    /** The latest revision. */
    public Optional<Regulation> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(List::getLast);
    }

    /** The revision that binds what was detected at this instant; before the first one's date that first one. */
    public Optional<Regulation> find(String id, Instant detectedAt) {
        return Optional.ofNullable(byId.get(id))
                .map(revisions -> revisions.stream()
                        .filter(revision -> revision.hasBegun(detectedAt))
                        .reduce(revisions.getFirst(), (earlier, later) -> later));
    }

    /** @throws UnknownRegulationException naming those that are there */
    public Regulation get(String id) {
        return find(id).orElseThrow(() -> new UnknownRegulationException(id, ids()));
    }

    /**
     * The revision that binds what was detected at this instant.
     *
     * @throws UnknownRegulationException naming those that are there
     */
    public Regulation get(String id, Instant detectedAt) {
        return find(id, detectedAt).orElseThrow(() -> new UnknownRegulationException(id, ids()));
    }

    /** Every revision, the earliest first; empty where there is no such regulation. */
    public List<Regulation> revisions(String id) {
        return List.copyOf(byId.getOrDefault(id, List.of()));
    }

    /** In alphabetical order. */
    public SortedSet<String> ids() {
        return new TreeSet<>(byId.keySet());
    }

    /** The latest revision of each. */
    public List<Regulation> all() {
        return byId.values().stream().map(List::getLast).toList();
    }

    private static final class Shipped {
        static final Regulations REGULATIONS = of(ProfileFiles.shipped());
    }
}
