package otklik.publisher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import otklik.contracts.incident.Attachment;

/** What routing-service does for the publisher: gives out the bytes of files to whoever has a token. One per JVM. */
public final class RoutingFiles {

    private static final RoutingFiles SHARED = new RoutingFiles();

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private RoutingFiles() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/routing/v1/incidents/", this::answer);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url() {
        return "http://127.0.0.1:" + SHARED.server.getAddress().getPort();
    }

    /** Keeps the bytes and tells what an approved reply says of them. */
    public static Attachment keep(Attachment.Kind kind, String name, String mediaType, byte[] bytes) {
        UUID id = UUID.randomUUID();
        serve(id, bytes);
        return new Attachment(id, kind, name, mediaType, bytes.length, sha256(bytes));
    }

    /** From now on these are the bytes of that file. */
    public static void serve(UUID id, byte[] bytes) {
        SHARED.files.put(id.toString(), bytes);
    }

    /** How often the file was fetched. */
    public static long fetched(UUID id) {
        return SHARED.asked.stream().filter(id.toString()::equals).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String id = path[path.length - 2];
        asked.add(id);
        byte[] bytes = files.get(id);
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (bearer == null || !bearer.startsWith("Bearer ey")) {
            exchange.sendResponseHeaders(401, -1);
        } else if (bytes == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
