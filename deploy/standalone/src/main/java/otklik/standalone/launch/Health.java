package otklik.standalone.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Asks the parts how they are. */
public final class Health implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Ports ports;

    public Health(Ports ports) {
        this.ports = ports;
    }

    public boolean isUp(Part part) throws InterruptedException {
        String path = part.hasHealth() ? "/actuator/health" : "/";
        var request = HttpRequest.newBuilder(URI.create(ports.http(part.port()) + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return part.hasHealth() ? status == OK : status < 500;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until all are well; the sentence of the exception names those that are not. */
    void awaitAll() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Part> waiting = Arrays.asList(Part.values());
        while (true) {
            waiting = unwell(waiting);
            if (waiting.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchException("Не готовы: "
                        + String.join(", ", waiting.stream().map(Part::key).toList()) + ".");
            }
            Thread.sleep(PAUSE);
        }
    }

    private List<Part> unwell(List<Part> asked) throws InterruptedException {
        var unwell = new java.util.ArrayList<Part>();
        for (Part part : asked) {
            if (!isUp(part)) {
                unwell.add(part);
            }
        }
        return unwell;
    }

    @Override
    public void close() {
        http.close();
    }
}
