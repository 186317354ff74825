package otklik.simulators.vk.wire;

/** VK's {@code base_likes_info}. Nobody likes anything here. */
public record Likes(int canLike, int count, int userLikes, int canPublish) {

    public static final Likes NONE = new Likes(1, 0, 0, 1);
}
