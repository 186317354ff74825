package otklik.sla.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.IncidentFact.IncidentRegistered;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKind;
import otklik.messaging.Envelope;

/** Facts of incidents, as routing tells them. */
final class Facts {

    static final String JURISDICTION = "altai-krai";
    static final String TRANSPORT = "altai-krai.transport";
    static final String HOUSING = "altai-krai.housing";

    private Facts() {}

    static IncidentFact registered(Instant detectedAt) {
        return registered(detectedAt, Screening.CLEAN);
    }

    static IncidentFact registered(Instant detectedAt, Screening screening) {
        Classification classification = new Classification(
                "Дороги", "Ямы", "Барнаул", Importance.NORMAL, screening, 0.9, List.of(), "keywords/1");
        return new IncidentRegistered("АК-1", Channel.VK, PostKind.POST, null, classification, detectedAt);
    }

    static IncidentFact routed(String organ) {
        return new IncidentFact.IncidentRouted(organ, "Орган " + organ, false, null);
    }

    static IncidentFact returned(String organ) {
        return new IncidentFact.IncidentReturned(organ, "Не наш вопрос");
    }

    static IncidentFact draft(ReplyKind kind) {
        return new IncidentFact.DraftSubmitted(kind, 1);
    }

    static IncidentFact rework() {
        return new IncidentFact.ReworkRequested(List.of("format"), null);
    }

    static IncidentFact approved(ReplyKind kind) {
        return new IncidentFact.ReplyApproved(replyId(), kind, "Ответ", Channel.VK, null, Map.of(), true);
    }

    static IncidentFact published(ReplyKind kind, Instant at) {
        return new IncidentFact.ReplyPublished(replyId(), kind, "https://vk.example/wall-1_1?reply=2", at, false);
    }

    static IncidentFact corrected(Importance importance) {
        return new IncidentFact.ClassificationCorrected("Дороги", "Ямы", null, importance);
    }

    static IncidentEvent event(UUID incident, String jurisdiction, long version, Instant at, IncidentFact fact) {
        return new IncidentEvent(incident, jurisdiction, version, at, Actor.SYSTEM, fact);
    }

    static IncidentEvent byAPerson(UUID incident, String jurisdiction, long version, Instant at, IncidentFact fact) {
        return new IncidentEvent(
                incident, jurisdiction, version, at, new Actor("curator.altai", "Анна", "curator", null), fact);
    }

    static IncidentFact undone(long backTo) {
        Classification classification = new Classification(
                "Дороги", "Ямы", "Барнаул", Importance.NORMAL, Screening.CLEAN, 0.9, List.of(), "keywords/1");
        return new IncidentFact.StepUndone(backTo, "NEW", null, classification);
    }

    static Envelope envelope(IncidentEvent event) {
        return new Envelope(IncidentId.nameBased(event.incidentId() + "/" + event.version()), event.at(), event, null);
    }

    static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static UUID replyId() {
        return IncidentId.nameBased("reply");
    }
}
