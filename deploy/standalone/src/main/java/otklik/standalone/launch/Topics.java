package otklik.standalone.launch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import otklik.messaging.TopicPlan;
import otklik.messaging.TopicSettings;

/** Makes the topics before the first service starts: a stream topology does not start without those it reads. */
final class Topics {

    private static final TopicSettings PLAN = new TopicSettings(4, (short) 1, Duration.ofDays(365));

    private Topics() {}

    /** @return how many were missing */
    static int createMissing(String bootstrap) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = TopicPlan.all(PLAN).stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
            return missing.size();
        }
    }
}
