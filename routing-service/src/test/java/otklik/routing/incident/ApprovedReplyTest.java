package otklik.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Sha256;
import otklik.routing.incident.core.StepFact;
import otklik.routing.incident.core.StepUndone;
import otklik.testkit.Clause;

/** Whoever holds a pack reads all that was said to the author, not the last of it alone. */
class ApprovedReplyTest {

    private static final Instant AT = TrailOfOne.AT;
    private static final UUID DAYS_OFF = new UUID(1, 1);
    private static final UUID QUESTION = new UUID(1, 2);
    private static final UUID TAKEN_BACK = new UUID(1, 3);
    private static final UUID ANSWER = new UUID(1, 4);

    private static List<Fact> said() {
        List<Fact> facts = new ArrayList<>(TrailOfOne.told());
        facts.add(new StepFact.InterimGiven(DAYS_OFF, "VP-10", "Мы получили <письмо>.", true));
        facts.add(approved(QUESTION, ReplyKind.CLARIFICATION, "Какой дом?"));
        facts.add(new StepFact.InterimPublished(
                DAYS_OFF, "https://vk.com/w?reply=1", AT, false, "1", Sha256.of("Мы получили <письмо>.")));
        facts.add(new Fact.ReplyPublished(
                QUESTION, ReplyKind.CLARIFICATION, "https://vk.com/w?reply=2", AT, true, null, null));
        long before = facts.size();
        facts.add(approved(TAKEN_BACK, ReplyKind.FINAL, "Поспешили."));
        facts.add(new StepUndone(before, "Согласовано", StepUndone.Earlier.of(TrailOfOne.incident(facts))));
        facts.add(approved(ANSWER, ReplyKind.FINAL, "Свет починят 15 мая."));
        return facts;
    }

    private static Fact approved(UUID id, ReplyKind kind, String text) {
        return new Fact.ReplyApproved(id, kind, text, true, null);
    }

    @Test
    void replies_areAllThatWereLetOut_inOrder_eachWithItsOwnPublication() {
        List<ApprovedReply> replies = ApprovedReply.of(TrailOfOne.chained(said()));

        assertThat(replies).extracting(ApprovedReply::id).containsExactly(DAYS_OFF, QUESTION, ANSWER);
        assertThat(replies)
                .extracting(ApprovedReply::kind)
                .containsExactly(ReplyKind.INTERIM, ReplyKind.CLARIFICATION, ReplyKind.FINAL);
        assertThat(replies)
                .extracting(ApprovedReply::published)
                .containsExactly(
                        new ApprovedReply.Published(
                                "https://vk.com/w?reply=1",
                                AT,
                                Actor.SYSTEM,
                                false,
                                Sha256.of("Мы получили <письмо>.")),
                        new ApprovedReply.Published("https://vk.com/w?reply=2", AT, Actor.SYSTEM, true, null),
                        null);
    }

    @Test
    @Clause("AK-18")
    void page_showsEveryReplyWithWhatProvesIt() {
        List<Fact> facts = said();
        Regulation regulation = Regulations.installed().get("altai-krai", AT);

        String page = EvidencePage.html(
                TrailOfOne.incident(facts),
                regulation,
                ApprovedReply.of(TrailOfOne.chained(facts)),
                List.of(),
                Map.of(),
                TrailOfOne.POST);

        assertThat(page)
                .containsSubsequence(
                        "<h2>Промежуточный ответ</h2>",
                        "Мы получили &lt;письмо&gt;.",
                        "Опубликован: https://vk.com/w?reply=1, 27 апреля 2026, 10:05:00, системой",
                        Sha256.of("Мы получили <письмо>."),
                        "буква в букву.",
                        "<h2>Уточнение</h2>",
                        "Какой дом?",
                        "Опубликован: https://vk.com/w?reply=2, 27 апреля 2026, 10:05:00, вручную",
                        "<h2>Ответ</h2>",
                        "Свет починят 15 мая.",
                        "Не опубликован.")
                .doesNotContain("Поспешили.");
    }
}
