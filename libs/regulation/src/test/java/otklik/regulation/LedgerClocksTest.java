package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import otklik.regulation.time.Clock;
import otklik.regulation.time.Hours;
import otklik.regulation.time.OfficeHours;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every clock that the ledger of clauses writes down beside a clause is a term of a profile: the same amount, kind and start. */
class LedgerClocksTest {

    private static final Map<String, String> PART_OF = Map.of("khabarovsk-krai-accounts", "khabarovsk-krai");
    private static final Set<String> NO_PART = Set.of("regulations", "roles");
    /** "At once" (LB-4) is tracked as thirty working minutes, as the ledger says. */
    private static final Duration AT_ONCE = Duration.ofMinutes(30);

    @Test
    void everyClockOfTheLedger_isATermOfTheProfile() {
        JsonNode ledger = new YAMLMapper()
                .readTree(SharedData.file("regulations/clauses.yaml").toFile());
        List<String> missing = new ArrayList<>();
        int clocks = 0;
        for (Map.Entry<String, JsonNode> part : ledger.properties()) {
            if (NO_PART.contains(part.getKey())) {
                continue;
            }
            Regulation regulation = Regulations.shipped().get(PART_OF.getOrDefault(part.getKey(), part.getKey()));
            for (Map.Entry<String, JsonNode> clause : part.getValue().properties()) {
                JsonNode clock = clause.getValue().path("clock");
                if (!clock.isMissingNode()) {
                    clocks++;
                    missing.addAll(missing(regulation, clause.getKey(), clock));
                }
            }
        }

        assertThat(clocks).isEqualTo(42);
        assertThat(missing).isEmpty();
    }

    @Test
    void submissionWindowsOfTheLedger_areThoseOfTheProfile() {
        JsonNode windows = new YAMLMapper()
                .readTree(SharedData.file("regulations/clauses.yaml").toFile())
                .at("/vyatskie-polyany/VP-10/windows");
        OfficeHours hours = Objects.requireNonNull(
                        Regulations.shipped().get("vyatskie-polyany").profile().submission())
                .hours();

        assertThat(windows.path("mon-thu").toString()).isEqualTo(told(hours.ordinary(DayOfWeek.THURSDAY)));
        assertThat(windows.path("fri-and-pre-holiday").toString())
                .isEqualTo(told(hours.ordinary(DayOfWeek.FRIDAY)))
                .isEqualTo(told(Objects.requireNonNull(hours.shortened())));
    }

    private static String told(List<Hours> hours) {
        return "[\""
                + String.join(
                        "\",\"",
                        hours.stream()
                                .map(stretch -> stretch.toString().replace('–', '-'))
                                .toList()) + "\"]";
    }

    /** What the profile lacks of one clause's clock: the term itself, and each of its variants. */
    private static List<String> missing(Regulation regulation, String clause, JsonNode clock) {
        String stage = clock.path("stage").asString();
        if (clock.has("due")) {
            boolean known = regulation.profile().recurring().stream()
                    .anyMatch(work -> work.clause().equals(clause) && work.id().equals(stage));
            return known ? List.of() : List.of(clause + " " + stage);
        }
        List<String> missing = new ArrayList<>();
        if (terms(regulation, clause).stream().noneMatch(term -> term.stage().equals(stage) && fits(term, clock))) {
            missing.add(clause + " " + stage);
        }
        for (Map.Entry<String, JsonNode> variant : clock.properties()) {
            if (variant.getValue().isObject()
                    && terms(regulation, clause).stream()
                            .noneMatch(term -> isVariant(term, variant.getKey()) && fits(term, variant.getValue()))) {
                missing.add(clause + " " + stage + " " + variant.getKey());
            }
        }
        return missing;
    }

    private static List<Term> terms(Regulation regulation, String clause) {
        return regulation.terms().stream()
                .filter(term -> term.clause().equals(clause))
                .toList();
    }

    private static boolean isVariant(Term term, String name) {
        return name.equals("elevated")
                ? term.importance() == Importance.ELEVATED
                : term.stage().endsWith(name);
    }

    private static boolean fits(Term term, JsonNode clock) {
        boolean starts = !clock.has("from")
                || term.from().code().equals(clock.path("from").asString());
        boolean leans = !clock.has("relative-to")
                || clock.path("relative-to").asString().equals(term.relativeTo());
        return starts
                && leans
                && term.clock().code().equals(clock.path("kind").asString())
                && term.amount().equals(amount(term.clock(), clock.path("term").asString()));
    }

    private static Duration amount(Clock clock, String text) {
        Duration amount = clock == Clock.WORKING_DAYS ? Duration.ofDays(Long.parseLong(text)) : Duration.parse(text);
        return amount.isZero() ? AT_ONCE : amount.abs();
    }
}
