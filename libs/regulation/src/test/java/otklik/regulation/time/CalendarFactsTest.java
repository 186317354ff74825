package otklik.regulation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import otklik.regulation.SharedData;

/** The shipped calendar against the files it was made from, day by day. */
class CalendarFactsTest {

    @ParameterizedTest
    @ValueSource(ints = {2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027})
    void everyDay_isOfTheKindTheSourceSays(int year) throws Exception {
        Map<LocalDate, String> source = source(SharedData.file("data/calendar/" + year + ".xml"), year);

        List<LocalDate> wrong = new ArrayList<>();
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(date -> {
            DayKind kind = ProductionCalendar.russia().day(date).kind();
            String usual = date.getDayOfWeek().getValue() > 5 ? "1" : "3";
            String told = !kind.isWorking() ? "1" : kind == DayKind.SHORTENED ? "2" : "3";
            if (!told.equals(source.getOrDefault(date, usual))) {
                wrong.add(date);
            }
        });

        assertThat(wrong).isEmpty();
    }

    private static Map<LocalDate, String> source(Path file, int year) throws Exception {
        NodeList days = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("day");
        Map<LocalDate, String> kinds = new HashMap<>();
        for (int i = 0; i < days.getLength(); i++) {
            Element day = (Element) days.item(i);
            kinds.put(LocalDate.parse(year + "-" + day.getAttribute("d").replace('.', '-')), day.getAttribute("t"));
        }
        return kinds;
    }
}
