package otklik.routing.attachment.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.contracts.incident.Attachment;

/** What may stand with a reply. Anything else is refused: a short list is easier to keep safe than a list of what is dangerous. */
public enum FileType {
    JPEG(Attachment.Kind.PHOTO, "image/jpeg", "фото JPEG", "jpg", "jpeg", "jpe"),
    PNG(Attachment.Kind.PHOTO, "image/png", "картинка PNG", "png"),
    MP4(Attachment.Kind.VIDEO, "video/mp4", "видео MP4", "mp4", "m4v"),
    QUICKTIME(Attachment.Kind.VIDEO, "video/quicktime", "видео MOV", "mov", "qt"),
    PDF(Attachment.Kind.DOCUMENT, "application/pdf", "документ PDF", "pdf"),
    DOCX(
            Attachment.Kind.DOCUMENT,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "документ Word",
            "docx"),
    XLSX(
            Attachment.Kind.DOCUMENT,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "таблица Excel",
            "xlsx");

    private final Attachment.Kind kind;
    private final String mediaType;
    private final String words;
    private final String ending;
    private final Set<String> endings;

    FileType(Attachment.Kind kind, String mediaType, String words, String... endings) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.words = words;
        this.ending = endings[0];
        this.endings = Set.of(endings);
    }

    public Attachment.Kind kind() {
        return kind;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Russian, for people. */
    public String words() {
        return words;
    }

    /** The usual one, without the dot. */
    public String ending() {
        return ending;
    }

    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** The type that a name claims by its ending; empty where it claims none that we know. */
    static Optional<FileType> claimed(String ending) {
        String lower = ending.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(lower))
                .findFirst();
    }

    /** For people: what may be attached. */
    public static String list() {
        return Arrays.stream(values()).map(FileType::words).collect(Collectors.joining(", "));
    }
}
