package otklik.ingest.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.incident.Screening;
import otklik.testkit.Clause;

@Clause("AK-17")
class ScreeningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Не почините дорогу, приду с ружьём",
                "Я вас всех убью, чиновники",
                "Сожгу машину главы района",
                "Знаем, где живёте",
                "Если не ответите, я взорву вашу администрацию"
            })
    void threat_isScreened(String text) {
        assertThat(screening(text)).isEqualTo(Screening.THREAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Сосед угрожает, кричит «убью», полиция не едет",
                "Эта дорога нас всех убьёт, асфальта нет",
                "Скоро сломаем ноги на этом тротуаре, чистите снег",
                "Никого я не убью, просто уберите мусор",
                "Завтра убью время в очереди поликлиники"
            })
    void fearOrReportOfAThreat_isNone(String text) {
        assertThat(screening(text)).isEqualTo(Screening.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Да пошли вы на хуй",
                "идите на х*й",
                "п***ц просто",
                "б л я т ь",
                "Xуйню несёте",
                "ёбаный стыд",
                "Какой пиздец"
            })
    void obscenityAlone_isScreened(String text) {
        assertThat(screening(text)).isEqualTo(Screening.OBSCENE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Вы все твари и уроды", "Дебилы", "Сволочи, когда же вы уйдёте"})
    void insultAlone_isScreened(String text) {
        assertThat(screening(text)).isEqualTo(Screening.INSULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Разломали качели на детской площадке, вот уроды. Когда почините?",
                "Блять, третий день нет горячей воды в доме по Ленина, когда включите?",
                "Какого х*я мусор не вывозят вторую неделю, контейнеры переполнены"
            })
    void rudeComplaint_staysInWorkAndIsFlagged(String text) {
        assertThat(screening(text)).isEqualTo(Screening.CLEAN);
        assertThat(Classified.text(text).reasons()).anyMatch(reason -> reason.endsWith("оставлено в работе (AK-17)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Плохую дорогу застрахуй, скипидар потребляет хребет",
                "Команда педикюра рубля не оскорбляет",
                "Изуродовали весь парк, страхуют хулиганок",
                "Мудрый мандарин, себя не ругаю, п0мойка",
                "Цена* на проезд* на сайте",
                "Бляха-муха, опять лужа во дворе"
            })
    void innocentWords_areNotTakenForObscene(String text) {
        assertThat(screening(text)).isEqualTo(Screening.CLEAN);
        assertThat(Classified.text(text).reasons()).noneMatch(reason -> reason.contains("AK-17"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Здравствуйте",
                "Да, подтверждаю",
                "Сообщение без текста",
                "Добрый день!!!",
                "👍👍👍",
                "https://vk.com/wall-1_2",
                "[id5|Анна], спасибо",
                "+"
            })
    void greetingOrLinkAlone_hasNoContent(String text) {
        assertThat(screening(text)).isEqualTo(Screening.NO_CONTENT);
    }

    private static Screening screening(String text) {
        return Classified.text(text).screening();
    }
}
