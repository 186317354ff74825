package otklik.ingest.classify.core;

import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Classification;
import otklik.contracts.post.PostReceived;

/** Judges a post. Replaceable: by keywords today, by a trained model when there is one. Thread-safe, never fails, quick. */
public interface PostClassifier {

    /** @param home the place that the page with the post is about, if the page is known */
    Classification classify(PostReceived post, @Nullable String home);
}
