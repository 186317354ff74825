package otklik.simulators.vk.callback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import otklik.simulators.SimulatorsSettings;
import otklik.simulators.platform.Journal;
import otklik.simulators.vk.callback.Delivery.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All deliveries since the last reset; what is still queued when the process ends is queued when it starts again. */
@Component
public class Deliveries implements AutoCloseable {

    private static final int KEPT_AT_START = 1000;

    private final TreeMap<Long, Delivery> deliveries = new TreeMap<>();
    private final Journal<Delivery> journal;
    private final InstantSource time;

    Deliveries(SimulatorsSettings settings, JsonMapper json, InstantSource time) {
        this.time = time;
        this.journal = new Journal<>(settings.data(), "callbacks", Delivery.class, json);
        journal.read().forEach(delivery -> deliveries.put(delivery.number(), delivery));
        long oldest = deliveries.isEmpty() ? 0 : deliveries.lastKey() - KEPT_AT_START;
        deliveries.values().removeIf(past -> past.state() != State.QUEUED && past.number() < oldest);
        journal.replace(deliveries.values());
    }

    synchronized Delivery raise(long communityId, String type, JsonNode object) {
        long number = deliveries.isEmpty() ? 1 : deliveries.lastKey() + 1;
        Instant now = time.instant();
        String eventId = eventId(communityId, number, now);
        Delivery raised = new Delivery(number, communityId, type, eventId, object, State.QUEUED, 0, null, now, null);
        return record(raised);
    }

    synchronized Delivery record(Delivery delivery) {
        journal.append(delivery);
        deliveries.put(delivery.number(), delivery);
        return delivery;
    }

    /** Oldest first. */
    public synchronized List<Delivery> all() {
        return List.copyOf(deliveries.values());
    }

    synchronized List<Delivery> queued(long communityId) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.communityId() == communityId)
                .filter(delivery -> delivery.state() == State.QUEUED)
                .toList();
    }

    /** The delivery if it is still to be sent; a reset may have taken it away. */
    synchronized Optional<Delivery> queuedNumber(long number) {
        return Optional.ofNullable(deliveries.get(number)).filter(delivery -> delivery.state() == State.QUEUED);
    }

    public synchronized void reset() {
        deliveries.clear();
        journal.replace(deliveries.values());
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    /** Forty hex digits as VK's; the instant keeps the ids of a new data folder apart from those of an old one. */
    private static String eventId(long communityId, long number, Instant at) {
        try {
            byte[] text = (communityId + "|" + number + "|" + at).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
