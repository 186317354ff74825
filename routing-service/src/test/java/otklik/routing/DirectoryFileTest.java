package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.contracts.access.Role;
import otklik.routing.directory.DirectoryFile;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Person;

/** A file of the directory as people write it. */
class DirectoryFileTest {

    @TempDir
    private Path folder;

    @Test
    void firstDayOfAnExecutor_isRead_andMayBeLeftOut() throws IOException {
        Directory directory = DirectoryFile.directory(read("""
                - {id: new, name: Олег Новый, role: executor, email: new@otklik.example, since: 2026-11-10}
                - {id: old, name: Яна Полевая, role: executor}
                """));

        assertThat(directory.find("here.roads").orElseThrow().people())
                .containsExactly(
                        new Person(
                                "new",
                                "Олег Новый",
                                Role.EXECUTOR,
                                "new@otklik.example",
                                LocalDate.parse("2026-11-10")),
                        new Person("old", "Яна Полевая", Role.EXECUTOR, null));
    }

    @Test
    void dayThatIsNone_orOfSomebodyElse_stopsTheStartWithFileAndReason() {
        assertThatThrownBy(() -> read("- {id: new, name: Олег, role: executor, since: 2026-11-31}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("here.yaml")
                .hasMessageContaining("2026-11-31");
        assertThatThrownBy(() -> read("- {id: head, name: Захар, role: responsible, since: 2026-11-10}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("here.yaml")
                .hasMessageContaining("leave since out, or mend the role");
    }

    private List<DirectoryFile> read(String people) throws IOException {
        Files.writeString(folder.resolve("here.yaml"), """
                jurisdiction: here
                organs:
                  - id: here.roads
                    name: Дороги
                    people:
                """ + people.indent(6));
        return YamlFiles.read("file:" + folder + "/*.yaml", DirectoryFile.class);
    }
}
