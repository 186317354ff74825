package otklik.publisher.notification.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.organ.ExecutorsChanged;
import otklik.contracts.organ.ExecutorsChanged.Executor;
import otklik.contracts.publication.RefusalReason;
import otklik.contracts.surge.SurgeFact.Counted;
import otklik.publisher.notification.core.What.Ended;
import otklik.publisher.notification.core.What.Owed;
import otklik.regulation.Regulation;
import otklik.regulation.Role;
import otklik.regulation.Russian;
import otklik.regulation.time.Clock;

/** What a letter says of one thing beside the incident: clause, due instant, who holds it, what comes next. Times are the jurisdiction's. */
final class Details {

    private final Staff staff;
    private final @Nullable Regulation regulation;

    Details(Staff staff, @Nullable Regulation regulation) {
        this.staff = staff;
        this.regulation = regulation;
    }

    /** Each a line of its own in a letter about one thing, one after the other in a list. */
    List<String> of(Tiding tiding) {
        List<String> lines = new ArrayList<>();
        switch (tiding.what()) {
            case What.Assigned ignored -> lines.add("направлено " + moment(tiding.at()));
            case What.Warned warned -> {
                lines.add(duty(warned.owed()));
                lines.add("срок: " + moment(warned.owed().dueAt()));
                lines.add(
                        warned.lastSafe()
                                ? "последний момент, когда на дальнейшие шаги ещё остаются их полные сроки"
                                : "прошло " + warned.percent() + " % срока");
            }
            case What.Breached breached -> {
                missed(lines, tiding, breached.owed());
                next(breached.owed()).ifPresent(lines::add);
            }
            case What.Escalated step -> {
                missed(lines, tiding, step.owed());
                next(step).ifPresent(lines::add);
            }
            case What.Surged surged -> surged(lines, tiding, surged);
            case What.Promised promised -> promised(lines, promised);
            case What.NewExecutors executors -> lines.addAll(changed(executors.change()));
            case What.Withdrawn withdrawn -> lines.add(mistake(withdrawn, "сообщение") + "; делать ничего не нужно");
            case What.Occurred occurred -> occurred(lines, tiding, occurred);
        }
        if (tiding.standingInFor() != null) {
            lines.add("вы замещаете: " + tiding.standingInFor());
        }
        return lines;
    }

    /** @param incident how the sentence calls it */
    static String mistake(What.Withdrawn withdrawn, String incident) {
        return withdrawn.told() instanceof What.Assigned assigned
                ? incident + " направили в орган «" + assigned.organName() + "» по ошибке и сразу отозвали"
                : "«" + Section.of(withdrawn.told()).one() + "»: " + incident + ", по ошибке и сразу отменено";
    }

    private void missed(List<String> lines, Tiding tiding, Owed owed) {
        lines.add(duty(owed));
        lines.add("срок истёк: " + moment(owed.dueAt()));
        lines.add("у кого: " + staff.holder(owed, tiding.card().worker(), title(owed.owner())));
        Ended ended = owed.ended();
        if (ended != null) {
            lines.add(
                    switch (ended) {
                        case MET_LATE -> "уже сделано, с опозданием";
                        case CANCELLED -> "больше не требуется: сообщение пошло другим путём";
                    });
        }
    }

    private void surged(List<String> lines, Tiding tiding, What.Surged surged) {
        if (tiding.card().location() == null) {
            lines.add("место в сообщениях не названо");
        }
        Counted counted = surged.counted();
        String span = Russian.amount(Clock.CALENDAR, Duration.between(counted.from(), counted.to()));
        lines.add("за " + span + " написали: " + people(counted.authors()) + " ("
                + Russian.count(counted.messages(), "сообщение", "сообщения", "сообщений") + ")"
                + (surged.toldBefore() == null ? "" : "; в прошлом письме было " + surged.toldBefore()));
        lines.add("обычно за такое время: " + Russian.decimal(counted.usual()));
        lines.add("всплеск — от " + people(counted.threshold()) + " (" + Russian.clause(surged.clause())
                + " регламента)");
        lines.add("когда: " + moment(tiding.at()));
    }

    private static String people(int number) {
        return Russian.count(number, "человек", "человека", "человек");
    }

    /** The words of the reply stay in the system: they may address the citizen by name. */
    private static void promised(List<String> lines, What.Promised promised) {
        lines.add("в ответе обещано до " + Russian.date(promised.dueOn())
                + ", и пока не записано, что стало с обещанием");
        lines.add("напишите в карточке, в разделе «Обещано», что сделано, или перенесите срок и объясните почему");
        lines.add("основание: " + Russian.clause(promised.clause()) + " регламента");
    }

