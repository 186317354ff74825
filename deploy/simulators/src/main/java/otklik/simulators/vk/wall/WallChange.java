package otklik.simulators.vk.wall;

/** Something that happened on a wall and that its community may want to hear of. */
public sealed interface WallChange {

    long ownerId();

    record PostAdded(Post post) implements WallChange {
        @Override
        public long ownerId() {
            return post.ownerId();
        }
    }

    record CommentAdded(Comment comment) implements WallChange {
        @Override
        public long ownerId() {
            return comment.ownerId();
        }
    }

    record CommentDeleted(Comment comment, long deleterId) implements WallChange {
        @Override
        public long ownerId() {
            return comment.ownerId();
        }
    }
}
