package otklik.ingest.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.Importance;
import otklik.testkit.Clause;

@Clause("AK-6")
class ImportanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "В подъезде сильный запах газа!",
                "У школы открытый люк, поставьте крышку",
                "Собаки напали на девочку возле остановки",
                "Столб упал, оборваны провода, провод под напряжением",
                "Прорвало трубу, подвал топит кипятком",
                "Второй день нет отопления, дома маленькие дети"
            })
    void presentDanger_raisesTheImportance(String text) {
        assertThat(Classified.text(text).importance()).isEqualTo(Importance.ELEVATED);
        assertThat(Classified.text(text).reasons()).anyMatch(reason -> reason.startsWith("Важность повышена"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Что делать, если почувствовали запах газа?",
                "В прошлом году собаки напали на соседа, сейчас порядок",
                "Может, дождёмся, когда обрушится мост",
                "Помойте остановку, пожалуйста",
                "Пожарную часть обещали построить"
            })
    void fearedOrPastDanger_doesNot(String text) {
        assertThat(Classified.text(text).importance()).isEqualTo(Importance.NORMAL);
    }
}
