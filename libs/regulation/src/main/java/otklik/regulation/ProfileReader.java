package otklik.regulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.Clock;
import otklik.regulation.yaml.BadFileException;
import otklik.regulation.yaml.YamlFile;
import otklik.regulation.yaml.YamlMap;
import otklik.regulation.yaml.YamlValue;

/** Reads a profile file whole or refuses it whole, naming file, line and what to write instead. */
public final class ProfileReader {

    private final YamlMap map;
    private final List<String> prefixes;

    private ProfileReader(YamlMap map) {
        this.map = map.only(
                "id",
                "name",
                "document",
                "clauses",
                "zone",
                "revision",
                "in-force",
                "hours",
                "plain-time",
                "roles",
                "channels",
                "workflow",
                "submission",
                "interim",
                "reply",
                "screening",
                "warnings",
                "escalation",
                "letters",
                "surges",
                "recurring",
                "void-after",
                "borrowed",
                "terms",
                "done");
        map.required("clauses", "[AK]");
        this.prefixes = map.list("clauses", ProfileReader::prefix);
    }

    /**
     * @param file its name, for messages only
     * @throws BadFileException where anything in it cannot be used
     */
    public static Profile read(String file, String text) {
        ProfileReader reader = new ProfileReader(YamlFile.map(file, text));
        Profile profile = reader.profile();
        new ClauseIds(reader.prefixes).check(reader.map);
        return profile;
    }

    private static String prefix(YamlValue value) {
        return value.converted(ProfileReader::twoCapitals, "the two capitals that clause ids begin with, like AK");
    }

    private static String twoCapitals(String text) {
        if (!text.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private Profile profile() {
        YamlMap inForce = map.required("in-force", "{from: 2020-03-27}").map().only("from", "to");
        return new Profile(
                map.required("id", "altai-krai").text(),
                map.required("name", "Алтайский край").text(),
                map.required("document", "the legal act, in Russian").text(),
                prefixes,
                map.required("zone", "Asia/Barnaul").zone(),
                map.required("revision", "1").number(),
                inForce.required("from", "2020-03-27").date(),
                inForce.optional("to").map(YamlValue::date).orElse(null),
                HoursReader.read(map.required("hours", "{mon-fri: [\"08:00-17:00\"], shortened: PT1H}")
                        .map()),
                roles(),
                map.list("channels", YamlValue::text),
                WorkflowReader.workflow(map.required("workflow", "…").map()),
                submission(),
                interim(),
                WorkflowReader.reply(map.required("reply", "…").map()),
                map.list("screening", WorkflowReader::screening),
                warnings(),
                map.list("escalation", WorkflowReader::escalation),
                letters(),
                map.optional("surges")
                        .map(value -> SurgeReader.surges(value.map()))
                        .orElse(null),
                map.list("recurring", WorkflowReader::recurring),
                map.list("borrowed", WorkflowReader::borrowing),
                terms(),
                map.list("done", YamlValue::text));
    }

    private Map<Role, String> roles() {
        Map<Role, String> roles = new EnumMap<>(Role.class);
        map.required("roles", "{curator: Куратор, executor: Исполнитель}")
                .map()
                .entries()
                .forEach((key, title) -> {
                    Role role = java.util.Arrays.stream(Role.values())
                            .filter(known -> known.name().equalsIgnoreCase(key))
                            .findFirst()
                            .orElseThrow(() ->
                                    title.bad("unknown role «" + key + "»", "write one of the roles of the glossary"));
                    roles.put(role, title.text());
                });
        return roles;
    }

    private @Nullable SubmissionWindows submission() {
        return map.optional("submission")
                .map(value -> value.map().only("stage", "clause", "hours"))
                .map(windows -> new SubmissionWindows(
                        windows.required("stage", "draft").text(),
                        windows.required("clause", "VP-10").text(),
                        HoursReader.read(windows.required("hours", "…").map())))
                .orElse(null);
    }

    private @Nullable InterimRule interim() {
        return map.optional("interim")
                .map(value -> value.map().only("before-days-off"))
                .flatMap(value -> value.optional("before-days-off"))
                .map(value -> WorkflowReader.interim(value.map()))
                .orElse(null);
    }

    private List<Integer> warnings() {
        return map.list("warnings", value -> {
            int percent = value.number();
            if (percent <= 0 || percent >= 100) {
                throw value.bad("a warning at " + percent + " % of a term warns of nothing", "write 1 to 99");
            }
            return percent;
        });
    }

    private Letters letters() {
        return map.optional("letters")
                .map(value -> LettersReader.letters(value.map(), warnings()))
                .orElse(Letters.NONE);
    }

    private List<Term> terms() {
        YamlValue plainTime = map.required("plain-time", "calendar (by the letter) or working");
        Clock plain = plainTime.constant(Clock.class);
        List<YamlValue> items = map.required("terms", "a list of terms").items();
        List<Trigger> voidAfter = map.list("void-after", value -> value.constant(Trigger.class));
        List<Term> terms = new ArrayList<>();
        Set<String> stages = new HashSet<>();
        for (YamlValue item : items) {
            List<Term> read = new TermReader(item.map(), prefixes, plain, voidAfter).read();
            require(
                    stages.add(read.getFirst().stage()),
                    item,
                    "has a term already",
                    read.getFirst().stage());
            terms.addAll(read);
        }
        for (YamlValue item : items) {
            checkReferences(item, stages);
        }
        checkShortening(terms, stages);
        return terms;
    }

    /** What may be shortened is what an organ's people owe: no chance they have, and nobody else's term. */
    private void checkShortening(List<Term> terms, Set<String> stages) {
        map.required("workflow", "…").map().optional("shortening").ifPresent(rule -> {
            for (YamlValue stage : rule.map().required("stages", "[draft]").items()) {
                require(stages::contains, stage, stages);
                if (terms.stream().anyMatch(term -> term.stage().equals(stage.text()) && !isOwedByAnOrgan(term))) {
                    throw stage.bad(
                            "«" + stage.text() + "» is not what an organ's people owe",
                            "write a term whose owner is executor or responsible, and no window");
                }
            }
        });
    }

    private static boolean isOwedByAnOrgan(Term term) {
        return term.duty() == Duty.OBLIGATION && (term.owner() == Role.EXECUTOR || term.owner() == Role.RESPONSIBLE);
    }

    private static void checkReferences(YamlValue item, Set<String> stages) {
        for (String key : List.of("before-end-of", "instead-of")) {
            item.map().optional(key).ifPresent(value -> require(stages::contains, value, stages));
        }
    }

    private static void require(Predicate<String> known, YamlValue value, Set<String> stages) {
        if (!known.test(value.text())) {
            throw value.bad("no term is called «" + value.text() + "»", "write one of: " + String.join(", ", stages));
        }
    }

    private static void require(boolean fine, YamlValue where, String wrong, String stage) {
        if (!fine) {
            throw where.bad("stage «" + stage + "» " + wrong, "give it another name, or an elevated variant");
        }
    }
}
