package otklik.routing.incident.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Grant;
import otklik.regulation.Workflow;
import otklik.routing.directory.core.Organ;
import otklik.routing.incident.core.Cooperation.Part;
import otklik.routing.incident.core.Cooperation.Status;

/** Several organs at one incident: one after another or all at once, as the profile has it. */
final class PartRules {

    private PartRules() {}

    static Decision decide(Incident incident, PartCommand command, Asking asking, Grant grant) {
        return switch (command) {
            case PartCommand.EngageOrgans engage -> EngagementRules.engage(incident, engage, asking, grant);
            case PartCommand.Contribute contribute -> contribute(incident, contribute, asking, grant);
            case PartCommand.AgreeContribution agree ->
                chosen(incident, agree.organ(), Status.PROPOSED, asking)
                        .map(part -> new Decision.Accepted(handedOver(incident, part, asking)))
                        .map(Decision.class::cast)
                        .orElseGet(() -> noPart(Step.AGREE_CONTRIBUTION, asking));
            case PartCommand.DeclineContribution decline -> decline(incident, decline, asking);
            case PartCommand.AcceptContribution accept ->
                chosen(incident, accept.organ(), Status.SUBMITTED, asking)
                        .map(part -> Decision.accept(accepted(incident, part.organ())))
                        .orElseGet(() -> noPart(Step.ACCEPT_CONTRIBUTION, asking));
            case PartCommand.ReworkContribution rework -> rework(incident, rework, asking, grant);
        };
    }

    private static Decision contribute(Incident incident, PartCommand.Contribute command, Asking asking, Grant grant) {
        String clause = asking.clause(Step.CONTRIBUTE);
        Optional<Decision> refusal = Texts.refusal(command.text(), clause)
                .or(() -> AttachmentRules.refusal(command.attachments(), asking, clause));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Part asked = several(incident).part(grant.organ()).filter(Part::isOpen).orElseThrow();
        Part written = asked.written(
                Status.PROPOSED,
                command.text(),
                asked.round() + 1,
                asking.as(grant),
                asking.now(),
                AttachmentRules.named(command.attachments(), asking));
        Workflow.Step agreement = asking.regulation().workflow().internalAgreement();
        boolean agreed =
                agreement == null || agreement.by().name().equals(grant.role().name());
        return agreed
                ? new Decision.Accepted(handedOver(incident, written, asking))
                : Decision.accept(new PartFact.ContributionProposed(
                        written.organ(),
                        command.text(),
                        written.round(),
                        asking.as(grant),
                        asking.now(),
                        written.attachments()));
    }

    /** The part leaves its organ. In a sequence the next one's turn comes. */
    private static List<Fact> handedOver(Incident incident, Part part, Asking asking) {
        Cooperation several = several(incident);
        boolean sequence = !several.isParallel();
        List<Fact> facts = new ArrayList<>();
        facts.add(new PartFact.ContributionSubmitted(
                part.organ(),
                Objects.requireNonNull(part.text()),
                part.round(),
                Objects.requireNonNull(part.by()),
                asking.now(),
                sequence,
                part.attachments()));
        if (sequence) {
            facts.addAll(turn(incident.after(facts), asking));
        } else if (isAmended(several, part, asking)) {
            facts.add(accepted(incident, part.organ()));
        }
        return facts;
    }

    /** KH-12, KH-13: a part amended as asked counts without being looked at again. */
    private static boolean isAmended(Cooperation several, Part part, Asking asking) {
        return asking.regulation().workflow().rework().then() == Workflow.AfterRework.PUBLICATION
                && several.part(part.organ())
                        .filter(old -> old.status() == Status.REWORK)
                        .isPresent();
    }

    private static Fact accepted(Incident incident, String organ) {
        return new PartFact.ContributionAccepted(organ, several(incident).isCompleteBut(organ));
    }

    /** Whom a sequence asks next: the first that waits, or at the end the lead, who gets the incident itself. */
    static List<Fact> turn(Incident incident, Asking asking) {
        Cooperation several = several(incident);
        boolean busy = several.parts().stream().anyMatch(part -> !part.isOver() && part.status() != Status.WAITING);
        if (busy) {
            return List.of();
        }
        return several.in(Status.WAITING)
                .findFirst()
                .map(part -> List.<Fact>of(EngagementRules.request(part.organ(), asking)))
                .orElseGet(() -> lead(incident, several.lead(), asking));
    }

