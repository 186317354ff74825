package otklik.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

class LiveStreamsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LiveStreams streams = new LiveStreams();

    private Flux<ServerSentEvent<String>> silence(Duration heartbeat) {
        return streams.of(Flux.never(), heartbeat);
    }

    @Test
    void sign_comesAtOnceAndAgain() {
        streams.start();

        List<ServerSentEvent<String>> signs =
                silence(Duration.ofMillis(1)).take(3).collectList().block(PATIENCE);

        assertThat(signs).hasSize(3).allMatch(sign -> sign.data() == null && "alive".equals(sign.comment()));
    }

    @Test
    void stop_endsWhatIsOpenAndWhatIsOpenedAfterwards_andStartOpensAgain() {
        streams.start();
        var open = silence(LONG).collectList().toFuture();
        assertThat(open).isNotDone();

        streams.stop();
        assertThat(open).succeedsWithin(PATIENCE);
        assertThat(silence(LONG).collectList().toFuture()).succeedsWithin(PATIENCE);

        streams.start();
        assertThat(silence(LONG).blockFirst(PATIENCE)).isNotNull();
    }

    @Test
    void phase_isBeforeTheServerWaitsForRequests() {
        assertThat(streams.getPhase()).isGreaterThan(SmartLifecycle.DEFAULT_PHASE - 1024);
    }
}