    private List<String> changed(ExecutorsChanged change) {
        List<String> lines = new ArrayList<>();
        lines.add("раньше: " + executors(change.left(), change.stayed()));
        lines.add("теперь: " + executors(change.came(), change.stayed()));
        lines.add("с какого дня: " + Russian.dateAndYear(change.changedOn()));
        lines.add("сообщено: " + moment(change.at()) + ", как только об этом узнала система");
        lines.add("основание: " + Russian.clause(change.clause()) + " регламента; " + term(change));
        if (!change.owedBy().isEmpty()) {
            lines.add("у кого был срок: " + Noticing.joined(change.owedBy()) + owner(change));
        }
        return lines;
    }

    private static String executors(List<Executor> some, List<Executor> others) {
        List<String> names = Stream.concat(some.stream(), others.stream())
                .map(Executor::name)
                .toList();
        return names.isEmpty() ? "исполнителя нет" : Noticing.joined(names);
    }

    private String term(ExecutorsChanged change) {
        Instant dueAt = change.dueAt();
        return dueAt == null
                ? "срок посчитать нельзя"
                : "срок — " + moment(dueAt) + (change.at().isAfter(dueAt) ? ", пропущен" : ", сообщено вовремя");
    }

    private String owner(ExecutorsChanged change) {
        return change.owner() == null ? "" : " (" + title(change.owner()) + ")";
    }

    private void occurred(List<String> lines, Tiding tiding, What.Occurred occurred) {
        lines.add("когда: " + moment(tiding.at()));
        lines.add("основание: " + Russian.clause(occurred.clause()) + " регламента");
        switch (occurred.about()) {
            case PUBLISHED -> Optional.ofNullable(occurred.detail()).ifPresent(link -> lines.add("ответ: " + link));
            case MANUAL_PUBLICATION -> {
                lines.add("система опубликовать не может"
                        + Optional.ofNullable(occurred.detail())
                                .map(reason -> ": " + RefusalReason.sentence(reason))
                                .orElse(""));
                lines.add("у кого: "
                        + staff.ofOrgan(occurred.organ(), tiding.card().worker()));
            }
            case TERM_SHORTENED ->
                Optional.ofNullable(occurred.detail())
                        .ifPresent(end -> lines.add("проект ответа ждут раньше: до " + moment(Instant.parse(end))));
            case TERM_SET ->
                Optional.ofNullable(occurred.detail())
                        .ifPresent(end -> lines.add("ответ вашего органа нужен до " + moment(Instant.parse(end))));
            case DRAFT_RETURNED ->
                lines.add("у кого: "
                        + staff.ofOrgan(occurred.organ(), tiding.card().worker()));
            // A missed term is told with its deadline, as an Escalated; a surge, a promise and new executors as what
            // they are.
            case SURGE,
                    PROMISE_DUE,
                    EXECUTOR_CHANGED,
                    URGENT_DRAFT,
                    PASS_ON_DUE,
                    SIGNIFICANT,
                    REGISTERED,
                    SCREENED_OUT,
                    MISSED_TERM -> {}
        }
    }

    /** A reason of a later release is shown as it is. */
    private static String duty(Owed owed) {
        return owed.title() + " (" + Russian.clause(owed.clause()) + " регламента)";
    }

    private Optional<String> next(What.Escalated step) {
        return step.nextLevel() == null || step.nextAt() == null || step.owed().ended() != null
                ? Optional.empty()
                : Optional.of(next(step.nextAt(), step.nextLevel()));
    }

    /** The first step of the ladder above whoever owes it: the breach itself does not name it. */
    private Optional<String> next(Owed owed) {
        Regulation known = regulation;
        if (known == null || owed.ended() != null) {
            return Optional.empty();
        }
        boolean organs = owed.owner().equals("executor") || owed.owner().equals("responsible");
        return known.escalations().stream()
                .filter(step -> organs || (step.role() != Role.EXECUTOR && step.role() != Role.RESPONSIBLE))
                .filter(step -> !wire(step.role()).equals(owed.owner()))
                .filter(step -> step.delay().isPositive())
                .findFirst()
                .flatMap(step -> Noticing.reachedAt(step, owed.dueAt(), known).map(at -> next(at, wire(step.role()))));
    }

    private String next(Instant at, String role) {
        return "следующий шаг: " + moment(at) + " узнает " + title(role);
    }

    private String title(String role) {
        return Optional.ofNullable(regulation).stream()
                .flatMap(known -> known.profile().roles().entrySet().stream())
                .filter(entry -> wire(entry.getKey()).equals(role))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(role);
    }

    private static String wire(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    String moment(Instant at) {
        ZoneId zone = regulation == null ? ZoneOffset.UTC : regulation.zone();
        return Russian.dateAndTime(at, zone) + (regulation == null ? " UTC" : "");
    }
}
