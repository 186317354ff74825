package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.Walls;

/** {@code wall.deleteComment}: by the author or by an editor of the wall's community. */
@Component
class WallDeleteComment implements VkMethod {

    private final Walls walls;
    private final Communities communities;

    WallDeleteComment(Walls walls, Communities communities) {
        this.walls = walls;
        this.communities = communities;
    }

    @Override
    public String name() {
        return "wall.deleteComment";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        long owner = parameters.id("owner_id").orElse(token.id());
        Comment comment = walls.comment(owner, parameters.required("comment_id"))
                .orElseThrow(() -> new Refused(VkError.NOT_FOUND));
        if (comment.fromId() != token.id() && !communities.mayActFor(token, -owner)) {
            throw new Refused(VkError.WALL_COMMENT);
        }
        walls.deleteComment(owner, comment.id(), token.id());
        return 1;
    }
}
