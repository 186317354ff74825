package otklik.routing.promise.core;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import otklik.routing.promise.core.When.Unit;

/** The words of time and what they mean: stems, because Russian bends their ends. */
final class RussianTime {

    static final String MONTHS =
            "(?:январ[ьяею]|феврал[ьяею]|март[аеу]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|август[аеу]?|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])";

    /** A number in digits or words, whole or as a range, and what may stand between it and the unit. */
    static final String NUMBER =
            "(?:(?:\\d{1,3}\\s*[–—-]\\s*)?(?<number>\\d{1,3}|одн\\p{L}+|дв(?:а|е|ух)|тр(?:и|[её]х)|четыр\\p{L}+|пят[ьи]|шест[ьи]|сем[ьи]|вос[ье]м[ьи]|девят[ьи]|десят[ьи]|двадцат[ьи]|тридцат[ьи]|нескольк\\p{L}+|пар[уы])(?:-?(?:х|ти|и|го|ми))?(?:\\s*\\([^)]{1,20}\\))?\\s+)?"
                    + "(?:(?:(?<working>рабоч)|календарн|ближайш|следующ|эт|т[её]пл)\\p{L}+\\s+)?";

    static final String UNIT =
            "(?<unit>час(?!т)|сут|дн(?=[яеюи])|день|недел|месяц|квартал|год(?=(?:а|у|ов|ы)?(?!\\p{L}))|лет(?!\\p{L}))\\p{L}*";

    /** «На субботнике» is not on Saturday. */
    static final String WEEKDAY =
            "(?<weekday>понедельник[ау]?|вторник[ау]?|сред[уые]|четверг[ау]?|пятниц[уые]|суббот[уые]|воскресень[еюя])";

    private static final Map<String, Month> MONTH_STEMS = Map.ofEntries(
            Map.entry("янв", Month.JANUARY),
            Map.entry("фев", Month.FEBRUARY),
            Map.entry("мар", Month.MARCH),
            Map.entry("апр", Month.APRIL),
            Map.entry("май", Month.MAY),
            Map.entry("мая", Month.MAY),
            Map.entry("мае", Month.MAY),
            Map.entry("маю", Month.MAY),
            Map.entry("июн", Month.JUNE),
            Map.entry("июл", Month.JULY),
            Map.entry("авг", Month.AUGUST),
            Map.entry("сен", Month.SEPTEMBER),
            Map.entry("окт", Month.OCTOBER),
            Map.entry("ноя", Month.NOVEMBER),
            Map.entry("дек", Month.DECEMBER));

    private static final Map<String, Integer> NUMBER_STEMS = Map.ofEntries(
            Map.entry("одн", 1),
            Map.entry("два", 2),
            Map.entry("две", 2),
            Map.entry("дву", 2),
            Map.entry("три", 3),
            Map.entry("тре", 3),
            Map.entry("чет", 4),
            Map.entry("пят", 5),
            Map.entry("шес", 6),
            Map.entry("сем", 7),
            Map.entry("вос", 8),
            Map.entry("дев", 9),
            Map.entry("дес", 10));

    private static final List<String> WEEKDAY_STEMS = List.of("пон", "вто", "сре", "чет", "пят", "суб", "вос");

    private RussianTime() {}

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static String stem(String word) {
        String low = lower(word);
        return low.substring(0, Math.min(3, low.length()));
    }

    static Optional<Month> month(String word) {
        return Optional.ofNullable(MONTH_STEMS.get(stem(word)));
    }

    static Optional<DayOfWeek> weekday(String word) {
        int at = WEEKDAY_STEMS.indexOf(stem(word));
        return at < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(at + 1));
    }

    /** One where no number stands; empty for «несколько». */
    static Optional<Integer> amount(@Nullable String word) {
        if (word == null) {
            return Optional.of(1);
        }
        if (Character.isDigit(word.charAt(0))) {
            return Optional.of(Integer.valueOf(word));
        }
        String low = lower(word);
        if (low.startsWith("двадцат")) {
            return Optional.of(20);
        }
        return low.startsWith("тридцат") ? Optional.of(30) : Optional.ofNullable(NUMBER_STEMS.get(stem(word)));
    }

    /** «в течение дня» is today, «в течение 3 дней» the third day from here. */
    static When within(int amount, String unit, boolean working) {
        String low = lower(unit);
        if (low.startsWith("ден") || low.startsWith("дн")) {
            boolean today = low.equals("дн") && amount == 1;
            return new When.Within(today && !working ? 0 : amount, working ? Unit.WORKING_DAYS : Unit.DAYS);
        }
        return new When.Within(amount, unit(unit));
    }

    static Unit unit(String word) {
        return switch (stem(word)) {
            case "час" -> Unit.HOURS;
            case "нед" -> Unit.WEEKS;
            case "мес" -> Unit.MONTHS;
            case "ква" -> Unit.QUARTERS;
            case "год", "лет" -> Unit.YEARS;
            default -> Unit.DAYS;
        };
    }

    static Optional<Integer> quarter(String word) {
        return switch (lower(word).substring(0, 1)) {
            case "1", "п" -> Optional.of(1);
            case "2", "в" -> Optional.of(2);
            case "3", "т" -> Optional.of(3);
            case "4", "ч" -> Optional.of(4);
            case "i" -> Optional.of(lower(word).equals("iv") ? 4 : word.length());
            default -> Optional.empty();
        };
    }

    static Optional<Integer> daysAhead(String word) {
        return switch (lower(word)) {
            case "сегодня" -> Optional.of(0);
            case "завтра" -> Optional.of(1);
            case "послезавтра" -> Optional.of(2);
            default -> Optional.empty();
        };
    }

    static Optional<Month> seasonsLastMonth(String word) {
        return switch (lower(word)) {
            case "весной" -> Optional.of(Month.MAY);
            case "летом" -> Optional.of(Month.AUGUST);
            case "осенью" -> Optional.of(Month.NOVEMBER);
            case "зимой" -> Optional.of(Month.FEBRUARY);
            default -> Optional.empty();
        };
    }
}
