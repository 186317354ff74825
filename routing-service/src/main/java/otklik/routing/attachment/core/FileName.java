package otklik.routing.attachment.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The name of a file as people may see it: no folders, nothing invisible, an ending that fits the content. */
public record FileName(String bare, String ending) {

    private static final int LONGEST = 100;

    /** @param sent as whoever sent it named it: anything, null included */
    public static FileName of(@Nullable String sent) {
        String name = (sent == null ? "" : sent).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]", "");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        boolean hasEnding = dot >= 0 && last.substring(dot + 1).matches("[\\p{L}\\p{N}]{1,5}");
        String bare = hasEnding ? last.substring(0, dot) : last;
        return new FileName(clean(bare), hasEnding ? last.substring(dot + 1) : "");
    }

    private static String clean(String bare) {
        String plain = bare.replaceAll("[<>:\"|?*\\s]+", " ").strip();
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        return plain.substring(0, end).strip();
    }

    /** The type that the name claims, where that is not the one inside. */
    public Optional<FileType> claimOtherThan(FileType inside) {
        return FileType.claimed(ending).filter(claimed -> claimed != inside && !areBothIso(claimed, inside));
    }

    /** Telephones name a QuickTime film .mp4 and the other way round; both play everywhere. */
    private static boolean areBothIso(FileType one, FileType other) {
        return one.mediaType().startsWith("video/") && other.mediaType().startsWith("video/");
    }

    public String as(FileType type) {
        return (bare.isEmpty() ? "Файл" : bare) + "." + type.ending();
    }
}
