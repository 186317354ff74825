package otklik.simulators.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page shows of a wall, ready to be put into the template. */
record WallView(long ownerId, String community, String path, List<PostView> posts) {

    record PostView(int id, Entry entry, boolean commentsOpen, int commentCount, List<CommentView> comments) {}

    record CommentView(
            int id, Entry entry, boolean answer, @Nullable String answers, List<Attached> attachments) {}

    /** A file that stands with a comment. */
    record Attached(boolean photo, String title, String path) {}

    /** What posts and comments have in common. */
    record Entry(
            String author,
            boolean official,
            String time,
            String text,
            String permalink,
            boolean highlighted,
            boolean deleted) {}
}
