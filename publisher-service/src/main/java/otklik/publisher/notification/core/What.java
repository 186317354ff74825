package otklik.publisher.notification.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Importance;
import otklik.contracts.incident.IncidentEvent;
import otklik.contracts.incident.IncidentFact;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.promise.PromiseDue;
import otklik.contracts.sla.DeadlineEvent;
import otklik.contracts.sla.DeadlineFact;
import otklik.contracts.surge.SurgeEvent;
import otklik.contracts.surge.SurgeFact;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.regulation.Letters.Occasion;

/** What is told, as the events told it. */
public sealed interface What {

    /** New work for the organ (AK-6), alone or as one of several. */
    record Assigned(String organName) implements What {}

    /** A deadline draws near. */
    record Warned(Owed owed, int percent, boolean lastSafe) implements What {}

    /** Its holder missed it. */
    record Breached(Owed owed) implements What {}

    /**
     * Somebody's miss is told to whoever is above.
     *
     * @param nextLevel role that is told next, as in the profile; null at the top, or where nothing comes next
     */
    record Escalated(
            Owed owed, @Nullable String nextLevel, @Nullable Instant nextAt) implements What {}

    /** Something the profile finds worth a letter. {@code detail} is a link, a reason or an instant, if there is one. */
    record Occurred(
            Occasion about,
            String clause,
            @Nullable String organ,
            @Nullable String detail) implements What {}

    /**
     * Many write about the same in the same place.
     *
     * @param toldBefore how many people had written when it was last told; null when it is told for the first time
     */
    record Surged(Counted counted, @Nullable Integer toldBefore, String clause) implements What {}

    /** The day has come by which a reply promised something. {@code dueOn} is its last day. */
    record Promised(LocalDate dueOn, String clause) implements What {}

    /** An organ has other executors (KH-5). */
    record NewExecutors(ExecutorsChanged change) implements What {}

    /** The step that was told of was taken back at once: there is nothing to do. */
    record Withdrawn(What told) implements What {}

    /**
     * A deadline and who owes it.
     *
     * @param title the stage in Russian
     * @param owner role, lower case
     * @param organ whose work it is about
     * @param ended what became of it since, null while it stands open
     */
    record Owed(
            String title,
            String clause,
            Instant startedAt,
            Instant dueAt,
            String owner,
            @Nullable String organ,
            @Nullable Ended ended) {

        private Owed ended(Ended how) {
            return new Owed(title, clause, startedAt, dueAt, owner, organ, how);
        }
    }

    /** What became of a missed deadline meanwhile. */
    enum Ended {
        MET_LATE,
        CANCELLED
    }

    /** @param clause by which the profile wants it told; null for new work */
    static What of(
            IncidentEvent event, @Nullable Importance importance, @Nullable String organ, @Nullable String clause) {
        return switch (event.fact()) {
            case IncidentFact.IncidentRouted routed -> new Assigned(routed.organName());
            case IncidentFact.ContributionRequested asked -> new Assigned(asked.organName());
            case IncidentFact fact ->
                new Occurred(
                        Noticing.occasion(fact, importance)
                                .orElseThrow(() -> new IllegalStateException("nothing to tell: " + fact)),
                        Objects.requireNonNullElse(clause, ""),
                        organ,
                        detail(fact));
        };
    }

    /** @throws IllegalStateException for a fact that nobody is told of: a bug */
    static What of(DeadlineEvent event, @Nullable Ended ended) {
        Owed owed = new Owed(
                event.title(),
                event.clause(),
                event.startedAt(),
                event.dueAt(),
                Noticing.owner(event),
                Noticing.organ(event),
                ended);
        return switch (event.fact()) {
            case DeadlineFact.DeadlineWarned warned ->
                new Warned(owed, warned.percent(), Boolean.TRUE.equals(warned.lastSafe()));
            case DeadlineFact.DeadlineBreached ignored -> new Breached(owed);
            case DeadlineFact.DeadlineEscalated step -> new Escalated(owed, step.nextLevel(), step.nextAt());
            case DeadlineFact.DeadlineMet ignored -> new Escalated(owed.ended(Ended.MET_LATE), null, null);
            case DeadlineFact.DeadlineCancelled ignored -> new Escalated(owed.ended(Ended.CANCELLED), null, null);
            case DeadlineFact fact -> throw new IllegalStateException("nothing to tell: " + fact);
        };
    }

    /** @throws IllegalStateException for a fact that nobody is told of: a bug */
    static What of(PromiseDue event, @Nullable String clause) {
        return new Promised(event.dueOn(), Objects.requireNonNullElse(clause, ""));
    }

    static What of(SurgeEvent event) {
        return switch (event.fact()) {
            case SurgeFact.SurgeNoticed noticed -> new Surged(noticed.counted(), null, event.clause());
            case SurgeFact.SurgeGrew grew -> new Surged(grew.counted(), grew.toldBefore(), event.clause());
            case SurgeFact fact -> throw new IllegalStateException("nothing to tell: " + fact);
        };
    }

    private static @Nullable String detail(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.ReplyPublished published -> published.permalink();
            case IncidentFact.ManualPublicationNeeded needed -> needed.reason();
            case IncidentFact.TermShortened shortened -> shortened.dueAt().toString();
            case IncidentFact.TermSet set -> set.dueAt().toString();
            case IncidentFact other -> null;
        };
    }
}
