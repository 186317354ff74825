package otklik.ingest.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.testkit.Clause;

@Clause("AK-6")
class PlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Яма на улице в Бийске|Бийск",
                "Рубцовск, нет света|Рубцовск",
                "г. Камень-на-Оби без воды|Камень-на-Оби",
                "Живём в Камне-на-Оби|Камень-на-Оби",
                "В селе Безголосово закрыли ФАП|Безголосово, Алейский район",
                "с. Безголосово, дорога разбита|Безголосово, Алейский район",
                "Автобус до Малахово не ходит|Малахово",
                "До Паутово автобус не ходит|Паутово, Петропавловский район",
                "Нет связи в Алейском районе|Алейский район"
            })
    void place_isFoundInAnyCase(String text, String location) {
        assertThat(Classified.post(text, null, "Барнаул").location()).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Яма на ул. Бийская|none",
                "Дом 5 на улице Рубцовска|none",
                "Говорил с Малаховым о дороге|none",
                "Алтайский край, почините дорогу|none",
                "после победы и восхода|none"
            })
    void whatOnlySoundsLikeAPlace_isNone(String text, @Nullable String location) {
        assertThat(Classified.text(text).location()).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "lipetsk-oblast|В Ельце на улице Коммунаров темно|Елец",
                "lipetsk-oblast|Липецк, нет горячей воды|Липецк",
                "lipetsk-oblast|п. Добринка, яма у школы|Добринка, Добринский район",
                "lipetsk-oblast|В Лебедянском районе не чистят дорогу|Лебедянский район",
                "lipetsk-oblast|Грязи по колено на улице Ленина|none",
                "khabarovsk-krai|Автобус из Комсомольска-на-Амуре опоздал|Комсомольск-на-Амуре",
                "khabarovsk-krai|В Советской Гавани нет света|Советская Гавань",
                "khabarovsk-krai|Яма на улице Хабаровской|none",
                "vyatskie-polyany|Яма на улице Ленина|none"
            })
    void place_isKnownInEveryRegion(String jurisdiction, String text, @Nullable String location) {
        assertThat(Classified.post(jurisdiction, text, null, null).location()).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource("Почините дорогу у школы")
    void textWithoutAPlace_getsTheHomeOfThePage(String text) {
        assertThat(Classified.post(text, null, "Барнаул").location()).isEqualTo("Барнаул");
    }
}
