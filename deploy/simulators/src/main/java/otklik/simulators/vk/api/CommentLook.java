package otklik.simulators.vk.api;

import org.jspecify.annotations.Nullable;
import otklik.simulators.vk.wire.Likes;

/**
 * How much of each comment the caller wants to see.
 *
 * @param preview texts are cut after so many characters; 0: whole texts
 * @param threadItems answers shown below a comment of the first level
 */
record CommentLook(int preview, int threadItems, @Nullable Likes likes) {

    private static final int DEFAULT_PREVIEW = 90;
    private static final int MOST_THREAD_ITEMS = 10;

    static CommentLook of(Parameters parameters) {
        return new CommentLook(
                parameters.within("preview_length", 0, Integer.MAX_VALUE, DEFAULT_PREVIEW),
                parameters.within("thread_items_count", 0, MOST_THREAD_ITEMS, 0),
                parameters.flag("need_likes") ? Likes.NONE : null);
    }

    String cut(String text) {
        if (preview == 0 || text.codePointCount(0, text.length()) <= preview) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, preview)) + "…";
    }
}
