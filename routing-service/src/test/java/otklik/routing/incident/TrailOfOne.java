package otklik.routing.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Registration;

/** An incident of Altai Krai with its chained facts, as the database would give them. */
final class TrailOfOne {

    static final Instant AT = Instant.parse("2026-04-27T03:05:00.123456Z");
    static final String POST = "Во дворе темно.";
    /** A sign that ends a line for many a program, but not in a file of one fact a line. */
    static final String REASON = "Не к нам:\u2028свет чинит район";

    private static final IncidentDetected DETECTED = detected();

    private TrailOfOne() {}

    /** Registered, decided upon, and reopened. */
    static List<Fact> told() {
        List<Fact> facts = new ArrayList<>(Registration.facts(DETECTED, "АК-2026-000001", Optional.empty()));
        facts.add(new Fact.NoReactionDecided(REASON));
        facts.add(new Fact.IncidentRestored("Наш двор"));
        return facts;
    }

    static List<StoredFact> chained(List<Fact> facts) {
        List<StoredFact> chain = new ArrayList<>();
        for (Fact fact : facts) {
            chain.add(StoredFact.of(
                    DETECTED.incidentId(),
                    chain.size() + 1,
                    new UUID(0, chain.size()),
                    AT.plusSeconds(chain.size()),
                    Actor.SYSTEM,
                    fact,
                    null,
                    chain.isEmpty() ? StoredFact.NO_HASH : chain.getLast().hash()));
        }
        return chain;
    }

    static Incident incident(List<Fact> facts) {
        return Registration.blank(DETECTED, "АК-2026-000001").after(facts);
    }

    static Evidence.Kept kept(List<Fact> facts) {
        List<StoredFact> chain = chained(facts);
        return new Evidence.Kept(
                incident(facts),
                DETECTED.jurisdiction(),
                facts.size(),
                chain.getLast().hash(),
                POST,
                chain);
    }

    static EvidencePack pack() {
        Regulation regulation = Regulations.installed().get(DETECTED.jurisdiction(), AT);
        List<Fact> facts = told();
        List<StoredFact> chain = chained(facts);
        Stream<TimelineEntry> told = chain.stream().map(fact -> TimelineEntry.of(fact, regulation, any -> true));
        TimelineEntry deadline = new TimelineEntry(
                null,
                AT,
                "DeadlineSet",
                "Пошёл срок: направить",
                Actor.SYSTEM,
                "AK-6",
                Map.of("explanation", "30 минут"));
        return new EvidencePack(
                incident(facts),
                regulation,
                chain,
                Stream.concat(told, Stream.of(deadline)).toList(),
                POST);
    }

    private static IncidentDetected detected() {
        PostKey post = new PostKey(Channel.VK, "trail-1");
        return new IncidentDetected(
                IncidentId.of("altai-krai", post),
                "altai-krai",
                post,
                PostKind.POST,
                null,
                POST,
                null,
                Map.of("owner_id", "-1", "post_id", "стена 77"),
                null,
                AT,
                new Classification("Двор", "Свет", null, Importance.NORMAL, Screening.CLEAN, 0.4, List.of(), "test"));
    }
}
