package otklik.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import otklik.contracts.Channel;

class RowReaderTest {

    private static final ZoneId BARNAUL = ZoneId.of("Asia/Barnaul");

    @TempDir
    Path folder;

    @Test
    void row_becomesAPostByTheHeadersOfItsColumns() {
        RowReader reader =
                reader("ID", "Исполнитель", "Группа тем", "ТЕКСТ инцидента ", "Тема", "Ссылка", "Автор", "Дата");

        Row row = reader.read(
                7,
                List.of(
                        "15",
                        "Минтранс",
                        "Дороги",
                        "'Яма &amp; лужа<br>у дома",
                        "Ямы",
                        "https://vk.com/wall-1_2",
                        "Имя",
                        "22.11.2026 09:30"));

        assertThat(((Row.Good) row).post())
                .isEqualTo(Map.of(
                        "channel", "vk",
                        "externalId", "15",
                        "text", "Яма & лужа\nу дома",
                        "url", "https://vk.com/wall-1_2",
                        "author", Map.of("name", "Имя"),
                        "postedAt", "2026-11-22T02:30:00Z",
                        "topicGroup", "Дороги",
                        "topic", "Ямы"));
    }

    @Test
    void equalRows_getIdsOfTheirOwnAndTheSameOnesTheNextTime() {
        List<String> cells = List.of("Нет воды");

        List<Object> first = ids(reader("Текст"), List.of(cells, cells));
        List<Object> second = ids(reader("Текст"), List.of(cells, cells));

        assertThat(first).doesNotHaveDuplicates().isEqualTo(second);
    }

    @Test
    void rowThatCannotBeRead_saysWhy() {
        RowReader reader = reader("Текст", "Дата");

        assertThat(List.of(
                        reader.read(2, List.of("одна")),
                        reader.read(3, List.of(" ' ", "22.11.2026")),
                        reader.read(4, List.of("Нет воды", "позавчера"))))
                .containsExactly(
                        new Row.Bad(2, List.of("одна"), "ячеек 1, а столбцов 2"),
                        new Row.Bad(3, List.of(" ' ", "22.11.2026"), "нет текста"),
                        new Row.Bad(4, List.of("Нет воды", "позавчера"), "непонятная дата «позавчера»"));
    }

    @Test
    void fileWithoutATextColumn_isRefusedWithItsHeaders() {
        assertThatThrownBy(() -> reader("Номер", "Кто"))
                .isInstanceOf(LoadTrouble.class)
                .hasMessageContaining("Номер, Кто");
    }

    @ParameterizedTest
    @CsvSource({
        "22.11.2026, 2026-11-21T17:00:00Z",
        "2026-11-22 9:05, 2026-11-22T02:05:00Z",
        "2026-11-22 09:05, 2026-11-22T02:05:00Z",
        "2026-11-22T09:05:30, 2026-11-22T02:05:30Z",
        "2026-11-22T09:05:30+03:00, 2026-11-22T06:05:30Z",
        "1.2.2026 9:05:01, 2026-02-01T02:05:01Z"
    })
    void date_isReadInTheZoneOfTheJurisdiction(String text, String instant) {
        assertThat(Dates.read(text, BARNAUL)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1251|Группа;Текст|windows-1251|;",
                "UTF-8|Группа,Текст|UTF-8|,",
                "UTF-8|\uFEFFГруппа;Текст, с запятой|UTF-8|;",
                "UTF-8|\"Группа;;;;\",Текст|UTF-8|,"
            })
    void encodingAndDelimiter_areFoundOut(String written, String header, String charset, char delimiter)
            throws Exception {
        Path file = folder.resolve("export.csv");
        Files.writeString(file, header + "\nДороги", Charset.forName(written));

        FileForm form = FileForm.of(file);

        assertThat(form.charset()).isEqualTo(Charset.forName(charset));
        assertThat(form.delimiter()).isEqualTo(delimiter);
        assertThat(form.skip()).isEqualTo(header.startsWith("\uFEFF") ? 3 : 0);
    }

    @Test
    void utf8_isKnownAlsoWhereTheBeginningCutsACharacter() throws Exception {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "a" + "я".repeat(600_000), StandardCharsets.UTF_8);

        assertThat(FileForm.of(file).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    private static RowReader reader(String... header) {
        return new RowReader(List.of(header), BARNAUL, Channel.SITE);
    }

    private static List<Object> ids(RowReader reader, List<List<String>> rows) {
        return rows.stream()
                .map(cells -> ((Row.Good) reader.read(1, cells)).post())
                .map(post -> Objects.requireNonNull(post.get("externalId")))
                .toList();
    }
}
