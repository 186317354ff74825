package otklik.simulators.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a MIME message apart: the first plain text, the first HTML, the names of attachments. */
final class LetterReader {

    private @Nullable String text;
    private @Nullable String html;
    private final List<String> attachments = new ArrayList<>();

    static LetterReader read(Part message) throws MessagingException, IOException {
        LetterReader reader = new LetterReader();
        reader.visit(message);
        return reader;
    }

    String text() {
        return Optional.ofNullable(text).orElse("").strip();
    }

    @Nullable
    String html() {
        return html;
    }

    List<String> attachments() {
        return List.copyOf(attachments);
    }

    private void visit(Part part) throws MessagingException, IOException {
        String fileName = part.getFileName();
        if (fileName != null) {
            attachments.add(MimeUtility.decodeText(fileName));
        } else if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart inner = parts.getBodyPart(index);
                visit(inner);
            }
        } else if (part.isMimeType("text/html") && html == null) {
            html = String.valueOf(part.getContent());
        } else if (part.isMimeType("text/*") && text == null) {
            text = String.valueOf(part.getContent());
        }
    }
}
