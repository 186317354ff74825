package otklik.regulation.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Letters.Occasion;
import otklik.regulation.Profile;
import otklik.regulation.Recurring;
import otklik.regulation.Regulation;
import otklik.regulation.Role;
import otklik.regulation.Russian;
import otklik.regulation.SurgeRule;
import otklik.regulation.Workflow;
import otklik.regulation.lint.Finding.Kind;

/** Whether everybody who has to do something exists in the regulation, and whether recurring work has a day in every month. */
final class OwnerRules {

    private static final int EVERY_MONTH = 28;

    private final Map<Role, String> roles;
    private final List<Finding> findings = new ArrayList<>();

    private OwnerRules(Map<Role, String> roles) {
        this.roles = roles;
    }

    static List<Finding> findings(Regulation regulation) {
        Profile profile = regulation.profile();
        OwnerRules rules = new OwnerRules(profile.roles());
        regulation.terms().forEach(term -> rules.owns(term.owner(), term.clause(), "срок «" + term.title() + "»"));
        rules.walk(profile.workflow());
        profile.escalations().forEach(step -> rules.owns(step.role(), null, "ступень " + step.level() + " лестницы"));
        profile.recurring().forEach(rules::recurring);
        rules.surges(profile);
        return rules.findings;
    }

    private void walk(Workflow workflow) {
        step(workflow.internalAgreement(), "согласование внутри органа");
        workflow.approvals().forEach(step -> step(step, "согласование"));
        owns(workflow.publication().by(), workflow.publication().clause(), "публикацию");
        step(workflow.rework().termSetBy(), "срок доработки");
        Workflow.PassUp passUp = workflow.passUp();
        if (passUp != null) {
            owns(passUp.by(), passUp.clause(), "передачу значимого («" + passUp.to() + "»)");
        }
        Workflow.Shortening shortening = workflow.shortening();
        if (shortening != null) {
            owns(shortening.by(), shortening.clause(), "сокращение срока");
        }
        workflow.acts().forEach((act, step) -> step(step, Words.act(act)));
    }

    private void step(Workflow.@Nullable Step step, String what) {
        if (step != null) {
            owns(step.by(), step.clause(), what);
        }
    }

    private void recurring(Recurring work) {
        owns(work.owner(), work.clause(), "«" + work.title() + "»");
        if (work.day() > EVERY_MONTH) {
            findings.add(new Finding(
                    Kind.NO_SUCH_DAY,
                    List.of(work.clause()),
                    "«" + work.title() + "» назначено на " + work.day() + "-е число (" + Russian.clause(work.clause())
                            + "), а в феврале их " + EVERY_MONTH + ": такой день есть не в каждом месяце"));
        }
    }

    private void surges(Profile profile) {
        SurgeRule rule = profile.surges();
        if (rule != null && profile.letters().about(Occasion.SURGE).isEmpty()) {
            findings.add(new Finding(
                    Kind.NO_OWNER,
                    List.of(rule.clause()),
                    "Некому узнать о всплеске (" + Russian.clause(rule.clause())
                            + "): он ищется, а письма о нём никому не положены"));
        }
    }

    private void owns(Role owner, @Nullable String clause, String what) {
        if (!roles.containsKey(owner)) {
            findings.add(new Finding(
                    Kind.NO_OWNER,
                    clause == null ? List.of() : List.of(clause),
                    "Некому отвечать за " + what + (clause == null ? "" : " (" + Russian.clause(clause) + ")")
                            + ": роли «" + Words.role(owner) + "» в регламенте нет"));
        }
    }
}
