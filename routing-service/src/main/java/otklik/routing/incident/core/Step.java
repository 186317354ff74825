package otklik.routing.incident.core;

import static otklik.routing.incident.core.State.APPROVED;
import static otklik.routing.incident.core.State.AWAITING_AUTHOR;
import static otklik.routing.incident.core.State.AWAITING_FINAL;
import static otklik.routing.incident.core.State.DONE;
import static otklik.routing.incident.core.State.IN_WORK;
import static otklik.routing.incident.core.State.NEW;
import static otklik.routing.incident.core.State.NO_REACTION;
import static otklik.routing.incident.core.State.ON_AGREEMENT;
import static otklik.routing.incident.core.State.ON_APPROVAL;
import static otklik.routing.incident.core.State.RETURNED;
import static otklik.routing.incident.core.State.REWORK;
import static otklik.routing.incident.core.State.ROUTED;
import static otklik.routing.incident.core.State.SCREENED_OUT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Regulation;

/** A step of casework: in which states, by whose hand. The clause that allows it: {@link StepClauses}. */
public enum Step {
    /** Beside words that are on their way to the author only once no organ has it; then, or where one gave it back, somebody has to. */
    ROUTE("Направить в орган", Doers.DISPATCHER, whileParts(NEW, RETURNED), whileParts(NEW, RETURNED)),
    /**
     * Owed where an organ gave its part back while others work on theirs (KH-8), see {@link Incident#isOrganOwed}; then also while
     * words of whoever puts the parts together are on their way.
     */
    ENGAGE_ORGANS("Направить нескольким органам", Doers.ENGAGER, whileParts(NEW, RETURNED), whileParts()),
    RETURN_TO_CURATOR("Вернуть куратору", Doers.LOWER_TIER, in(NEW, RETURNED), duty()),
    HAND_DOWN("Передать в район", Doers.UPPER_TIER, in(RETURNED), duty(RETURNED)),
    /** Work may have begun, it does not wait for the check (LB-5): the head owes it until the answer is out. */
    CONFIRM_COMPETENCE(
            "Подтвердить: вопрос наш",
            Doers.COMPETENCE,
            in(ROUTED, IN_WORK, ON_AGREEMENT, ON_APPROVAL, REWORK, APPROVED, AWAITING_FINAL, AWAITING_AUTHOR),
            duty(ROUTED, IN_WORK, ON_AGREEMENT, ON_APPROVAL, REWORK, APPROVED, AWAITING_FINAL, AWAITING_AUTHOR)),
    /** Of what is written already only by whoever owes the check whose it is (LB-5). */
    RETURN("Вернуть: не наша компетенция", Doers.RETURNER, whileParts(ON_AGREEMENT), duty()),
    START_WORK("Взять в работу", Doers.HOLDER, in(ROUTED), duty()),
    CONTRIBUTE("Дать свою часть ответа", Doers.CONTRIBUTOR, whileParts(), whileParts()),
    AGREE_CONTRIBUTION("Согласовать часть внутри органа", Doers.PART_AGREER, whileParts(), whileParts()),
    DECLINE_CONTRIBUTION("Не согласовать часть", Doers.PART_AGREER, whileParts(), duty()),
    ACCEPT_CONTRIBUTION("Принять часть", Doers.PART_JUDGE, whileParts(), whileParts()),
    REWORK_CONTRIBUTION("Вернуть часть на доработку", Doers.PART_JUDGE, whileParts(), duty()),
    SUBMIT_DRAFT(
            "Отправить проект на согласование",
            Doers.DRAFTER,
            in(ROUTED, IN_WORK, REWORK, AWAITING_FINAL, AWAITING_AUTHOR),
            duty(ROUTED, IN_WORK, REWORK, AWAITING_FINAL)),
    RECORD_EMAILED_DRAFT(
            "Записать проект из электронной почты",
            Doers.MAIL_TAKER,
            in(ROUTED, IN_WORK, REWORK, AWAITING_FINAL, AWAITING_AUTHOR),
            duty()),
    AGREE("Согласовать внутри органа", Doers.AGREER, in(ON_AGREEMENT), duty(ON_AGREEMENT)),
    DECLINE("Не согласовать внутри органа", Doers.AGREER, in(ON_AGREEMENT), duty()),
    EDIT_DRAFT("Исправить текст проекта", Doers.EDITOR, in(ON_APPROVAL), duty()),
    APPROVE("Согласовать и опубликовать", Doers.APPROVER, in(ON_APPROVAL), duty(ON_APPROVAL)),
    REQUEST_REWORK("Вернуть на доработку", Doers.APPROVER, in(ON_APPROVAL), duty()),
    RECORD_PUBLICATION("Записать публикацию", Doers.PUBLISHER, in(APPROVED), duty(APPROVED)),
    /** Whoever publishes cannot: the one above has to know at once (LB-8). */
    TELL_UNPUBLISHED("Опубликовать не получается: сообщить куратору", Doers.UNPUBLISHED_TELLER, in(APPROVED), duty()),
    CLOSE_UNPUBLISHED("Завершить: опубликовать невозможно", Doers.CLOSER, in(APPROVED), duty()),
    RECORD_INTERIM(
            "Записать публикацию промежуточного ответа",
            Doers.INTERIM_RECORDER,
            in(NEW, RETURNED, ROUTED, IN_WORK, ON_AGREEMENT, ON_APPROVAL, REWORK, APPROVED),
            duty(NEW, RETURNED, ROUTED, IN_WORK, ON_AGREEMENT, ON_APPROVAL, REWORK, APPROVED)),
    RECORD_AUTHOR_ANSWER("Записать ответ автора на уточнение", Doers.ORGAN_OR_CURATOR, in(AWAITING_AUTHOR), duty()),
    SCREEN_OUT("Отсеять: не подлежит обработке", Doers.CURATOR, in(NEW, RETURNED, ROUTED, IN_WORK), duty()),
    RESTORE("Вернуть в работу", Doers.CURATOR, in(SCREENED_OUT, NO_REACTION), duty()),
    /** Also of what the system has sent on before anybody read it (KH-3). */
    DECIDE_NO_REACTION("Реакция не требуется", Doers.CURATOR, in(NEW, RETURNED, ROUTED, IN_WORK), duty()),
    /** As long as there is an answer to come: what is significant may turn out late (AK-21, LP-22). */
    CORRECT_CLASSIFICATION(
            "Исправить тему, место, важность", Doers.CLASSIFIER, whileParts(NEW, RETURNED, ON_AGREEMENT), duty()),
    LINK_REPEAT(
            "Связать с прежним сообщением", Doers.REPEAT_LINKER, in(NEW, RETURNED, ROUTED, IN_WORK, REWORK), duty()),
    MARK_APPEAL(
            "Отметить: нужно обращение по 59-ФЗ",
            Doers.APPEAL_MARKER,
            in(NEW, RETURNED, ROUTED, IN_WORK, REWORK, AWAITING_AUTHOR),
            duty()),
    /** Beside words that are on their way to the author only while parts are awaited. */
    SHORTEN_TERM("Сократить срок исполнителю", Doers.SHORTENER, whileParts(NEW, RETURNED), duty()),
    SET_TERM("Назначить срок ответа", Doers.TERM_SETTER, whileParts(ON_AGREEMENT), duty()),
    ACKNOWLEDGE("Получено", Doers.PASSER_UP, allBut(SCREENED_OUT), duty()),
    PASS_UP("Передано выше", Doers.PASSER_UP, allBut(SCREENED_OUT), allBut(SCREENED_OUT)),
    REOPEN("Возобновить", Doers.CURATOR, in(DONE), duty()),
    /** No seat has it: it belongs to whoever took the last step, see {@link UndoRules}. */
    UNDO("Отменить последний шаг", Doers.NO_SEAT, in(), duty());

