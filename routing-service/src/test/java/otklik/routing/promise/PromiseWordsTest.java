package otklik.routing.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.regulation.Regulations;
import otklik.routing.promise.core.Mentions;
import otklik.routing.promise.core.PromiseWords;

/** Dates and terms as officials write them. Said on Wednesday, 4 November 2026, the Day of National Unity, where not otherwise. */
class PromiseWordsTest {

    private static final LocalDate SAID = LocalDate.of(2026, 11, 4);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Яму заделаем до 15 июня.                                   | 2027-06-15
            Яму заделаем до 15 ноября.                                 | 2026-11-15
            Работы закончат не позднее 1 декабря 2026 года.            | 2026-12-01
            Ремонт пройдёт с 10 по 20 ноября.                          | 2026-11-20
            Заменим трубу 10-го декабря.                               | 2026-12-10
            Фонарь установим до 15.06.2027.                            | 2027-06-15
            Фонарь установим к 01.12.26.                               | 2026-12-01
            Фонарь установим до 20.11.                                 | 2026-11-20
            Починим в течение недели.                                  | 2026-11-11
            Починим в течение двух недель.                             | 2026-11-18
            Починим в течении 3 дней.                                  | 2026-11-07
            Починим в течение 2–3 дней.                                | 2026-11-07
            Починим в течение 10 рабочих дней.                         | 2026-11-18
            Починим в течение 10 (десяти) рабочих дней.                | 2026-11-18
            Починим в течение пяти рабочих дней.                       | 2026-11-11
            Починим в течение суток.                                   | 2026-11-05
            Починим в течение дня.                                     | 2026-11-04
            Починим в течение часа.                                    | 2026-11-04
            Починим в течение месяца.                                  | 2026-12-04
            Вернёмся с ответом через неделю.                           | 2026-11-11
            Вернёмся с ответом через три дня.                          | 2026-11-07
            Закончим до конца недели.                                  | 2026-11-08
            Закончим до конца месяца.                                  | 2026-11-30
            Закончим до конца следующего месяца.                       | 2026-12-31
            Закончим до конца квартала.                                | 2026-12-31
            Закончим до конца года.                                    | 2026-12-31
            Закончим до конца марта.                                   | 2027-03-31
            Закончим до конца марта 2028 года.                         | 2028-03-31
            Закончим к середине декабря.                               | 2026-12-15
            Закончим до декабря.                                       | 2026-11-30
            Закончим в декабре.                                        | 2026-12-31
            Дорогу отремонтируют в I квартале 2027 года.               | 2027-03-31
            Дорогу отремонтируют в IV квартале 2027 г.                 | 2027-12-31
            Дорогу отремонтируют во втором квартале.                   | 2027-06-30
            Дорогу отремонтируют в 3 квартале 2027 года.               | 2027-09-30
            Дорогу отремонтируют в 2027 году.                          | 2027-12-31
            Дорогу отремонтируют весной.                               | 2027-05-31
            Дорогу отремонтируют летом 2028 года.                      | 2028-08-31
            Бригада приедет завтра.                                    | 2026-11-05
            Бригада приедет послезавтра.                               | 2026-11-06
            Бригада приедет сегодня.                                   | 2026-11-04
            Бригада приедет в пятницу.                                 | 2026-11-06
            Бригада приедет к следующей среде.                         | 2026-11-11
            Бригада приедет во вторник.                                | 2026-11-10
            Уберём на этой неделе.                                     | 2026-11-08
            Уберём на следующей неделе.                                | 2026-11-15
            Уберём в выходные.                                         | 2026-11-08
            Работы проведены частично, закончим до 20 ноября.          | 2026-11-20
            """)
    void promise_isRecognisedWithItsDay(String text, LocalDate due) {
        assertThat(found(text)).extracting(PromiseWords.Found::due).containsExactly(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Работаем по постановлению от 15 июня 2020 г. № 77.",
                "По программе до 15 июня 2027 г. № 77 всё расписано.",
                "Решение принято 15.06.2020.",
                "Обращение от 01.12.2026 рассмотрено.",
                "Звоните: 20-12-34, 8 (3852) 20-12-34.",
                "Приём с 8.10 до 17.10, обед 12.10–13.10.",
                "Режим работы: с 9:00 до 18:00, до 18.00 часов.",
                "Смотрите п. 3.12 и ст. 12.11 КоАП.",
                "Стоимость 12.10 руб., длина 10.12 км.",
                "Яму заделали 2 ноября.",
                "Работы проведены 3 ноября.",
                "Мост отремонтировали летом.",
                "За неделю мы убрали пять дворов.",
                "Вчера бригада всё починила.",
                "Ответим в ближайшее время.",
                "Ответ придёт в течение 30 дней со дня регистрации.",
                "Обращение зарегистрируют в течение трёх дней после подачи.",
                "Напишите нам до 15 ноября.",
                "Позвоните завтра в приёмную.",
                "Выборы прошли в 2024 году.",
                "В окружающей среде изменений нет, в среднем всё хорошо.",
                "Починим в течение нескольких дней.",
                "Собрание было 31 февраля.",
                "Срок был до 1 ноября."
            })
    void whatOnlyLooksLikeAPromise_isNone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void severalDays_areSeveralPromises_andTheSameDayIsOne() {
        List<PromiseWords.Found> found =
                found("Здравствуйте! Трубу заменим завтра, то есть 5 ноября. Асфальт вернём до 20 ноября. Спасибо!");

        assertThat(found).extracting(PromiseWords.Found::words).containsExactly("завтра", "до 20 ноября");
        assertThat(found.getLast().sentence()).isEqualTo("Асфальт вернём до 20 ноября.");
    }

    @Test
    void dateWithoutAYear_isTheNextOne_unlessItHasJustPassed() {
        assertThat(found("Закончим до 30 октября.")).isEmpty();
        assertThat(found("Закончим до 30 марта."))
                .extracting(PromiseWords.Found::due)
                .containsExactly(LocalDate.of(2027, 3, 30));
    }

    @Test
    void workingDays_goByTheCalendarOfTheOffice() {
        assertThat(PromiseWords.in(
                        "Ответим в течение 3 рабочих дней.",
                        LocalDate.of(2025, 12, 30),
                        Regulations.shipped().get("altai-krai").office()::isWorkingDay))
                .extracting(PromiseWords.Found::due)
                .containsExactly(LocalDate.of(2026, 1, 14));
    }

    @Test
    void mention_isInItsPlace_whatStandsAroundItDoesNotMatter() {
        String text = "🙂 Закончим до 15 июня!";

        assertThat(Mentions.in(text))
                .singleElement()
                .satisfies(mention ->
                        assertThat(text.substring(mention.from(), mention.to())).isEqualTo("до 15 июня"));
    }

    private static List<PromiseWords.Found> found(String text) {
        return PromiseWords.in(
                text, SAID, Regulations.shipped().get("altai-krai").office()::isWorkingDay);
    }
}
