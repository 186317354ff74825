package otklik.regulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts that lie beside the repository and not in it. A test that needs one is skipped where it is absent. */
public final class SharedData {

    private SharedData() {}

    public static JsonNode json(String path) {
        return new JsonMapper().readTree(file(path).toFile());
    }

    public static Path file(String path) {
        Optional<Path> file =
                root().map(root -> root.resolveSibling("shared").resolve(path)).filter(Files::exists);
        Assumptions.assumeTrue(file.isPresent(), "../shared/" + path + " is not here: nothing to compare with");
        return file.orElseThrow();
    }

    private static Optional<Path> root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve(".mvn"))) {
            at = at.getParent();
        }
        return Optional.ofNullable(at);
    }
}
