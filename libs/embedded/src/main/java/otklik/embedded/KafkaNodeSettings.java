package otklik.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single small node: internal topics with one replica and few partitions, little memory, no waiting. */
final class KafkaNodeSettings {

    static final String CONTROLLER = "CONTROLLER";

    private KafkaNodeSettings() {}

    static Map<String, String> of(int node, int port, int controllerPort, Path folder) {
        var all = new HashMap<String, String>();
        all.putAll(identity(node, port, controllerPort, folder));
        all.putAll(internalTopics());
        all.putAll(smallAndQuick());
        return all;
    }

    /** The voters are named on every start, so the controller's port may differ from start to start. */
    private static Map<String, String> identity(int node, int port, int controllerPort, Path folder) {
        return Map.of(
                "node.id",
                Integer.toString(node),
                "process.roles",
                "broker,controller",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "controller.quorum.voters",
                node + "@127.0.0.1:" + controllerPort,
                "log.dirs",
                folder.toString());
    }

    private static Map<String, String> internalTopics() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4");
    }

    private static Map<String, String> smallAndQuick() {
        var all = new HashMap<String, String>();
        all.put("share.coordinator.state.topic.replication.factor", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("share.coordinator.state.topic.num.partitions", "1");
        all.put("group.initial.rebalance.delay.ms", "0");

        // After a kill the next start waits until this session has run out.
        all.put("broker.session.timeout.ms", "6000");
        all.put("broker.heartbeat.interval.ms", "1000");
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "4");
        all.put("background.threads", "2");
        all.put("num.recovery.threads.per.data.dir", "2");
        all.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        all.put("log.cleaner.threads", "1");
        all.put("log.index.size.max.bytes", Integer.toString(2 << 20));
        return all;
    }
}
