package otklik.routing.attachment;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import otklik.routing.attachment.core.FileType;

/**
 * Makes of a photo its pixels and nothing else: decoded, turned as its camera says, written anew. So neither the place nor the telephone nor
 * anything hidden behind the picture goes on (LB-9), and what cannot be decoded is no picture. Dimensions are looked at before anything is
 * decoded; photos over {@link #FULL} pixels are made smaller while they are read, so a picture costs at most some 130 MB for a moment,
 * and two at once are the most.
 */
final class PhotoCleaner {

    /** Up to here every pixel stays; networks show less. */
    private static final long FULL = 16_000_000;
    /** VK takes pictures up to 20 times as long as wide. */
    private static final int LONGEST_RATIO = 20;

    private static final float QUALITY = 0.9f;

    private final long mostPixels;
    private final Semaphore atOnce = new Semaphore(2);

    PhotoCleaner(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /** Writes the cleaned photo in place of the file. Blocks. */
    void clean(Path file, FileType type) throws IOException {
        atOnce.acquireUninterruptibly();
        try {
            BufferedImage upright = upright(decoded(file, type), orientation(file), type);
            Path cleaned = Files.createTempFile("otklik-photo", ".tmp");
            try {
                write(upright, type, cleaned);
                Files.move(cleaned, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(cleaned);
            }
        } finally {
            atOnce.release();
        }
    }

    private BufferedImage decoded(Path file, FileType type) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(type);
            try {
                reader.setInput(in, true, true);
                ImageReadParam how = reader.getDefaultReadParam();
                int step = step(reader.getWidth(0), reader.getHeight(0));
                how.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, how);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The library tells of broken and of unusual pictures in all these ways.
            throw UnfitFile.damaged("Картинку не удалось прочитать.");
        }
    }

    private int step(long width, long height) {
        long pixels = width * height;
        if (pixels > mostPixels) {
            throw UnfitFile.tooManyPixels(pixels, mostPixels);
        }
        if (Math.max(width, height) > LONGEST_RATIO * Math.min(width, height)) {
            throw UnfitFile.damaged("Картинка слишком вытянута: одна сторона больше другой в 20 раз.");
        }
        return (int) Math.ceil(Math.sqrt((double) pixels / FULL));
    }

    private static ImageReader reader(FileType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        return readers.next();
    }

    /** EXIF's number for how the camera was held, 1 (upright) where it says nothing. */
    private static int orientation(Path file) throws IOException {
        try {
            @Nullable
            ExifIFD0Directory exif =
                    ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer found = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return found == null || found < 1 || found > 8 ? 1 : found;
        } catch (ImageProcessingException e) {
            return 1;
        }
    }

    /** Drawn anew, which also brings it into the colours of the web. */
    private static BufferedImage upright(BufferedImage image, int orientation, FileType type) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = orientation >= 5;
        boolean seeThrough = type == FileType.PNG && image.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                lying ? height : width,
                lying ? width : height,
                seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(image, turn(orientation, width, height), null);
        pen.dispose();
        return drawn;
    }

    /** Where a pixel (x, y) of the file is seen, by orientation. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static void write(BufferedImage image, FileType type, Path to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        Files.delete(to);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
