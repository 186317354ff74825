package otklik.simulators.vk.api;

import static otklik.simulators.vk.VkSettings.TokenKind.GROUP;
import static otklik.simulators.vk.VkSettings.TokenKind.USER;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import otklik.simulators.vk.Switches;
import otklik.simulators.vk.VkSettings.Behaviour;
import otklik.simulators.vk.VkSettings.Token;
import otklik.simulators.vk.VkSettings.TokenKind;
import otklik.simulators.vk.media.Media;
import otklik.simulators.vk.media.MediaFile;
import otklik.simulators.vk.wall.Comment;
import otklik.simulators.vk.wall.NewComment;
import otklik.simulators.vk.wall.Outcome;
import otklik.simulators.vk.wall.Outcome.Refusal;
import otklik.simulators.vk.wall.Walls;

/** {@code wall.createComment}. {@code from_group} is the positive id of the community that speaks, not a flag. */
@Component
class WallCreateComment implements VkMethod {

    private static final Pattern LINK = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

    private final Walls walls;
    private final Communities communities;
    private final Switches switches;
    private final Media media;

    WallCreateComment(Walls walls, Communities communities, Switches switches, Media media) {
        this.walls = walls;
        this.media = media;
        this.communities = communities;
        this.switches = switches;
    }

    record Created(int commentId, List<Integer> parentsStack) {}

    @Override
    public String name() {
        return "wall.createComment";
    }

    @Override
    public Set<TokenKind> tokens() {
        return Set.of(USER, GROUP);
    }

    @Override
    public Object answer(Token token, Parameters parameters) {
        Behaviour behaviour = switches.now();
        long author = communities.authorOf(token, parameters.id("from_group"));
        long owner = parameters.id("owner_id").orElse(token.kind() == GROUP ? -token.id() : token.id());
        if (token.kind() == GROUP && owner != -token.id()) {
            throw new Refused(VkError.ACCESS, "a community token writes on its own wall only");
        }
        List<MediaFile> attachments = attachments(parameters, behaviour);
        NewComment draft = new NewComment(
                owner,
                parameters.required("post_id"),
                author,
                message(parameters, behaviour, !attachments.isEmpty()),
                parameters.integer("reply_to_comment").filter(id -> id != 0).orElse(null),
                token.holder(),
                parameters.text("guid").orElse(null),
                behaviour.guidHonoured() ? behaviour.guidWindow() : null,
                attachments);
        return switch (walls.comment(draft)) {
            case Outcome.Done<Comment>(Comment comment, boolean repeated) ->
                new Created(comment.id(), comment.parents());
            case Outcome.Refused<Comment>(Refusal reason) -> throw refusal(reason, behaviour);
        };
    }

    private List<MediaFile> attachments(Parameters parameters, Behaviour behaviour) {
        List<String> names = parameters.list("attachments");
        if (names.size() > behaviour.mostAttachments()) {
            throw new Refused(VkError.PARAM, "too many attachments");
        }
        return names.stream()
                .map(name -> media.find(name)
                        .orElseThrow(() -> new Refused(VkError.PARAM, "attachments: there is no " + name)))
                .toList();
    }

    private static String message(Parameters parameters, Behaviour behaviour, boolean mayBeEmpty) {
        String message = parameters.text("message").orElse("");
        if (message.isBlank() && !mayBeEmpty) {
            throw Parameters.missing("message");
        }
        if (message.length() > behaviour.messageLimit()) {
            throw Refused.by(behaviour.tooLongCode(), "message is too long");
        }
        if (behaviour.linksForbidden() && LINK.matcher(message).find()) {
            throw new Refused(VkError.LINKS);
        }
        return message;
    }

    private static Refused refusal(Refusal reason, Behaviour behaviour) {
        return switch (reason) {
            case NO_SUCH_POST -> Refused.by(behaviour.noPostCode(), "post was deleted or does not exist");
            case NO_SUCH_WALL -> new Refused(VkError.ACCESS);
            case COMMENTS_CLOSED -> new Refused(VkError.WALL_ADD_REPLY);
            case NO_SUCH_COMMENT -> new Refused(VkError.PARAM, "reply_to_comment is incorrect");
        };
    }
}
