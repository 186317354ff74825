package otklik.standalone.regulation;

import java.io.PrintWriter;
import otklik.contracts.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command writes, and whether as JSON. */
final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Ответить в JSON")
    private boolean json;

    boolean isJson() {
        return json;
    }

    PrintWriter text() {
        return spec.commandLine().getOut();
    }

    void json(Object value) {
        text().println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }
}
