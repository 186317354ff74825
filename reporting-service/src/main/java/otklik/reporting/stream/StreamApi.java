package otklik.reporting.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.reporting.ReportingSettings;
import otklik.reporting.projection.Changes.Change;
import otklik.web.LiveStreams;
import otklik.web.Problem;
import reactor.core.publisher.Flux;

/** Small events for dashboards: which incident is in which state now, which deadline was warned of or broken. */
@RestController
@RequestMapping("/api/reports/v1/stream")
class StreamApi {

    private final ChangeListener listener;
    private final LiveStreams streams;
    private final ReportingSettings settings;

    StreamApi(ChangeListener listener, LiveStreams streams, ReportingSettings settings) {
        this.listener = listener;
        this.streams = streams;
        this.settings = settings;
    }

    /** @param jurisdiction absent: all the caller's grants reach */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Map<String, Object>>> stream(
            @RequestParam(required = false) @Nullable String jurisdiction, Caller caller) {
        if (jurisdiction != null && !caller.reaches(jurisdiction)) {
            throw Problem.forbidden("Изменения видят те, кто работает в этой территории.");
        }
        Flux<ServerSentEvent<Map<String, Object>>> changes = listener.changes()
                .filter(change -> caller.reaches(change.jurisdiction()))
                .filter(change -> jurisdiction == null || jurisdiction.equals(change.jurisdiction()))
                .map(StreamApi::event);
        return streams.of(changes, settings.heartbeat());
    }

    private static ServerSentEvent<Map<String, Object>> event(Change change) {
        return ServerSentEvent.builder(change.data()).event(change.kind()).build();
    }
}
