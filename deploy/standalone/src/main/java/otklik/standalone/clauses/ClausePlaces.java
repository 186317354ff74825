package otklik.standalone.clauses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import otklik.regulation.Regulations;

/**
 * Where a clause is carried out: the entries of its profile that carry its id, and the classes that name it. A class whose rule comes from
 * a clause links it in its Javadoc, see the house style; one that only gives an id as an example («such as») does not count.
 */
final class ClausePlaces {

    private static final Pattern ID = Pattern.compile("\\b(?:AK|VP|KA|KH|LB|LP)-\\d+(?:\\.\\d+)?\\b");
    private static final Pattern EXAMPLE = Pattern.compile("such as|e\\.g\\.|for «");

    private final Map<String, List<String>> profile = new TreeMap<>();
    private final Map<String, SortedSet<String>> classes = new TreeMap<>();

    private ClausePlaces() {}

    /** @param root folder of the project, whose sources are read */
    static ClausePlaces read(Path root) {
        ClausePlaces places = new ClausePlaces();
        Regulations.shipped()
                .all()
                .forEach(regulation -> ProfilePlaces.of(regulation.profile())
                        .forEach((clause, found) -> places.profile
                                .computeIfAbsent(clause, ignored -> new ArrayList<>())
                                .addAll(found)));
        try (Stream<Path> files = Files.find(root, 16, (file, attributes) -> isSource(root.relativize(file)))) {
            files.forEach(places::classOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    /** Empty where nothing of it is there. */
    String of(String clause) {
        List<String> told = new ArrayList<>();
        profile.getOrDefault(clause, List.of()).stream().distinct().forEach(told::add);
        classes.getOrDefault(clause, new TreeSet<>()).forEach(name -> told.add("`" + name + "`"));
        return String.join(", ", told);
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && path.contains("src/main/java/") && !path.startsWith("libs/testkit");
    }

    private void classOf(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        try {
            Files.readAllLines(file, UTF_8).stream()
                    .filter(line -> !EXAMPLE.matcher(line).find())
                    .flatMap(line -> ID.matcher(line).results())
                    .forEach(found -> classes.computeIfAbsent(found.group(), ignored -> new TreeSet<>())
                            .add(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
