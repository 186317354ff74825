package otklik.regulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import otklik.regulation.time.ProductionCalendar;

/** The regulations of one installation, by id. */
public final class Regulations {

    private final Map<String, Regulation> byId = new LinkedHashMap<>();

    public Regulations(List<Regulation> regulations) {
        regulations.forEach(regulation -> byId.put(regulation.id(), regulation));
    }

    /** Those the project ships, read once. */
    public static Regulations shipped() {
        return Shipped.REGULATIONS;
    }

    public Optional<Regulation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws UnknownRegulationException naming those that are there */
    public Regulation get(String id) {
        return find(id).orElseThrow(() -> new UnknownRegulationException(id, ids()));
    }

    /** In alphabetical order. */
    public SortedSet<String> ids() {
        return new TreeSet<>(byId.keySet());
    }

    public List<Regulation> all() {
        return List.copyOf(byId.values());
    }

    private static final class Shipped {
        private static final Set<String> IDS =
                Set.of("altai-krai", "barnaul-leninsky", "khabarovsk-krai", "lipetsk-oblast", "vyatskie-polyany");
        static final Regulations REGULATIONS = read();

        private static Regulations read() {
            ProductionCalendar calendar = ProductionCalendar.russia();
            return new Regulations(new TreeSet<>(IDS)
                    .stream()
                            .map(id -> new Regulation(ProfileReader.resource("/regulations/" + id + ".yaml"), calendar))
                            .toList());
        }
    }
}
