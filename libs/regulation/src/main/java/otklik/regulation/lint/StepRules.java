package otklik.regulation.lint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.Workflow;
import otklik.regulation.lint.Finding.Kind;
import otklik.regulation.time.Clock;

/** Whether every step has a clock, can be reached, and means what it seems to mean. */
final class StepRules {

    private static final Set<Trigger> ALWAYS = EnumSet.of(
            Trigger.DETECTED,
            Trigger.ASSIGNED,
            Trigger.WORK_STARTED,
            Trigger.DRAFT_SUBMITTED,
            Trigger.INTERIM_SUBMITTED,
            Trigger.FINAL_SUBMITTED,
            Trigger.PUBLISHED,
            Trigger.INTERIM_PUBLISHED,
            Trigger.DECREE,
            Trigger.ACCOUNT_CHANGED,
            Trigger.EXECUTOR_CHANGED,
            Trigger.PLAN_SUBMITTED);

    private StepRules() {}

    static List<Finding> findings(Regulation regulation) {
        List<Finding> findings = new ArrayList<>();
        mixedUnits(regulation).ifPresent(findings::add);
        noSecondApproval(regulation).ifPresent(findings::add);
        endsBeforeAnswer(regulation).ifPresent(findings::add);
        findings.addAll(withoutClock(regulation));
        Set<Trigger> possible = possible(regulation);
        for (Term term : regulation.terms()) {
            unreachable(possible, term).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> mixedUnits(Regulation regulation) {
        List<String> plain = clauses(regulation, Clock.CALENDAR);
        List<String> working = clauses(regulation, Clock.WORKING);
        if (plain.isEmpty() || working.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(plain);
        all.addAll(working);
        return Optional.of(new Finding(
                Kind.MIXED_UNITS,
                all,
                "Простые часы и минуты (" + Words.clauses(plain) + ") стоят рядом с рабочими (" + Words.clauses(working)
                        + "): по букве первые идут ночью и в выходные, вторые нет"));
    }

    private static List<String> clauses(Regulation regulation, Clock clock) {
        return regulation.terms().stream()
                .filter(term -> term.clock() == clock)
                .map(Term::clause)
                .distinct()
                .toList();
    }

    private static Optional<Finding> noSecondApproval(Regulation regulation) {
        if (regulation.workflow().rework().then() != Workflow.AfterRework.PUBLICATION) {
            return Optional.empty();
        }
        List<String> clauses = regulation.workflow().approvals().stream()
                .map(Workflow.Step::clause)
                .toList();
        return Optional.of(new Finding(
                Kind.NO_SECOND_APPROVAL,
                clauses,
                "После доработки ответ публикуется без второго согласования (" + Words.clauses(clauses)
                        + "): исправленного никто не видел"));
    }

    private static Optional<Finding> endsBeforeAnswer(Regulation regulation) {
        return regulation
                .findTerm("final", Importance.NORMAL)
                .filter(term -> !term.metBy().contains(Trigger.PUBLISHED))
                .map(term -> new Finding(
                        Kind.ENDS_BEFORE_ANSWER,
                        List.of(term.clause()),
                        Russian.amount(term.clock(), term.amount()) + " (" + Russian.clause(term.clause())
                                + ") идут до проекта, а не до ответа: сам ответ после них ещё согласуют и публикуют"));
    }

    private static List<Finding> withoutClock(Regulation regulation) {
        List<Finding> findings = new ArrayList<>();
        for (Trigger step :
                List.of(Trigger.ASSIGNED, Trigger.DRAFT_SUBMITTED, Trigger.REWORK_REQUESTED, Trigger.PUBLISHED)) {
            boolean timed = step == Trigger.REWORK_REQUESTED
                    ? regulation.terms().stream().anyMatch(term -> term.from() == step)
                    : regulation.terms().stream().anyMatch(term -> ends(term, step));
            if (!timed) {
                findings.add(new Finding(Kind.NO_CLOCK, List.of(), "Шаг без срока: " + Words.step(step)));
            }
        }
        boolean returned = regulation.terms().stream().anyMatch(StepRules::endsReturn);
        if (!returned) {
            findings.add(new Finding(
                    Kind.NO_CLOCK,
                    List.of(),
                    "Шаг без срока: " + Words.step(Trigger.RETURNED) + " — вернуть можно и в последний час"));
        }
        return findings;
    }

    private static boolean endsReturn(Term term) {
        return term.metBy().contains(Trigger.RETURNED) || term.metBy().contains(Trigger.RETURNED_TO_CURATOR);
    }

    /** Publication ends several terms; any other step has a clock of its own where it is all that a term waits for. */
    private static boolean ends(Term term, Trigger step) {
        return step == Trigger.PUBLISHED
                ? term.metBy().contains(step)
                : term.metBy().equals(Set.of(step)) && term.from() != Trigger.REWORK_REQUESTED;
    }

    private static Optional<Finding> unreachable(Set<Trigger> possible, Term term) {
        return possible.contains(term.from())
                ? Optional.empty()
                : Optional.of(new Finding(
                        Kind.UNREACHABLE,
                        List.of(term.clause()),
                        "Срок «" + term.title() + "» не начнётся никогда: " + Words.step(term.from())
                                + " — такого шага в регламенте нет"));
    }

    private static Set<Trigger> possible(Regulation regulation) {
        Set<Trigger> possible = EnumSet.copyOf(ALWAYS);
        regulation.terms().forEach(term -> possible.addAll(term.metBy()));
        if (!regulation.workflow().approvals().isEmpty()) {
            possible.addAll(EnumSet.of(Trigger.APPROVED, Trigger.REWORK_REQUESTED));
        }
        switch (regulation.workflow().cooperation().mode()) {
            case SEQUENTIAL, SEQUENTIAL_WITH_LEAD -> possible.add(Trigger.CONTRIBUTION_REQUESTED);
            case PARALLEL_CONSOLIDATED_BY_CURATOR, PARALLEL_CONSOLIDATED_BY_CONTROLLER ->
                possible.add(Trigger.LAST_CONTRIBUTION);
        }
        return possible;
    }
}
