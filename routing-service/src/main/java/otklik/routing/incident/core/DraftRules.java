package otklik.routing.incident.core;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.access.Grant;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Regulation;
import otklik.regulation.Workflow;

/** From a draft to the published reply (AK-9…AK-13). */
final class DraftRules {

    /** Networks to which the publisher can post by itself. */
    private static final Set<Channel> AUTOMATIC = Set.of(Channel.VK);

    private static final String OTHER_REASON = "other";

    private DraftRules() {}

    static Decision submit(Incident incident, Command.SubmitDraft command, Asking asking, Grant grant) {
        Optional<Decision> refusal = Texts.refusal(command.text(), Step.SUBMIT_DRAFT.clause(asking.regulation()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (incident.state() == State.AWAITING_FINAL && command.kind() != ReplyKind.FINAL) {
            return Decision.reject(
                    Reason.WRONG_STATE,
                    "Промежуточный ответ уже опубликован; теперь нужен окончательный.",
                    Step.SUBMIT_DRAFT.clause(asking.regulation()));
        }
        return Decision.accept(new Fact.DraftSubmitted(
                command.kind(),
                command.text(),
                incident.drafts() + 1,
                asking.caller().as(grant),
                asking.now()));
    }

    static Decision approve(Incident incident, Asking asking) {
        Incident.Draft draft = Objects.requireNonNull(incident.draft(), "on approval without a draft");
        return Decision.accept(new Fact.ReplyApproved(
                asking.newId(), draft.kind(), draft.text(), isAutomatic(incident, asking.regulation())));
    }

    private static boolean isAutomatic(Incident incident, Regulation regulation) {
        return regulation.workflow().publication().mode() == Workflow.Mode.AUTOMATIC
                && AUTOMATIC.contains(incident.channel())
                && !incident.address().isEmpty();
    }

    static Decision rework(Command.RequestRework command, Asking asking) {
        String clause = Step.REQUEST_REWORK.clause(asking.regulation());
        Workflow.Rework rework = asking.regulation().workflow().rework();
        Set<String> known =
                rework.reasons().stream().map(Workflow.ReworkReason::id).collect(Collectors.toSet());
        List<String> unknown = command.reasons().stream()
                .filter(reason -> !known.contains(reason))
                .filter(reason -> rework.closed() || !reason.equals(OTHER_REASON))
                .toList();
        if (!unknown.isEmpty()) {
            return Decision.reject(
                    Reason.UNKNOWN_REWORK_REASON,
                    "Причины %s нет в регламенте; есть: %s."
                            .formatted(unknown, known.stream().sorted().toList()),
                    clause);
        }
        boolean silent = command.reasons().isEmpty() || command.reasons().contains(OTHER_REASON);
        if (silent && isBlank(command.comment())) {
            return Decision.reject(
                    Reason.REASON_REQUIRED, "Выберите, что не так с проектом, или напишите это словами.", clause);
        }
        return Decision.accept(new Fact.ReworkRequested(command.reasons(), command.comment()));
    }

    static Decision published(Incident incident, Command.RecordPublication command, Asking asking) {
        if (!isLink(command.url())) {
            return Decision.reject(
                    Reason.LINK_REQUIRED,
                    "Вставьте ссылку, по которой виден ответ, целиком: https://…",
                    Step.RECORD_PUBLICATION.clause(asking.regulation()));
        }
        Incident.Reply reply = Objects.requireNonNull(incident.reply(), "approved without a reply");
        return Decision.accept(new Fact.ReplyPublished(reply.id(), reply.kind(), command.url(), asking.now(), true));
    }

    private static boolean isLink(String text) {
        try {
            URI uri = URI.create(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
