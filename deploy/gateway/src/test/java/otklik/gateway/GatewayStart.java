package otklik.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a gateway on a free port. One at a time: closing one takes the network threads of all in this JVM with it. */
final class GatewayStart {

    private GatewayStart() {}

    static ConfigurableApplicationContext run(Path console, String... more) {
        var arguments = Stream.concat(
                Stream.of(
                        "--server.port=0",
                        "--otklik.gateway.console=" + console,
                        "--otklik.gateway.body-limit=1MB",
                        "--otklik.gateway.attachment-limit=3MB",
                        "--spring.main.banner-mode=off"),
                Stream.of(more));
        return Gateway.application().run(arguments.toArray(String[]::new));
    }

    static URI originOf(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()));
    }

    static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
