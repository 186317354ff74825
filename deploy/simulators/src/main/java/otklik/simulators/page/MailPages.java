package otklik.simulators.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import otklik.simulators.mailbox.Letter;
import otklik.simulators.mailbox.Mailbox;
import otklik.simulators.vk.VkSettings;

/** The mailbox for people: a list, newest first, and one letter. Times are those of the first community. */
@Controller
class MailPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.forLanguageTag("ru"));

    private final Mailbox mailbox;
    private final ZoneId zone;

    MailPages(Mailbox mailbox, VkSettings settings) {
        this.mailbox = mailbox;
        this.zone = settings.communities().getFirst().zone();
    }

    record LetterView(
            long number,
            String from,
            String to,
            String subject,
            String text,
            @Nullable String html,
            List<String> attachments,
            String time) {}

    @GetMapping("/mail")
    String list(@RequestParam Optional<String> to, Model model) {
        Optional<String> address = to.filter(given -> !given.isBlank());
        model.addAttribute(
                "letters", mailbox.letters(address).stream().map(this::view).toList());
        model.addAttribute("to", address.orElse(""));
        return "mail";
    }

    @GetMapping("/mail/{number:\\d+}")
    String letter(@PathVariable long number, Model model) {
        Letter letter = mailbox.letter(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Такого письма нет"));
        model.addAttribute("letter", view(letter));
        return "letter";
    }

    private LetterView view(Letter letter) {
        return new LetterView(
                letter.number(),
                letter.from(),
                String.join(", ", letter.to()),
                letter.subject().isBlank() ? "(без темы)" : letter.subject(),
                letter.text(),
                letter.html(),
                letter.attachments(),
                time(letter.receivedAt()));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
