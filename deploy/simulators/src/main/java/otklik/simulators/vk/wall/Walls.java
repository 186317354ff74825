package otklik.simulators.vk.wall;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.simulators.SimulatorsSettings;
import otklik.simulators.platform.Journal;
import otklik.simulators.vk.VkSettings;
import otklik.simulators.vk.wall.Outcome.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * All walls and the people who write on them. A change is in the journal before the caller hears of it, so what was
 * answered once is still there after a restart.
 */
@Component
public class Walls implements AutoCloseable {

    private final Map<Long, Wall> walls = new TreeMap<>();
    private final People people = new People();
    private final VkSettings vk;
    private final InstantSource time;
    private final List<WallListener> listeners;
    private final Journal<Entry> journal;
    private long revision;

    Walls(
            VkSettings vk,
            SimulatorsSettings settings,
            JsonMapper json,
            InstantSource time,
            List<WallListener> listeners) {
        this.vk = vk;
        this.time = time;
        this.listeners = listeners;
        this.journal = new Journal<>(settings.data(), "walls", Entry.class, json);
        vk.communities().forEach(community -> walls.put(community.ownerId(), new Wall()));
        journal.read().forEach(this::apply);
        journal.replace(everything());
        vk.communities().forEach(this::furnish);
    }

    /** A post, signed by a person or by the community itself. */
    public synchronized Outcome<Post> post(long ownerId, long fromId, String text) {
        Wall wall = walls.get(ownerId);
        if (wall == null) {
            return Outcome.refused(Refusal.NO_SUCH_WALL);
        }
        Post post = new Post(ownerId, wall.nextId(), fromId, time.instant(), text, true, false);
        record(post);
        tell(new WallChange.PostAdded(post));
        return Outcome.done(post);
    }

    public synchronized Outcome<Comment> comment(NewComment draft) {
        Wall wall = walls.get(draft.ownerId());
        if (wall == null) {
            return Outcome.refused(Refusal.NO_SUCH_WALL);
        }
        Optional<Comment> before = Optional.ofNullable(draft.guidWindow())
                .flatMap(window -> wall.sentBefore(
                        draft.sender(), draft.guid(), time.instant().minus(window)));
        if (before.isPresent()) {
            return new Outcome.Done<>(before.get(), true);
        }
        Outcome<Comment> outcome = wall.admit(draft, time.instant());
        if (outcome instanceof Outcome.Done<Comment>(Comment comment, boolean ignored)) {
            record(comment);
            tell(new WallChange.CommentAdded(comment));
        }
        return outcome;
    }

    public synchronized Outcome<Comment> deleteComment(long ownerId, int commentId, long deleterId) {
        Optional<Comment> comment = comment(ownerId, commentId);
        if (comment.isEmpty()) {
            return Outcome.refused(Refusal.NO_SUCH_COMMENT);
        }
        Comment removed = comment.get().removed();
        record(removed);
        tell(new WallChange.CommentDeleted(removed, deleterId));
        return Outcome.done(removed);
    }

    public synchronized Outcome<Post> openComments(long ownerId, int postId, boolean open) {
        return change(post(ownerId, postId).map(post -> post.withComments(open)));
    }

    public synchronized Outcome<Post> deletePost(long ownerId, int postId) {
        return change(post(ownerId, postId).map(Post::removed));
    }

    /** Empties all walls and puts the communities' first posts up anew. Numbers go on, so no old link means a new thing. */
    public synchronized void reset() {
        walls.values().forEach(Wall::clear);
        people.clear();
        journal.replace(everything());
        vk.communities().forEach(this::furnish);
        revision++;
    }

    /** The person with this id, known from now on; without an id the one with this name, or a new one. */
    public synchronized Person person(@Nullable Long id, @Nullable String name) {
        Person person = people.whoIs(id, name);
        if (people.isNews(person)) {
            record(person);
        }
        return person;
    }

    public synchronized Optional<Person> knownPerson(long id) {
        return people.known(id);
    }

    public synchronized List<Person> people() {
        return people.all();
    }

    /** Posts that stand on the wall, oldest first. */
    public synchronized List<Post> posts(long ownerId) {
        return wall(ownerId).posts().stream().filter(post -> !post.deleted()).toList();
    }

    public synchronized Optional<Post> post(long ownerId, int postId) {
        return wall(ownerId).post(postId);
    }

    public synchronized Optional<Comment> comment(long ownerId, int commentId) {
        return wall(ownerId).comment(commentId);
    }

    /** Comments of a post with the deleted ones among them, oldest first. */
    public synchronized List<Comment> comments(long ownerId, int postId) {
        return wall(ownerId).commentsOf(postId);
    }

    /** Everything ever written since the last reset, deleted things too. */
    public synchronized List<Post> allPosts() {
        return walls.values().stream().flatMap(wall -> wall.posts().stream()).toList();
    }

    public synchronized List<Comment> allComments() {
        return walls.values().stream().flatMap(wall -> wall.comments().stream()).toList();
    }

    /** Grows with every change; a page that shows an older revision is out of date. */
    public synchronized long revision() {
        return revision;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private Outcome<Post> change(Optional<Post> changed) {
        changed.ifPresent(this::record);
        return changed.map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.NO_SUCH_POST));
    }

    private Wall wall(long ownerId) {
        return walls.getOrDefault(ownerId, new Wall());
    }

    /** A new wall gets the community's own first posts; they were there before anybody listened, so nobody is told. */
    private void furnish(VkSettings.Community community) {
        Wall wall = wall(community.ownerId());
        if (wall.posts().isEmpty()) {
            community
                    .posts()
                    .forEach(text -> record(new Post(
                            community.ownerId(),
                            wall.nextId(),
                            community.ownerId(),
                            time.instant().truncatedTo(ChronoUnit.SECONDS),
                            text,
                            true,
                            false)));
        }
    }

    private void record(Entry entry) {
        journal.append(entry);
        apply(entry);
        revision++;
    }

    private void apply(Entry entry) {
        switch (entry) {
            case Post post -> at(post.ownerId()).put(post);
            case Comment comment -> at(comment.ownerId()).put(comment);
            case Person person -> people.put(person);
            case Numbering numbering -> at(numbering.ownerId()).startAt(numbering.next());
        }
    }

    private Wall at(long ownerId) {
        return walls.computeIfAbsent(ownerId, unused -> new Wall());
    }

    private void tell(WallChange change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    private List<Entry> everything() {
        List<Entry> entries = new ArrayList<>(people.all());
        walls.forEach((ownerId, wall) -> entries.add(new Numbering(ownerId, wall.nextId())));
        entries.addAll(allPosts());
        entries.addAll(allComments());
        return entries;
    }
}