    private final String title;
    private final Doers doers;
    private final Set<State> states;
    private final Set<State> duties;

    Step(String title, Doers doers, Set<State> states, Set<State> duties) {
        this.title = title;
        this.doers = doers;
        this.states = states;
        this.duties = duties;
    }

    private static Set<State> in(State... states) {
        return Set.of(states);
    }

    /**
     * Several organs work on their parts whatever becomes meanwhile of an interim reply or a question to the author, which whoever puts the
     * parts together may write.
     */
    private static Set<State> whileParts(State... more) {
        EnumSet<State> states =
                EnumSet.of(ROUTED, IN_WORK, ON_APPROVAL, REWORK, APPROVED, AWAITING_FINAL, AWAITING_AUTHOR);
        states.addAll(List.of(more));
        return states;
    }

    /** Closing it changes nothing: a report is no step of the work on the answer. */
    private static Set<State> allBut(State state) {
        return EnumSet.complementOf(EnumSet.of(state));
    }

    /** Where somebody has to take it; elsewhere one only may. */
    private static Set<State> duty(State... states) {
        return Set.of(states);
    }

    /** Russian, for people. */
    public String title() {
        return title;
    }

    /** In the order of the walk. */
    public Set<State> states() {
        return states.isEmpty() ? states : EnumSet.copyOf(states);
    }

    /** Whoever may take it with the incident, were it in the right state; empty if nobody. */
    List<Seat> seats(Incident incident, Regulation regulation) {
        return doers.of(incident, regulation);
    }

    /** Whether the state and what has become of the incident so far allow it to somebody. */
    boolean isPossible(Incident incident, Regulation regulation) {
        return states.contains(incident.state())
                && (this != RECORD_PUBLICATION || incident.needsManualPublication())
                && (this != ROUTE || !incident.state().isOnItsWay() || incident.isWithNobody())
                && (this != SHORTEN_TERM || ShorteningRules.isInTime(incident))
                && PassUpRules.allow(this, incident)
                && !seats(incident, regulation).isEmpty();
    }

    /** Whether somebody has to take it now: such incidents are in that person's own queue. */
    boolean isDue(Incident incident, Regulation regulation) {
        return duties.contains(incident.state())
                && (this != ROUTE || incident.state() == RETURNED || incident.isWithNobody())
                && (this != ENGAGE_ORGANS || incident.isOrganOwed())
                && (this != SUBMIT_DRAFT || incident.state() == REWORK || !incident.isAwaitingParts())
                && isPossible(incident, regulation);
    }

    /** The clause that allows it, if the regulation has one for it. */
    public @Nullable String clause(Regulation regulation) {
        return StepClauses.of(this, regulation);
    }
}
