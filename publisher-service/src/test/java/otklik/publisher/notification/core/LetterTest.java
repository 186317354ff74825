package otklik.publisher.notification.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.regulation.Letters;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.testkit.Clause;

final class LetterTest {

    private static final UUID INCIDENT = UUID.fromString("6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10");
    private static final Instant ROUTED = Instant.parse("2026-04-30T03:05:00Z");
    private static final Instant DUE = Instant.parse("2026-04-30T09:00:00Z");
    private static final String TRANSPORT = "altai-krai.transport";
    private static final Card CARD =
            new Card(INCIDENT, "altai-krai", "АК-2026-000123", "Дороги", "Ямы", "Барнаул", false, "Игорь Савин");
    private static final Tiding ASSIGNMENT = new Tiding(CARD, new What.Assigned("Минтранс"), ROUTED, null);
    private static final Staff STAFF = new Staff(
            List.of(
                    new Staff.Member("Игорь Савин", "executor", TRANSPORT),
                    new Staff.Member("Олег Второй", "executor", TRANSPORT),
                    new Staff.Member("Павел Громов", "responsible", TRANSPORT),
                    new Staff.Member("Анна Белова", "curator", null)),
            Map.of(TRANSPORT, "Минтранс"));

    private final @Nullable Regulation altai = Regulations.shipped().get("altai-krai");

