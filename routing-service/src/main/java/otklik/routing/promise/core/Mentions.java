package otklik.routing.promise.core;

import static otklik.routing.promise.core.RussianTime.MONTHS;
import static otklik.routing.promise.core.RussianTime.NUMBER;
import static otklik.routing.promise.core.RussianTime.UNIT;
import static otklik.routing.promise.core.RussianTime.WEEKDAY;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.routing.promise.core.When.Unit;

/**
 * The one recogniser of dates and terms in Russian texts: a small grammar of forms, each with what it means. Earlier rules take their words
 * from later ones, so what only looks like a date (of a decree, opening hours, a clause) is taken first and told to nobody.
 */
public final class Mentions {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String BEGIN = "(?<![\\p{L}\\d.,:№/-])";
    private static final String END = "(?![\\p{L}\\d])";
    private static final String YEAR = "(?:\\s+(?<year>20\\d{2}))?(?:\\s*(?:г\\.|год[ау]))?";
    private static final String AHEAD = "не позднее|не позже|до|к";
    private static final String DAY_MONTH = "\\d{1,2}(?:-?(?:го|е|му))?\\s+" + MONTHS + "(?:\\s+20\\d{2})?";
    private static final String DIGITS = "\\d{1,2}\\.\\d{2}(?:\\.(?:20)?\\d{2})?";
    private static final String SUCH = "(?<such>эт|текущ|следующ|будущ|ближайш)\\p{L}+";

    /** @param reads null where the words are no date at all */
    private record Rule(Pattern pattern, @Nullable Function<MatchResult, Optional<When>> reads) {

        static Rule of(String pattern, Function<MatchResult, Optional<When>> reads) {
            return new Rule(Pattern.compile(BEGIN + pattern, FLAGS), reads);
        }

        static Rule passingOver(String pattern) {
            return new Rule(Pattern.compile("(?<![\\p{L}\\d])" + pattern, FLAGS), null);
        }
    }

