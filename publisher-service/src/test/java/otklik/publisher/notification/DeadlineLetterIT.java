package otklik.publisher.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.Topics;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.OrganDescribed;
import otklik.contracts.reference.PersonDescribed;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.publisher.Publisher;
import otklik.testkit.Clause;

/** Deadlines, the ladder, substitutes and what the profiles find worth a letter, on a real Kafka, database and mail server. */
final class DeadlineLetterIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration NIGHT = Duration.ofHours(14);
    private static final String ALTAI = "altai-krai";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String organ = ALTAI + ".test-" + mark;
    private final UUID incident = UUID.randomUUID();

    @AfterEach
    void clockIsPutRight_andNobodyIsLeftToGetLetters() {
        Publisher.ahead(Duration.ZERO);
        Publisher.query("select id from person where id like ?", "%-" + mark)
                .forEach(id -> Publisher.remove(Topics.REFERENCE_PEOPLE, id));
        await().atMost(LONG)
                .until(() -> Publisher.query("select 1 from person where id like ?", "%-" + mark)
                        .isEmpty());
    }

    @Test
    void warningOfTheNight_isKeptAtOnceAndLeavesAtTheOpening_once() {
        person("savin", ALTAI, organ, "executor", null);
        UUID event = UUID.randomUUID();
        DeadlineEvent warned = deadline(incident, new DeadlineFact.DeadlineWarned(75), organ, Duration.ofHours(20));

        Publisher.tell(event, warned);
        Publisher.tell(event, warned);

        await().atMost(LONG).until(() -> states(incident).equals(List.of("WAITING")));
        await().during(Duration.ofSeconds(1))
                .atMost(LONG)
                .until(() -> to("savin").isEmpty());
        Publisher.ahead(NIGHT.plusMinutes(1));
        await().atMost(LONG).until(() -> to("savin").size() == 1);
        await().during(Duration.ofSeconds(1))
                .atMost(LONG)
                .until(() -> to("savin").size() == 1);
        assertThat(to("savin").getFirst())
                .contains("Срок скоро истечёт")
                .contains("(п. 8 регламента)")
                .contains("/incidents/" + incident);
    }

    @Test
    void metBeforeTheOpening_warningIsDroppedAndTheBreachSaysItWasLate() {
        person("late", ALTAI, organ, "executor", null);
        UUID other = UUID.randomUUID();
        Publisher.tell(
                UUID.randomUUID(), deadline(other, new DeadlineFact.DeadlineWarned(75), organ, NIGHT.plusHours(3)));
        Publisher.tell(
                UUID.randomUUID(), deadline(incident, new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO));
        await().atMost(LONG).until(() -> states(other).size() + states(incident).size() == 2);

        Publisher.tell(
                UUID.randomUUID(), deadline(other, new DeadlineFact.DeadlineMet(false), organ, NIGHT.plusHours(3)));
        Publisher.tell(UUID.randomUUID(), deadline(incident, new DeadlineFact.DeadlineMet(true), organ, Duration.ZERO));
        await().atMost(LONG)
                .until(() -> states(other).equals(List.of("VOID"))
                        && Publisher.query(
                                        "select ended from notice where incident_id = ? and sort = 'breached'",
                                        incident)
                                .equals(List.of("MET_LATE")));
        Publisher.ahead(NIGHT.plusMinutes(1));

        await().atMost(LONG).until(() -> to("late").size() == 1);
        assertThat(to("late").getFirst())
                .contains("/incidents/" + incident)
                .contains("Уже сделано, с опозданием")
                .doesNotContain("/incidents/" + other);
        assertThat(Publisher.query(
                        "select roles::text from notice where incident_id = ? and sort = 'escalated'", incident))
                .as("the supervisor hears of it in the morning though the ladder never got there")
                .containsExactly("{supervisor}");
    }

    @Test
    void endTakenBack_isAsThoughItHadNotBeen() {
        person("again", ALTAI, organ, "executor", null);
        UUID other = UUID.randomUUID();
        Publisher.tell(
                UUID.randomUUID(), deadline(other, new DeadlineFact.DeadlineWarned(75), organ, NIGHT.plusHours(3)));
        Publisher.tell(
                UUID.randomUUID(), deadline(incident, new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO));
        await().atMost(LONG).until(() -> states(other).size() + states(incident).size() == 2);
        Publisher.tell(
                UUID.randomUUID(), deadline(other, new DeadlineFact.DeadlineMet(false), organ, NIGHT.plusHours(3)));
        Publisher.tell(UUID.randomUUID(), deadline(incident, new DeadlineFact.DeadlineMet(true), organ, Duration.ZERO));
        await().atMost(LONG)
                .until(() -> states(other).equals(List.of("VOID"))
                        && states(incident).equals(List.of("WAITING", "WAITING")));

        Publisher.tell(
                UUID.randomUUID(),
                deadline(other, new DeadlineFact.DeadlineReopened(true, false), organ, NIGHT.plusHours(3)));
        Publisher.tell(
                UUID.randomUUID(),
                deadline(incident, new DeadlineFact.DeadlineReopened(true, true), organ, Duration.ZERO));

        await().atMost(LONG)
                .until(() -> states(other).equals(List.of("WAITING"))
                        && Publisher.query(
                                        "select sort from notice where incident_id = ? and state = 'WAITING' and ended is null",
                                        incident)
                                .equals(List.of("breached")));
        assertThat(states(incident)).containsExactlyInAnyOrder("WAITING", "VOID");
        Publisher.ahead(NIGHT.plusMinutes(1));
        await().atMost(LONG)
                .until(() -> to("again").stream().anyMatch(letter -> letter.contains("/incidents/" + other)));
        assertThat(to("again")).noneMatch(letter -> letter.contains("Уже сделано"));
    }

    @Test
    void hundredsOfBreaches_areAHandfulOfLetters() {
        person("flooded", ALTAI, organ, "executor", null);
        List<UUID> missed = Stream.generate(UUID::randomUUID).limit(600).toList();

        missed.forEach(id -> Publisher.tell(
                UUID.randomUUID(), deadline(id, new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO, null)));

        await().atMost(LONG)
                .until(() -> Publisher.query("select 1 from letter where person_id = ?", id("flooded"))
                                .size()
                        == 600);
        assertThat(to("flooded")).hasSizeLessThanOrEqualTo(4);
        Publisher.ahead(Duration.ofMinutes(16));
        await().atMost(LONG)
                .until(() ->
                        Publisher.query("select 1 from letter where person_id = ? and state = 'SENT'", id("flooded"))
                                        .size()
                                == 600);
        assertThat(to("flooded")).hasSizeLessThanOrEqualTo(5);
        assertThat(to("flooded")).anySatisfy(text -> assertThat(text).contains("— в системе: "));
    }

    @Test
    @Clause("AK-6")
    void newWork_neverWaitsBehindDeadlines() {
        person("busy", ALTAI, organ, "executor", null);
        for (int letters = 1; letters <= 4; letters++) {
            int sent = letters;
            Publisher.tell(
                    UUID.randomUUID(),
                    deadline(UUID.randomUUID(), new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO, null));
            await().atMost(LONG).until(() -> to("busy").size() == sent);
        }
        UUID waits = UUID.randomUUID();
        Publisher.tell(
                UUID.randomUUID(), deadline(waits, new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO, null));
        await().during(Duration.ofSeconds(1))
                .atMost(LONG)
                .until(() -> to("busy").size() == 4);

        fact(ALTAI, 2, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null), Actor.SYSTEM);

        await().atMost(LONG).until(() -> to("busy").size() == 5);
        assertThat(to("busy").getLast())
                .as("what waited goes along")
                .contains("/incidents/" + incident)
                .contains("/incidents/" + waits);
    }

    @Test
    @Clause("AK-19")
    void missedTerm_reachesTheSupervisorOverTheOrganOnly_withThePersons() {
        Publisher.tell(UUID.randomUUID(), new OrganDescribed(organ, ALTAI, "Минтранс", null));
        person("savin", ALTAI, organ, "executor", null);
        person("idle", ALTAI, organ, "executor", null);
        person("gromov", ALTAI, organ, "responsible", null);
        person("above", ALTAI, null, "supervisor", List.of(organ));
        person("elsewhere", ALTAI, null, "supervisor", List.of(ALTAI + ".other"));
        register(ALTAI);
        fact(ALTAI, 2, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null), Actor.SYSTEM);
        fact(ALTAI, 3, new IncidentFact.WorkStarted(organ), new Actor(id("savin"), "Имя savin", "executor", organ));
        await().atMost(LONG)
                .until(() -> Publisher.query("select worker from incident where incident_id = ?", incident)
                        .equals(List.of("Имя savin")));

        Publisher.tell(
                UUID.randomUUID(),
                deadline(
                        incident,
                        new DeadlineFact.DeadlineEscalated("supervisor", "leadership", Instant.now()),
                        organ,
                        Duration.ZERO,
                        null));

        await().atMost(LONG).until(() -> to("above").size() == 1);
        assertThat(to("above").getFirst())
                .contains("У кого: Минтранс, исполнитель: Имя savin, ответственный: Имя gromov")
                .contains("узнает Губернатор")
                .contains("№ 7");
        assertThat(ordered("elsewhere")).isEmpty();
    }

    @Test
    @Clause("AK-11")
    void commonWordsThatComeBack_areNotToldToTheOrganThatHadItBefore() {
        person("cook", ALTAI, organ, "executor", null);
        register(ALTAI);
        fact(ALTAI, 2, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null), Actor.SYSTEM);
        fact(
                ALTAI,
                3,
                new IncidentFact.OrgansEngaged(
                        List.of(ALTAI + ".b", ALTAI + ".c"), ALTAI + ".d", "sequential-with-lead"),
                Actor.SYSTEM);
        fact(ALTAI, 4, new IncidentFact.ReworkRequested(List.of("substance"), null), Actor.SYSTEM);

        await().atMost(LONG).until(() -> states(incident).contains("TOLD"));
        assertThat(organs()).containsOnly("nobody");
        assertThat(ordered("cook")).as("of the routing alone").hasSize(1);
    }

    @Test
    void incidentThatIsClosedWithoutAnswer_isWithNoOrgan() {
        register(ALTAI);
        fact(ALTAI, 2, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null), Actor.SYSTEM);
        await().atMost(LONG).until(() -> organs().equals(List.of(organ)));
        fact(ALTAI, 3, new IncidentFact.IncidentScreenedOut(Screening.ADVERTISING, null), Actor.SYSTEM);
        await().atMost(LONG).until(() -> organs().equals(List.of("nobody")));

        fact(ALTAI, 4, new IncidentFact.IncidentRestored("Ошибка"), Actor.SYSTEM);
        fact(ALTAI, 5, new IncidentFact.IncidentRouted(organ, "Минтранс", false, null), Actor.SYSTEM);
        await().atMost(LONG).until(() -> organs().equals(List.of(organ)));
        fact(ALTAI, 6, new IncidentFact.NoReactionDecided("Благодарность"), Actor.SYSTEM);
        await().atMost(LONG).until(() -> organs().equals(List.of("nobody")));
    }

    private List<String> organs() {
        return Publisher.query("select coalesce(organ, 'nobody') from incident where incident_id = ?", incident);
    }

    @Test
    @Clause({"AK-19", "LP-19"})
    void returnedDraftAndFailedPublication_reachTheSupervisorInTheMorning() {
        String oblast = "lipetsk-oblast";
        person("above", oblast, null, "supervisor", null);
        person("cook", oblast, organ, "executor", null);
        register(oblast);
        fact(oblast, 2, new IncidentFact.IncidentRouted(organ, "Управление", false, null), Actor.SYSTEM);
        fact(oblast, 3, new IncidentFact.ReworkRequested(List.of("greeting"), null), Actor.SYSTEM);
        fact(oblast, 4, new IncidentFact.ManualPublicationNeeded(UUID.randomUUID(), "COMMENTS_CLOSED"), Actor.SYSTEM);

        await().atMost(LONG)
                .until(() -> states(incident).stream().filter("WAITING"::equals).count() == 2);
        assertThat(to("above")).isEmpty();
        Instant morning = Instant.parse(Publisher.query("""
                        select to_char(max(tell_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from notice
                         where incident_id = ?""", incident).getFirst());
        Publisher.ahead(Duration.between(Instant.now(), morning).plusMinutes(1));

        await().atMost(LONG).until(() -> to("above").size() == 1);
        assertThat(to("above").getFirst())
                .contains("Возвращённые на доработку проекты")
                .contains("Публикация вручную")
                .contains("Имя cook");
    }

    @Test
    @Clause({"VP-16", "VP-10"})
    void curator_isToldAtOnceOfAPublishedReplyAndOfAnUrgentDraft() {
        String town = "vyatskie-polyany";
        person("curator", town, null, "curator", null);
        register(town);
        fact(town, 2, new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1, organ, true, null, null), Actor.SYSTEM);
        fact(
                town,
                3,
                new IncidentFact.ReplyPublished(
                        UUID.randomUUID(), ReplyKind.FINAL, "https://vk.com/wall-5_6", Instant.now(), false),
                Actor.SYSTEM);

        await().atMost(LONG).until(() -> mine("curator").contains("https://vk.com/wall-5_6"));
        assertThat(mine("curator")).containsIgnoringCase("срочны").contains("п. 16 регламента");
    }

    @Test
    @Clause({"LB-4", "LB-8"})
    void controllerIsToldOfTheNewIncident_andTheCuratorWhenItCannotBePublished() {
        String district = "barnaul-leninsky";
        person("controller", district, null, "controller", null);
        person("curator", district, null, "curator", null);
        register(district);
        await().atMost(LONG).until(() -> mine("controller").contains("№ 7"));

        fact(district, 2, new IncidentFact.ManualPublicationNeeded(UUID.randomUUID(), "COMMENTS_CLOSED"), Actor.SYSTEM);

        await().atMost(LONG).until(() -> !mine("curator").isEmpty());
        assertThat(mine("curator")).contains("Нужна публикация вручную").contains("п. 8 регламента");
    }

    @Test
    @Clause({"LB-4", "LB-12"})
    void whatWasScreenedByMistake_isToldWhenItComesBack_againIfThatWasTakenBack_andNeverTwice() {
        String district = "barnaul-leninsky";
        person("controller", district, null, "controller", null);
        person("mayor", district, null, "leadership", null);
        register(district, Importance.ELEVATED, Screening.THREAT);
        fact(district, 2, new IncidentFact.IncidentRestored("Ошибка"), Actor.SYSTEM);
        await().atMost(LONG)
                .until(() -> !mine("mayor").isEmpty() && mine("controller").contains("№ 7"));
        int told = Publisher.query("select name from notice where incident_id = ?", incident)
                .size();
        assertThat(told).isEqualTo(2);

        Classification again = new Classification(
                "Дороги", "Ямы", null, Importance.ELEVATED, Screening.THREAT, 0.9, List.of(), "test/1");
        fact(district, 3, new IncidentFact.StepUndone(1, "SCREENED_OUT", null, again), Actor.SYSTEM);
        fact(district, 4, new IncidentFact.IncidentRestored("Всё же ошибка"), Actor.SYSTEM);
        await().atMost(LONG).until(() -> live() == 2);
        fact(district, 5, new IncidentFact.IncidentScreenedOut(Screening.JUDGED, "Спам"), Actor.SYSTEM);
        fact(district, 6, new IncidentFact.IncidentRestored("Не спам"), Actor.SYSTEM);
        fact(district, 7, new IncidentFact.IncidentRouted(organ, "Отдел", false, null), Actor.SYSTEM);
        await().atMost(LONG).until(() -> organs().equals(List.of(organ)));
        assertThat(Publisher.query("select name from notice where incident_id = ? and version = 6", incident))
                .isEmpty();
    }

    private int live() {
        return Publisher.query(
                        "select name from notice where incident_id = ? and version = 4 and state <> 'VOID'", incident)
                .size();
    }

    @Test
    @Clause({"VP-6", "LP-5"})
    void whileSomebodyIsAway_theSubstituteIsTold() {
        person("away", ALTAI, organ, "executor", null);
        person("standin", ALTAI, organ + "-other", "executor", null);
        UUID absence = UUID.randomUUID();
        Publisher.tell(
                UUID.randomUUID(),
                new AbsenceNoted(
                        absence,
                        ALTAI,
                        id("away"),
                        id("standin"),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(3600)));
        await().atMost(LONG)
                .until(() -> Publisher.query("select 1 from absence where id = ?", absence.toString())
                                .size()
                        == 1);

        Publisher.tell(
                UUID.randomUUID(), deadline(incident, new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO, null));
        await().atMost(LONG).until(() -> to("standin").size() == 1);
        assertThat(to("standin").getFirst()).contains("Вы замещаете: Имя away");
        assertThat(ordered("away")).isEmpty();

        Publisher.remove(Topics.REFERENCE_ABSENCES, absence.toString());
        await().atMost(LONG)
                .until(() -> Publisher.query("select 1 from absence where id = ?", absence.toString())
                        .isEmpty());
        Publisher.tell(
                UUID.randomUUID(),
                deadline(UUID.randomUUID(), new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO, null));
        await().atMost(LONG).until(() -> to("away").size() == 1);
    }

    @Test
    void letterWhoseSenderDied_isSentAgainUnderItsOldMessageId() {
        person("twice", ALTAI, organ, "executor", null);
        Publisher.tell(
                UUID.randomUUID(), deadline(incident, new DeadlineFact.DeadlineBreached(), organ, Duration.ZERO, null));
        await().atMost(LONG)
                .until(() -> Publisher.query("select state from letter where incident_id = ?", incident)
                        .equals(List.of("SENT")));

        Publisher.execute(
                "update letter set state = 'SENDING', next_at = now() - interval '1 minute' where incident_id = '"
                        + incident + "'");

        await().atMost(LONG).until(() -> messages("twice").size() == 2);
        assertThat(messages("twice").stream().map(DeadlineLetterIT::messageId).distinct())
                .hasSize(1);
    }

    private String id(String name) {
        return name + "-" + mark;
    }

    private void person(
            String name, String jurisdiction, @Nullable String organ, String role, @Nullable List<String> over) {
        Publisher.tell(
                UUID.randomUUID(),
                new PersonDescribed(
                        id(name), jurisdiction, organ, "Имя " + name, role, id(name) + "@otklik.example", over));
        await().atMost(LONG)
                .until(() -> !Publisher.query("select 1 from person where id = ?", id(name))
                        .isEmpty());
    }

    private void register(String jurisdiction) {
        register(jurisdiction, Importance.NORMAL, Screening.CLEAN);
    }

    private void register(String jurisdiction, Importance importance, Screening screening) {
        Classification classification =
                new Classification("Дороги", "Ямы", null, importance, screening, 0.9, List.of(), "test/1");
        fact(
                jurisdiction,
                1,
                new IncidentFact.IncidentRegistered(
                        "7", Channel.VK, PostKind.POST, null, classification, Instant.now()),
                Actor.SYSTEM);
    }

    private void fact(String jurisdiction, long version, IncidentFact fact, Actor by) {
        Publisher.tell(UUID.randomUUID(), new IncidentEvent(incident, jurisdiction, version, Instant.now(), by, fact));
    }

    /** Of the night: nobody is told before it is over. */
    private static DeadlineEvent deadline(UUID incident, DeadlineFact fact, String organ, Duration dueIn) {
        return deadline(incident, fact, organ, dueIn, Instant.now().plus(NIGHT));
    }

    private static DeadlineEvent deadline(
            UUID incident, DeadlineFact fact, String organ, Duration dueIn, @Nullable Instant tellAt) {
        Instant now = Instant.now();
        return new DeadlineEvent(
                incident,
                ALTAI,
                UUID.nameUUIDFromBytes(incident.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "publish",
                "Опубликовать ответ",
                "AK-8",
                organ,
                now.minus(Duration.ofHours(3)),
                now.plus(dueIn),
                now,
                2,
                fact,
                "executor",
                organ,
                tellAt);
    }

    private static List<String> states(UUID incident) {
        return Publisher.query("select state from notice where incident_id = ? and sort not in ('assigned')", incident);
    }

    /** Letters about one notice are ordered together: whoever has none when another has, gets none. */
    private List<String> ordered(String name) {
        return Publisher.query("select message_id from letter where person_id = ?", id(name));
    }

    /** What that person was told of this incident, put together. */
    private String mine(String name) {
        return String.join(
                "\n",
                to(name).stream()
                        .filter(text -> text.contains("/incidents/" + incident))
                        .toList());
    }

    private List<String> to(String name) {
        return messages(name).stream().map(DeadlineLetterIT::text).toList();
    }

    private List<MimeMessage> messages(String name) {
        return Arrays.stream(Publisher.mail().getReceivedMessages())
                .filter(message -> recipients(message).contains(id(name) + "@"))
                .toList();
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
