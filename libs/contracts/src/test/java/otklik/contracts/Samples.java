package otklik.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.post.Author;
import otklik.contracts.post.Origin;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.post.PostReceived;
import otklik.contracts.promise.PromiseDue;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.contracts.reference.AbsenceNoted;
import otklik.contracts.reference.OrganDescribed;
import otklik.contracts.reference.PersonDescribed;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.sla.TimeSpent;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;

/** One event of every type, to begin a new type's sample with. The files under {@code samples/} are the contract, not this. */
final class Samples {

    private static final Instant AT = Instant.parse("2026-04-30T08:59:00Z");
    private static final UUID ID = UUID.fromString("0b0a1f3e-5d0c-5b8e-9a59-3f2f3a4d7b11");
    private static final UUID REPLY = UUID.fromString("7d1f3c52-8a55-4c5e-8a3e-1f0f5a6d7c12");
    private static final String KRAI = "altai-krai";
    private static final String ORGAN = "altai-krai.transport";
    private static final Map<String, String> ADDRESS = Map.of("owner_id", "-217000001", "post_id", "77");
    private static final Classification CLASSIFICATION = new Classification(
            "Дороги",
            "Ямы на дорогах",
            "Барнаул",
            Importance.NORMAL,
            Screening.CLEAN,
            0.93,
            List.of("слово «яма» → Дороги"),
            "keywords/1");
    private static final Author AUTHOR = new Author("100500", "Иван Тестов", "https://vk.com/id100500");
    private static final PostKey POST = new PostKey(Channel.VK, "-217000001_77");
    private static final String URL = "https://vk.com/wall-217000001_77";
    private static final Actor EXECUTOR = new Actor("executor.altai", "Игорь Савин", "executor", ORGAN);

    private Samples() {}

    static Stream<Event> all() {
        return Stream.of(
                        Stream.<Event>of(
                                new PostReceived(
                                        KRAI,
                                        POST,
                                        PostKind.POST,
                                        Origin.WEBHOOK,
                                        URL,
                                        "На улице яма.",
                                        AUTHOR,
                                        ADDRESS,
                                        AT,
                                        AT,
                                        new PostReceived.Given("Дороги", "Ямы на дорогах", "Барнаул")),
                                new IncidentDetected(
                                        ID,
                                        KRAI,
                                        POST,
                                        PostKind.POST,
                                        URL,
                                        "На улице яма.",
                                        AUTHOR,
                                        ADDRESS,
                                        AT,
                                        AT,
                                        CLASSIFICATION),
                                new TimeSpent(
                                        ID,
                                        KRAI,
                                        9,
                                        AT,
                                        AT.plusSeconds(36_000),
                                        Duration.ofHours(10),
                                        List.of(
                                                new TimeSpent.Part("curator", null, false, Duration.ofMinutes(20)),
                                                new TimeSpent.Part("organ", ORGAN, false, Duration.ofMinutes(400)),
                                                new TimeSpent.Part(
                                                        "non-working", null, false, Duration.ofMinutes(180)))),
                                new PromiseDue(
                                        UUID.fromString("5b0a3c7e-6a0f-5d0e-9c55-0a4f1d6b7e21"),
                                        ID,
                                        KRAI,
                                        ORGAN,
                                        LocalDate.parse("2026-11-10"),
                                        AT),
                                new ExecutorsChanged(
                                        UUID.fromString("0d7b8f64-3a1e-4a53-9f0e-2f6a1c9b7d30"),
                                        KRAI,
                                        ORGAN,
                                        "Министерство транспорта",
                                        List.of(new ExecutorsChanged.Executor("executor.altai", "Игорь Савин", null)),
                                        List.of(new ExecutorsChanged.Executor(
                                                "executor2.altai", "Ольга Нечаева", LocalDate.parse("2026-04-20"))),
                                        List.of(),
                                        LocalDate.parse("2026-04-20"),
                                        AT,
                                        "KH-5",
                                        AT.plusSeconds(3600),
                                        "responsible",
                                        List.of("Мария Громова")),
                                new OrganDescribed(ORGAN, KRAI, "Министерство транспорта", "altai-krai.government"),
                                new PersonDescribed(
                                        "executor.altai",
                                        KRAI,
                                        ORGAN,
                                        "Игорь Савин",
                                        "executor",
                                        "executor.altai@otklik.example"),
                                new AbsenceNoted(
                                        ID,
                                        KRAI,
                                        "executor.altai",
                                        "executor2.altai",
                                        AT,
                                        AT.plus(Duration.ofDays(14)))),
                        incidentFacts().map(fact -> new IncidentEvent(ID, KRAI, 3, AT, EXECUTOR, fact)),
                        surgeFacts().map(Samples::surge),
                        deadlineFacts().map(Samples::deadline),
                        publicationFacts().map(fact -> new PublicationEvent(ID, KRAI, REPLY, Channel.VK, AT, fact)))
                .flatMap(events -> events);
    }

