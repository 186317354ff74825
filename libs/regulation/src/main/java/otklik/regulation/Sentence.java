package otklik.regulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.regulation.Explanation.Leg;
import otklik.regulation.time.Reason;
import otklik.regulation.time.Stretch;

/** One Russian sentence for a proof. */
final class Sentence {

    private static final Duration WEEK = Duration.ofDays(6);

    private final Explanation proof;
    private final ZoneId zone;
    private final boolean near;

    Sentence(Explanation proof) {
        this.proof = proof;
        this.zone = proof.zone();
        this.near = Duration.between(proof.startedAt(), latest()).compareTo(WEEK) < 0;
    }

    private Instant latest() {
        return proof.legs().stream().map(Leg::to).max(Instant::compareTo).orElse(proof.dueAt());
    }

    @Override
    public String toString() {
        String how = proof.legs().reversed().stream().map(this::leg).collect(Collectors.joining(", а он — "));
        return "Срок — " + at(proof.dueAt()) + ": " + how + skipped() + forecast();
    }

    private String forecast() {
        return proof.provisional() ? "; производственный календарь ещё не утверждён, срок может измениться" : "";
    }

    private String leg(Leg leg) {
        String amount = Russian.amount(leg.clock(), leg.amount());
        String source = " (" + Russian.clause(leg.clause()) + ")";
        return leg.backward()
                ? "за " + amount + " до срока " + at(leg.from()) + source
                : amount + " с " + at(leg.from()) + source;
    }

    private String skipped() {
        Set<String> reasons = new LinkedHashSet<>();
        proof.legs().forEach(leg -> joined(leg).forEach(stretch -> reasons.add(reason(stretch))));
        return reasons.isEmpty() ? "" : "; не считались: " + String.join(", ", reasons);
    }

    /** Skipped stretches; holidays that follow one another are told as one, whatever their names. */
    private static List<Stretch> joined(Leg leg) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch stretch : leg.stretches()) {
            if (!joined.isEmpty() && follows(joined.getLast(), stretch)) {
                Stretch first = joined.removeLast();
                joined.add(new Stretch(first.from(), stretch.to(), first.reason(), first.name()));
            } else if (!stretch.isCounted()) {
                joined.add(stretch);
            }
        }
        return joined;
    }

    private static boolean follows(Stretch earlier, Stretch later) {
        return later.reason() == Reason.HOLIDAY
                && earlier.reason() == Reason.HOLIDAY
                && earlier.to().equals(later.from());
    }

    private String reason(Stretch stretch) {
        return switch (stretch.reason()) {
            case COUNTED -> "";
            case BREAK -> "обед " + stretch.name();
            case NIGHT -> "ночь";
            case SHORTENED -> "сокращённые часы " + dates(stretch);
            case WEEKEND -> "выходные";
            case HOLIDAY -> "праздник " + dates(stretch);
            case TRANSFERRED -> "перенесённый выходной " + dates(stretch);
            case DECREED -> "нерабочие дни " + dates(stretch) + " (" + stretch.name() + ")";
            case START_DAY -> "день начала";
        };
    }

    private String dates(Stretch stretch) {
        return Russian.dates(stretch.from(), stretch.to(), zone);
    }

    private String at(Instant at) {
        return near ? Russian.weekdayAndTime(at, zone) : Russian.dateAndTime(at, zone);
    }
}
