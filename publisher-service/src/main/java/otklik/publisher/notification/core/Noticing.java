package otklik.publisher.notification.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.incident.Screening;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.promise.PromiseDue;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.publisher.notification.core.Notice.Sort;
import otklik.regulation.Escalation;
import otklik.regulation.Letters;
import otklik.regulation.Letters.Occasion;
import otklik.regulation.Letters.Tell;
import otklik.regulation.Regulation;
import otklik.regulation.Role;
import otklik.regulation.time.OutsideCalendarException;

/** Who is told what when. The same in every jurisdiction: new work, breaches, the ladder; everything else is the profile's. */
public final class Noticing {

    private Noticing() {}

    /**
     * @param unannounced importance of an incident that nobody has been told of, because it was screened out when it came; null otherwise
     * @param regulation that binds; null where the installation has none: then only what needs no profile is told
     */
    public static List<Notice> of(
            IncidentEvent event, @Nullable Importance unannounced, @Nullable Regulation regulation) {
        return switch (event.fact()) {
            case IncidentFact.IncidentRouted routed -> List.of(work(event, Sort.ASSIGNED, routed.organ()));
            // The lead is sent the incident itself at the same instant.
            case IncidentFact.ContributionRequested asked ->
                asked.lead() ? List.of() : List.of(work(event, Sort.PART, asked.organ()));
            case IncidentFact fact ->
                regulation == null
                        ? List.of()
                        : occasion(fact, unannounced).stream()
                                .flatMap(about ->
                                        tells(about, fact, regulation.profile().letters()))
                                .map(tell -> told(event, tell, regulation))
                                .toList();
        };
    }

    /** A significant incident that is new is told to all who are told of any new one, too. */
    private static Stream<Tell> tells(Occasion about, IncidentFact fact, Letters letters) {
        boolean isNew =
                fact instanceof IncidentFact.IncidentRegistered || fact instanceof IncidentFact.IncidentRestored;
        return about == Occasion.SIGNIFICANT && isNew
                ? Stream.concat(letters.about(about).stream(), letters.about(Occasion.REGISTERED).stream())
                : letters.about(about).stream();
    }

    private static Notice work(IncidentEvent event, Sort sort, String organ) {
        String name = event.incidentId() + "." + event.version();
        return new Notice(name, sort, List.of("executor"), organ, null, event.at(), null, null);
    }

    private static Notice told(IncidentEvent event, Tell tell, Regulation regulation) {
        List<String> roles = tell.to().stream().map(Noticing::wire).toList();
        String name = event.incidentId() + "." + event.version() + "." + String.join("-", roles);
        Instant tellAt = tellAt(tell, event.at(), regulation);
        return new Notice(name, Sort.OCCURRED, roles, organ(event.fact()), null, tellAt, null, tell.clause());
    }

