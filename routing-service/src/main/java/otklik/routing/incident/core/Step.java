package otklik.routing.incident.core;

import static otklik.routing.incident.core.State.APPROVED;
import static otklik.routing.incident.core.State.AWAITING_AUTHOR;
import static otklik.routing.incident.core.State.AWAITING_FINAL;
import static otklik.routing.incident.core.State.IN_WORK;
import static otklik.routing.incident.core.State.NEW;
import static otklik.routing.incident.core.State.NO_REACTION;
import static otklik.routing.incident.core.State.ON_APPROVAL;
import static otklik.routing.incident.core.State.RETURNED;
import static otklik.routing.incident.core.State.REWORK;
import static otklik.routing.incident.core.State.ROUTED;
import static otklik.routing.incident.core.State.SCREENED_OUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;
import otklik.regulation.Term;
import otklik.regulation.Workflow;

/** A step of casework: in which states, by whose hand, under which clause. What differs between regulations is asked of the profile. */
public enum Step {
    ROUTE("Направить в орган", Doers.CURATOR, "route", Use.DUTY, NEW, RETURNED, ROUTED, IN_WORK, REWORK),
    RETURN("Вернуть: не наша компетенция", Doers.ORGAN, "return", Use.CHANCE, ROUTED, IN_WORK),
    START_WORK("Взять в работу", Doers.ORGAN, "draft", Use.CHANCE, ROUTED),
    SUBMIT_DRAFT(
            "Отправить проект на согласование",
            Doers.ORGAN,
            "draft",
            Use.DUTY,
            ROUTED,
            IN_WORK,
            REWORK,
            AWAITING_FINAL,
            AWAITING_AUTHOR),
    APPROVE("Согласовать и опубликовать", Doers.APPROVER, "approve", Use.DUTY, ON_APPROVAL),
    REQUEST_REWORK("Вернуть на доработку", Doers.APPROVER, "approve", Use.CHANCE, ON_APPROVAL),
    RECORD_PUBLICATION("Записать публикацию", Doers.PUBLISHER, "place", Use.DUTY, APPROVED),
    SCREEN_OUT("Отсеять: не подлежит обработке", Doers.CURATOR, null, Use.CHANCE, NEW, RETURNED, ROUTED, IN_WORK),
    RESTORE("Вернуть в работу", Doers.CURATOR, null, Use.CHANCE, SCREENED_OUT, NO_REACTION),
    DECIDE_NO_REACTION("Реакция не требуется", Doers.CURATOR, null, Use.CHANCE, NEW, RETURNED),
    CORRECT_CLASSIFICATION(
            "Исправить тему, место, важность",
            Doers.CURATOR,
            "route",
            Use.CHANCE,
            NEW,
            RETURNED,
            ROUTED,
            IN_WORK,
            REWORK);

    private final String title;
    private final Doers doers;
    private final @Nullable String stage;
    private final Use use;
    private final Set<State> states;

    Step(String title, Doers doers, @Nullable String stage, Use use, State first, State... others) {
        this.title = title;
        this.doers = doers;
        this.stage = stage;
        this.use = use;
        this.states = EnumSet.of(first, others);
    }

    /** Whether somebody has to do it when it is possible, or only may. */
    enum Use {
        DUTY,
        CHANCE
    }

    /** Who does it; which role that is, the profile says where regulations differ. */
    enum Doers {
        CURATOR(workflow -> List.of(Role.CURATOR)),
        ORGAN(workflow -> List.of(Role.EXECUTOR, Role.RESPONSIBLE)),
        APPROVER(workflow -> workflow.approvals().stream()
                .map(Workflow.Step::by)
                .map(Doers::role)
                .toList()),
        PUBLISHER(workflow -> role(workflow.publication().by()) == Role.EXECUTOR
                ? List.of(Role.EXECUTOR, Role.RESPONSIBLE)
                : List.of(role(workflow.publication().by())));

        private final Function<Workflow, List<Role>> roles;

        Doers(Function<Workflow, List<Role>> roles) {
            this.roles = roles;
        }

        private static Role role(otklik.regulation.Role role) {
            return Role.valueOf(role.name());
        }
    }

    /** Russian, for people. */
    public String title() {
        return title;
    }

    public Set<State> states() {
        return states;
    }

    /** Whether whoever does it, has to: such incidents are in the person's own queue. */
    public boolean isDuty() {
        return use == Use.DUTY;
    }

    public List<Role> roles(Regulation regulation) {
        return doers.roles.apply(regulation.workflow());
    }

    /** The clause that allows it, if the regulation has one for it. */
    public @Nullable String clause(Regulation regulation) {
        if (this == SCREEN_OUT && !regulation.profile().screening().isEmpty()) {
            return regulation.profile().screening().getFirst().clause();
        }
        if (this == RECORD_PUBLICATION) {
            return regulation.workflow().publication().clause();
        }
        return stage == null
                ? null
                : regulation
                        .findTerm(stage, Importance.NORMAL)
                        .map(Term::clause)
                        .orElse(null);
    }
}
