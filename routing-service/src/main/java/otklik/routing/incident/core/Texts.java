package otklik.routing.incident.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a text that will stand in public must be, whatever it says. */
final class Texts {

    /** No network that we post to takes more in one comment (VK: 4096 by default, see the publisher). */
    static final int LONGEST = 4096;

    private Texts() {}

    /** The refusal of a text, if it is to be refused. */
    static Optional<Decision> refusal(String text, @Nullable String clause) {
        if (text.isBlank()) {
            return Optional.of(Decision.reject(Reason.TEXT_REQUIRED, "Напишите текст ответа.", clause));
        }
        if (text.length() > LONGEST) {
            return Optional.of(Decision.reject(
                    Reason.TEXT_TOO_LONG,
                    "В тексте %d знаков, а социальная сеть примет не больше %d. Сократите его."
                            .formatted(text.length(), LONGEST),
                    clause));
        }
        return TextSafety.objection(text).map(what -> Decision.reject(Reason.TEXT_UNSAFE, what, clause));
    }
}
