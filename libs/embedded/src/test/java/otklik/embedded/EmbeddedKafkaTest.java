package otklik.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.embedded.EmbeddedStartException.Reason;

class EmbeddedKafkaTest {

    @Test
    void keptFolder_stillHoldsTheRecordsAfterARestart(@TempDir Path folder) throws Exception {
        try (var kafka =
                EmbeddedKafka.builder().dataFolder(folder.resolve("kafka")).start()) {
            createTopic(kafka, "posts");
            writeInTransaction(kafka, "posts", "one");
        }

        try (var kafka =
                EmbeddedKafka.builder().dataFolder(folder.resolve("kafka")).start()) {
            writeInTransaction(kafka, "posts", "two");

            assertThat(read(kafka, "posts", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void unknownTopic_isNotCreatedByItself() {
        try (var kafka = EmbeddedKafka.temporary();
                var admin = admin(kafka)) {
            var described = admin.describeTopics(List.of("nobody")).allTopicNames();

            assertThatThrownBy(described::get).hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void secondStartInTheSameFolder_isRefused(@TempDir Path folder) {
        var builder = EmbeddedKafka.builder().dataFolder(folder.resolve("kafka"));

        try (var kafka = builder.start()) {
            assertThat(kafka.port()).isPositive();
            assertThatThrownBy(builder::start)
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("in use by another running Kafka")
                    .extracting("reason")
                    .isEqualTo(Reason.FOLDER_IN_USE);
        }
    }

    @Test
    void busyPort_isRefused() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            EmbeddedKafka.builder().port(taken.getLocalPort()).start())
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessage("Port " + taken.getLocalPort() + " of 127.0.0.1, wanted by Kafka, is busy.");
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static void createTopic(EmbeddedKafka kafka, String name) throws Exception {
        try (var admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void writeInTransaction(EmbeddedKafka kafka, String topic, String value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "embedded-test");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var sent = producer.send(new ProducerRecord<>(topic, value));
            producer.commitTransaction();
            assertThat(sent).isDone();
        }
    }

    private static List<String> read(EmbeddedKafka kafka, String topic, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        var values = new java.util.ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (int tries = 0; tries < 20 && values.size() < count; tries++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(seen -> values.add(seen.value()));
            }
        }
        return values;
    }
}
