package otklik.publisher.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import otklik.publisher.notification.core.Letter;

/** Hands one letter to the mail server. Blocks. */
final class Postman {

    private final JavaMailSender mail;
    private final String from;

    Postman(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    /** A letter that no repetition will bring there. */
    static final class Undeliverable extends RuntimeException {
        Undeliverable(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * @throws Undeliverable if the address is not accepted
     * @throws MailException for anything that may pass
     */
    void send(String messageId, String to, Letter letter, Instant at) {
        try {
            mail.send(message(messageId, to, letter, at));
        } catch (MailParseException e) {
            throw new Undeliverable("not a letter", e);
        } catch (MailSendException e) {
            if (refusesTheAddress(e)) {
                throw new Undeliverable("the mail server does not accept the address", e);
            }
            throw e;
        }
    }

    private MimeMessage message(String messageId, String to, Letter letter, Instant at) {
        MimeMessage message = mail.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, UTF_8.name());
            helper.setFrom(from, "Отклик");
            helper.setTo(to);
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            helper.setSentDate(Date.from(at));
            message.setHeader("Message-ID", messageId);
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new Undeliverable("not an address", e);
        }
    }

    private static boolean refusesTheAddress(MailSendException failure) {
        return Stream.concat(
                        Stream.of(failure),
                        Arrays.stream(failure.getMessageExceptions()).map(Throwable.class::cast))
                .anyMatch(Postman::namesBadAddress);
    }

    private static boolean namesBadAddress(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return true;
            }
        }
        return false;
    }
}
