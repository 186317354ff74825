package otklik.standalone.launch;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends everything that is logged in this process to files, so that the screen stays readable. */
public final class Logs {

    private Logs() {}

    /** Must come before the first logger is made. */
    public static void into(Path folder) {
        System.setProperty("otklik.logs", folder.toString());
        System.setProperty("logback.configurationFile", "otklik-standalone-logback.xml");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** The applications leave the one logging of this process alone: two that start at once would both rebuild it. */
    static void belongToTheProcess() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }
}
