package otklik.regulation.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.regulation.ProfileReader;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.lint.Finding.Kind;
import otklik.regulation.time.ProductionCalendar;

class RegulationLinterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vyatskie-polyany | INFEASIBLE_BUDGET      | VP-8 VP-9 VP-13 VP-16 | Сроки шагов при повышенной важности не помещаются в общий: 3 ч (п. 9) + 1 ч (п. 13) + 0,5 ч (п. 16) = 4,5 ч больше, чем 4 ч (п. 8)
            vyatskie-polyany | INFEASIBLE_BUDGET      | VP-8 VP-9 VP-13 VP-16 | Сроки шагов при обычной важности и проекте по электронной почте не помещаются в общий: 22 ч (п. 9) + 2 ч (п. 13) + 0,5 ч (п. 16) = 24,5 ч больше, чем 24 ч (п. 8)
            vyatskie-polyany | WINDOW_BEFORE_DEADLINE | VP-9 VP-10            | Срок может кончиться, когда приём закрыт: направлено в чт 18:00, по п. 9 проект законен до пт 16:00, а по п. 10 его примут только до пт 15:45
            vyatskie-polyany | EMPTY_REFERENCE        | VP-15 VP-11 VP-12     | п. 15 («Доработка проекта») отсылает за сроком туда, где его нет: п. 11 даёт срок на другое («Вернуть сообщение не по компетенции»), п. 12 срока не даёт
            vyatskie-polyany | EMPTY_REFERENCE        | VP-19 VP-11 VP-12     | п. 19 («Ответ на повторное сообщение») отсылает за сроком туда, где его нет: п. 11 даёт срок на другое («Вернуть сообщение не по компетенции»), п. 12 срока не даёт
            altai-krai       | FEW_REWORKS            | AK-8 AK-9 AK-10 AK-12 | Если шаги занимают весь свой срок, при обычной важности остаётся место ровно для двух доработок: 9 ч (п. 8) − (5 ч (п. 9) + 0,5 ч (п. 10) + 0,5 ч (п. 12) = 6 ч) = 3 ч, а доработка с проверкой занимает 1,5 ч
            lipetsk-oblast   | FEW_REWORKS            | LP-8 LP-6 LP-9 LP-10  | Если шаги занимают весь свой срок, при обычной важности остаётся место ровно для двух доработок: 8 ч (п. 8) − (0,5 ч (п. 6) + 4 ч (п. 9) + 0,5 ч (п. 10) = 5 ч) = 3 ч, а доработка с проверкой занимает 1,5 ч
            khabarovsk-krai  | NO_SECOND_APPROVAL     | KH-12                 | После доработки ответ публикуется без второго согласования (п. 12): исправленного никто не видел
            altai-krai       | ENDS_BEFORE_ANSWER     | AK-13                 | 7 рабочих дней (п. 13) идут до проекта, а не до ответа: сам ответ после них ещё согласуют и публикуют
            lipetsk-oblast   | ENDS_BEFORE_ANSWER     | LP-12                 | 7 рабочих дней (п. 12) идут до проекта, а не до ответа: сам ответ после них ещё согласуют и публикуют
            """)
    void knownDefect_isFoundWithItsArithmetic(String id, Kind kind, String clauses, String sentence) {
        assertThat(RegulationLinter.lint(Regulations.shipped().get(id)))
                .contains(new Finding(kind, Arrays.asList(clauses.split(" ")), sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "altai-krai, true",
        "khabarovsk-krai, true",
        "lipetsk-oblast, true",
        "vyatskie-polyany, false",
        "barnaul-leninsky, false"
    })
    void plainHoursBesideWorkingHours_areFoundWhereTheyAre(String id, boolean mixed) {
        assertThat(kinds(Regulations.shipped().get(id)).contains(Kind.MIXED_UNITS))
                .isEqualTo(mixed);
    }

    @Test
    void sevenWorkingDays_runToDifferentThings() {
        assertThat(RegulationLinter.compare(Regulations.shipped().all()))
                .extracting(Finding::sentence)
                .containsExactly(
                        "7 рабочих дней значат разное: Алтайский край — до проекта (п. 13),"
                                + " Хабаровский край — до ответа (п. 11)",
                        "7 рабочих дней значат разное: Хабаровский край — до ответа (п. 11),"
                                + " Липецкая область — до проекта (п. 12)");
    }

    @Test
    void reworkAndDraftWithoutATerm_areFound() {
        assertThat(RegulationLinter.lint(Regulations.shipped().get("barnaul-leninsky")))
                .extracting(Finding::sentence)
                .contains("Шаг без срока: доработка", "Шаг без срока: проект ответа");
    }

    @Test
    void cleanProfile_hasNoFindings() {
        Regulation clean = profile("", "");

        assertThat(RegulationLinter.lint(clean)).isEmpty();
        assertThat(RegulationLinter.compare(List.of(clean, clean))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amount: PT16H              | amount: PT8H                 | INFEASIBLE_BUDGET
            amount: PT16H              | amount: PT11H                | FEW_REWORKS
            mode: sequential           | mode: parallel-consolidated-by-curator | UNREACHABLE
            approved, owner: executor  | approved, owner: controller  | NO_OWNER
            then: approval             | then: publication            | NO_SECOND_APPROVAL
            terms-of: [CL-1, CL-2]     | terms-of: [CL-1, CL-5]       | EMPTY_REFERENCE
            clock: plain               | clock: calendar              | MIXED_UNITS
            met-by: [returned]         | met-by: [work-started]       | NO_CLOCK
            from: rework-requested     | from: interim-submitted      | NO_CLOCK
            from: contribution-requested | from: competence-confirmed | UNREACHABLE
            by: curator, clause: CL-4  | by: controller, clause: CL-4 | NO_OWNER
            owner: curator, every      | owner: controller, every     | NO_OWNER
            by: leadership, to         | by: controller, to           | NO_OWNER
            by: curator, clause: CL-3  | by: controller, clause: CL-3 | NO_OWNER
            level: 1, role: executor   | level: 1, role: observer     | NO_OWNER
            curator: Куратор,          | observer: Наблюдатель,       | NO_OWNER
            about: surge, to           | about: registered, to        | NO_OWNER
            day: 20                    | day: 30                      | NO_SUCH_DAY
            mon-fri: ["09:00-18:00"]\\n    break: "13:00-14:00"\\n    shortened | mon-fri: ["09:00-17:00"]\\n    shortened | WINDOW_BEFORE_DEADLINE
            """)
    void oneDefectPutIn_isTheOneFound(String good, String bad, Kind kind) {
        assertThat(kinds(profile(good.replace("\\n", "\n"), bad.replace("\\n", "\n"))))
                .containsOnly(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            met-by: [returned]         | met-by: [work-started]       | Шаг без срока: возврат не по компетенции — вернуть можно и в последний час
            by: curator, clause: CL-4  | by: controller, clause: CL-4 | Некому отвечать за согласование (п. 4): роли «контролёр» в регламенте нет
            by: leadership, to         | by: controller, to           | Некому отвечать за передачу значимого («Губернатор») (п. 12): роли «контролёр» в регламенте нет
            level: 1, role: executor   | level: 1, role: observer     | Некому отвечать за ступень 1 лестницы: роли «наблюдатель» в регламенте нет
            from: contribution-requested | from: competence-confirmed | Срок «Дать свою часть» не начнётся никогда: подтверждение компетенции — такого шага в регламенте нет
            about: surge, to           | about: registered, to        | Некому узнать о всплеске (п. 13): он ищется, а письма о нём никому не положены
            day: 20                    | day: 30                      | «Сводка за месяц» назначено на 30-е число (п. 11), а в феврале их 28: такой день есть не в каждом месяце
            """)
    void findingSaysWhatItMeans_inOneSentence(String good, String bad, String sentence) {
        assertThat(RegulationLinter.lint(profile(good, bad)))
                .extracting(Finding::sentence)
                .containsExactly(sentence);
    }

    @Test
    void oneBesideOthers_isComparedWithEachOfThem() {
        Regulations shipped = Regulations.shipped();

        assertThat(RegulationLinter.compare(shipped.get("khabarovsk-krai"), shipped.all()))
                .extracting(Finding::clauses)
                .containsExactly(List.of("KH-11", "AK-13"), List.of("KH-11", "LP-12"));
        assertThat(RegulationLinter.compare(shipped.get("vyatskie-polyany"), shipped.all()))
                .isEmpty();
    }

    private static List<Kind> kinds(Regulation regulation) {
        return RegulationLinter.lint(regulation).stream().map(Finding::kind).toList();
    }

    /** The clean profile with one text replaced. */
    private static Regulation profile(String good, String bad) {
        try (InputStream stream = RegulationLinterTest.class.getResourceAsStream("/profiles/clean.yaml")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(good);
            return new Regulation(
                    ProfileReader.read("clean.yaml", good.isEmpty() ? text : text.replace(good, bad)),
                    ProductionCalendar.russia());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
