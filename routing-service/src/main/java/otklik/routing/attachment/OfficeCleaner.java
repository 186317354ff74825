package otklik.routing.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.RelationshipSource;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a Word or Excel document who made it, when and for whom, remarks, printers, paths on the author's disk and what photos in it
 * say of themselves. What nothing points at any more goes too.
 */
final class OfficeCleaner {

    /** What points at parts that are about the document and its people; the last word of the type, the same in both editions of the standard. */
    private static final Set<String> ASIDE = Set.of(
            "core-properties",
            "extended-properties",
            "custom-properties",
            "classificationlabels",
            "thumbnail",
            "customXml",
            "attachedTemplate",
            "comments",
            "commentsExtended",
            "commentsIds",
            "commentsExtensible",
            "people",
            "threadedComment",
            "person",
            "revisionHeaders",
            "usernames",
            "printerSettings");

    /** Whole documents, programs and ways to databases inside, of which nobody knows what else they carry. */
    private static final Set<String> INSIDE =
            Set.of("oleObject", "package", "control", "aFChunk", "vbaProject", "connections");

    private static final String SIGNATURE = "/digital-signature/origin";
    private static final String CHART = "/charts/";
    private static final Pattern FILE = Pattern.compile("(?i)(?:file:|[a-z]:|\\\\\\\\|%5C%5C).*");
    private static final Pattern FOLDERS = Pattern.compile("(?i).*(?:/|\\\\|%5C)");

    /** Of the whole archive, unpacked. */
    private static final long LARGEST_UNPACKED = 128L << 20;

    private static final int MOST_ENTRIES = 5000;

    /** The first day that an archive knows. */
    private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OfficeCleaner() {}

    /** @throws otklik.web.Problem if it is signed, has revisions or other files inside, or unpacks without end */
    static void clean(Path file, Path to) throws IOException {
        requireNoBomb(file);
        Path written = Files.createTempFile("otklik-office", ".tmp");
        try {
            rewrite(file, written);
            withoutDays(written, to);
        } catch (OpenXML4JException | XMLStreamException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Unpacks once without keeping anything. */
    private static void requireNoBomb(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            long unpacked = 0;
            byte[] piece = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> each = archive.entries(); each.hasMoreElements(); ) {
                try (InputStream in = archive.getInputStream(each.nextElement())) {
                    for (int read = in.read(piece); read >= 0 && unpacked <= LARGEST_UNPACKED; read = in.read(piece)) {
                        unpacked += read;
                    }
                }
            }
            if (unpacked > LARGEST_UNPACKED || archive.size() > MOST_ENTRIES) {
                throw UnfitFile.unpacksTooLarge();
            }
        }
    }

