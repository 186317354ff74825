package otklik.standalone.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import otklik.regulation.Deadline;
import otklik.regulation.Explanation;
import otklik.regulation.Russian;
import otklik.regulation.lint.Budget;
import otklik.regulation.time.Stretch;

/** A proof as lines of text: the sentence, then every stretch, then how much room the steps have. Local times of the regulation. */
final class ProofText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EE dd.MM.yyyy HH:mm", Locale.of("ru", "RU"));

    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    ProofText(ZoneId zone) {
        this.zone = zone;
    }

    List<String> lines(Deadline deadline, Optional<Budget> budget) {
        Explanation proof = deadline.explanation();
        lines.add(proof.sentence());
        lines.add("Профиль " + proof.regulation() + ", редакция " + proof.profileRevision() + "; календарь "
                + proof.calendarRevision() + "; " + zone);
        proof.legs().forEach(this::leg);
        lines.add("Срок по " + deadline.clause() + ": " + at(deadline.dueAt()) + " (" + deadline.dueAt() + ")");
        if (deadline.effectiveAt().isBefore(deadline.dueAt())) {
            lines.add("Примут не позже: " + at(deadline.effectiveAt()));
        }
        lines.add(
                proof.recomputed().equals(proof.dueAt())
                        ? "Пересчёт по этим отрезкам даёт то же время."
                        : "Пересчёт по этим отрезкам даёт другое время: " + at(proof.recomputed())
                                + ". Это ошибка программы.");
        budget.ifPresent(this::budget);
        return lines;
    }

    private void leg(Explanation.Leg leg) {
        lines.add(leg.clause() + ": " + Russian.amount(leg.clock(), leg.amount())
                + (leg.backward() ? " назад от " : " с ") + at(leg.from()));
        leg.stretches()
                .forEach(stretch -> lines.add("  " + at(stretch.from()) + " – " + at(stretch.to()) + "  "
                        + (stretch.isCounted() ? "считается " + length(stretch.length()) : "нет: " + reason(stretch))));
    }

    private void budget(Budget budget) {
        lines.add("Если каждый шаг займёт весь свой срок, не опоздать можно так:");
        budget.steps()
                .forEach(step -> lines.add("  " + step.title() + " (" + step.clause() + ", "
                        + Russian.amount(step.clock(), step.length()) + ") — до " + at(step.lastSafeAt())));
        lines.add(budget.reworks()
                .map(rounds -> "  Доработок помещается: " + rounds)
                .orElse("  Сколько доработок помещается, не сказать: срока доработки нет"));
    }

    private static String reason(Stretch stretch) {
        String reason = switch (stretch.reason()) {
            case COUNTED -> "";
            case BREAK -> "перерыв";
            case NIGHT -> "нерабочее время";
            case SHORTENED -> "сокращённый день";
            case WEEKEND -> "выходные";
            case HOLIDAY -> "праздник";
            case TRANSFERRED -> "перенесённый выходной";
            case DECREED -> "нерабочий день по указу";
            case START_DAY -> "день начала";
        };
        return stretch.name().isEmpty() ? reason : reason + " (" + stretch.name() + ")";
    }

    private static String length(Duration length) {
        return length.toHours() + " ч " + String.format(Locale.ROOT, "%02d", length.toMinutesPart()) + " мин";
    }

    private String at(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