    private static String wire(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Instant tellAt(Tell tell, Instant at, Regulation regulation) {
        return switch (tell.when()) {
            case AT_ONCE -> at;
            case NEXT_MORNING -> nextMorning(at, regulation);
        };
    }

    private static Instant nextMorning(Instant at, Regulation regulation) {
        ZoneId zone = regulation.zone();
        Instant midnight =
                at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        try {
            return regulation.time().nextOpening(midnight);
        } catch (OutsideCalendarException e) {
            // No calendar is decreed that far: better told at once than never.
            return at;
        }
    }

    /** Which occasion the fact is, if it is one. */
    static Optional<Occasion> occasion(IncidentFact fact, @Nullable Importance unannounced) {
        return switch (fact) {
            case IncidentFact.IncidentRegistered registered -> occasion(registered.classification());
            // What was screened out by mistake is news now, and only now.
            case IncidentFact.IncidentRestored ignored ->
                Optional.ofNullable(unannounced).map(Noticing::occasion);
            case IncidentFact.HandedDown ignored -> Optional.of(Occasion.REGISTERED);
            case IncidentFact.ClassificationCorrected corrected ->
                corrected.importance() == Importance.ELEVATED ? Optional.of(Occasion.SIGNIFICANT) : Optional.empty();
            case IncidentFact.IncidentScreenedOut ignored -> Optional.of(Occasion.SCREENED_OUT);
            case IncidentFact.DraftSubmitted draft ->
                Boolean.TRUE.equals(draft.urgent()) ? Optional.of(Occasion.URGENT_DRAFT) : Optional.empty();
            case IncidentFact.PassOnDue ignored -> Optional.of(Occasion.PASS_ON_DUE);
            case IncidentFact.TermShortened ignored -> Optional.of(Occasion.TERM_SHORTENED);
            case IncidentFact.TermSet ignored -> Optional.of(Occasion.TERM_SET);
            case IncidentFact.ReworkRequested ignored -> Optional.of(Occasion.DRAFT_RETURNED);
            case IncidentFact.ContributionReworkRequested ignored -> Optional.of(Occasion.DRAFT_RETURNED);
            case IncidentFact.ManualPublicationNeeded ignored -> Optional.of(Occasion.MANUAL_PUBLICATION);
            case IncidentFact.ReplyPublished ignored -> Optional.of(Occasion.PUBLISHED);
            case IncidentFact other -> Optional.empty();
        };
    }

    private static Optional<Occasion> occasion(Classification of) {
        if (of.screening() != Screening.CLEAN) {
            return Optional.empty();
        }
        return Optional.of(occasion(of.importance()));
    }

    private static Occasion occasion(Importance importance) {
        return importance == Importance.ELEVATED ? Occasion.SIGNIFICANT : Occasion.REGISTERED;
    }

    private static @Nullable String organ(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.DraftSubmitted draft -> draft.organ();
            case IncidentFact.ContributionReworkRequested part -> part.organ();
            case IncidentFact.TermSet set -> set.organ();
            case IncidentFact other -> null;
        };
    }

    /** Whom a surge is told: when it begins, and again when it has grown a lot. */
    public static List<Notice> of(SurgeEvent event, @Nullable Regulation regulation) {
        return switch (event.fact()) {
            case SurgeFact.SurgeNoticed ignored -> surge(event, regulation);
            case SurgeFact.SurgeGrew ignored -> surge(event, regulation);
            case SurgeFact.SurgeEnded ignored -> List.of();
            case SurgeFact.SurgeAcknowledged ignored -> List.of();
            case SurgeFact.SurgePassedUp ignored -> List.of();
        };
    }

    private static List<Notice> surge(SurgeEvent event, @Nullable Regulation regulation) {
        return regulation == null
                ? List.of()
                : regulation.profile().letters().about(Occasion.SURGE).stream()
                        .map(tell -> surge(event, tell, regulation))
                        .toList();
    }

    private static Notice surge(SurgeEvent event, Tell tell, Regulation regulation) {
        List<String> roles = tell.to().stream().map(Noticing::wire).toList();
        String name = event.surgeId() + "." + event.version() + "." + String.join("-", roles);
        Instant tellAt = tellAt(tell, event.at(), regulation);
        return new Notice(name, Sort.SURGE, roles, null, null, tellAt, null, tell.clause());
    }

    /** Who is asked what became of a promise: whoever the profile names; the curator where no organ has the incident. */
    public static List<Notice> of(PromiseDue event, @Nullable Regulation regulation) {
        return regulation == null
                ? List.of()
                : regulation.profile().letters().about(Occasion.PROMISE_DUE).stream()
                        .map(tell -> promise(event, tell, regulation))
                        .toList();
    }

    private static Notice promise(PromiseDue event, Tell tell, Regulation regulation) {
        List<String> roles = event.organ() == null
                ? List.of(wire(Role.CURATOR))
                : tell.to().stream().map(Noticing::wire).toList();
        String name = event.promiseId() + "." + event.dueOn() + "." + String.join("-", roles);
        return new Notice(
                name,
                Sort.PROMISE,
                roles,
                event.organ(),
                null,
                tellAt(tell, event.at(), regulation),
                null,
                tell.clause());
    }

    /** Who is told that an organ has other executors: whoever the profile names. */
    public static List<Notice> of(ExecutorsChanged event, @Nullable Regulation regulation) {
        return regulation == null
                ? List.of()
                : regulation.profile().letters().about(Occasion.EXECUTOR_CHANGED).stream()
                        .map(tell -> executors(event, tell, regulation))
                        .toList();
    }