    private static List<Fact> lead(Incident incident, @Nullable String lead, Asking asking) {
        Optional<Organ> organ =
                lead == null ? Optional.empty() : asking.directory().find(lead);
        return organ.isEmpty()
                ? List.of()
                : List.of(
                        new PartFact.ContributionRequested(
                                organ.get().id(), organ.get().name(), true),
                        AssignmentRules.routed(organ.get(), incident));
    }

    private static Decision decline(Incident incident, PartCommand.DeclineContribution command, Asking asking) {
        if (command.comment().isEmpty()) {
            return Decision.reject(
                    Reason.REASON_REQUIRED,
                    "Напишите исполнителю, что исправить.",
                    asking.clause(Step.DECLINE_CONTRIBUTION));
        }
        return chosen(incident, command.organ(), Status.PROPOSED, asking)
                .map(part -> Decision.accept(new PartFact.ContributionDeclined(part.organ(), command.comment())))
                .orElseGet(() -> noPart(Step.DECLINE_CONTRIBUTION, asking));
    }

    private static Decision rework(
            Incident incident, PartCommand.ReworkContribution command, Asking asking, Grant grant) {
        return ApprovalRules.refusal(command.reasons(), command.comment(), command.dueAt(), asking, grant)
                .orElseGet(() -> chosen(incident, command.organ(), Status.SUBMITTED, asking)
                        .map(part -> Decision.accept(new PartFact.ContributionReworkRequested(
                                part.organ(), command.reasons(), command.comment(), command.dueAt())))
                        .orElseGet(() -> noPart(Step.REWORK_CONTRIBUTION, asking)));
    }

    static Decision giveBack(Incident incident, String organ, String reason, Asking asking) {
        Cooperation several = several(incident);
        boolean last = several.isCompleteBut(organ)
                && several.in(Status.ACCEPTED).findAny().isPresent();
        List<Fact> facts = new ArrayList<>();
        facts.add(new PartFact.ContributionReturned(organ, reason, last));
        Incident after = incident.after(facts);
        Cooperation left = after.cooperation();
        if (left != null && !left.isParallel()) {
            facts.addAll(turn(after, asking));
        }
        return new Decision.Accepted(facts);
    }

    /** Takes back what was asked of others, when one organ gets the incident alone; what was given stays to be seen. */
    static List<Fact> leaveTo(Incident incident, String organ) {
        Cooperation several = incident.cooperation();
        if (several == null || (several.isComplete() && organ.equals(several.lead()))) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        several.parts().stream()
                .filter(part -> !part.isOver() && part.status() != Status.WAITING)
                .forEach(part -> facts.add(new PartFact.ContributionWithdrawn(part.organ())));
        List<String> given = several.in(Status.ACCEPTED).map(Part::organ).toList();
        facts.add(new PartFact.OrgansEngaged(given, organ, several.mode(), null, null));
        return facts;
    }

    /** The part of that organ, or the only one there is; for an organ's own official only their own. */
    private static Optional<Part> chosen(Incident incident, String organ, Status status, Asking asking) {
        Stream<Part> parts = several(incident).in(status);
        List<Part> fitting = parts.filter(
                        part -> organ.isEmpty() || part.organ().equals(organ))
                .filter(part -> mayTouch(part, status, incident, asking))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static boolean mayTouch(Part part, Status status, Incident incident, Asking asking) {
        Workflow.Step agreement = asking.regulation().workflow().internalAgreement();
        return status != Status.PROPOSED
                || (agreement != null
                        && Seat.of(agreement.by(), part.organ())
                                .grant(asking.caller(), incident.jurisdiction(), asking.directory())
                                .isPresent());
    }

    private static Decision noPart(Step step, Asking asking) {
        return Decision.reject(
                Reason.UNKNOWN_PART, "Назовите орган (organ), часть которого ждёт этого шага.", asking.clause(step));
    }

    static Cooperation several(Incident incident) {
        return Objects.requireNonNull(incident.cooperation(), "no several organs");
    }
}
