package otklik.routing.incident.core;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a reply gets out where the system cannot do it: by hand, or not at all. */
final class PublicationRules {

    private PublicationRules() {}

    static Decision published(Incident incident, Command.RecordPublication command, Asking asking) {
        if (!isLink(command.url())) {
            return noLink(asking.clause(Step.RECORD_PUBLICATION));
        }
        Incident.Reply reply = Objects.requireNonNull(incident.reply(), "approved without a reply");
        Instant at = Objects.requireNonNullElse(command.publishedAt(), asking.now());
        return at.isAfter(asking.now()) || at.isBefore(Objects.requireNonNullElse(reply.approvedAt(), at))
                ? Decision.reject(
                        Reason.UNTIMELY_PUBLICATION,
                        "Укажите, когда ответ опубликован: не раньше, чем он согласован, и не позже, чем сейчас.",
                        asking.clause(Step.RECORD_PUBLICATION))
                : Decision.accept(
                        new Fact.ReplyPublished(reply.id(), reply.kind(), command.url(), at, true, null, null));
    }

    static Fact unpublished(Incident incident, String reason) {
        Incident.Reply reply = Objects.requireNonNull(incident.reply(), "approved without a reply");
        return new Fact.ManualPublicationNeeded(reply.id(), reason);
    }

    /** VP-20 gives the words for the reason; the curator may give others. */
    static Decision closed(StepCommand.CloseUnpublished command) {
        return Decision.accept(new Fact.IncidentClosed(
                command.reason().isEmpty()
                        ? "Отсутствие технической возможности для публикации ответа пользователю"
                        : command.reason()));
    }

    static Decision noLink(@Nullable String clause) {
        return Decision.reject(
                Reason.LINK_REQUIRED, "Вставьте ссылку, по которой виден ответ, целиком: https://…", clause);
    }

    static boolean isLink(String text) {
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
