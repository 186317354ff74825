package otklik.identity;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; in a demo it shows everybody whose password is stored as it is as a card, one click each. */
@Controller
class SignInPage {

    private final List<Card> cards;

    SignInPage(IdentitySettings settings, People people) {
        this.cards = settings.demo() ? cardsOf(people) : List.of();
    }

    private static List<Card> cardsOf(People people) {
        return people.all().stream()
                .filter(person -> person.plainPassword() != null)
                .map(person -> new Card(person.login(), person.plainPassword(), person.name(), person.about()))
                .toList();
    }

    /** What the template shows; public, since templates see nothing else. */
    public record Card(String login, String password, String name, String about) {}

    @GetMapping("/login")
    String show(Model model) {
        model.addAttribute("cards", cards);
        return "identity-sign-in";
    }
}
