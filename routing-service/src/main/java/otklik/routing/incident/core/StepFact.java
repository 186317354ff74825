package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.ReplyKind;

/** Facts of steps that only some regulations know: agreement inside the organ, chains of approval, two tiers, repeats. */
public sealed interface StepFact extends Fact {

    /** Waits for agreement inside the organ (VP-16, LB-5, LP-9). */
    record DraftProposed(
            ReplyKind kind,
            String text,
            int round,
            Actor by,
            Instant at,
            @Nullable String organ,
            @Nullable Boolean urgent,
            @Nullable Boolean byEmail,
            @Nullable List<Attachment> attachments)
            implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.draft = new Incident.Draft(kind, text, by, at, round, null, urgent, byEmail, null, attachments);
                next.drafts = round;
                next.state = State.ON_AGREEMENT;
            });
        }
    }

    record DraftDeclined(@Nullable String organ, @Nullable String comment) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.rework = new Incident.Rework(List.of(), comment, null);
                next.state = State.IN_WORK;
            });
        }
    }

    /**
     * Keeps the words before and after, so that the difference can always be shown (VP-18).
     *
     * @param attachments the files from now on, null where they stayed as they were; those before stand in the facts before
     */
    record DraftEdited(
            int round,
            String before,
            String after,
            Actor by,
            @Nullable List<Attachment> attachments) implements StepFact {
        @Override
        public Incident after(Incident old) {
            Incident.Draft draft = old.draft();
            return draft == null ? old : old.with(next -> next.draft = draft.edited(after, by, attachments));
        }
    }

    /** One of several approvals, not the last; {@code approvals} counts them. */
    record ApprovalGiven(String role, String nextRole, int approvals) implements StepFact {
        @Override
        public Incident after(Incident before) {
            Incident.Draft draft = before.draft();
            return draft == null ? before : before.with(next -> next.draft = draft.approved(approvals));
        }
    }

    /** By the head of the organ, of the incident or of the organ's part in it. */
    record CompetenceConfirmed(String organ) implements StepFact {
        @Override
        public Incident after(Incident before) {
            Cooperation several = before.cooperation();
            return before.with(next -> {
                next.marks = organ.equals(before.organ()) ? before.marks().found() : before.marks();
                next.cooperation = several == null ? null : several.with(organ, Cooperation.Part::found);
            });
        }
    }

    record ReturnedToCurator(String reason) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.release(State.RETURNED);
                next.marks = before.marks().atCurator(true);
            });
        }
    }

    record HandedDown(@Nullable String comment) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.release(State.NEW);
                next.marks = before.marks().atCurator(false);
            });
        }
    }

    /**
     * {@code text} is what the author wrote: personal data, kept here and told to nobody. While the organ works on it already, the author
     * goes on. Where the organ gave the incident back meanwhile, it is to be sent elsewhere; where all gave their parts back, others are to be asked.
     *
     * @param url of the author's comment; null where the network told none
     * @param writtenAt when the author wrote the comment; null where a person wrote the answer down
     */
    record AuthorAnswered(
            @Nullable String organ,
            String text,
            @Nullable String url,
            @Nullable Instant writtenAt) implements StepFact {
        @Override
        public Incident after(Incident before) {
            Marks.Comment comment = writtenAt == null ? null : new Marks.Comment(url, writtenAt);
            return before.with(next -> {
                next.marks = before.marks().said(together(before), comment);
                next.state = before.isWithNobody() && !before.isPartWithoutOrgan() ? State.RETURNED : State.IN_WORK;
            });
        }

        private String together(Incident before) {
            String earlier = before.marks().authorSaid();
            if (before.state() != State.IN_WORK || earlier == null) {
                return text;
            }
            boolean isSaid = ("\n" + earlier + "\n").contains("\n" + text + "\n");
            return isSaid ? earlier : earlier + "\n" + text;
        }
    }

    /**
     * What was made an incident because nobody could know yet that our question stood is the author's answer to it: that is where it is dealt
     * with, and here nothing is owed any more.
     */
    record FoundToBeAnswer(UUID asked, String askedNumber) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.release(State.NO_REACTION);
                next.marks = before.marks().answers(new Marks.Repeat(asked, askedNumber));
            });
        }
    }

    record RepeatLinked(UUID earlier, String earlierNumber) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.marks = before.marks().repeats(new Marks.Repeat(earlier, earlierNumber)));
        }
    }

    /** Goes on with the organ that had it; without one it is new again. */
    record IncidentReopened(@Nullable String organ, String reason) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> {
                next.rework = null;
                next.cooperation = null;
                next.marks = before.marks().ofOrgan(before.marks().account());
                next.organ = organ;
                next.state = organ == null ? State.NEW : State.IN_WORK;
            });
        }
    }

    record MarkedAsAppeal(String reason) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.marks = before.marks().appeal(reason));
        }
    }

    /** Nobody has it yet and it has to be passed on today (VP-10): whoever passes incidents on is told. */
    record PassOnDue(String clause) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before;
        }
    }

    /** The system gives the author an interim reply before days off (VP-10). The incident stays where it is. */
    record InterimGiven(UUID replyId, String clause, String text, boolean automatic) implements StepFact {
        @Override
        public Incident after(Incident before) {
            Incident.Reply.Status status =
                    automatic ? Incident.Reply.Status.REQUESTED : Incident.Reply.Status.MANUAL_NEEDED;
            return before.with(next -> next.marks = before.marks()
                    .interim(new Incident.Reply(
                            replyId, ReplyKind.INTERIM, text, status, null, null, null, false, null, null, null)));
        }
    }

    /** It stands there; the proofs as in {@link Fact.ReplyPublished}. */
    record InterimPublished(
            UUID replyId,
            String permalink,
            Instant publishedAt,
            boolean manual,
            @Nullable String remoteId,
            @Nullable String textSha256)
            implements StepFact {
        @Override
        public Incident after(Incident before) {
            Incident.Reply interim = before.marks().interim();
            return interim == null
                    ? before
                    : before.with(next ->
                            next.marks = before.marks().interim(interim.published(permalink, publishedAt, manual)));
        }
    }

    /** Whoever has to pass it on has read that it is significant (LP-22). The incident stays where it is. */
    record SignificanceAcknowledged(String clause, Instant at) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.marks = before.marks().report(new Marks.Report(at, null, null, null)));
        }
    }

    /** It was passed on (LP-22). {@code to}: the title of whoever heard it; {@code note}: how. */
    record PassedUp(String clause, String to, String note, Instant at) implements StepFact {
        @Override
        public Incident after(Incident before) {
            Marks.Report report = before.marks().report();
            Instant acknowledged = report == null ? at : report.acknowledgedAt();
            return before.with(
                    next -> next.marks = before.marks().report(new Marks.Report(acknowledged, at, to, note)));
        }
    }

    /**
     * What the executor owes is due at {@code dueAt} where the regulation would have it later (LP-6). It stays with the incident, whoever has
     * it next; the last one holds.
     */
    record TermShortened(Instant dueAt, String reason) implements StepFact {
        @Override
        public Incident after(Incident before) {
            return before.with(next -> next.marks = before.marks().shortened(new Marks.Shortened(dueAt, reason)));
        }
    }

    /** What that organ owes, or amends, is due at {@code dueAt} (LB-5); the last one holds. The clock is the sla-timer's. */
    record TermSet(String organ, String organName, Instant dueAt) implements StepFact {
        @Override
        public Incident after(Incident before) {
            Cooperation several = before.cooperation();
            Incident.Rework rework = before.rework();
            return before.with(next -> {
                if (rework != null && organ.equals(before.organ())) {
                    next.rework = rework.until(dueAt);
                }
                if (several != null) {
                    next.cooperation = several.with(organ, part -> part.until(dueAt));
                }
            });
        }
    }
}
