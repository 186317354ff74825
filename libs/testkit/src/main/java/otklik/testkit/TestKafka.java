package otklik.testkit;

import otklik.embedded.EmbeddedKafka;

/** One real Kafka node for all tests of a JVM; tests keep apart by jurisdiction, key or consumer group, not by node. */
public final class TestKafka {

    private TestKafka() {}

    public static String bootstrapServers() {
        return Holder.NODE.bootstrapServers();
    }

    private static final class Holder {
        private static final EmbeddedKafka NODE = start();

        private static EmbeddedKafka start() {
            EmbeddedKafka node = EmbeddedKafka.temporary();
            Runtime.getRuntime().addShutdownHook(new Thread(node::close));
            return node;
        }
    }
}