    private static final List<Rule> RULES = List.of(
            // «от 15 июня 2020 г.», «15.06.2020 № 77»: of a document
            Rule.passingOver("от\\s+(?:" + DAY_MONTH + "|" + DIGITS + ")"),
            Rule.passingOver("(?:до\\s+)?(?:" + DAY_MONTH + "|" + DIGITS + ")\\s*(?:г\\.|года)?\\s*(?:№|N\\s?\\d)"),
            // «с 8.10 до 17.10», «до 18.00 часов», «8.30–12.30»: of the clock
            Rule.passingOver("с\\s+\\d{1,2}[.:]\\d{2}\\s+(?:до|по)\\s+\\d{1,2}[.:]\\d{2}(?![.\\d])"),
            Rule.passingOver("\\d{1,2}[.:]\\d{2}\\s*[–—-]\\s*\\d{1,2}[.:]\\d{2}(?![.\\d])"),
            Rule.passingOver("\\d{1,2}\\.\\d{2}\\s*(?:час|ч\\.|руб|тыс|млн|млрд|%|км|кв|га(?!\\p{L})|м(?!\\p{L}))"),
            Rule.passingOver(
                    "(?:п\\.|пункт\\p{L}*|ст\\.|стать\\p{L}*|гост\\p{L}*|д\\.|дом\\p{L}?|№)\\s*\\d{1,3}\\.\\d{1,2}"),
            Rule.of(
                    "(?:(?<ahead>" + AHEAD + "|по)\\s+)?(?<day>\\d{1,2})(?:-?(?:го|е|му))?\\s+(?<month>" + MONTHS + ")"
                            + YEAR + END,
                    Mentions::onDate),
            Rule.of(
                    "(?:(?<ahead>" + AHEAD
                            + "|по)\\s+)?(?<day>\\d{1,2})\\.(?<digits>\\d{2})(?:\\.(?<year>(?:20)?\\d{2}))?(?![\\d]|[.:]\\d|-\\d)",
                    Mentions::onDigits),
            Rule.of(
                    "(?<ahead>" + AHEAD + "|в|во|на)\\s+(?:(?<part>конц|середин|начал)\\p{L}+\\s+)?(?<month>" + MONTHS
                            + ")" + YEAR + END,
                    Mentions::inMonth),
            Rule.of(
                    "(?:(?<ahead>" + AHEAD
                            + "|в|во)\\s+)?(?:конц[ауе]\\s+)?(?<quarter>IV|III|II|I|[1-4](?:-?(?:го|м|ом|й))?|перв\\p{L}+|втор\\p{L}+|треть\\p{L}+|четв[её]рт\\p{L}+)\\s+квартал\\p{L}*"
                            + YEAR,
                    Mentions::inQuarter),
            Rule.of(
                    "(?<ahead>в\\s+течени[еи])\\s+" + NUMBER + UNIT + END
                            + "(?<since>\\s+(?:с[о]?\\s+(?:дня|момента|даты)|после))?",
                    Mentions::within),
            Rule.of("(?<ahead>через)\\s+" + NUMBER + UNIT + END + "(?<since>\\s+после)?", Mentions::within),
            Rule.of("за\\s+" + NUMBER + UNIT + END, match -> Optional.of(new When.Vague())),
            Rule.of(
                    "(?<ahead>до|к)\\s+конц[ау]\\s+(?:" + SUCH
                            + "\\s+)?(?:рабоч\\p{L}+\\s+)?(?<unit>дня|недели|месяца|квартала|года)" + END,
                    Mentions::endOf),
            Rule.of(
                    "(?<ahead>до|к|на|в)\\s+" + SUCH + "\\s+(?<unit>недел|месяц|квартал|год|выходн)\\p{L}*",
                    Mentions::endOf),
            Rule.of(
                    "(?<ahead>до|к)\\s+(?<unit>выходн)\\p{L}*|(?:в|на)\\s+(?<days>выходн)\\p{L}*",
                    match -> Optional.of(new When.EndOf(Unit.WEEKS, 0))),
            Rule.of(
                    "(?!(?:в|на)\\s+среде)(?<ahead>до|ко|к|во|в|на)\\s+(?:" + SUCH + "\\s+)?" + WEEKDAY + END,
                    match -> RussianTime.weekday(match.group("weekday"))
                            .map(day -> new When.OnWeekday(day, isNext(match)))),
            Rule.of(
                    "(?<ahead>сегодня|завтра|послезавтра)" + END,
                    match -> RussianTime.daysAhead(match.group()).map(days -> new When.Within(days, Unit.DAYS))),
            Rule.of("(?:вчера|позавчера)" + END, match -> Optional.of(new When.Vague())),
            Rule.of("(?<season>весной|летом|осенью|зимой)" + YEAR + END, Mentions::inSeason),
            Rule.of(
                    "(?<ahead>" + AHEAD
                            + "|в)\\s+(?:20\\d{2}\\s*[–—-]\\s*)?(?<year>20\\d{2})\\s*(?:г\\.|гг\\.|год[ауы]?х?)",
                    match -> Optional.of(new When.InYear(Integer.parseInt(match.group("year"))))),
            Rule.of("20\\d{2}\\s*(?:г\\.|год)", match -> Optional.of(new When.Vague())));

    private Mentions() {}

    /** In the order of the text; they do not overlap. */
    public static List<Mention> in(String text) {
        boolean[] taken = new boolean[text.length()];
        int[] begins = beginsOfWords(text);
        List<Mention> found = new ArrayList<>();
        for (Rule rule : RULES) {
            matches(rule.pattern(), text, begins)
                    .filter(match -> isFree(taken, match))
                    .forEach(match -> {
                        Function<MatchResult, Optional<When>> reads = rule.reads();
                        Optional<When> when = reads == null ? Optional.empty() : reads.apply(match);
                        if (reads == null || when.isPresent()) {
                            take(taken, match);
                        }
                        when.ifPresent(each -> found.add(new Mention(match.start(), match.end(), each, isFirm(match))));
                    });
        }
        found.sort(Comparator.comparingInt(Mention::from));
        return List.copyOf(found);
    }