    private static Stream<IncidentFact> incidentFacts() {
        return Stream.of(
                new IncidentFact.IncidentRegistered(
                        "AK-2026-000123", Channel.VK, PostKind.POST, URL, CLASSIFICATION, AT),
                new IncidentFact.IncidentScreenedOut(Screening.THREAT, "угроза"),
                new IncidentFact.IncidentRestored("не угроза"),
                new IncidentFact.ClassificationCorrected("ЖКХ", "Отопление", "Бийск", Importance.ELEVATED),
                new IncidentFact.IncidentRouted(ORGAN, "Министерство транспорта", true, "дороги и транспорт"),
                new IncidentFact.IncidentReturned(ORGAN, "дорога городская"),
                new IncidentFact.WorkStarted(ORGAN),
                new IncidentFact.DraftSubmitted(ReplyKind.FINAL, 1),
                new IncidentFact.ReworkRequested(List.of("substance"), "Когда сделают?"),
                new IncidentFact.ReplyApproved(REPLY, ReplyKind.FINAL, "Здравствуйте!", Channel.VK, URL, ADDRESS, true),
                new IncidentFact.ManualPublicationNeeded(REPLY, "COMMENTS_CLOSED"),
                new IncidentFact.ReplyPublished(REPLY, ReplyKind.FINAL, URL + "?reply=512", AT, false),
                new IncidentFact.NoReactionDecided("нет вопроса"),
                new IncidentFact.IncidentClosed("нет технической возможности"),
                new IncidentFact.OrgansEngaged(List.of("altai-krai.housing", ORGAN), ORGAN, "sequential-with-lead"),
                new IncidentFact.ContributionRequested("altai-krai.housing", "Министерство ЖКХ", false),
                new IncidentFact.ContributionProposed(ORGAN, 1),
                new IncidentFact.ContributionDeclined(ORGAN, "Нет срока"),
                new IncidentFact.ContributionSubmitted(ORGAN, 1),
                new IncidentFact.ContributionAccepted(ORGAN, true),
                new IncidentFact.ContributionReworkRequested(
                        ORGAN, List.of("contacts"), "Нет телефона", AT.plusSeconds(3600)),
                new IncidentFact.ContributionReturned(ORGAN, "дорога городская", false),
                new IncidentFact.ContributionWithdrawn(ORGAN),
                new IncidentFact.DraftProposed(ReplyKind.FINAL, 1, ORGAN),
                new IncidentFact.DraftDeclined(ORGAN, "Нет срока"),
                new IncidentFact.DraftEdited(1),
                new IncidentFact.ApprovalGiven("controller", "curator"),
                new IncidentFact.CompetenceConfirmed(ORGAN),
                new IncidentFact.ReturnedToCurator("дорога краевая"),
                new IncidentFact.HandedDown("двор районный"),
                new IncidentFact.AuthorAnswered(ORGAN),
                new IncidentFact.RepeatLinked(REPLY, "AK-2026-000007"),
                new IncidentFact.IncidentReopened(ORGAN, "яма снова"),
                new IncidentFact.MarkedAsAppeal("нужны личные документы"),
                new IncidentFact.PassOnDue("VP-10"),
                new IncidentFact.SignificanceAcknowledged("LP-22"),
                new IncidentFact.PassedUp("LP-22", "Губернатор", "служебной запиской № 17"),
                new IncidentFact.TermShortened(AT.plus(Duration.ofHours(2)), "Дорога закрыта, завтра праздник"),
                new IncidentFact.TermSet("barnaul-leninsky.housing", AT.plus(Duration.ofHours(3))),
                new IncidentFact.InterimGiven(REPLY, "VP-10", "Здравствуйте!", Channel.VK, URL, ADDRESS, true),
                new IncidentFact.InterimPublished(REPLY, URL, AT, false),
                new IncidentFact.StepUndone(2, "NEW", null, CLASSIFICATION));
    }

    private static Stream<SurgeFact> surgeFacts() {
        Instant from = AT.minus(Duration.ofHours(6));
        return Stream.of(
                new SurgeFact.SurgeNoticed(new SurgeFact.Counted(12, 14, from, AT, 1.25, 5)),
                new SurgeFact.SurgeGrew(new SurgeFact.Counted(24, 30, from, AT, 1.25, 5), 12),
                new SurgeFact.SurgeEnded(27),
                new SurgeFact.SurgeAcknowledged(),
                new SurgeFact.SurgePassedUp("Губернатор", "устно"));
    }

    private static SurgeEvent surge(SurgeFact fact) {
        return new SurgeEvent(
                UUID.fromString("0f4f8e9a-41a5-5c38-8a75-6f5d1b4a3c21"),
                "lipetsk-oblast",
                2,
                AT,
                Actor.SYSTEM,
                "Снег и лёд",
                "Липецк",
                "LP-21",
                fact);
    }

    private static Stream<DeadlineFact> deadlineFacts() {
        return Stream.of(
                new DeadlineFact.DeadlineSet("Срок — чт 14:37"),
                new DeadlineFact.DeadlineMet(false),
                new DeadlineFact.DeadlineMoved(AT, "Изменён календарь"),
                new DeadlineFact.DeadlineCancelled("возвращено"),
                new DeadlineFact.DeadlineLapsed(),
                new DeadlineFact.DeadlineWarned(50),
                new DeadlineFact.DeadlineBreached(),
                new DeadlineFact.DeadlineEscalated("responsible", "supervisor", AT.plusSeconds(7200)),
                new DeadlineFact.DeadlineReopened(true, false));
    }

    private static DeadlineEvent deadline(DeadlineFact fact) {
        return new DeadlineEvent(
                ID,
                KRAI,
                REPLY,
                "publish",
                "Опубликовать ответ",
                "AK-8",
                ORGAN,
                AT,
                AT.plusSeconds(36000),
                AT,
                3,
                fact);
    }

    private static Stream<PublicationFact> publicationFacts() {
        return Stream.of(
                new PublicationFact.PublicationSucceeded("512", URL + "?reply=512", AT, "9f86d081884c7d65"),
                new PublicationFact.PublicationRefused("COMMENTS_CLOSED", "213"));
    }
}
