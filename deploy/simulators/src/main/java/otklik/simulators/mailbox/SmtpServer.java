package otklik.simulators.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes every letter for everybody, with or without a password, and puts it into the {@link Mailbox}. */
@Component
public class SmtpServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmtpServer.class);
    private static final String CATCH_ALL = "everybody@simulated.invalid";

    private final MailboxSettings settings;
    private final Mailbox mailbox;
    private final InstantSource time;
    private @Nullable GreenMail server;
    private @Nullable MovingMessage last;

    SmtpServer(MailboxSettings settings, Mailbox mailbox, InstantSource time) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.time = time;
    }

    /** The port it listens on, which differs from the setting when that is 0. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("The SMTP server is not running");
        }
        return server.getSmtp().getPort();
    }

    @Override
    public synchronized void start() {
        ServerSetup setup = new ServerSetup(settings.port(), settings.address(), ServerSetup.PROTOCOL_SMTP);
        GreenMail starting = new GreenMail(setup);
        GreenMailUser everybody = starting.setUser(CATCH_ALL, CATCH_ALL);
        starting.getUserManager().setMessageDeliveryHandler((message, address) -> {
            take(message, starting);
            return everybody;
        });
        starting.start();
        server = starting;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    /** Called once per recipient; the letter is kept once. GreenMail's own copies are thrown away. */
    private synchronized void take(MovingMessage moving, GreenMail from) throws MessagingException {
        if (moving.equals(last)) {
            return;
        }
        last = moving;
        MimeMessage message = moving.getMessage();
        List<String> to = moving.getToAddresses().stream()
                .map(MailAddress::getEmail)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        try {
            from.purgeEmailFromAllMailboxes();
            LetterReader content = LetterReader.read(message);
            mailbox.add(number -> new Letter(
                    number,
                    from(message, moving),
                    to,
                    subject(message),
                    content.text(),
                    content.html(),
                    content.attachments(),
                    time.instant()));
        } catch (IOException | FolderException unreadable) {
            log.warn("A letter to {} recipients was refused: it cannot be read; the sender is told", to.size());
            throw new MessagingException("unreadable", new IOException(unreadable));
        }
    }

    private static String from(MimeMessage message, MovingMessage moving) {
        try {
            return Optional.ofNullable(message.getFrom()).stream()
                    .flatMap(Arrays::stream)
                    .findFirst()
                    .map(address -> address instanceof InternetAddress internet ? shown(internet) : address.toString())
                    .orElseGet(() -> String.valueOf(moving.getReturnPath().getEmail()));
        } catch (MessagingException unreadable) {
            return String.valueOf(moving.getReturnPath().getEmail());
        }
    }

    private static String shown(InternetAddress address) {
        String person = address.getPersonal();
        return person == null ? address.getAddress() : person + " <" + address.getAddress() + ">";
    }

    private static String subject(MimeMessage message) {
        try {
            return Optional.ofNullable(message.getSubject()).orElse("");
        } catch (MessagingException unreadable) {
            return "";
        }
    }
}
