package otklik.regulation.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import otklik.regulation.Regulation;
import otklik.regulation.Russian;
import otklik.regulation.SurgeRule;
import otklik.regulation.Term;
import otklik.regulation.Workflow;

/** Two regulations side by side, step by step. */
public final class RegulationDiff {

    private static final String NONE = "—";

    private RegulationDiff() {}

    /**
     * One line.
     *
     * @param step the stage's name, or a property of the walk
     * @param left Russian, or a dash where there is nothing
     */
    public record Row(String step, String left, String right) {

        public boolean differs() {
            return !left.equals(right);
        }
    }

    public static List<Row> rows(Regulation left, Regulation right) {
        List<Row> rows = new ArrayList<>();
        SortedSet<String> stages = new TreeSet<>(left.stages());
        stages.addAll(right.stages());
        stages.forEach(stage -> rows.add(new Row(stage, terms(left, stage), terms(right, stage))));
        rows.add(new Row("согласование", approvals(left), approvals(right)));
        rows.add(new Row("публикует", publisher(left), publisher(right)));
        rows.add(new Row("после доработки", afterRework(left), afterRework(right)));
        rows.add(new Row("несколько органов", cooperation(left), cooperation(right)));
        rows.add(new Row("значимое передаётся", passUp(left), passUp(right)));
        rows.add(new Row("срок сокращает", shortening(left), shortening(right)));
        rows.add(new Row("всплеск", surge(left), surge(right)));
        return rows;
    }

    private static String terms(Regulation regulation, String stage) {
        String told = regulation.terms().stream()
                .filter(term -> term.stage().equals(stage))
                .map(RegulationDiff::term)
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? NONE : told;
    }

    private static String term(Term term) {
        String amount = Russian.amount(term.clock(), term.amount());
        String start = term.isBackward() ? "до конца срока " + term.relativeTo() : "начало: " + Words.step(term.from());
        String importance = term.importance() == null ? "" : ", " + Words.importance(term.importance());
        return amount + " (" + Russian.clause(term.clause()) + "), " + start + importance;
    }

    private static String approvals(Regulation regulation) {
        Workflow workflow = regulation.workflow();
        List<String> steps = new ArrayList<>();
        Workflow.Step internal = workflow.internalAgreement();
        if (internal != null) {
            steps.add(Words.role(internal.by()) + " (внутри органа)");
        }
        workflow.approvals().forEach(step -> steps.add(Words.role(step.by())));
        return steps.isEmpty() ? NONE : String.join(" → ", steps);
    }

    private static String publisher(Regulation regulation) {
        return Words.role(regulation.workflow().publication().by());
    }

    private static String afterRework(Regulation regulation) {
        return switch (regulation.workflow().rework().then()) {
            case APPROVAL -> "снова согласование";
            case PUBLICATION -> "сразу публикация";
        };
    }

    private static String passUp(Regulation regulation) {
        Workflow.PassUp passUp = regulation.workflow().passUp();
        return passUp == null
                ? NONE
                : Words.role(passUp.by()) + " → " + passUp.to() + " (" + Russian.clause(passUp.clause()) + ")";
    }

    private static String shortening(Regulation regulation) {
        Workflow.Shortening rule = regulation.workflow().shortening();
        return rule == null
                ? NONE
                : Words.role(rule.by()) + ": " + String.join(", ", rule.stages()) + " (" + Russian.clause(rule.clause())
                        + ")";
    }

    private static String surge(Regulation regulation) {
        SurgeRule rule = regulation.profile().surges();
        return rule == null
                ? NONE
                : "от " + rule.atLeast() + " человек за " + Words.hours(rule.within()) + " и в "
                        + Russian.count(rule.timesUsual(), "раз", "раза", "раз") + " больше обычного ("
                        + Russian.clause(rule.clause()) + ")";
    }

    private static String cooperation(Regulation regulation) {
        return switch (regulation.workflow().cooperation().mode()) {
            case SEQUENTIAL -> "по очереди";
            case SEQUENTIAL_WITH_LEAD -> "по очереди, общий ответ пишет ведущий";
            case PARALLEL_CONSOLIDATED_BY_CURATOR -> "сразу все, сводный ответ пишет куратор";
            case PARALLEL_CONSOLIDATED_BY_CONTROLLER -> "сразу все, сводный ответ пишет контролёр";
        };
    }
}