    @Test
    @Clause("AK-6")
    void letter_saysWhatCameWhereAndHowLongItMayBeReturned() {
        Letter letter = letter(ASSIGNMENT);

        assertThat(letter.subject()).isEqualTo("Новое сообщение № АК-2026-000123: Дороги");
        assertThat(letter.text()).isEqualTo("""
                        Здравствуйте, Игорь Савин!

                        В орган «Минтранс» поступило в работу сообщение № АК-2026-000123.

                        Тема: Дороги — Ямы
                        Место: Барнаул
                        Направлено чт 30 апреля 10:05

                        Откройте карточку — там текст сообщения, сроки и всё для ответа:
                        http://127.0.0.1:8080/incidents/6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Если вопрос не относится к компетенции вашего органа, верните сообщение куратору: на это даётся 30 мин с момента \
                        направления (п. 7 регламента).

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
    }

    @Test
    void lettersThatWaitTogether_areOneList() {
        Card other = new Card(
                UUID.fromString("0e7c3c1e-55c1-5d8e-9a59-0f2f3a4d7b10"),
                "altai-krai",
                "АК-2026-000124",
                "ЖКХ",
                "ЖКХ",
                null,
                true,
                null);

        Letter letter = letter(ASSIGNMENT, new Tiding(other, new What.Assigned("Минтранс"), ROUTED, null));

        assertThat(letter.subject()).isEqualTo("Новые сообщения: 2");
        assertThat(letter.text()).startsWith("""
                        Здравствуйте, Игорь Савин!

                        Вашему органу поступили в работу сообщения, всего 2. В карточке каждого — текст, сроки и всё для ответа.

                        № АК-2026-000123; Дороги — Ямы; Барнаул; направлено чт 30 апреля 10:05
                        http://127.0.0.1:8080/incidents/6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Важное; № АК-2026-000124; ЖКХ; направлено чт 30 апреля 10:05
                        http://127.0.0.1:8080/incidents/0e7c3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Если вопрос не относится к компетенции вашего органа""");
    }

    @Test
    void letterAboutAPromise_saysTheDayAndWhatToDo_andNothingOfTheReply() {
        Letter letter = letter(
                new Tiding(CARD, new What.Promised(LocalDate.parse("2026-04-30"), "AK-18"), ROUTED, "Пётр Громов"));

        assertThat(letter.subject()).isEqualTo("Подошёл срок обещания № АК-2026-000123: Дороги");
        assertThat(letter.text()).isEqualTo("""
                        Здравствуйте, Игорь Савин!

                        Подошёл срок обещания: сообщение № АК-2026-000123.

                        Тема: Дороги — Ямы
                        Место: Барнаул
                        В ответе обещано до 30 апреля, и пока не записано, что стало с обещанием
                        Напишите в карточке, в разделе «Обещано», что сделано, или перенесите срок и объясните почему
                        Основание: п. 18 регламента
                        Вы замещаете: Пётр Громов

                        Карточка:
                        http://127.0.0.1:8080/incidents/6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
    }

    @Test
    @Clause("KH-5")
    void letterAboutOtherExecutors_saysWhichOrganWhoWasWhoIsSinceWhenAndWhetherInTime() {
        Tiding tiding = executors(List.of("Олег Новый"), "2026-04-24T08:00:00Z");
        Letter late = toTheKrai(tiding);

        assertThat(late.subject()).isEqualTo("Сменился исполнитель: Минтранс");
        assertThat(late.text()).isEqualTo("""
                        Здравствуйте, Вера Приморцева!

                        В органе «Минтранс» сменился исполнитель.

                        Раньше: Пётр Прежний, Яна Полевая
                        Теперь: Олег Новый, Яна Полевая
                        С какого дня: 20 апреля 2026 года
                        Сообщено: чт 30 апреля 13:05, как только об этом узнала система
                        Основание: п. 5 регламента; срок — пт 24 апреля 18:00, пропущен
                        У кого был срок: Захар Дорохов (Руководитель органа)

                        Все смены исполнителей:
                        http://127.0.0.1:8080/absences

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
        assertThat(toTheKrai(executors(List.of("Олег Новый"), "2026-05-05T08:00:00Z"))
                        .text())
                .contains("срок — вт 5 мая 18:00, сообщено вовремя");
        assertThat(toTheKrai(executors(List.of(), null)).text())
                .contains("Теперь: Яна Полевая\n", "п. 5 регламента; срок посчитать нельзя");
        assertThat(toTheKrai(tiding, tiding))
                .satisfies(both -> assertThat(both.subject()).isEqualTo("Смена исполнителей: 2"))
                .satisfies(
                        both -> assertThat(both.text())
                                .contains(
                                        "Минтранс; раньше: Пётр Прежний, Яна Полевая; теперь: Олег Новый, Яна Полевая; с какого"));
    }

    private static Tiding executors(List<String> came, @Nullable String dueAt) {
        ExecutorsChanged change = new ExecutorsChanged(
                INCIDENT,
                "khabarovsk-krai",
                TRANSPORT,
                "Минтранс",
                named(List.of("Пётр Прежний")),
                named(came),
                named(List.of("Яна Полевая")),
                LocalDate.parse("2026-04-20"),
                ROUTED,
                "KH-5",
                dueAt == null ? null : Instant.parse(dueAt),
                "responsible",
                List.of("Захар Дорохов"));
        Card card = new Card(INCIDENT, "khabarovsk-krai", null, null, null, null, false, null);
        return new Tiding(card, new What.NewExecutors(change), ROUTED, null);
    }

    private static Letter toTheKrai(Tiding... tidings) {
        return Letter.of(
                List.of(tidings),
                "Вера Приморцева",
                STAFF,
                Regulations.shipped().get("khabarovsk-krai"),
                "http://127.0.0.1:8080");
    }

    private static List<ExecutorsChanged.Executor> named(List<String> names) {
        return names.stream()
                .map(name -> new ExecutorsChanged.Executor(name, name, null))
                .toList();
    }

    @Test
    @Clause("AK-21")
    void letterAboutASurge_saysWhatWhereHowManyAndWhyThatIsMuch() {
        Letter letter = letter(surge(null));

        assertThat(letter.subject()).isEqualTo("Всплеск сообщений: Снег и лёд, Барнаул");
        assertThat(letter.text()).isEqualTo("""
                        Здравствуйте, Игорь Савин!

                        Много людей пишут об одном и том же.

                        Тема: Снег и лёд
                        Место: Барнаул
                        За 6 часов написали: 12 человек (14 сообщений)
                        Обычно за такое время: 1,3
                        Всплеск — от 5 человек (п. 21 регламента)
                        Когда: чт 30 апреля 10:05

                        Эти сообщения в системе:
                        http://127.0.0.1:8080/?queue=open&topicGroup=%D0%A1%D0%BD%D0%B5%D0%B3+%D0%B8+%D0%BB%D1%91%D0%B4&location=%D0%91%D0%B0%D1%80%D0%BD%D0%B0%D1%83%D0%BB

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
    }

    @Test
    @Clause("AK-21")
    void letterAboutASurgeThatGrew_saysWhatWasSaidBefore_andStandsAboveNewWork() {
        assertThat(letter(surge(5)).text())
                .contains("сильно вырос")
                .contains("12 человек (14 сообщений); в прошлом письме было 5");
        assertThat(letter(ASSIGNMENT, surge(5)).subject()).isEqualTo("Всплески сообщений: 1, Новые сообщения: 1");
        assertThat(letter(ASSIGNMENT, surge(5)).text()).contains("""
                        Всплески сообщений, всего 1.

                        Снег и лёд; Барнаул; за 6 часов написали: 12 человек""");
    }

    @Test
    void letterAboutASurgeWithoutAPlace_saysSo_andLeadsToTheTopic() {
        assertThat(letter(surge(null, null)).subject()).isEqualTo("Всплеск сообщений: Снег и лёд");
        assertThat(letter(surge(null, null)).text())
                .contains("Место в сообщениях не названо\n")
                .contains("topicGroup=%D0%A1%D0%BD%D0%B5%D0%B3+%D0%B8+%D0%BB%D1%91%D0%B4\n");
    }

    private static Tiding surge(@Nullable Integer toldBefore) {
        return surge(toldBefore, "Барнаул");
    }

    private static Tiding surge(@Nullable Integer toldBefore, @Nullable String location) {
        Card about = new Card(INCIDENT, "altai-krai", null, "Снег и лёд", null, location, false, null);
        Counted counted = new Counted(12, 14, ROUTED.minusSeconds(21_600), ROUTED, 1.25, 5);
        return new Tiding(about, new What.Surged(counted, toldBefore, "AK-21"), ROUTED, null);
    }

    @Test
    void stepTakenBack_isToldWithoutAnythingToDo() {
        Tiding withdrawn = new Tiding(CARD, new What.Withdrawn(new What.Assigned("Минтранс")), ROUTED, null);

        Letter letter = letter(withdrawn);

        assertThat(letter.subject()).isEqualTo("Отозвано письмо о сообщении № АК-2026-000123: Дороги");
        assertThat(letter.text()).isEqualTo("""
                        Здравствуйте, Игорь Савин!

                        Сообщение № АК-2026-000123 направили в орган «Минтранс» по ошибке и сразу отозвали.

                        Делать с ним ничего не нужно. Извините за лишнее письмо.

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
        What returned = new What.Occurred(Letters.Occasion.DRAFT_RETURNED, "AK-11", null, null);
        assertThat(letter(ASSIGNMENT, withdrawn, new Tiding(CARD, new What.Withdrawn(returned), ROUTED, null))
                        .text())
                .contains("всего 1.")
                .contains("""
                        Отозванные письма, всего 2.

                        № АК-2026-000123; Дороги — Ямы; Барнаул; сообщение направили в орган «Минтранс» по ошибке и сразу отозвали; \
                        делать ничего не нужно

                        № АК-2026-000123; Дороги — Ямы; Барнаул; «Проект возвращён на доработку»: сообщение, по ошибке и сразу \
                        отменено; делать ничего не нужно
                        """);
    }

    @Test
    @Clause("LP-6")
    void shortenedTerm_saysByWhenTheDraftIsAwaited() {
        What shortened = new What.Occurred(Letters.Occasion.TERM_SHORTENED, "LP-6", TRANSPORT, DUE.toString());
        assertThat(letter(new Tiding(CARD, shortened, ROUTED, null)).text())
                .contains("Срок сокращён")
                .contains("Проект ответа ждут раньше: до чт 30 апреля 16:00")
                .contains("п. 6 регламента");
    }

    @Test
    @Clause("LB-5")
    void termOfAnAnswer_saysByWhenItIsDue() {
        What set = new What.Occurred(Letters.Occasion.TERM_SET, "LB-5", TRANSPORT, DUE.toString());
        assertThat(letter(new Tiding(CARD, set, ROUTED, null)).text())
                .contains("Назначен срок ответа")
                .contains("Ответ вашего органа нужен до чт 30 апреля 16:00");
    }

    @Test
    void letterWithoutRegulation_namesNoTermAndSaysWhoseTimeItIs() {
        Letter letter = Letter.of(List.of(ASSIGNMENT), "Игорь Савин", STAFF, null, "http://127.0.0.1:8080");

        assertThat(letter.text()).contains("чт 30 апреля 03:05 UTC").contains("верните сообщение куратору.\n");
    }

    @Test
    @Clause({"AK-18", "AK-19"})
    void missedTerm_toldToTheSupervisor_namesClauseInstantPersonsAndTheNextStep() {
        What step = new What.Escalated(publish(null), "leadership", Instant.parse("2026-05-04T02:00:00Z"));

        Letter letter = letter(new Tiding(CARD, step, DUE, null));

        assertThat(letter.subject()).isEqualTo("Пропущен срок у подчинённых № АК-2026-000123: Дороги");
        assertThat(letter.text()).isEqualTo("""
                        Здравствуйте, Игорь Савин!

                        Пропущен срок у подчинённых: сообщение № АК-2026-000123.

                        Тема: Дороги — Ямы
                        Место: Барнаул
                        Опубликовать ответ (п. 8 регламента)
                        Срок истёк: чт 30 апреля 16:00
                        У кого: Минтранс, исполнитель: Игорь Савин, ответственный: Павел Громов
                        Следующий шаг: пн 4 мая 09:00 узнает Губернатор

                        Карточка:
                        http://127.0.0.1:8080/incidents/6c0b3c1e-55c1-5d8e-9a59-0f2f3a4d7b10

                        Это письмо отправила система «Отклик», отвечать на него не нужно.
                        """);
    }

    @Test
    void breach_saysWhoLearnsOfItNext_unlessItWasMadeGood() {
        assertThat(letter(new Tiding(CARD, new What.Breached(publish(null)), DUE, null))
                        .text())
                .contains("Следующий шаг: пн 4 мая 08:30 узнает Ответственное должностное лицо");

        String late = letter(new Tiding(CARD, new What.Breached(publish(What.Ended.MET_LATE)), DUE, null))
                .text();
        assertThat(late).contains("Уже сделано, с опозданием").doesNotContain("Следующий шаг");
    }

    @Test
    void curatorsOwnDeadline_namesTheCurator() {
        What.Owed owed = new What.Owed("Направить", "AK-6", ROUTED, DUE, "curator", null, null);

        String text =
                letter(new Tiding(CARD, new What.Breached(owed), DUE, null)).text();

        assertThat(text)
                .contains("У кого: Куратор — Анна Белова")
                .contains("узнает Заместитель Председателя Правительства");
    }

    @Test
    void thousandsOfMissedTerms_areOneLetterOfAHundredLinesAndACount() {
        List<Tiding> many = Stream.generate(() -> new Tiding(CARD, new What.Breached(publish(null)), DUE, null))
                .limit(4000)
                .toList();

        Letter letter = Letter.of(
                Stream.concat(many.stream(), Stream.of(ASSIGNMENT)).toList(),
                "Игорь Савин",
                STAFF,
                altai,
                "http://127.0.0.1:8080");

        assertThat(letter.subject()).isEqualTo("Пропущенные сроки: 4000, Новые сообщения: 1");
        assertThat(letter.text().lines().filter(line -> line.startsWith("http")))
                .hasSize(Letter.LISTED);
        assertThat(letter.text()).contains("И ещё 3900 — в системе").contains("И ещё 1 — в системе");
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void letterForSomebodyAway_saysWhomOneStandsInFor() {
        assertThat(letter(new Tiding(CARD, new What.Assigned("Минтранс"), ROUTED, "Нина Рогова"))
                        .text())
                .contains("Вы замещаете: Нина Рогова");
    }

    private Letter letter(Tiding... tidings) {
        return Letter.of(List.of(tidings), "Игорь Савин", STAFF, altai, "http://127.0.0.1:8080");
    }

    private static What.Owed publish(What.@Nullable Ended ended) {
        return new What.Owed("Опубликовать ответ", "AK-8", ROUTED, DUE, "executor", TRANSPORT, ended);
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
