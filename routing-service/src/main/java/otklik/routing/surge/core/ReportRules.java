package otklik.routing.surge.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.contracts.surge.SurgeFact;
import otklik.regulation.Workflow.PassUp;
import otklik.routing.incident.core.TextSafety;

/**
 * Whoever is told of a surge takes note of it and passes it on, where the regulation wants that (LP-22). Each once a surge; also after its
 * end, for it is a report and no step of the work.
 */
public final class ReportRules {

    private static final int LONGEST = 1000;

    private ReportRules() {}

    /** What came of it. */
    public sealed interface Outcome {

        /** @param facts none where that was done before: said again, it changes nothing */
        record Taken(Actor by, List<SurgeFact> facts) implements Outcome {
            public Taken {
                facts = List.copyOf(facts);
            }
        }

        /**
         * An expected no.
         *
         * @param status of HTTP
         * @param detail Russian: what to do
         */
        record Refused(int status, String code, String detail, String clause) implements Outcome {}
    }

    /** Who may do both here and now; empty where nobody may, or the caller may not. */
    public static Optional<Grant> right(Surge surge, @Nullable PassUp rule, Caller caller) {
        return rule == null
                ? Optional.empty()
                : caller.grant(
                        surge.matter().jurisdiction(), Role.valueOf(rule.by().name()));
    }

    public static Outcome acknowledge(Surge surge, @Nullable PassUp rule, Caller caller) {
        return rule == null ? notHere(surge) : allowed(surge, rule, caller, List.of(new SurgeFact.SurgeAcknowledged()));
    }

    /** Whoever passes it on has taken note of it: both are recorded. */
    public static Outcome passUp(Surge surge, @Nullable PassUp rule, String note, Caller caller) {
        if (rule == null) {
            return notHere(surge);
        }
        String how = note.strip();
        Optional<String> objection = objection(how);
        if (objection.isPresent()) {
            return new Outcome.Refused(422, "bad-note", objection.get(), rule.clause());
        }
        Surge.PassedUp before = surge.passedUp();
        if (before != null && !isSame(before, how, caller)) {
            return new Outcome.Refused(
                    409,
                    "already-passed-up",
                    "О всплеске уже сообщено: " + before.to() + ". Это записал(а) "
                            + Objects.requireNonNullElse(
                                    before.by().name(), before.by().id())
                            + ", второй раз не нужно.",
                    rule.clause());
        }
        return allowed(
                surge,
                rule,
                caller,
                List.of(
                        new SurgeFact.SurgeAcknowledged(),
                        new SurgeFact.SurgePassedUp(rule.to(), how.isEmpty() ? null : how)));
    }

    private static Outcome allowed(Surge surge, PassUp rule, Caller caller, List<SurgeFact> facts) {
        return right(surge, rule, caller)
                .<Outcome>map(grant -> new Outcome.Taken(caller.as(grant), fresh(surge, facts)))
                .orElseGet(() -> new Outcome.Refused(
                        403,
                        "forbidden",
                        "Получение и передачу отмечает тот, кому о всплеске сообщают по регламенту: попросите об этом руководство.",
                        rule.clause()));
    }

    private static List<SurgeFact> fresh(Surge surge, List<SurgeFact> facts) {
        List<SurgeFact> fresh = new ArrayList<>(facts);
        fresh.removeIf(fact -> fact instanceof SurgeFact.SurgeAcknowledged && surge.acknowledged() != null);
        fresh.removeIf(fact -> fact instanceof SurgeFact.SurgePassedUp && surge.passedUp() != null);
        return fresh;
    }

    private static boolean isSame(Surge.PassedUp before, String note, Caller caller) {
        return before.by().id().equals(caller.id())
                && Objects.requireNonNullElse(before.note(), "").equals(note);
    }

    private static Optional<String> objection(String note) {
        return note.length() > LONGEST ? Optional.of("До " + LONGEST + " знаков.") : TextSafety.objection(note);
    }

    private static Outcome notHere(Surge surge) {
        return new Outcome.Refused(
                409,
                "not-in-regulation",
                "Регламент этой территории не велит передавать такое выше: отмечать нечего, руководство письмо получило.",
                surge.clause());
    }
}
