package otklik.simulators.vk.wire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.media.MediaFile;

/** VK's {@code wall_wallpost_attachment} and the answer of {@code docs.save}: one member named as the type. */
public record VkAttachment(
        String type, @Nullable Photo photo, @Nullable Doc doc) {

    /** VK's {@code photos_photo}. */
    public record Photo(int albumId, long date, boolean hasTags, int id, long ownerId, List<Size> sizes, String text) {

        private static final int WALL_ALBUM = -14;

        public static Photo of(MediaFile file) {
            return new Photo(
                    WALL_ALBUM,
                    file.at().getEpochSecond(),
                    false,
                    file.id(),
                    file.ownerId(),
                    List.of(new Size(file.height(), "w", file.width(), file.url())),
                    "");
        }
    }

    /** The one size that the simulator has: the photo itself. */
    public record Size(int height, String type, int width, String url) {}

    /** VK's {@code docs_doc}; {@code type} is VK's number: 1 text, 4 picture, 8 unknown. */
    public record Doc(int id, long ownerId, String title, long size, String ext, String url, long date, int type) {

        static Doc of(MediaFile file) {
            String ending =
                    file.title().substring(file.title().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return new Doc(
                    file.id(),
                    file.ownerId(),
                    file.title(),
                    file.size(),
                    ending,
                    file.url(),
                    file.at().getEpochSecond(),
                    kind(ending));
        }

        private static int kind(String ending) {
            return switch (ending) {
                case "pdf", "docx", "xlsx" -> 1;
                case "jpg", "png" -> 4;
                default -> 8;
            };
        }
    }

    public static VkAttachment of(MediaFile file) {
        return switch (file.kind()) {
            case PHOTO -> new VkAttachment("photo", Photo.of(file), null);
            case DOC -> new VkAttachment("doc", null, Doc.of(file));
        };
    }

    /** As a comment shows them; null without any. */
    static @Nullable List<VkAttachment> all(@Nullable List<MediaFile> files) {
        return files == null ? null : files.stream().map(VkAttachment::of).toList();
    }
}
