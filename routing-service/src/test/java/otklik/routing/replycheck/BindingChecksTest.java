package otklik.routing.replycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulations;
import otklik.regulation.ReplyRules;
import otklik.regulation.ReplyRules.Gate;
import otklik.regulation.ReplyRules.Kind;
import otklik.routing.incident.core.BindingFinding;
import otklik.routing.incident.core.ReplyLook;
import otklik.routing.replycheck.core.BindingChecks;
import otklik.routing.replycheck.core.Draft;
import otklik.routing.replycheck.core.ReplyChecks;
import otklik.testkit.Clause;

/** What the machine refuses, under the regulations as they are shipped. */
class BindingChecksTest {

    private static final ReplyLook LOOK = new BindingChecks();

    private static final ReplyChecks ALL = new ReplyChecks(
            text -> List.of(),
            new RussianStems(),
            ReplyCheckConfiguration.phrases("officialese.txt"),
            ReplyCheckConfiguration.phrases("disrespect.txt"));

    @ParameterizedTest
    @Clause({"VP-12", "VP-15", "KH-9", "LB-9", "LP-10"})
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            vyatskie-polyany | FINAL         | Здравствуйте!/Починим до 15 мая./Спасибо.      | paragraphs VP-12 DRAFT
            vyatskie-polyany | FINAL         | Здравствуйте!/Обязательно починим.             | dates VP-12 APPROVAL
            vyatskie-polyany | FINAL         | Фонарь починили вчера.                         |
            vyatskie-polyany | INTERIM       | Здравствуйте! Разбираемся.                     | time-needed VP-15 APPROVAL
            vyatskie-polyany | INTERIM       | Здравствуйте! Ответим в течение пяти дней.     |
            vyatskie-polyany | CLARIFICATION | Здравствуйте!/Какой это дом?/И какой подъезд?  |
            khabarovsk-krai  | FINAL         | Починим до 15 мая.                             | contacts KH-9 APPROVAL
            khabarovsk-krai  | FINAL         | Обязательно починим. Почта: dorogi@example.ru. | dates KH-9 APPROVAL
            khabarovsk-krai  | FINAL         | Починим до 15 мая, телефон 8 (4212) 40-21-21.  |
            khabarovsk-krai  | INTERIM       | Здравствуйте! Разбираемся.                     |
            khabarovsk-krai  | CLARIFICATION | Здравствуйте! Какой это дом?                   |
            barnaul-leninsky | FINAL         | Соседу из кв. 12 уже помогли.                  | personal-data LB-9 APPROVAL
            barnaul-leninsky | CLARIFICATION | Ваша квартира 12?                              | personal-data LB-9 APPROVAL
            barnaul-leninsky | FINAL         | Иван, двор уберут завтра.                      |
            lipetsk-oblast   | FINAL         | Починим до 15 мая.                             | greeting LP-10 APPROVAL
            lipetsk-oblast   | CLARIFICATION | Какой это дом?                                 | greeting LP-10 APPROVAL
            lipetsk-oblast   | INTERIM       | Здравствуйте! Осуществляется проверка.         |
            altai-krai       | FINAL         | ага, щас, кв. 12                               |
            """)
    void reply_isRefusedForWhatTheLetterDemands(
            String jurisdiction, ReplyKind kind, String text, @Nullable String expected) {
        assertThat(LOOK.findings(text.replace('/', '\n'), kind, rules(jurisdiction)).stream()
                        .map(finding -> finding.check() + " " + finding.clause() + " " + finding.gate())
                        .toList())
                .isEqualTo(Stream.ofNullable(expected).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"altai-krai", "vyatskie-polyany", "khabarovsk-krai", "barnaul-leninsky", "lipetsk-oblast"})
    void whatIsToldBeforehand_isWhatIsRefused(String jurisdiction) {
        for (ReplyKind kind : ReplyKind.values()) {
            for (String text :
                    List.of("а", "а\nб\nв", "Здравствуйте! До 15 мая, тел. 8-4212-00-00-00.", "кв. 1 и кв. 2")) {
                List<BindingFinding> told =
                        ALL.findings(new Draft(text, null, null, List.of(), null, kind), rules(jurisdiction)).stream()
                                .flatMap(finding -> BindingChecks.binding(finding, kind, rules(jurisdiction)).stream())
                                .toList();

                assertThat(LOOK.findings(text, kind, rules(jurisdiction)))
                        .as("%s, %s", kind, text)
                        .containsExactlyInAnyOrderElementsOf(told);
            }
        }
    }

    /** A profile may make any of them binding, so none may be one that nobody looks at when it matters. */
    @Test
    void everyLineThatCanBeMadeBinding_isLookedAt() {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        ReplyRules rules = new ReplyRules(
                1,
                ReplyRules.REFUSABLE.stream()
                        .map(id -> new ReplyRules.Check(id, id, "XX-1", false, kinds, Gate.APPROVAL))
                        .toList(),
                List.of());

        assertThat(Arrays.stream(ReplyKind.values())
                        .flatMap(kind -> LOOK.findings("Ждите.\nСосед из кв. 5 тоже ждёт.", kind, rules).stream())
                        .map(BindingFinding::check)
                        .collect(Collectors.toSet()))
                .isEqualTo(ReplyRules.REFUSABLE);
    }

    /** It runs while a command holds its incident. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "@",
                "a",
                "a@",
                "1",
                "1.",
                "8 ",
                "8(",
                "\n",
                "\n ",
                "до ",
                "до 1",
                "в течение ",
                ", ",
                "ИНН ",
                "ИНН 1",
                "a.a@"
            })
    void hostileText_isLookedThroughAtOnce(String part) {
        String text = part.repeat(4096 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (String jurisdiction : Regulations.shipped().ids()) {
                for (ReplyKind kind : ReplyKind.values()) {
                    LOOK.findings(text, kind, rules(jurisdiction));
                }
            }
        });
    }

    private static ReplyRules rules(String jurisdiction) {
        return Regulations.shipped().get(jurisdiction).profile().reply();
    }
}
