package otklik.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

    @Test
    void base_movesAllOfThem() {
        Ports ports = Ports.chosen(9000, "");

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(9000);
        assertThat(ports.of(Port.REPORTING)).isEqualTo(9005);
        assertThat(ports.of(Port.POSTGRES)).isEqualTo(9013);
        assertThat(ports.byPort().values()).doesNotHaveDuplicates();
    }

    @Test
    void single_goesBeforeTheBase() {
        Ports ports = Ports.chosen(9000, "gateway=9080, kafka=9192");

        assertThat(ports.http(Port.GATEWAY)).isEqualTo("http://127.0.0.1:9080");
        assertThat(ports.of(Port.KAFKA)).isEqualTo(9192);
        assertThat(ports.of(Port.INGEST)).isEqualTo(9001);
    }

    @ParameterizedTest
    @CsvSource({
        "king=1, 'Неизвестная часть «king»'",
        "gateway, 'после «gateway=» нужен номер порта'",
        "gateway=x, 'после «gateway=» нужен номер порта'",
        "gateway=70000, 'Порт 70000 для gateway невозможен'"
    })
    void nonsense_isSaidPlainly(String text, String sentence) {
        assertThatThrownBy(() -> Ports.chosen(null, text))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void busyPort_namesWhoWantsItAndWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<Port, Integer> all = new EnumMap<>(Ports.free().byPort());
            all.put(Port.SLA, taken.getLocalPort());

            assertThatThrownBy(() -> new Ports(all).requireFree())
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("Порт " + taken.getLocalPort() + " (sla-timer-service) занят")
                    .hasMessageContaining("--ports sla=");
        }
    }

    @Test
    void samePortTwice_isRefused() {
        Map<Port, Integer> all = new EnumMap<>(Ports.free().byPort());
        all.put(Port.KAFKA, all.get(Port.GATEWAY));

        assertThatThrownBy(() -> new Ports(all).requireFree()).hasMessageContaining("назначен дважды");
    }
}
