package otklik.routing.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people bring them, made on the spot. */
public final class TestFiles {

    private TestFiles() {}

    /** A photo 60 by 40, red on the left and blue on the right, that says where it was taken and that the camera was turned (6). */
    public static byte[] photoWithPlace() {
        byte[] plain = image("jpeg", 60, 40);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        byte[] exif = exif();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1});
        out.writeBytes(
                ByteBuffer.allocate(2).putShort((short) (exif.length + 2)).array());
        out.writeBytes(exif);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    public static byte[] png() {
        return image("png", 30, 20);
    }

    private static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width / 2, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Orientation 6, a maker, and a latitude of 53 degrees north. */
    private static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(128);
        tiff.put("MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        tiff.putShort((short) 0x010F).putShort((short) 2).putInt(4).put("Tel\0".getBytes(ISO_8859_1));
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(50);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(ISO_8859_1));
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(80);
        tiff.putInt(0);
        tiff.putInt(53).putInt(1).putInt(21).putInt(1).putInt(0).putInt(1);
        byte[] body = Arrays.copyOf(tiff.array(), tiff.position());
        return ByteBuffer.allocate(6 + body.length)
                .put("Exif\0\0".getBytes(ISO_8859_1))
                .put(body)
                .array();
    }

    /** A few bytes that announce a picture of 50,000 by 50,000 dots. */
    public static byte[] pictureBomb() {
        byte[] png = png();
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /** Boxes of a film with the place where it was taken in two of them. */
    public static byte[] film() {
        byte[] place = box("udta", box("\u00A9xyz", "+53.3547+083.7698/".getBytes(ISO_8859_1)));
        byte[] track = box("trak", join(box("tkhd", new byte[20]), box("meta", "Telefon N1".getBytes(ISO_8859_1))));
        return join(
                box("ftyp", "isom\0\0\2\0isomiso2mp41".getBytes(ISO_8859_1)),
                box("moov", join(box("mvhd", new byte[100]), track, place)),
                box("mdat", "pictures and sound".getBytes(ISO_8859_1)));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(ISO_8859_1))
                .put(content)
                .array();
    }

    public static byte[] pdf() {
        return TestDocuments.plainPdf();
    }

    /** A PDF whose author, {@code Ivanovskaya}, stands in many places of it. */
    public static byte[] pdfWithAuthor() {
        return TestDocuments.pdf();
    }

    public static byte[] signedPdf() {
        return TestDocuments.signedPdf();
    }

    /** @param names of the entries of the archive */
    public static byte[] archive(String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