    private static void rewrite(Path file, Path to) throws IOException, OpenXML4JException, XMLStreamException {
        OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ_WRITE);
        try (OutputStream out = Files.newOutputStream(to)) {
            cleanRelationships(archive);
            for (PackagePart part : parts(archive)) {
                cleanRelationships(part);
            }
            removeUnreachable(archive);
            for (PackagePart part : parts(archive)) {
                cleanContent(part);
            }
            cleanProperties(archive.getPackageProperties());
            archive.save(out);
        } finally {
            archive.revert();
        }
    }

    private static List<PackagePart> parts(OPCPackage archive) throws OpenXML4JException {
        return archive.getParts().stream()
                .filter(part -> !part.isRelationshipPart())
                .toList();
    }

    private static void cleanRelationships(RelationshipSource source) throws OpenXML4JException {
        List<PackageRelationship> all = new ArrayList<>();
        source.getRelationships().forEach(all::add);
        for (PackageRelationship each : all) {
            String type = each.getRelationshipType();
            String last = type.substring(type.lastIndexOf('/') + 1);
            boolean ofChart = source instanceof PackagePart part
                    && part.getPartName().getName().contains(CHART);
            if (type.endsWith(SIGNATURE)) {
                throw UnfitFile.signed();
            }
            if (ASIDE.contains(last) || (last.equals("package") && ofChart)) {
                source.removeRelationship(each.getId());
            } else if (INSIDE.contains(last)) {
                throw UnfitFile.unsafe("В документе другой документ, программа или связь с базой. "
                        + "Замените их картинкой или значениями либо сохраните документ в PDF.");
            } else if (each.getTargetMode() == TargetMode.EXTERNAL) {
                withoutFolders(source, each);
            }
        }
    }

    /** A link to a file on somebody's disk keeps the name of the file and loses the folders, one of which is often a person's name. */
    private static void withoutFolders(RelationshipSource source, PackageRelationship link) {
        String target = link.getTargetURI().toString();
        if (FILE.matcher(target).matches()) {
            String name = FOLDERS.matcher(target).replaceFirst("");
            source.removeRelationship(link.getId());
            source.addExternalRelationship(name.isEmpty() ? "file" : name, link.getRelationshipType(), link.getId());
        }
    }

    private static void removeUnreachable(OPCPackage archive) throws OpenXML4JException {
        Set<String> reached = new HashSet<>();
        Deque<RelationshipSource> left = new ArrayDeque<>(List.of(archive));
        for (RelationshipSource next = left.poll(); next != null; next = left.poll()) {
            for (PackageRelationship each : next.getRelationships()) {
                PackagePart target = each.getTargetMode() == TargetMode.INTERNAL ? target(archive, each) : null;
                if (target != null && reached.add(target.getPartName().getName())) {
                    left.add(target);
                }
            }
        }
        for (PackagePart part : parts(archive)) {
            if (!reached.contains(part.getPartName().getName())) {
                archive.removePart(part);
            }
        }
    }

    private static @Nullable PackagePart target(OPCPackage archive, PackageRelationship to) throws OpenXML4JException {
        String path = to.getTargetURI().getPath();
        return path == null || path.isEmpty() || path.endsWith("/")
                ? null
                : archive.getPart(PackagingURIHelper.createPartName(
                        URI.create(to.getTargetURI().getRawPath())));
    }

    private static void cleanContent(PackagePart part) throws IOException, XMLStreamException {
        String type = part.getContentType();
        byte @Nullable [] cleaned;
        try (InputStream in = part.getInputStream()) {
            if (type.startsWith("image/")) {
                byte[] picture = in.readAllBytes();
                byte[] clean = EmbeddedPicture.clean(picture);
                cleaned = clean.length == picture.length ? null : clean;
            } else {
                cleaned = type.endsWith("+xml") ? OfficeXml.cleaned(in) : null;
            }
        }
        if (cleaned != null) {
            try (OutputStream out = part.getOutputStream()) {
                out.write(cleaned);
            }
        }
    }

    /** The library writes them anew whatever one does; so they are emptied. */
    private static void cleanProperties(PackageProperties properties) throws OpenXML4JException {
        Optional<String> none = Optional.empty();
        properties.setCategoryProperty(none);
        properties.setContentStatusProperty(none);
        properties.setContentTypeProperty(none);
        properties.setCreatorProperty(none);
        properties.setDescriptionProperty(none);
        properties.setIdentifierProperty(none);
        properties.setKeywordsProperty(none);
        properties.setLanguageProperty(none);
        properties.setLastModifiedByProperty(none);
        properties.setRevisionProperty(none);
        properties.setSubjectProperty(none);
        properties.setTitleProperty(none);
        properties.setVersionProperty(none);
        properties.setCreatedProperty(Optional.<Date>empty());
        properties.setLastPrintedProperty(Optional.<Date>empty());
        properties.setModifiedProperty(Optional.<Date>empty());
    }

    private static void withoutDays(Path written, Path to) throws IOException {
        try (ZipFile archive = new ZipFile(written.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Enumeration<? extends ZipEntry> each = archive.entries(); each.hasMoreElements(); ) {
                ZipEntry entry = each.nextElement();
                ZipEntry plain = new ZipEntry(entry.getName());
                plain.setTimeLocal(NO_DAY);
                out.putNextEntry(plain);
                try (InputStream in = archive.getInputStream(entry)) {
                    in.transferTo(out);
                }
            }
        }
    }
}