    /** Where a rule can begin: all of them look back for no letter and no digit. */
    private static int[] beginsOfWords(String text) {
        return IntStream.range(0, text.length())
                .filter(at -> at == 0 || !isLetterOrDigit(text.charAt(at - 1)))
                .toArray();
    }

    /** As the rules have it: of the digits those of ASCII only. */
    private static boolean isLetterOrDigit(char sign) {
        return Character.isLetter(sign) || (sign >= '0' && sign <= '9');
    }

    /** What {@link Matcher#results} finds, with a try at the begins only. */
    private static Stream<MatchResult> matches(Pattern pattern, String text, int[] begins) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        Stream.Builder<MatchResult> results = Stream.builder();
        int end = 0;
        for (int begin : begins) {
            if (begin >= end && matcher.region(begin, text.length()).lookingAt()) {
                results.add(matcher.toMatchResult());
                end = matcher.end();
            }
        }
        return results.build();
    }

    private static boolean isFree(boolean[] taken, MatchResult match) {
        for (int at = match.start(); at < match.end(); at++) {
            if (taken[at]) {
                return false;
            }
        }
        return true;
    }

    private static void take(boolean[] taken, MatchResult match) {
        Arrays.fill(taken, match.start(), match.end(), true);
    }

    private static boolean isFirm(MatchResult match) {
        String ahead = group(match, "ahead");
        return ahead != null && !List.of("в", "во", "на", "сегодня").contains(RussianTime.lower(ahead));
    }

    private static Optional<When> onDate(MatchResult match) {
        return RussianTime.month(match.group("month")).map(month -> onDate(match, month, year(match)));
    }

    private static Optional<When> onDigits(MatchResult match) {
        int month = Integer.parseInt(match.group("digits"));
        return month < 1 || month > 12 ? Optional.empty() : Optional.of(onDate(match, Month.of(month), year(match)));
    }

    private static When onDate(MatchResult match, Month month, @Nullable Integer year) {
        return new When.OnDate(Integer.parseInt(match.group("day")), month, year, group(match, "ahead") != null);
    }

    private static Optional<When> inMonth(MatchResult match) {
        String part = group(match, "part");
        int last = part != null
                ? switch (RussianTime.lower(part)) {
                    case "начал" -> 10;
                    case "середин" -> 15;
                    default -> 31;
                }
                : isFirm(match) ? 0 : 31;
        return RussianTime.month(match.group("month")).map(month -> new When.InMonth(month, year(match), last));
    }

    private static Optional<When> inQuarter(MatchResult match) {
        return RussianTime.quarter(match.group("quarter")).map(quarter -> new When.InQuarter(quarter, year(match)));
    }

    /** Counted from something else than the reply («со дня регистрации») it is not for us to know when. */
    private static Optional<When> within(MatchResult match) {
        if (group(match, "since") != null) {
            return Optional.of(new When.Vague());
        }
        Optional<Integer> amount = RussianTime.amount(group(match, "number"));
        return Optional.of(
                amount.isEmpty()
                        ? new When.Vague()
                        : RussianTime.within(amount.get(), match.group("unit"), group(match, "working") != null));
    }

    private static Optional<When> endOf(MatchResult match) {
        String unit = match.group("unit");
        return Optional.of(
                RussianTime.lower(unit).startsWith("выходн")
                        ? new When.EndOf(Unit.WEEKS, isNext(match) ? 1 : 0)
                        : new When.EndOf(RussianTime.unit(unit), isNext(match) ? 1 : 0));
    }

    private static Optional<When> inSeason(MatchResult match) {
        return RussianTime.seasonsLastMonth(match.group("season"))
                .map(month -> new When.InMonth(month, year(match), 31));
    }

    private static boolean isNext(MatchResult match) {
        String such = group(match, "such");
        return such != null && List.of("следующ", "будущ").contains(RussianTime.lower(such));
    }

    private static @Nullable Integer year(MatchResult match) {
        String year = group(match, "year");
        return year == null ? null : year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.valueOf(year);
    }

    private static @Nullable String group(MatchResult match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }
}
