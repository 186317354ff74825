package otklik.routing.incident;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Attachment;
import otklik.routing.incident.core.Cooperation;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.PartFact;
import otklik.routing.incident.core.StepFact;
import otklik.web.Problem;

/**
 * Who may look at an incident: those who watch over the whole jurisdiction, and the people of the organs that work on it. The post's author is
 * shown only to those who work on the answer. One rule for the card, the timeline and the evidence pack.
 */
public final class Visibility {

    static final String NOT_SEEN = "Это сообщение у другого органа или другой территории.";

    private static final Role[] WATCHERS = {
        Role.CURATOR, Role.CONTROLLER, Role.SUPERVISOR, Role.LEADERSHIP, Role.CHIEF, Role.OBSERVER, Role.ADMIN
    };
    private static final Set<Role> WORKERS = Set.of(Role.CURATOR, Role.CONTROLLER, Role.EXECUTOR, Role.RESPONSIBLE);

    private Visibility() {}

    /** @throws Problem 403 if the caller may not look */
    public static void require(Caller caller, String jurisdiction, List<String> organs) {
        if (!sees(caller, jurisdiction, organs)) {
            throw Problem.forbidden(NOT_SEEN);
        }
    }

    /** @param organs that work on the incident */
    public static boolean sees(Caller caller, String jurisdiction, List<String> organs) {
        return seesAll(caller, jurisdiction)
                || organs.stream().anyMatch(organ -> isOfOrgan(caller, jurisdiction, organ));
    }

    public static boolean seesAll(Caller caller, String jurisdiction) {
        return caller.has(jurisdiction, WATCHERS);
    }

    /** Whether the caller works on answers in the jurisdiction, and so may know whom they are for. */
    public static boolean seesAuthor(Caller caller, String jurisdiction) {
        return caller.grants().stream().anyMatch(grant -> grant.covers(jurisdiction) && WORKERS.contains(grant.role()));
    }

    /** Whether the caller has a part in the work, or answers for it: whoever only looks on writes nothing. */
    public static boolean takesPart(Caller caller, String jurisdiction, List<String> organs) {
        return caller.has(jurisdiction, Role.CURATOR, Role.CONTROLLER, Role.SUPERVISOR, Role.LEADERSHIP)
                || organs.stream().anyMatch(organ -> isOfOrgan(caller, jurisdiction, organ));
    }

    /**
     * Whether the caller may read the words and files that the organ gave as its part in that round: those who watch over all and its own
     * people always may, the others once they are handed over (LP-13).
     */
    public static boolean seesPart(Caller caller, Incident incident, String organ, int round) {
        Cooperation several = incident.cooperation();
        return seesInside(caller, incident, organ) || (several != null && several.isHandedOver(organ, round));
    }

    /** Whether the caller may read what is said about that organ's part until it is handed over: why it was sent back, and what to mend. */
    private static boolean seesInside(Caller caller, Incident incident, String organ) {
        return seesAll(caller, incident.jurisdiction()) || isOfOrgan(caller, incident.jurisdiction(), organ);
    }

    /** Whether the caller may read the words and files of a fact of the incident: the same that the card shows of them. */
    static boolean seesWords(Caller caller, Incident incident, Fact fact) {
        return switch (fact) {
            case StepFact.AuthorAnswered ignored -> seesAuthor(caller, incident.jurisdiction());
            case PartFact.ContributionProposed part -> seesPart(caller, incident, part.organ(), part.round());
            case PartFact.ContributionSubmitted part -> seesPart(caller, incident, part.organ(), part.round());
            case PartFact.ContributionDeclined part -> seesInside(caller, incident, part.organ());
            case PartFact.ContributionReworkRequested part -> seesInside(caller, incident, part.organ());
            case Fact ignored -> true;
        };
    }

    /**
     * Whether the caller may have a file of the incident. Where several organs work, one that stands only with an organ's part is seen as
     * the part is, and one that nothing names yet is its bringer's.
     *
     * @param broughtBy id of the person
     */
    static boolean seesFile(Caller caller, Incident incident, UUID file, String broughtBy) {
        Cooperation several = incident.cooperation();
        return several == null
                || seesAll(caller, incident.jurisdiction())
                || caller.id().equals(broughtBy)
                || (incident.draft() != null && names(incident.draft().attachments(), file))
                || (incident.reply() != null && names(incident.reply().attachments(), file))
                || several.parts().stream()
                        .filter(part -> names(part.attachments(), file))
                        .anyMatch(part -> seesPart(caller, incident, part.organ(), part.round()));
    }

    private static boolean names(@Nullable List<Attachment> files, UUID file) {
        return files != null && files.stream().anyMatch(each -> each.id().equals(file));
    }

    static boolean accountsFor(Caller caller, String jurisdiction) {
        return caller.has(jurisdiction, Role.CURATOR, Role.CONTROLLER, Role.SUPERVISOR, Role.LEADERSHIP, Role.ADMIN);
    }

    /** Whether the caller works in that organ. */
    public static boolean isOfOrgan(Caller caller, String jurisdiction, String organ) {
        return caller.grant(jurisdiction, organ, Role.EXECUTOR).isPresent()
                || caller.grant(jurisdiction, organ, Role.RESPONSIBLE).isPresent();
    }
}