    private static Notice executors(ExecutorsChanged event, Tell tell, Regulation regulation) {
        List<String> roles = tell.to().stream().map(Noticing::wire).toList();
        String name = event.changeId() + "." + String.join("-", roles);
        Instant tellAt = tellAt(tell, event.at(), regulation);
        return new Notice(name, Sort.EXECUTORS, roles, event.organ(), null, tellAt, null, tell.clause());
    }

    /**
     * Whom a deadline's fact is told.
     *
     * @param id of the event: the same happening has the same one
     */
    public static List<Notice> of(UUID id, DeadlineEvent event, @Nullable Regulation regulation) {
        Letters letters =
                regulation == null ? Letters.NONE : regulation.profile().letters();
        return switch (event.fact()) {
            case DeadlineFact.DeadlineWarned warned ->
                isWorthALetter(warned, letters)
                        ? List.of(of(id, event, Sort.WARNED, owner(event), event.dueAt()))
                        : List.of();
            case DeadlineFact.DeadlineBreached ignored -> List.of(of(id, event, Sort.BREACHED, owner(event), null));
            // Whoever owes it was told of the breach itself.
            case DeadlineFact.DeadlineEscalated step ->
                step.level().equals(owner(event))
                        ? List.of()
                        : List.of(of(id, event, Sort.ESCALATED, step.level(), null));
            case DeadlineFact.DeadlineMet met -> met.late() ? missed(id, event, regulation) : List.of();
            // The incident went another way after the term was missed: it was missed all the same (AK-19), unless there
            // never was one.
            case DeadlineFact.DeadlineCancelled cancelled ->
                event.at().isAfter(event.dueAt()) && !cancelled.reason().equals(DeadlineFact.DeadlineCancelled.UNDONE)
                        ? missed(id, event, regulation)
                        : List.of();
            case DeadlineFact other -> List.of();
        };
    }

    private static List<Notice> missed(UUID id, DeadlineEvent event, @Nullable Regulation regulation) {
        return regulation == null
                ? List.of()
                : regulation.profile().letters().about(Occasion.MISSED_TERM).stream()
                        .map(tell -> missed(id, event, tell, regulation))
                        .filter(notice -> !notice.roles().isEmpty())
                        .toList();
    }

    /** To those of the roles whom the ladder had not told by then. */
    private static Notice missed(UUID id, DeadlineEvent event, Tell tell, Regulation regulation) {
        List<String> roles = tell.to().stream()
                .filter(role -> regulation.escalations().stream()
                        .filter(step -> step.role() == role)
                        .allMatch(step -> reachedAt(step, event.dueAt(), regulation)
                                .map(reached -> reached.isAfter(event.at()))
                                .orElse(true)))
                .map(Noticing::wire)
                .toList();
        return new Notice(
                id + "." + String.join("-", roles),
                Sort.ESCALATED,
                roles,
                organ(event),
                event.deadlineId(),
                tellAt(tell, event.at(), regulation),
                null,
                tell.clause());
    }

    private static Notice of(UUID id, DeadlineEvent event, Sort sort, String role, @Nullable Instant uselessFrom) {
        Instant tellAt = Objects.requireNonNullElse(event.tellAt(), event.at());
        return new Notice(
                id.toString(), sort, List.of(role), organ(event), event.deadlineId(), tellAt, uselessFrom, null);
    }

    /** Empty where no calendar is decreed that far. */
    static Optional<Instant> reachedAt(Escalation step, Instant breachedAt, Regulation regulation) {
        try {
            return Optional.of(regulation.escalatedAt(step, breachedAt));
        } catch (OutsideCalendarException e) {
            return Optional.empty();
        }
    }

    private static boolean isWorthALetter(DeadlineFact.DeadlineWarned warned, Letters letters) {
        return Boolean.TRUE.equals(warned.lastSafe())
                ? letters.lastSafe()
                : letters.warnings().contains(warned.percent());
    }

    static String owner(DeadlineEvent event) {
        return Objects.requireNonNullElse(event.owner(), event.organ() == null ? "curator" : "executor");
    }

    static @Nullable String organ(DeadlineEvent event) {
        return event.concerns() == null ? event.organ() : event.concerns();
    }

    /** Names of several things, for one line. */
    static String joined(List<String> names) {
        return names.stream().distinct().sorted().collect(Collectors.joining(", "));
    }
}
