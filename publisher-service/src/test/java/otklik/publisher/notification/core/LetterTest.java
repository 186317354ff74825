package otklik.publisher.notification.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.testkit.Clause;

final class LetterTest {

    private static final UUID INCIDENT = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10");
    private static final Instant ROUTED = Instant.parse("2026-04-30T03:05:00Z");
    private static final Assignment ASSIGNMENT = new Assignment(
            INCIDENT, 3, "altai-krai", "АК-2026-000123", "Дороги", "Ямы", "Барнаул", false, "Минтранс", ROUTED, false);

    private final @Nullable Regulation altai = Regulations.shipped().get("altai-krai");

    @Test
    @Clause("AK-6")
    void letter_saysWhatCameWhereAndHowLongItMayBeReturned() {
        Letter letter = Letter.of(List.of(ASSIGNMENT), "Игорь Савин", altai, "http://127.0.0.1:8080");

        assertThat(letter.subject()).isEqualTo("Новое сообщение № АК-2026-000123: Дороги");
        assertThat(letter.text()).isEqualTo("""
                        Здравствуйте, Игорь Савин!

                        В орган «Минтранс» поступило в работу сообщение № АК-2026-000123.

                        Тема: Дороги — Ямы
                        Место: Барнаул
                        Направлено: 30 апреля, 10:05

                        Откройте карточку — там текст сообщения, сроки и всё для ответа:
                        http://127.0.0.1:8080/incidents/6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Если вопрос не относится к компетенции вашего органа, верните сообщение куратору: на это даётся 30 мин с момента \
                        направления (пункт 7 регламента).

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
    }

    @Test
    void lettersThatWaitTogether_areOneList() {
        Assignment second = new Assignment(
                UUID.fromString("0e7c3c1e-55c1-5d8e-9a59-0f2f3a4d7b10"),
                2,
                "altai-krai",
                "АК-2026-000124",
                "ЖКХ",
                "ЖКХ",
                null,
                true,
                "Минтранс",
                ROUTED,
                false);

        Letter letter = Letter.of(List.of(ASSIGNMENT, second), "Игорь Савин", altai, "http://127.0.0.1:8080");

        assertThat(letter.subject()).isEqualTo("Новые сообщения: 2");
        assertThat(letter.text()).startsWith("""
                        Здравствуйте, Игорь Савин!

                        Вашему органу поступили в работу сообщения, всего 2. В карточке каждого — текст, сроки и всё для ответа.

                        № АК-2026-000123; Дороги — Ямы; Барнаул; направлено 30 апреля, 10:05
                        http://127.0.0.1:8080/incidents/6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Важное; № АК-2026-000124; ЖКХ; направлено 30 апреля, 10:05
                        http://127.0.0.1:8080/incidents/0e7c3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Если вопрос не относится к компетенции вашего органа""");
    }

    @Test
    void routingTakenBack_isToldWithoutAnythingToDo() {
        Assignment withdrawn = new Assignment(
                INCIDENT, 4, "altai-krai", "АК-2026-000123", "Дороги", "Ямы", null, false, "Минтранс", ROUTED, true);

        Letter letter = Letter.of(List.of(withdrawn), "Игорь Савин", altai, "http://127.0.0.1:8080");

        assertThat(letter.subject()).isEqualTo("Отозвано сообщение № АК-2026-000123");
        assertThat(letter.text()).isEqualTo("""
                        Здравствуйте, Игорь Савин!

                        Сообщение № АК-2026-000123 направили в орган «Минтранс» по ошибке и сразу отозвали.

                        Делать с ним ничего не нужно. Извините за лишнее письмо.

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
        assertThat(Letter.of(List.of(ASSIGNMENT, withdrawn), "Игорь Савин", altai, "http://127.0.0.1:8080")
                        .text())
                .contains("всего 1.")
                .contains("сразу отозвали");
    }

    @Test
    void letterWithoutRegulation_namesNoTermAndSaysWhoseTimeItIs() {
        Letter letter = Letter.of(List.of(ASSIGNMENT), "Игорь Савин", null, "http://127.0.0.1:8080");

        assertThat(letter.text()).contains("30 апреля, 03:05 UTC").contains("верните сообщение куратору.\n");
    }

    @Test
    void messageId_isTheSameForTheSameRoutingAndPersonOnly() {
        String id = Letter.messageId(ASSIGNMENT, "executor.altai");

        assertThat(id).isEqualTo("<" + INCIDENT + ".3.executor.altai@otklik>");
        assertThat(Letter.messageId(ASSIGNMENT, "executor2.altai")).isNotEqualTo(id);
    }

    @Test
    void failedLetter_waitsLongerEachTimeAndNotForEver() {
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofHours(24));

        assertThat(patience.nextAfter(1, ROUTED, ROUTED)).contains(ROUTED.plusSeconds(5));
        assertThat(patience.nextAfter(3, ROUTED, ROUTED)).contains(ROUTED.plusSeconds(20));
        assertThat(patience.nextAfter(40, ROUTED, ROUTED)).contains(ROUTED.plusSeconds(600));
        assertThat(patience.nextAfter(1, ROUTED, ROUTED.plus(Duration.ofHours(24))))
                .isEmpty();
    }
}
