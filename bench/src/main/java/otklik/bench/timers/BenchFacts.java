package otklik.bench.timers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.messaging.Envelope;

/** Facts of incidents of Altai Krai, as routing tells them: a registration sets three deadlines (route, publish, draft). */
final class BenchFacts {

    /** AK-6, calendar minutes: the only term that ends at the same distance day and night. */
    static final long ROUTE_MINUTES = 30;

    private static final String JURISDICTION = "altai-krai";
    private static final Classification CLASSIFICATION = new Classification(
            "Дороги", "Ямы", "Барнаул", Importance.NORMAL, Screening.CLEAN, 0.9, List.of(), "bench/1");

    private BenchFacts() {}

    static UUID incident(String series, int number) {
        return IncidentId.nameBased(series + ' ' + number);
    }

    static Envelope registered(UUID incident, Instant detectedAt) {
        Instant at = detectedAt.truncatedTo(ChronoUnit.MICROS);
        return envelope(
                incident,
                1,
                at,
                new IncidentFact.IncidentRegistered("АК-1", Channel.VK, PostKind.POST, null, CLASSIFICATION, at));
    }

    /** Its routing term ends at {@code dueAt}. */
    static Envelope registeredWithRouteDue(UUID incident, Instant dueAt) {
        return registered(incident, dueAt.minus(ROUTE_MINUTES, ChronoUnit.MINUTES));
    }

    /** Meets the term of publication and makes that of the draft void. */
    static Envelope published(UUID incident, Instant at) {
        return envelope(
                incident,
                2,
                at,
                new IncidentFact.ReplyPublished(
                        incident, ReplyKind.FINAL, "https://vk.example/wall-1_1?reply=2", at, false));
    }

    /** Makes all three void. */
    static Envelope closed(UUID incident, Instant at) {
        return envelope(incident, 2, at, new IncidentFact.IncidentClosed("измерение"));
    }

    private static Envelope envelope(UUID incident, long version, Instant at, IncidentFact fact) {
        return new Envelope(
                IncidentId.nameBased(incident + "/" + version),
                at,
                new IncidentEvent(incident, JURISDICTION, version, at, Actor.SYSTEM, fact),
                null);
    }
}
