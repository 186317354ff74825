package otklik.regulation.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Opens a YAML text as a map. */
public final class YamlFile {

    private YamlFile() {}

    /** @param file its name, for messages only */
    public static YamlMap map(String file, String text) {
        try {
            Node root = new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeString(text)
                    .orElseThrow(() -> new BadFileException(file, 1, "the file is empty", "write a map of keys"));
            return new YamlValue(file, "the file", root).map();
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new BadFileException(
                    file, line, "not YAML: " + broken.getProblem(), "mend the indentation or quotes");
        } catch (YamlEngineException broken) {
            throw new BadFileException(file, 1, "not YAML: " + broken.getMessage(), "mend the file");
        }
    }
}
