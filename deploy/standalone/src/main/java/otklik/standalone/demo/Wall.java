package otklik.standalone.demo;

import java.util.List;
import java.util.Map;
import otklik.standalone.client.OtklikClient;
import otklik.standalone.client.OtklikClient.Answer;
import otklik.standalone.launch.LaunchException;
import tools.jackson.databind.JsonNode;

/** The simulated wall of the community, seen from the citizens' side, and the simulated mailbox. */
final class Wall {

    private static final long GROUP = 217000001;

    private final OtklikClient simulators;

    Wall(OtklikClient simulators) {
        this.simulators = simulators;
    }

    /** What a citizen wrote and where it stands. */
    record Written(int postId, String permalink) {}

    Written write(String author, String text) {
        Answer answer = simulators.post("/vk/sim/walls/" + GROUP + "/posts", Map.of("author", author, "text", text));
        if (!answer.isOk()) {
            throw new LaunchException("Имитация стены не приняла запись (код " + answer.status() + ").");
        }
        return new Written(
                answer.body().at("/post_id").asInt(),
                answer.body().at("/permalink").asString());
    }

    /** Texts that the community itself wrote under the post. */
    List<String> repliesUnder(Written post) {
        return simulators
                .get("/vk/sim/objects?owner_id=" + -GROUP)
                .body()
                .at("/comments")
                .valueStream()
                .filter(comment -> comment.at("/post_id").asInt() == post.postId())
                .filter(comment -> comment.at("/from_id").asLong() == -GROUP)
                .filter(comment -> !comment.at("/deleted").asBoolean())
                .map(comment -> comment.at("/text").asString())
                .toList();
    }

    /** Whether a letter to the address names the incident. */
    boolean hasMail(String address, String number) {
        JsonNode messages = simulators.get("/mail/messages?to=" + address).body();
        return messages.toString().contains(number);
    }

    static String externalId(Written post) {
        return -GROUP + "_" + post.postId();
    }
}
