package otklik.publisher.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.Screening;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.post.PostKind;
import otklik.contracts.promise.PromiseDue;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.PersonDescribed;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.publisher.Publisher;
import otklik.testkit.Clause;

final class LetterIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final String organ = "altai-krai.test-" + UUID.randomUUID();
    private final UUID incident = UUID.randomUUID();

    @Test
    @Clause("AK-6")
    void executorsOfTheOrgan_getOneLetterEachAtTheirAddress() throws Exception {
        person("savin", "executor", organ);
        person("gromov", "responsible", organ);
        person("other", "executor", organ + "-other");
        await().atMost(LONG).until(() -> known("savin") && known("gromov") && known("other"));

        register();
        UUID event = UUID.randomUUID();
        route(event);
        route(event);

        await().atMost(LONG).until(() -> letters().size() == 1);
        await().during(Duration.ofSeconds(1)).atMost(LONG).until(() -> letters().size() == 1);
        MimeMessage letter = letters().getFirst();
        assertThat(Arrays.toString(letter.getAllRecipients())).isEqualTo("[savin" + suffix() + "@otklik.example]");
        assertThat(letter.getSubject()).isEqualTo("Новое сообщение № АК-2026-7: Дороги");
        assertThat(letter.getMessageID()).isEqualTo("<" + incident + ".2.savin" + suffix() + "@otklik>");
        assertThat(letter.getContent().toString()).contains("Место: Барнаул").contains("/incidents/" + incident);
    }

    @Test
    void executorWhoBecomesKnownLate_isToldLate() throws Exception {
        register();
        route(UUID.randomUUID());

        await().atMost(LONG)
                .until(() -> !Publisher.query("select 1 from notice where incident_id = ?", incident)
                        .isEmpty());
        person("late", "executor", organ);

        await().atMost(LONG).until(() -> letters().size() == 1);
    }

    @Test
    void personWhoLeft_getsNoLetters() {
        person("gone", "executor", organ);
        await().atMost(LONG).until(() -> known("gone"));

        Publisher.remove(Topics.REFERENCE_PEOPLE, "gone" + suffix());
        await().atMost(LONG).until(() -> !known("gone"));
        register();
        route(UUID.randomUUID());

        await().atMost(LONG)
                .until(() -> !Publisher.query("select 1 from notice where incident_id = ?", incident)
                        .isEmpty());
        assertThat(Publisher.query("select 1 from letter where incident_id = ?", incident))
                .isEmpty();
    }

    @Test
    void routingTakenBack_isToldToWhoeverHasTheLetter_andDropsWhatWaits() throws Exception {
        person("told", "executor", organ);
        await().atMost(LONG).until(() -> known("told"));
        register();
        route(UUID.randomUUID());
        await().atMost(LONG).until(() -> letters().size() == 1);

        UUID taken = UUID.randomUUID();
        tell(taken, 3, undone(1));
        tell(taken, 3, undone(1));

        await().atMost(LONG).until(() -> letters().size() == 2);
        assertThat(letters().getLast().getSubject()).isEqualTo("Отозвано письмо о сообщении № АК-2026-7: Дороги");
        assertThat(letters().getLast().getMessageID())
                .isEqualTo("<" + incident + ".2.told" + suffix() + ".undone@otklik>");
        assertThat(Publisher.query("select organ from incident where incident_id = ? and organ is null", incident))
                .hasSize(1);

        Publisher.mail().stop();
        try {
            tell(UUID.randomUUID(), 4, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null));
            await().atMost(LONG).until(() -> lettersOf(4, "READY").size() == 1);
            tell(UUID.randomUUID(), 5, undone(3));
            await().atMost(LONG).until(() -> lettersOf(4, "VOID").size() == 1);
        } finally {
            Publisher.mail().start();
        }
        // Whoever comes to be known later hears of neither.
        person("late", "executor", organ);
        await().atMost(LONG).until(() -> known("late"));
        tell(UUID.randomUUID(), 6, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null));
        await().atMost(LONG).until(() -> messageIds(".6.").size() == 2);
        assertThat(messageIds(".4.")).isEmpty();
        assertThat(messageIds(".undone@")).noneMatch(id -> id.contains("late"));
    }

    @Test
    @Clause("AK-21")
    void incidentThatBecomesSignificant_isToldToTheLeadershipEachTimeItDoes() throws Exception {
        person("governor", "leadership", null);
        await().atMost(LONG).until(() -> known("governor"));
        register();
        tell(UUID.randomUUID(), 2, corrected("Ямы", Importance.ELEVATED));
        await().atMost(LONG).until(() -> letters().size() == 1);
        tell(UUID.randomUUID(), 3, corrected("Яма на мосту", Importance.ELEVATED));
        tell(UUID.randomUUID(), 4, corrected("Яма на мосту", Importance.NORMAL));
        tell(UUID.randomUUID(), 5, corrected("Яма на мосту", Importance.ELEVATED));

        await().atMost(LONG).until(() -> letters().size() == 2);
        assertThat(letters())
                .allSatisfy(
                        letter -> assertThat(letter.getSubject()).isEqualTo("Важное сообщение № АК-2026-7: Дороги"));
        assertThat(messageIds(".2.")).hasSize(1);
        assertThat(messageIds(".5.")).hasSize(1);
    }

    @Test
    @Clause({"AK-21", "LB-12", "LP-21"})
    void surge_isToldToTheLeadershipOnce_andAgainWhenItGrew() throws Exception {
        for (String jurisdiction : List.of("altai-krai", "barnaul-leninsky", "lipetsk-oblast")) {
            String login = "head-of-" + jurisdiction + suffix();
            Publisher.tell(
                    UUID.randomUUID(),
                    new PersonDescribed(
                            login, jurisdiction, null, "Имя главы", "leadership", login + "@otklik.example"));
            await().atMost(LONG)
                    .until(() -> !Publisher.query("select 1 from person where id = ?", login)
                            .isEmpty());
        }
        Instant at = Instant.now();
        SurgeFact.Counted counted = new SurgeFact.Counted(12, 14, at.minusSeconds(21_600), at, 1.25, 5);
        for (String jurisdiction : List.of("altai-krai", "barnaul-leninsky", "lipetsk-oblast")) {
            UUID surge = UUID.randomUUID();
            UUID noticed = UUID.randomUUID();
            Publisher.tell(noticed, surge(surge, jurisdiction, 1, at, new SurgeFact.SurgeNoticed(counted)));
            Publisher.tell(noticed, surge(surge, jurisdiction, 1, at, new SurgeFact.SurgeNoticed(counted)));
            await().atMost(LONG).until(() -> sentAbout(surge, jurisdiction) == 1);
            Publisher.tell(UUID.randomUUID(), surge(surge, jurisdiction, 2, at, new SurgeFact.SurgeGrew(counted, 5)));
            Publisher.tell(UUID.randomUUID(), surge(surge, jurisdiction, 3, at, new SurgeFact.SurgeEnded(12)));
            await().atMost(LONG).until(() -> sentAbout(surge, jurisdiction) == 2);

            assertThat(textsTo("head-of-" + jurisdiction + suffix()))
                    .anyMatch(text -> text.contains("12 человек (14 сообщений)") && !text.contains("в прошлом письме"))
                    .anyMatch(text ->
                            text.contains("в прошлом письме было 5") && text.contains("/?queue=open&topicGroup="));
            assertThat(Publisher.query("select name from notice where incident_id = ?", surge))
                    .hasSize(2);
        }
    }

    @Test
    @Clause("LB-9")
    void threat_isToldToTheCityCuratorAtOnceAndToNobodyElse() throws Exception {
        for (String role : List.of("curator", "controller")) {
            String login = role + suffix();
            Publisher.tell(
                    UUID.randomUUID(),
                    new PersonDescribed(
                            login, "barnaul-leninsky", null, "Имя " + role, role, login + "@otklik.example"));
            await().atMost(LONG).until(() -> known(role));
        }
        UUID screened = UUID.randomUUID();
        for (int twice = 0; twice < 2; twice++) {
            Publisher.tell(
                    screened,
                    new IncidentEvent(
                            incident,
                            "barnaul-leninsky",
                            2,
                            Instant.now(),
                            Actor.SYSTEM,
                            new IncidentFact.IncidentScreenedOut(Screening.THREAT, null)));
        }

        await().atMost(LONG).until(() -> textsTo("curator" + suffix()).size() == 1);
        assertThat(textsTo("curator" + suffix())).singleElement().asString().contains("/incidents/" + incident);
        assertThat(Publisher.query("select roles from notice where incident_id = ?", incident))
                .hasSize(1);
        assertThat(textsTo("controller" + suffix())).isEmpty();
    }

    @Test
    void promiseWhoseDayHasCome_isToldToTheOrgansPeopleOnceForEachDay() throws Exception {
        person("doer", "executor", organ);
        person("head", "responsible", organ);
        person("watcher", "curator", null);
        await().atMost(LONG).until(() -> known("doer") && known("head") && known("watcher"));
        register();
        UUID promise = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        PromiseDue due =
                new PromiseDue(promise, incident, "altai-krai", organ, LocalDate.parse("2026-11-10"), Instant.now());
        Publisher.tell(event, due);
        Publisher.tell(event, due);
        await().atMost(LONG)
                .until(() -> textsTo("doer" + suffix()).size() == 1
                        && textsTo("head" + suffix()).size() == 1);
        Publisher.tell(
                UUID.randomUUID(),
                new PromiseDue(promise, incident, "altai-krai", organ, LocalDate.parse("2026-12-01"), Instant.now()));
        await().atMost(LONG)
                .until(() -> textsTo("doer" + suffix()).size() == 2
                        && textsTo("head" + suffix()).size() == 2);

        assertThat(textsTo("doer" + suffix()).getFirst())
                .contains("Подошёл срок обещания: сообщение № АК-2026-7", "10 ноября", "/incidents/" + incident);
        assertThat(Publisher.query("select person_id from letter where incident_id = ?", incident))
                .containsOnly("doer" + suffix(), "head" + suffix());
    }

    @Test
    @Clause("KH-5")
    void otherExecutors_areToldToTheCuratorsOfTheJurisdictionOnce_andToTheirSubstitutes() throws Exception {
        staff("here", "khabarovsk-krai", "curator");
        staff("away", "khabarovsk-krai", "curator");
        staff("deputy", "khabarovsk-krai", "observer");
        staff("elsewhere", "altai-krai", "curator");
        Instant now = Instant.now();
        Publisher.tell(
                UUID.randomUUID(),
                new AbsenceNoted(
                        UUID.randomUUID(),
                        "khabarovsk-krai",
                        "away" + suffix(),
                        "deputy" + suffix(),
                        now.minusSeconds(60),
                        now.plusSeconds(3600)));
        await().atMost(LONG)
                .until(() -> !Publisher.query("select 1 from absence where person = ?", "away" + suffix())
                        .isEmpty());
        UUID change = UUID.randomUUID();
        Publisher.tell(change, executorsOf(change, "khabarovsk-krai", now));
        Publisher.tell(change, executorsOf(change, "khabarovsk-krai", now));
        UUID silent = UUID.randomUUID();
        Publisher.tell(silent, executorsOf(silent, "altai-krai", now));

        await().atMost(LONG)
                .until(() -> textsTo("here" + suffix()).size() == 1
                        && textsTo("deputy" + suffix()).size() == 1);
        assertThat(textsTo("here" + suffix()).getFirst())
                .contains("В органе «Минтранс» сменился исполнитель.", "Раньше: Пётр Прежний", "Теперь: Олег Новый");
        assertThat(textsTo("deputy" + suffix()).getFirst()).contains("Вы замещаете: Имя away");
        assertThat(Publisher.query("select person_id from letter where incident_id = ?", change))
                .contains("here" + suffix(), "deputy" + suffix())
                .doesNotContain("away" + suffix(), "elsewhere" + suffix())
                .doesNotHaveDuplicates();
        assertThat(Publisher.query("select 1 from notice where incident_id = ?", silent))
                .isEmpty();
    }

    private void staff(String login, String jurisdiction, String role) {
        String id = login + suffix();
        Publisher.tell(
                UUID.randomUUID(),
                new PersonDescribed(id, jurisdiction, null, "Имя " + login, role, id + "@otklik.example"));
        await().atMost(LONG).until(() -> known(login));
    }

    private ExecutorsChanged executorsOf(UUID change, String jurisdiction, Instant at) {
        return new ExecutorsChanged(
                change,
                jurisdiction,
                organ,
                "Минтранс",
                List.of(new ExecutorsChanged.Executor("former", "Пётр Прежний", null)),
                List.of(new ExecutorsChanged.Executor("new", "Олег Новый", null)),
                List.of(),
                LocalDate.parse("2026-11-10"),
                at,
                "KH-5",
                at.plusSeconds(60),
                "responsible",
                List.of("Захар Дорохов"));
    }

    private static SurgeEvent surge(UUID id, String jurisdiction, long version, Instant at, SurgeFact fact) {
        String clause = switch (jurisdiction) {
            case "altai-krai" -> "AK-21";
            case "barnaul-leninsky" -> "LB-12";
            default -> "LP-21";
        };
        return new SurgeEvent(id, jurisdiction, version, at, Actor.SYSTEM, "Снег и лёд", "Барнаул", clause, fact);
    }

    /** To the head that this test made known; what waited for the same person leaves together. */
    private int sentAbout(UUID surge, String jurisdiction) {
        return Publisher.query(
                        "select 1 from letter where incident_id = ? and person_id = ? and state = 'SENT'",
                        surge,
                        "head-of-" + jurisdiction + suffix())
                .size();
    }

    private static List<String> textsTo(String login) throws Exception {
        List<String> texts = new ArrayList<>();
        for (MimeMessage message : Publisher.mail().getReceivedMessages()) {
            if (Arrays.toString(message.getAllRecipients()).contains(login)) {
                texts.add(message.getContent().toString());
            }
        }
        return texts;
    }

    private static IncidentFact corrected(String topic, Importance importance) {
        return new IncidentFact.ClassificationCorrected("Дороги", topic, "Барнаул", importance);
    }

    /** Of executors and supervisors both: what was sent is corrected, what waits for the morning is dropped. */
    @Test
    void returnedDraftTakenBack_isToldToTheExecutorOnly() {
        person("author", "executor", organ);
        person("boss", "supervisor", null);
        await().atMost(LONG).until(() -> known("author") && known("boss"));
        register();
        route(UUID.randomUUID());
        await().atMost(LONG).until(() -> letters().size() == 1);
        tell(UUID.randomUUID(), 3, new IncidentFact.ReworkRequested(List.of("format"), null));
        await().atMost(LONG).until(() -> letters().size() == 2);

        tell(UUID.randomUUID(), 4, undone(2, organ));

        await().atMost(LONG).until(() -> letters().size() == 3);
        assertThat(Publisher.query(
                        "select state from notice where incident_id = ? and version = 3 order by roles", incident))
                .containsExactly("VOID", "VOID");
        assertThat(Publisher.query("select person_id from letter where incident_id = ? order by message_id", incident))
                .containsOnly("author" + suffix());
    }

    private List<?> lettersOf(long version, String state) {
        return Publisher.query(
                "select 1 from letter where notice = ? and state = ? and (state = 'VOID' or failure is not null)",
                incident + "." + version,
                state);
    }

    private static IncidentFact undone(long backTo) {
        return undone(backTo, null);
    }

    private static IncidentFact undone(long backTo, @Nullable String organ) {
        Classification classification = new Classification(
                "Дороги", "Ямы", "Барнаул", Importance.NORMAL, Screening.CLEAN, 0.9, List.of(), "test/1");
        return new IncidentFact.StepUndone(backTo, organ == null ? "NEW" : "ON_APPROVAL", organ, classification);
    }

    @Test
    void letter_waitsForTheMailServerToComeBack() throws Exception {
        person("patient", "executor", organ);
        await().atMost(LONG).until(() -> known("patient"));
        register();

        Publisher.mail().stop();
        try {
            route(UUID.randomUUID());
            await().atMost(LONG)
                    .until(() -> Publisher.query(
                                            "select 1 from letter where incident_id = ? and failure is not null",
                                            incident)
                                    .size()
                            == 1);
        } finally {
            Publisher.mail().start();
        }

        // The mail server has it a moment before the ledger says so.
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(Publisher.query("select state from letter where incident_id = ?", incident))
                                .containsExactly("SENT"));
        assertThat(letters()).hasSize(1);
    }

    @Test
    void lettersThatWaitedForTheMailServer_leaveAsOneWithEachIncidentOnce() throws Exception {
        person("busy", "executor", organ);
        await().atMost(LONG).until(() -> known("busy"));
        List<UUID> incidents = Stream.generate(UUID::randomUUID).limit(30).toList();

        Publisher.mail().stop();
        try {
            incidents.forEach(id -> Publisher.tell(UUID.randomUUID(), routed(id, 2)));
            await().atMost(LONG)
                    .until(() -> Publisher.query("select 1 from letter where person_id = ?", "busy" + suffix())
                                    .size()
                            == 30);
        } finally {
            Publisher.mail().start();
        }

        await().atMost(LONG)
                .until(() -> Publisher.query(
                                        "select 1 from letter where person_id = ? and state = 'SENT'",
                                        "busy" + suffix())
                                .size()
                        == 30);
        List<String> texts = new ArrayList<>();
        for (MimeMessage message : Publisher.mail().getReceivedMessages()) {
            if (message.getMessageID().contains("busy" + suffix())) {
                texts.add(message.getContent().toString());
            }
        }
        assertThat(texts).hasSizeLessThan(10);
        assertThat(incidents)
                .allSatisfy(id -> assertThat(texts)
                        .filteredOn(text -> text.contains("/incidents/" + id))
                        .hasSize(1));
    }

    private String suffix() {
        return "-" + organ.substring(organ.length() - 6);
    }

    private void person(String id, String role, @Nullable String organ) {
        String login = id + suffix();
        Publisher.tell(
                UUID.randomUUID(),
                new PersonDescribed(login, "altai-krai", organ, "Имя " + id, role, login + "@otklik.example"));
    }

    private boolean known(String id) {
        return !Publisher.query("select 1 from person where id = ?", id + suffix())
                .isEmpty();
    }

    private void register() {
        Classification classification = new Classification(
                "Дороги", "Ямы", "Барнаул", Importance.NORMAL, Screening.CLEAN, 0.9, List.of(), "test/1");
        tell(
                UUID.randomUUID(),
                1,
                new IncidentFact.IncidentRegistered(
                        "АК-2026-7", Channel.VK, PostKind.POST, null, classification, Instant.now()));
    }

    private void route(UUID event) {
        tell(event, 2, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null));
    }

    private void tell(UUID event, long version, IncidentFact fact) {
        Publisher.tell(event, new IncidentEvent(incident, "altai-krai", version, Instant.now(), Actor.SYSTEM, fact));
    }

    private IncidentEvent routed(UUID id, long version) {
        IncidentFact fact = new IncidentFact.IncidentRouted(organ, "Минтранс", false, null);
        return new IncidentEvent(id, "altai-krai", version, Instant.now(), Actor.SYSTEM, fact);
    }

    private List<MimeMessage> letters() {
        return Arrays.stream(Publisher.mail().getReceivedMessages())
                .filter(this::isMine)
                .toList();
    }

    private List<String> messageIds(String part) throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage letter : letters()) {
            if (letter.getMessageID().contains(part)) {
                ids.add(letter.getMessageID());
            }
        }
        return ids;
    }

    private boolean isMine(MimeMessage message) {
        try {
            return message.getMessageID().contains(incident.toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
