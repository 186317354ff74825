package otklik.sla.regulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Escalation;
import otklik.regulation.Profile;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.ScreeningClass;
import otklik.regulation.Term;
import otklik.regulation.Trigger;
import otklik.regulation.Workflow;
import otklik.regulation.time.Hours;
import otklik.regulation.time.OfficeHours;

/**
 * A regulation's profile as the API tells it; words as in the profile files.
 *
 * @param hours by weekday, e.g. {@code MONDAY: ["08:00–12:00", "12:48–17:00"]}
 */
record RegulationView(
        Summary regulation,
        Map<DayOfWeek, List<String>> hours,
        Map<String, String> roles,
        List<String> channels,
        Workflow workflow,
        ReplyRules reply,
        List<ScreeningClass> screening,
        List<Integer> warnings,
        List<Step> escalation,
        List<TermView> terms) {

    /** What a list of regulations shows. */
    record Summary(
            String id,
            String name,
            String document,
            int revision,
            String calendarRevision,
            String zone,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            List<String> stages) {

        static Summary of(Regulation regulation) {
            Profile profile = regulation.profile();
            return new Summary(
                    profile.id(),
                    profile.name(),
                    profile.document(),
                    profile.revision(),
                    regulation.office().calendar().revision(),
                    profile.zone().getId(),
                    profile.inForceFrom(),
                    profile.inForceTo(),
                    List.copyOf(regulation.stages()));
        }
    }

    /** A step of the ladder; {@code delay} is working time after the breach. */
    record Step(int level, String role, Duration delay) {}

    /** One term; triggers in the words of the profile files. */
    record TermView(
            String stage,
            String title,
            String clause,
            String clock,
            Duration amount,
            @Nullable String importance,
            String from,
            @Nullable String relativeTo,
            String owner,
            List<String> metBy,
            List<String> cancelledBy,
            String duty) {}

    static RegulationView of(Regulation regulation) {
        Profile profile = regulation.profile();
        return new RegulationView(
                Summary.of(regulation),
                hours(profile.hours()),
                profile.roles().entrySet().stream()
                        .collect(Collectors.toMap(entry -> lower(entry.getKey()), Map.Entry::getValue)),
                profile.channels(),
                profile.workflow(),
                profile.reply(),
                profile.screening(),
                profile.warnings(),
                profile.escalations().stream().map(RegulationView::step).toList(),
                profile.terms().stream().map(RegulationView::term).toList());
    }

    private static Map<DayOfWeek, List<String>> hours(OfficeHours hours) {
        Map<DayOfWeek, List<String>> told = new TreeMap<>();
        hours.week()
                .forEach((day, stretches) ->
                        told.put(day, stretches.stream().map(Hours::toString).toList()));
        return told;
    }

    private static Step step(Escalation step) {
        return new Step(step.level(), lower(step.role()), step.delay());
    }

    private static TermView term(Term term) {
        return new TermView(
                term.stage(),
                term.title(),
                term.clause(),
                term.clock().code(),
                term.amount(),
                term.importance() == null ? null : lower(term.importance()),
                term.from().code(),
                term.relativeTo(),
                lower(term.owner()),
                term.metBy().stream().map(Trigger::code).sorted().toList(),
                term.cancelledBy().stream().map(Trigger::code).sorted().toList(),
                lower(term.duty()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
