package otklik.regulation;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import otklik.regulation.Workflow.Act;
import otklik.regulation.Workflow.AfterRework;
import otklik.regulation.Workflow.Cooperation;
import otklik.regulation.Workflow.CooperationMode;
import otklik.regulation.Workflow.Mode;
import otklik.regulation.Workflow.PassUp;
import otklik.regulation.Workflow.Publication;
import otklik.regulation.Workflow.Rework;
import otklik.regulation.Workflow.ReworkReason;
import otklik.regulation.Workflow.Shortening;
import otklik.regulation.Workflow.Step;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Reads the walk of a draft, the reply's rules and the classes of screening. */
final class WorkflowReader {

    private WorkflowReader() {}

    static Workflow workflow(YamlMap map) {
        map.only(
                "internal-agreement",
                "approvals",
                "publication",
                "rework",
                "several-organs",
                "pass-up",
                "shortening",
                "acts");
        return new Workflow(
                map.optional("internal-agreement").map(WorkflowReader::step).orElse(null),
                map.list("approvals", WorkflowReader::step),
                publication(map.required("publication", "{by: executor, mode: automatic, clause: …}")
                        .map()),
                rework(map.required("rework", "{reasons: [], then: approval}").map()),
                cooperation(map.required("several-organs", "{mode: sequential, clause: …}")
                        .map()),
                map.optional("pass-up").map(value -> passUp(value.map())).orElse(null),
                map.optional("shortening").map(value -> shortening(value.map())).orElse(null),
                map.optional("acts").map(value -> acts(value.map())).orElse(Map.of()));
    }

    private static Map<Act, Step> acts(YamlMap map) {
        Map<String, Act> known = new TreeMap<>();
        for (Act act : Act.values()) {
            known.put(act.name().toLowerCase(Locale.ROOT).replace('_', '-'), act);
        }
        map.only(known.keySet().toArray(String[]::new));
        Map<Act, Step> acts = new EnumMap<>(Act.class);
        map.entries().forEach((name, value) -> acts.put(Objects.requireNonNull(known.get(name)), step(value)));
        return acts;
    }

    private static Step step(YamlValue value) {
        YamlMap map = value.map().only("by", "clause");
        return new Step(map.required("by", "curator").constant(Role.class), clause(map));
    }

    private static Publication publication(YamlMap map) {
        map.only("by", "mode", "clause");
        return new Publication(
                map.required("by", "executor").constant(Role.class),
                map.required("mode", "automatic").constant(Mode.class),
                clause(map));
    }

    private static Rework rework(YamlMap map) {
        map.only("closed", "reasons", "then", "term-set-by");
        return new Rework(
                map.optional("closed").map(YamlValue::isTrue).orElse(false),
                map.list("reasons", value -> {
                    YamlMap reason = value.map().only("id", "title", "clause");
                    return new ReworkReason(id(reason), title(reason), clause(reason));
                }),
                map.required("then", "approval").constant(AfterRework.class),
                map.optional("term-set-by").map(WorkflowReader::step).orElse(null));
    }

    private static Cooperation cooperation(YamlMap map) {
        map.only("mode", "clause");
        return new Cooperation(map.required("mode", "sequential").constant(CooperationMode.class), clause(map));
    }

    private static PassUp passUp(YamlMap map) {
        map.only("by", "to", "clause");
        return new PassUp(
                map.required("by", "leadership").constant(Role.class),
                map.required("to", "their title in Russian, like Губернатор").text(),
                clause(map));
    }

    private static Shortening shortening(YamlMap map) {
        map.only("by", "clause", "stages");
        YamlValue stages = map.required("stages", "[draft]");
        if (stages.items().isEmpty()) {
            throw stages.bad("nothing that could be shortened", "write stages: [draft], or leave shortening out");
        }
        return new Shortening(
                map.required("by", "curator").constant(Role.class),
                clause(map),
                stages.items().stream().map(YamlValue::text).toList());
    }

    static ReplyRules reply(YamlMap map) {
        map.only("max-paragraphs", "checks", "fallbacks");
        return new ReplyRules(
                map.optional("max-paragraphs").map(YamlValue::number).orElse(0),
                map.list("checks", value -> check(value.map())),
                map.list("fallbacks", value -> {
                    YamlMap rung = value.map().only("way", "clause");
                    return new ReplyRules.Fallback(
                            rung.required("way", "same-page").constant(ReplyRules.Way.class), clause(rung));
                }));
    }

