package otklik.ingest.classify;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.incident.Classification;
import otklik.contracts.post.Origin;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.post.PostReceived;
import otklik.ingest.classify.core.PostClassifier;

/** The shipped classifier at work. */
final class Classified {

    private static final PostClassifier CLASSIFIER = new RuleFiles(new SnowballStemmer()).classifier();

    private Classified() {}

    static Classification text(String text) {
        return post(text, null, null);
    }

    static Classification post(String text, PostReceived.@Nullable Given given, @Nullable String home) {
        return post("altai-krai", text, given, home);
    }

    static Classification post(
            String jurisdiction, String text, PostReceived.@Nullable Given given, @Nullable String home) {
        PostReceived post = new PostReceived(
                jurisdiction,
                new PostKey(Channel.VK, "1"),
                PostKind.COMMENT,
                Origin.API,
                null,
                text,
                null,
                Map.of(),
                null,
                Instant.parse("2026-11-22T03:00:00Z"),
                given);
        return CLASSIFIER.classify(post, home);
    }
}
