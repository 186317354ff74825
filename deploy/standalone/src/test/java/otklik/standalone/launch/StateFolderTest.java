package otklik.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @Test
    void secondHold_isRefusedAndNamesTheFirst(@TempDir Path folder) throws Exception {
        var state = new StateFolder(folder.resolve("state"));

        try (var held = state.hold()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(state::hold)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("уже запущен в этой папке (процесс "
                            + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("./otklik stop");
        }

        state.hold().close();
    }

    @Test
    void ports_areKnownWhileItRunsAndUsualAfterwards(@TempDir Path folder) throws Exception {
        var state = new StateFolder(folder);
        Ports ports = Ports.chosen(9000, "smtp=2600");

        try (var held = state.hold()) {
            assertThat(held).isNotNull();
            state.remember(ports);
            assertThat(state.runningPorts()).isEqualTo(ports);
        }

        assertThat(state.runningPorts()).isEqualTo(Ports.usual());
    }

    @Test
    void folderThatCannotBeMade_isSaidPlainly(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> new StateFolder(file).hold())
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("недоступна для записи");
    }
}
