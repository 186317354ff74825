package otklik.sla.regulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.regulation.Escalation;
import otklik.regulation.Profile;
import otklik.regulation.Recurring;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.ScreeningClass;
import otklik.regulation.SubmissionWindows;
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
        @Nullable WindowView submission,
        List<DutyView> recurring,
        List<TermView> terms,
        List<String> done) {

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

    /** When drafts are taken for approval. */
    record WindowView(String stage, String clause, Map<DayOfWeek, List<String>> hours) {}

    /** Work that recurs; {@code day} is one of the month, 0 where {@code on} is none; {@code at} null is closing time. */
    record DutyView(
            String id,
            String title,
            String clause,
            String owner,
            String every,
            String on,
            int day,
            @Nullable LocalTime at) {}

    /** One term; triggers in the words of the profile files. It stands instead of another stage's where {@code when} holds. */
    record TermView(
            String stage,
            String title,
            String clause,
            String clock,
            Duration amount,
            @Nullable String importance,
            @Nullable String when,
            @Nullable String insteadOf,
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
                window(profile.submission()),
                profile.recurring().stream().map(RegulationView::duty).toList(),
                profile.terms().stream().map(RegulationView::term).toList(),
                profile.done());
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

    private static @Nullable WindowView window(@Nullable SubmissionWindows windows) {
        return windows == null ? null : new WindowView(windows.stage(), windows.clause(), hours(windows.hours()));
    }

    private static DutyView duty(Recurring work) {
        return new DutyView(
                work.id(),
                work.title(),
                work.clause(),
                lower(work.owner()),
                lower(work.every()),
                lower(work.on()),
                work.day(),
                work.at());
    }

    private static TermView term(Term term) {
        return new TermView(
                term.stage(),
                term.title(),
                term.clause(),
                term.clock().code(),
                term.amount(),
                term.importance() == null ? null : lower(term.importance()),
                term.circumstance() == null ? null : lower(term.circumstance()),
                term.insteadOf(),
                term.from().code(),
                term.relativeTo(),
                lower(term.owner()),
                term.metBy().stream().map(Trigger::code).sorted().toList(),
                term.cancelledBy().stream().map(Trigger::code).sorted().toList(),
                lower(term.duty()));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