    private static ReplyRules.Check check(YamlMap map) {
        map.only("id", "title", "clause", "binding", "kinds", "refused-at");
        return new ReplyRules.Check(
                id(map),
                title(map),
                clause(map),
                map.optional("binding").map(YamlValue::isTrue).orElse(false),
                map.optional("kinds").map(WorkflowReader::kinds).orElse(ReplyRules.Kind.ALL),
                map.optional("refused-at")
                        .map(value -> gate(value, map.required("id", "greeting").text()))
                        .orElse(null));
    }

    private static Set<ReplyRules.Kind> kinds(YamlValue value) {
        if (value.items().isEmpty()) {
            throw value.bad("a line that is asked of nothing", "write kinds: [final], or leave it out");
        }
        return value.items().stream()
                .map(kind -> kind.constant(ReplyRules.Kind.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody is stopped for a guess, and an author only for what is counted: whoever approves can let the rest pass. */
    private static ReplyRules.Gate gate(YamlValue value, String line) {
        ReplyRules.Gate gate = value.constant(ReplyRules.Gate.class);
        if (!ReplyRules.REFUSABLE.contains(line)) {
            throw value.bad(
                    "nobody is refused for «" + line + "»: a program only guesses there",
                    "leave refused-at out, or write binding: true for a person to tick it");
        }
        if (gate == ReplyRules.Gate.DRAFT && !ReplyRules.COUNTED.contains(line)) {
            throw value.bad(
                    "an author cannot let «" + line + "» pass where the program is mistaken",
                    "write refused-at: approval");
        }
        return gate;
    }

    static InterimRule interim(YamlMap map) {
        map.only("clause", "received-by", "posted-within", "text");
        YamlValue text = map.required("text", "по-русски, с {date}: следующим рабочим днём");
        if (!text.text().contains(InterimRule.DATE)) {
            throw text.bad(
                    "the text does not say when work goes on", "write {date} where the next working day belongs");
        }
        return new InterimRule(
                clause(map),
                map.required("received-by", "\"15:45\"").converted(LocalTime::parse, "a time like \"15:45\""),
                map.required("posted-within", "P3D").duration(),
                text.text().strip());
    }

    static ScreeningClass screening(YamlValue value) {
        YamlMap map = value.map().only("id", "title", "clause");
        return new ScreeningClass(id(map), title(map), clause(map));
    }

    static Escalation escalation(YamlValue value) {
        YamlMap map = value.map().only("level", "role", "delay");
        return new Escalation(
                map.required("level", "1").number(),
                map.required("role", "executor").constant(Role.class),
                map.required("delay", "PT0S").duration());
    }

    static Borrowing borrowing(YamlValue value) {
        YamlMap map = value.map().only("clause", "what", "stage", "terms-of");
        map.required("terms-of", "[VP-11]");
        return new Borrowing(
                clause(map),
                map.required("what", "по-русски, для людей").text(),
                map.required("stage", "rework").text(),
                map.list("terms-of", YamlValue::text));
    }

    static Recurring recurring(YamlValue value) {
        YamlMap map = value.map().only("id", "title", "clause", "owner", "every", "on", "day", "at");
        return new Recurring(
                id(map),
                title(map),
                clause(map),
                map.required("owner", "curator").constant(Role.class),
                map.required("every", "month").constant(Recurring.Period.class),
                map.required("on", "last-working-day").constant(Recurring.Day.class),
                day(map),
                map.optional("at")
                        .map(at -> at.converted(LocalTime::parse, "a time like \"17:00\""))
                        .orElse(null));
    }

    private static int day(YamlMap map) {
        boolean needed = map.required("on", "day").text().equals("day");
        if (!needed) {
            map.optional("day").ifPresent(day -> {
                throw day.bad("a day of the month beside «on» of another kind", "write on: day, or no day");
            });
            return 0;
        }
        YamlValue day = map.required("day", "20");
        if (day.number() < 1 || day.number() > 31) {
            throw day.bad("no month has a day " + day.number(), "write 1 to 28: every month has those");
        }
        return day.number();
    }

    private static String id(YamlMap map) {
        return map.required("id", "short-name").text();
    }

    private static String title(YamlMap map) {
        return map.required("title", "по-русски, для людей").text();
    }

    private static String clause(YamlMap map) {
        return map.required("clause", "the clause that says so").text();
    }
}
