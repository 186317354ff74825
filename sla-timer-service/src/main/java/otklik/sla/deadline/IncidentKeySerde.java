package otklik.sla.deadline;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Incident ids as 16 bytes rather than the 36 characters of Kafka's own serde. */
final class IncidentKeySerde implements Serde<UUID> {

    @Override
    public Serializer<UUID> serializer() {
        return (topic, id) -> id == null
                ? null
                : ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }

    @Override
    public Deserializer<UUID> deserializer() {
        return (topic, bytes) -> {
            if (bytes == null) {
                return null;
            }
            ByteBuffer id = ByteBuffer.wrap(bytes);
            return new UUID(id.getLong(), id.getLong());
        };
    }
}
