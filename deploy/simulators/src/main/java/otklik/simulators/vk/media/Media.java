package otklik.simulators.vk.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import otklik.simulators.SimulatorsSettings;
import otklik.simulators.platform.Ids;
import otklik.simulators.platform.Journal;
import otklik.simulators.vk.media.MediaFile.Kind;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was uploaded. A ticket says what may be sent to an upload address; what came and was not saved is forgotten with the process, as VK
 * forgets it after a while; what was saved stays.
 */
@Component
public class Media implements AutoCloseable {

    private static final int FIRST_PHOTO = 456_239_017;
    private static final int FIRST_DOC = 6_001;

    private final Path folder;
    private final Journal<MediaFile> journal;
    private final InstantSource time;
    private final Ids ids;
    private final Map<String, MediaFile> saved = new LinkedHashMap<>();
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final Map<String, Upload> uploads = new HashMap<>();
    private volatile String address = "http://127.0.0.1";

    Media(SimulatorsSettings settings, JsonMapper json, InstantSource time, Ids ids) {
        this.folder = settings.data().resolve("media");
        this.time = time;
        this.ids = ids;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder.toAbsolutePath(), e);
        }
        this.journal = new Journal<>(settings.data(), "media", MediaFile.class, json);
        journal.read().forEach(file -> saved.put(file.name(), file));
    }

    /** What an upload address takes, and for whose wall. */
    public record Ticket(Kind kind, long ownerId) {}

    /** Bytes that came and wait to be saved. */
    private record Upload(Ticket ticket, Path bytes, String filename, String mediaType) {}

    @EventListener
    void started(WebServerInitializedEvent server) {
        address = "http://127.0.0.1:" + server.getWebServer().getPort();
    }

    /** An address to which one file of the kind may be sent. */
    public synchronized String open(Kind kind, long ownerId) {
        String ticket = ids.get();
        tickets.put(ticket, new Ticket(kind, ownerId));
        return address + "/vk/upload/" + ticket;
    }

    public synchronized Optional<Ticket> ticket(String ticket) {
        return Optional.ofNullable(tickets.get(ticket));
    }

    /** Where the bytes of an upload are to be put; they belong to it from then on. */
    public Path place() {
        return folder.resolve("upload-" + ids.get());
    }

    /** @return what names the upload when it is saved; empty for a photo that is no picture */
    public synchronized Optional<String> received(Ticket ticket, Path bytes, String filename, String mediaType) {
        if (ticket.kind() == Kind.PHOTO && picture(bytes) == null) {
            return Optional.empty();
        }
        String token = ids.get();
        uploads.put(token, new Upload(ticket, bytes, filename, mediaType));
        return Optional.of(token);
    }

    /** Saves an upload under a number of its own; an upload is saved once. */
    public synchronized Optional<MediaFile> save(Kind kind, String token, @Nullable String title) {
        Upload upload = uploads.get(token);
        if (upload == null || upload.ticket().kind() != kind) {
            return Optional.empty();
        }
        uploads.remove(token);
        MediaFile file = file(upload, title);
        try {
            Files.move(upload.bytes(), folder.resolve(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        journal.append(file);
        saved.put(file.name(), file);
        return Optional.of(file);
    }

    private MediaFile file(Upload upload, @Nullable String title) {
        Ticket ticket = upload.ticket();
        int id = (int) saved.values().stream()
                        .filter(file -> file.kind() == ticket.kind())
                        .count()
                + (ticket.kind() == Kind.PHOTO ? FIRST_PHOTO : FIRST_DOC);
        BufferedImage picture = ticket.kind() == Kind.PHOTO ? picture(upload.bytes()) : null;
        String name = ticket.kind().name().toLowerCase(Locale.ROOT) + ticket.ownerId() + "_" + id;
        try {
            return new MediaFile(
                    ticket.kind(),
                    ticket.ownerId(),
                    id,
                    title == null ? upload.filename() : title,
                    upload.mediaType(),
                    Files.size(upload.bytes()),
                    time.instant(),
                    address + "/vk/media/" + name,
                    picture == null ? 0 : picture.getWidth(),
                    picture == null ? 0 : picture.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable BufferedImage picture(Path bytes) {
        try {
            return ImageIO.read(bytes.toFile());
        } catch (IOException e) {
            return null;
        }
    }

    /** By the name that attachments use; a key behind it is not looked at. */
    public synchronized Optional<MediaFile> find(String name) {
        String[] parts = name.split("_");
        return Optional.ofNullable(parts.length < 2 ? null : saved.get(parts[0] + "_" + parts[1]));
    }

    public Path bytes(MediaFile file) {
        return folder.resolve(file.name());
    }

    /** Everything saved, oldest first. */
    public synchronized List<MediaFile> all() {
        return List.copyOf(saved.values());
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
