package otklik.routing.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import otklik.contracts.incident.Attachment;
import otklik.routing.AttachmentSettings;
import otklik.routing.attachment.core.FileName;
import otklik.routing.attachment.core.FileType;

/** Says what a file is by its content, refuses what is not wanted, and cleans the rest of metadata. Blocks. */
final class FileInspector {

    private static final MimeTypes MAGIC = MimeTypes.getDefaultMimeTypes();
    private static final String ZIP = "application/zip";
    private static final String OOXML = "application/x-tika-ooxml";
    private static final String OLE = "application/x-tika-msoffice";

    private final AttachmentSettings settings;
    private final PhotoCleaner photos;
    private final DocumentCleaner documents = new DocumentCleaner();

    FileInspector(AttachmentSettings settings) {
        this.settings = settings;
        this.photos = new PhotoCleaner(settings.pixels());
    }

    /** A file that may be kept; {@code size} and {@code sha256} are of what it is after cleaning. */
    record Fit(FileType type, String name, long size, String sha256) {}

    /**
     * @param file is rewritten where something has to be taken out of it
     * @throws otklik.web.Problem if it cannot stand with a reply
     */
    Fit inspect(Path file, @Nullable String sentName) throws IOException {
        FileName name = FileName.of(sentName);
        FileType type = type(file);
        name.claimOtherThan(type).ifPresent(claimed -> {
            throw UnfitFile.mismatch(name.ending(), type.words());
        });
        requireSize(file, type);
        clean(file, type);
        requireSize(file, type);
        return new Fit(type, name.as(type), Files.size(file), sha256(file));
    }

    private void clean(Path file, FileType type) throws IOException {
        switch (type.kind()) {
            case PHOTO -> photos.clean(file, type);
            case VIDEO -> VideoCleaner.clean(file);
            case DOCUMENT -> documents.clean(file, type);
        }
    }

    private void requireSize(Path file, FileType type) throws IOException {
        long most = settings.largest(type.kind()).toBytes();
        if (Files.size(file) > most) {
            throw UnfitFile.tooLarge(StringUtils.capitalize(type.words()), most);
        }
    }

    private static FileType type(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw UnfitFile.damaged("Файл пуст.");
        }
        String found = detected(file);
        String precise = switch (found) {
            case ZIP, OOXML -> office(file, found);
            case OLE -> oldOffice(file, found);
            case "video/quicktime", "video/mp4", "application/mp4", "video/x-m4v" -> film(file, found);
            default -> found;
        };
        return FileType.of(precise).orElseThrow(() -> UnfitFile.unknown(precise, FileType.list()));
    }

    private static String detected(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return MAGIC.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    /** Which of the two the brand says; they are the same boxes (ISO 14496-12, 4.3). */
    private static String film(Path file, String otherwise) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            return head.startsWith("ftyp", 4) && !head.endsWith("qt  ") ? FileType.MP4.mediaType() : alias(otherwise);
        }
    }

    private static String alias(String film) {
        return film.equals(FileType.MP4.mediaType()) ? film : FileType.QUICKTIME.mediaType();
    }

    /** Office documents are archives; what kind, their table of contents says. Nothing is unpacked. */
    private static String office(Path file, String otherwise) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
                throw UnfitFile.unsafe("В документе есть макросы. Сохраните его без них или в PDF.");
            }
            if (archive.getEntry("word/document.xml") != null) {
                return FileType.DOCX.mediaType();
            }
            return archive.getEntry("xl/workbook.xml") != null ? FileType.XLSX.mediaType() : otherwise;
        } catch (ZipException e) {
            throw UnfitFile.damaged("Документ не открывается.");
        }
    }

    /** With a password, also the new ones are wrapped in what the old ones were. */
    private static String oldOffice(Path file, String otherwise) {
        try (POIFSFileSystem wrapped = new POIFSFileSystem(file.toFile(), true)) {
            if (wrapped.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw UnfitFile.locked();
            }
            return otherwise;
        } catch (IOException e) {
            throw UnfitFile.damaged("Документ не открывается.");
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Attachment attachment(UUID id, Fit fit) {
        return new Attachment(id, fit.type().kind(), fit.name(), fit.type().mediaType(), fit.size(), fit.sha256());
    }
}
