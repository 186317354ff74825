package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.ReplyKind;
import otklik.routing.learning.core.Lesson;

/** What facts teach of who is competent. What the system did by itself teaches nothing until the organ has answered. */
public final class Teaching {

    private Teaching() {}

    /** @param before the incident before the facts */
    public static List<Lesson> lessons(Incident before, List<? extends Fact> facts) {
        List<Lesson> lessons = new ArrayList<>();
        Incident incident = before;
        for (Fact fact : facts) {
            lessons.addAll(lessons(fact, incident));
            incident = fact.after(incident);
        }
        return lessons;
    }

    private static List<Lesson> lessons(Fact fact, Incident incident) {
        return switch (fact) {
            case Fact.IncidentRouted routed ->
                routed.automatic() ? List.of() : List.of(new Lesson.Went(routed.organ()));
            case Fact.IncidentReturned returned -> List.of(new Lesson.Refused(returned.organ()));
            case PartFact.OrgansEngaged engaged ->
                isTakenFromItsOrgan(engaged, incident) ? List.of(new Lesson.Withdrawn()) : List.of();
            case PartFact.ContributionReturned returned -> List.of(new Lesson.Refused(returned.organ()));
            case Fact.ReplyPublished published ->
                published.kind() == ReplyKind.FINAL ? answered(incident.organ()) : List.of();
            case Fact.IncidentScreenedOut ignored -> List.of(new Lesson.Withdrawn());
            case Fact.NoReactionDecided ignored -> List.of(new Lesson.Withdrawn());
            case Fact.ClassificationCorrected ignored -> List.of(new Lesson.Reclassified());
            case Fact other -> List.of();
        };
    }

    /** Several in place of the one that had it: that it went there was wrong, and to which one it goes instead nobody can say. */
    private static boolean isTakenFromItsOrgan(PartFact.OrgansEngaged engaged, Incident incident) {
        String organ = incident.organ();
        return organ != null
                && !organ.equals(engaged.lead())
                && !engaged.organs().contains(organ);
    }

    /** Nobody's, where the curator or the controller put the reply together. */
    private static List<Lesson> answered(@Nullable String organ) {
        return organ == null ? List.of() : List.of(new Lesson.Went(organ));
    }
}
