package otklik.simulators.vk.callback;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.simulators.platform.Ticker;
import otklik.simulators.vk.VkSettings;
import otklik.simulators.vk.wall.WallChange;
import otklik.simulators.vk.wall.WallListener;
import otklik.simulators.vk.wire.VkComment;
import otklik.simulators.vk.wire.VkPost;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns changes of walls into events and keeps one {@link CallbackServer} per configured server running. The community's
 * own comments raise {@code wall_reply_new} like anybody else's.
 */
@Component
public class CallbackSender implements WallListener, SmartLifecycle {

    private final Deliveries deliveries;
    private final JsonMapper json;
    private final List<CallbackServer> servers;
    private final List<Thread> threads = new ArrayList<>();

    CallbackSender(
            VkSettings settings,
            Deliveries deliveries,
            Disorder disorder,
            InstantSource time,
            Ticker ticker,
            JsonMapper json) {
        this.deliveries = deliveries;
        this.json = json;
        this.servers = settings.servers().stream()
                .map(server ->
                        new CallbackServer(server, settings.callback(), deliveries, disorder, time, ticker, json))
                .toList();
    }

    @Override
    public void changed(WallChange change) {
        switch (change) {
            case WallChange.PostAdded(var post) -> raise(-post.ownerId(), "wall_post_new", VkPost.of(post, 0));
            case WallChange.CommentAdded(var comment) ->
                raise(
                        -comment.ownerId(),
                        "wall_reply_new",
                        VkComment.of(comment).inEvent());
            // VK's schema calls the deleter user_id, the live event deleter_id: both are sent.
            case WallChange.CommentDeleted(var comment, long deleter) ->
                raise(
                        -comment.ownerId(),
                        "wall_reply_delete",
                        Map.of(
                                "owner_id", comment.ownerId(),
                                "id", comment.id(),
                                "post_id", comment.postId(),
                                "deleter_id", deleter,
                                "user_id", deleter));
        }
    }

    /** Queues an event of any type, also of one that no receiver knows. Nothing happens without a server. */
    public void raise(long communityId, String type, Object object) {
        servers.stream()
                .filter(server -> server.communityId() == communityId)
                .forEach(server -> server.enqueue(deliveries.raise(communityId, type, json.valueToTree(object))));
    }

    public List<ServerView> servers() {
        return servers.stream().map(CallbackServer::view).toList();
    }

    @Override
    public synchronized void start() {
        servers.forEach(server -> threads.add(
                Thread.ofVirtual().name("vk-callback-" + server.communityId()).start(server)));
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
