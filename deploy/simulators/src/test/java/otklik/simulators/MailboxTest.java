package otklik.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes in by SMTP is read on the page and as JSON. */
class MailboxTest {

    @TempDir
    Path data;

    @Test
    void letter_comesThroughInBothForms() throws MessagingException, UnsupportedEncodingException {
        try (TestSimulators simulators = TestSimulators.start(data)) {
            MimeMessage letter = letter(simulators, "Новое обращение № 17", "executor.altai@otklik.example");
            letter.addRecipient(Message.RecipientType.CC, new InternetAddress("Curator.Altai@otklik.example"));
            letter.setText("Срок — чт 14:37\nОтветьте, пожалуйста.", "UTF-8");
            Transport.send(letter);

            JsonNode kept = letters(simulators, "curator.altai@otklik.example");
            String list = simulators.get("/mail").body();
            String page =
                    simulators.get("/mail/" + kept.at("/0/number").asInt()).body();

            assertThat(kept).hasSize(1);
            assertThat(kept.at("/0/subject").asString()).isEqualTo("Новое обращение № 17");
            assertThat(kept.at("/0/from").asString()).isEqualTo("Отклик <otklik@otklik.example>");
            assertThat(kept.at("/0/text").asString().replace("\r\n", "\n"))
                    .isEqualTo("Срок — чт 14:37\nОтветьте, пожалуйста.");
            assertThat(list).contains("Новое обращение № 17").contains("executor.altai@otklik.example");
            assertThat(page).contains("Срок — чт 14:37");
            assertThat(letters(simulators, "nobody@otklik.example")).isEmpty();
        }
    }

    @Test
    void htmlLetter_isShownInASandbox() throws MessagingException, UnsupportedEncodingException {
        try (TestSimulators simulators = TestSimulators.start(data)) {
            MimeMessage letter = letter(simulators, "<b>Тема</b>", "a@otklik.example");
            MimeBodyPart text = new MimeBodyPart();
            text.setText("просто", "UTF-8");
            MimeBodyPart html = new MimeBodyPart();
            html.setContent("<script>alert(1)</script><p>красиво</p>", "text/html; charset=UTF-8");
            letter.setContent(new MimeMultipart("alternative", text, html));
            Transport.send(letter);

            JsonNode kept = letters(simulators, "a@otklik.example").at("/0");
            String page = simulators.get("/mail/" + kept.at("/number").asInt()).body();

            assertThat(kept.at("/text").asString()).isEqualTo("просто");
            assertThat(kept.at("/html").asString()).contains("красиво");
            assertThat(page).contains("sandbox").contains("&lt;b&gt;Тема").doesNotContain("<script>alert");
        }
    }

    @Test
    void mailbox_keepsTheNewestNewestFirst() throws MessagingException, UnsupportedEncodingException {
        try (TestSimulators simulators = TestSimulators.start(data, "--otklik.simulators.mailbox.keep=2")) {
            for (String subject : new String[] {"первое", "второе", "третье"}) {
                MimeMessage letter = letter(simulators, subject, "a@otklik.example");
                letter.setText("текст", "UTF-8");
                Transport.send(letter);
            }
        }

        try (TestSimulators again = TestSimulators.start(data)) {
            JsonNode kept = letters(again, "a@otklik.example");
            assertThat(kept.at("/0/subject").asString()).isEqualTo("третье");
            assertThat(kept.at("/1/subject").asString()).isEqualTo("второе");
        }
    }

    private static MimeMessage letter(TestSimulators simulators, String subject, String to)
            throws MessagingException, UnsupportedEncodingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(simulators.smtpPort()));
        MimeMessage letter = new MimeMessage(Session.getInstance(properties));
        letter.setFrom(new InternetAddress("otklik@otklik.example", "Отклик", "UTF-8"));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        letter.setSubject(subject, "UTF-8");
        return letter;
    }

    private static JsonNode letters(TestSimulators simulators, String to) {
        return simulators
                .sim("GET", "/mail/messages?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8), Map.of())
                .at("/items");
    }
}
