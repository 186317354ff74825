package otklik.standalone.command;

import java.nio.file.Path;
import otklik.standalone.launch.StateFolder;
import picocli.CommandLine.Option;

/** Where the installation keeps its data; every command that deals with a running one has this option. */
public final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "ПАПКА",
            defaultValue = "${OTKLIK_STATE:-.otklik}",
            description = "Папка с данными и журналами (по умолчанию .otklik; переменная OTKLIK_STATE)")
    private Path folder = Path.of(".otklik");

    public StateFolder folder() {
        return new StateFolder(folder);
    }
}
