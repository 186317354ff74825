package otklik.routing.replycheck.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who else may be told of in a reply (LB-9): names, plates of cars, flats behind a dash. These are guesses: an official is named lawfully, and
 * «5-12» may be a row of houses. So they are advice and never join what {@link Patterns#personalData} can have a reply refused for. Repetitions
 * are bounded.
 */
final class ThirdParties {

    private static final String OFFICE =
            "министр|глав(?:а|ы|е|у|ой)(?!\\p{L})|начальник|директор|зам\\.|заместител|специалист|инженер|врач|"
                    + "председател|руководител|мэр|губернатор|депутат|прокурор|инспектор|участков|уполномоченн|консультант|мастер|диспетчер|"
                    + "управляющ|заведующ|секретар|сотрудни|куратор|исполнител|ответственн|референт|советник|помощни|и\\. ?о\\.";

    private static final String PRIVATE_PERSON =
            "сосед(?!ов)|жител|жилец|жильц|граждан|заявител|автор|собственни|пенсионер|муж(?:а|у|ем)?(?!\\p{L})|жен(?:а|ы|е|у|ой)(?!\\p{L})|"
                    + "сын(?:а|у|ом)?(?!\\p{L})|дочь|дочер|мать(?!\\p{L})|матер[иь]|отец(?!\\p{L})|отц[ауе]|бабушк(?!ин)|дедушк(?!ин)|ребен|ребён";

    private static final String SALUTATION = "здравствуй|добр(?:ый|ое|ого|ая)|доброе|уважаем|приветству";

    /** A capitalised word that begins no name, though one may follow it. */
    private static final String NO_NAME = "(?!(?iu:" + OFFICE + "|" + PRIVATE_PERSON + "|" + SALUTATION + "))";

    private static final String GAP = "[ \\u00A0]{1,3}";
    private static final String WORD = "\\p{Lu}\\p{L}{1,30}(?:-\\p{Lu}\\p{L}{1,30})?";

    /** -вич, Ильич, Кузьмич, Лукич, Никитич; -вна, -чна; in every case. */
    private static final String PATRONYMIC =
            "\\p{Lu}\\p{L}{1,25}(?iu:[вьмкт]ич(?:а|у|ем|ом|е)?|[вч]н(?:а|ы|е|у|ой|ою))(?!\\p{L})";

    /** By its ending; asked for only where any word has a capital letter. */
    private static final String SURNAME =
            "\\p{Lu}\\p{L}{1,25}(?iu:(?:[оеё]в|[иы]н)(?:а|у|е|ым|ой|ою)?|[сц]к(?:ий|ого|ому|им|ая|ой|ую)|енко|ч?[ую]к|ян)(?!\\p{L})";

    private static final String STARTS_SENTENCE = "(?:^|[.!?…\\n][\\s]{0,3})";

    private static final String INITIALS = "\\p{Lu}\\.[ \\u00A0]?\\p{Lu}\\.";

    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}-])" + NO_NAME + "(?:"
            + WORD + GAP + PATRONYMIC + GAP + WORD
            + "|(?<!" + STARTS_SENTENCE + ")" + WORD + GAP + WORD + GAP + PATRONYMIC
            + "|" + SURNAME + GAP + WORD + GAP + PATRONYMIC
            + "|" + WORD + GAP + INITIALS
            + "|" + INITIALS + "[ \\u00A0]{0,2}" + NO_NAME + WORD
            + ")");

    private static final String BETWEEN =
            "(?:\\s{1,3}(?!(?iu:" + PRIVATE_PERSON + "))(?:г\\.|" + INITIALS + "|[\\p{L}\\d«»\"№-]{1,40})){0,5}";

    /** An official with what he is in charge of, a street or a school called after somebody, the author who is spoken to. */
    private static final List<Pattern> LAWFUL_AFTER = List.of(
            Pattern.compile("(?<!\\p{L})(?iu:" + OFFICE + ")\\p{L}{0,6}" + BETWEEN + "(?:\\s{0,2}[:—–-])?\\s{1,3}$"),
            Pattern.compile(
                    "(?<!\\p{L})(?iu:имени|им\\.|улиц\\p{L}{1,3}|ул\\.|площад\\p{L}{1,3}|пл\\.|проспект\\p{L}{0,2}|пр\\.|пр-т\\p{L}?|переул\\p{L}{2,4}|"
                            + "пер\\.|бульвар\\p{L}{0,2}|сквер\\p{L}{0,2}|парк(?:а|у|е|ом)?|памятник\\p{L}{0,2}|бюст\\p{L}{0,2})"
                            + "(?:\\s{1,3}\\p{Ll}{1,30})?\\s{0,3}$"),
            Pattern.compile("(?<!\\p{L})(?iu:" + SALUTATION + ")\\p{L}{0,3}(?: \\p{Ll}{3,7})?,?\\s{1,3}$"));

    private static final Pattern SPOKEN_TO = Pattern.compile("^\\s{0,3}[,!]\\s{0,3}(?iu:" + SALUTATION + ")");

    private static final int LOOK_BACK = 160;

    private static final String ON_PLATES = "[АВЕКМНОРСТУХABEKMHOPCTYX]";

    /** With gaps only in capital letters: «Р 256 км 22» is a place on a road. */
    private static final Pattern PLATE = Pattern.compile("(?<![\\p{L}\\d])(?:"
            + ON_PLATES + " ?\\d{3} ?" + ON_PLATES + "{2} ?\\d{2,3}"
            + "|(?iu:" + ON_PLATES + "\\d{3}" + ON_PLATES + "{2}(?:\\d{2,3})?)"
            + ")(?![\\p{L}\\d])");

    private static final Pattern FLAT = Pattern.compile(
            "(?<!\\p{L})(?iu:ул\\.|улиц\\p{L}{1,3}|пр\\.|пр-т\\p{L}?|просп\\.|проспект\\p{L}{0,2}|пер\\.|переул\\p{L}{2,4}|бульвар\\p{L}{0,2})"
                    + "\\s{0,3}[\\p{Lu}\\d][\\p{L}\\d.-]{0,30}(?: (?:лет|[\\p{Lu}\\d][\\p{L}\\d.-]{0,30})){0,3},?\\s{1,2}"
                    + "(?iu:д\\.\\s?|дом\\p{L}?\\s)?\\d{1,3}\\p{L}?\\s?[-–—]\\s?[1-9]\\d{0,3}+"
                    + "(?!\\s{0,2}(?iu:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|час|числ|этаж|дн[ея]|год|дом))");

    private static final Map<String, Pattern> OTHERS = others();

    private ThirdParties() {}

    private static Map<String, Pattern> others() {
        Map<String, Pattern> others = new LinkedHashMap<>();
        others.put("похоже на номер машины", PLATE);
        others.put("похоже на дом и квартиру — чужой домашний адрес", FLAT);
        return others;
    }

    /** Each with its place; advice. */
    static List<Finding> in(Draft draft) {
        String text = draft.text();
        return Stream.concat(
                        NAME.matcher(text)
                                .results()
                                .filter(name -> !isLawful(name, text))
                                .map(name -> finding(name, "похоже на полное имя человека")),
                        OTHERS.entrySet().stream()
                                .flatMap(kind -> kind.getValue()
                                        .matcher(text)
                                        .results()
                                        .map(match -> finding(match, kind.getKey()))))
                .toList();
    }

    private static boolean isLawful(MatchResult name, String text) {
        String before = text.substring(Math.max(0, name.start() - LOOK_BACK), name.start());
        boolean spokenTo = before.isBlank()
                && SPOKEN_TO.matcher(text.substring(name.end())).find();
        return spokenTo
                || LAWFUL_AFTER.stream()
                        .anyMatch(pattern -> pattern.matcher(before).find());
    }

    private static Finding finding(MatchResult match, String what) {
        return new Finding(
                Topic.THIRD_PARTIES,
                "«" + match.group() + "» — " + what + ".",
                new Place(match.start(), match.end()),
                "Уберите, если это частное лицо: в открытом ответе называют только автора, как он сам себя показывает, и должностных лиц.");
    }
}
