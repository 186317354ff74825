package otklik.regulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.Clock;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Reads one term, and its shorter variant where elevated importance has one. */
final class TermReader {

    private final YamlMap map;
    private final List<String> prefixes;
    private final Clock plain;
    private final List<Trigger> voidAfter;

    /**
     * @param plain what a clock given as {@code plain} counts in this jurisdiction
     * @param voidAfter moments that cancel every term
     */
    TermReader(YamlMap map, List<String> prefixes, Clock plain, List<Trigger> voidAfter) {
        this.map = map.only(
                "stage",
                "title",
                "clause",
                "clock",
                "amount",
                "from",
                "before-end-of",
                "owner",
                "met-by",
                "cancelled-by",
                "duty",
                "elevated",
                "when",
                "instead-of");
        this.prefixes = prefixes;
        this.plain = plain;
        this.voidAfter = voidAfter;
    }

    List<Term> read() {
        List<Term> terms = new ArrayList<>();
        Optional<YamlValue> elevated = map.optional("elevated");
        terms.add(term(map, clock(map), elevated.isPresent() ? Importance.NORMAL : null));
        elevated.ifPresent(value -> {
            YamlMap shorter = value.map().only("clock", "amount");
            terms.add(term(
                    shorter, shorter.optional("clock").isPresent() ? clock(shorter) : clock(map), Importance.ELEVATED));
        });
        return terms;
    }

    private Term term(YamlMap measure, Clock clock, @Nullable Importance importance) {
        String base = text("before-end-of");
        return new Term(
                map.required("stage", "draft").text(),
                map.required("title", "Проект ответа").text(),
                clause(),
                clock,
                amount(measure, clock, base != null),
                importance,
                map.optional("when")
                        .map(value -> value.constant(Circumstance.class))
                        .orElse(null),
                text("instead-of"),
                map.required("from", "assigned").constant(Trigger.class),
                base,
                map.required("owner", "executor").constant(Role.class),
                metBy(),
                cancelledBy(),
                map.optional("duty").map(value -> value.constant(Duty.class)).orElse(Duty.OBLIGATION));
    }

    private String clause() {
        return map.required("clause", prefixes.getFirst() + "-8, the clause that sets the term")
                .text();
    }

    private Clock clock(YamlMap measure) {
        YamlValue value = measure.required("clock", "working, calendar, day-suspended, working-days or plain");
        return value.text().equals("plain") ? plain : value.constant(Clock.class);
    }

    private static Duration amount(YamlMap measure, Clock clock, boolean backward) {
        YamlValue value = measure.required("amount", clock == Clock.WORKING_DAYS ? "P7D" : "PT9H");
        Duration amount = value.duration();
        if (amount.isNegative() || amount.isZero()) {
            throw value.bad(
                    "a term of " + amount + " never runs", "write a positive amount; before-end-of counts back");
        }
        boolean wholeDays = amount.equals(Duration.ofDays(amount.toDays()));
        if (clock == Clock.WORKING_DAYS && (!wholeDays || backward)) {
            throw value.bad("working days are counted whole and forward", "write P7D, or hours on the clock working");
        }
        return amount;
    }

    private Set<Trigger> metBy() {
        YamlValue value = map.required("met-by", "[draft-submitted]");
        List<Trigger> triggers = triggers("met-by");
        if (triggers.isEmpty()) {
            throw value.bad("nothing meets this term", "write met-by: [draft-submitted]");
        }
        return EnumSet.copyOf(triggers);
    }

    private Set<Trigger> cancelledBy() {
        Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
        triggers.addAll(voidAfter);
        triggers.addAll(triggers("cancelled-by"));
        return triggers;
    }

    private List<Trigger> triggers(String key) {
        return map.list(key, value -> value.constant(Trigger.class));
    }

    private @Nullable String text(String key) {
        return map.optional(key).map(YamlValue::text).orElse(null);
    }
}
