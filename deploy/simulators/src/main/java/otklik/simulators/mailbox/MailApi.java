package otklik.simulators.mailbox;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailbox for scripts and tests. */
@RestController
class MailApi {

    private final Mailbox mailbox;

    MailApi(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    record Items(List<Letter> items) {}

    @GetMapping("/mail/messages")
    Items letters(@RequestParam Optional<String> to) {
        return new Items(mailbox.letters(to.filter(address -> !address.isBlank())));
    }

    @DeleteMapping("/mail/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        mailbox.clear();
    }
}
