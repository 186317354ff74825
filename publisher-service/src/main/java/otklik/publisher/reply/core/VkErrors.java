package otklik.publisher.reply.core;

import static otklik.contracts.publication.RefusalReason.ATTACHMENTS;
import static otklik.contracts.publication.RefusalReason.AUTH;
import static otklik.contracts.publication.RefusalReason.BANNED;
import static otklik.contracts.publication.RefusalReason.CAPTCHA;
import static otklik.contracts.publication.RefusalReason.COMMENTS_CLOSED;
import static otklik.contracts.publication.RefusalReason.CONTENT;
import static otklik.contracts.publication.RefusalReason.RATE;
import static otklik.contracts.publication.RefusalReason.TARGET_DELETED;
import static otklik.contracts.publication.RefusalReason.UNKNOWN_OUTCOME;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import otklik.publisher.reply.core.Treatment.Reconcile;
import otklik.publisher.reply.core.Treatment.Refuse;
import otklik.publisher.reply.core.Treatment.RestAccount;
import otklik.publisher.reply.core.Treatment.Retry;

/** The error codes of VK's API and what each calls for. VK documents no such thing: where in doubt, an error may have been executed. */
public final class VkErrors {

    private static final Map<Integer, Treatment> BY_CODE = new HashMap<>();

    static {
        put(new Reconcile(), 1, 10, 36);
        put(new Retry(Duration.ofSeconds(2), RATE), 6);
        put(new Retry(Duration.ofMinutes(2), RATE), 9, 43, 223);
        put(new Retry(Duration.ofSeconds(10), ATTACHMENTS), 22);
        put(new Refuse(ATTACHMENTS), 105, 114, 118, 121, 129);
        put(new RestAccount(RATE), 29, 214, 220, 224);
        put(new RestAccount(CAPTCHA), 14, 17, 24, 41, 3300, 3301, 3302, 3303, 3304, 11500);
        put(new RestAccount(AUTH), 5, 25, 27, 28, 38, 42, 1051, 1114, 1116, 1117, 1118, 3609);
        put(new RestAccount(AUTH), 2, 3, 4, 8, 11, 20, 21, 23, 33, 34, 35, 9999);
        put(new Refuse(BANNED), 7, 15, 37, 200, 203, 900);
        put(new Refuse(COMMENTS_CLOSED), 210, 212, 213, 801);
        put(new Refuse(TARGET_DELETED), 18, 30, 39, 40, 104, 113, 211, 3610);
        put(new Refuse(CONTENT), 19, 100, 103, 106, 150, 219, 222, 914);
    }

    private VkErrors() {}

    /** A code that is not in the table goes to a person at once: no loop, no guess. */
    public static Treatment of(int code) {
        return BY_CODE.getOrDefault(code, new Refuse(UNKNOWN_OUTCOME));
    }

    private static void put(Treatment treatment, int... codes) {
        for (int code : codes) {
            BY_CODE.put(code, treatment);
        }
    }
}
