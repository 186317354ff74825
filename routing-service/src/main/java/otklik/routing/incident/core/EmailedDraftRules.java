package otklik.routing.incident.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.routing.directory.core.Person;

/**
 * A draft that came by e-mail (VP-13). Whoever approves writes it down as it came: the text is the sender's, who answers for it (VP-23), and
 * the time is that of the letter.
 */
final class EmailedDraftRules {

    private EmailedDraftRules() {}

    static Decision record(Incident incident, StepCommand.RecordEmailedDraft command, Asking asking) {
        String clause = asking.clause(Step.RECORD_EMAILED_DRAFT);
        Optional<Person> sender = sender(incident, command.from(), asking);
        return Texts.refusal(command.text(), clause)
                .or(() -> AttachmentRules.refusal(command.attachments(), asking, clause))
                .or(() -> DraftRules.untimely(incident, command.kind(), clause))
                .or(() -> sender.isPresent() ? Optional.empty() : unknownSender(clause))
                .or(() -> untimely(command.receivedAt(), incident, asking.now(), clause))
                .orElseGet(() -> received(
                        incident, command, sender.orElseThrow(), requireNonNull(command.receivedAt()), asking));
    }

    private static Decision received(
            Incident incident,
            StepCommand.RecordEmailedDraft command,
            Person sender,
            Instant receivedAt,
            Asking asking) {
        Incident.Draft draft = new Incident.Draft(
                command.kind(),
                command.text(),
                new Actor(sender.id(), sender.name(), sender.role().name().toLowerCase(Locale.ROOT), incident.organ()),
                receivedAt,
                incident.drafts() + 1,
                null,
                null,
                true,
                null,
                AttachmentRules.named(command.attachments(), asking));
        return DraftRules.received(incident, draft, sender.role(), receivedAt, asking);
    }

    private static Optional<Person> sender(Incident incident, String login, Asking asking) {
        return Stream.ofNullable(incident.organ())
                .flatMap(organ -> asking.directory().find(incident.jurisdiction(), organ).stream())
                .flatMap(organ -> organ.people().stream())
                .filter(person -> person.id().equals(login))
                .filter(person -> person.role() == Role.EXECUTOR || person.role() == Role.RESPONSIBLE)
                .findFirst();
    }

    private static Optional<Decision> unknownSender(@Nullable String clause) {
        return Optional.of(Decision.reject(
                Reason.UNKNOWN_SENDER,
                "Выберите, кто из сотрудников органа прислал проект: он за него отвечает.",
                clause));
    }

    /** It came after the post was found, and after the draft before it. */
    private static Optional<Decision> untimely(
            @Nullable Instant receivedAt, Incident incident, Instant now, @Nullable String clause) {
        Incident.Draft before = incident.draft();
        Instant earliest = before == null ? incident.detectedAt() : before.submittedAt();
        return receivedAt != null && !receivedAt.isAfter(now) && !receivedAt.isBefore(earliest)
                ? Optional.empty()
                : Optional.of(Decision.reject(
                        Reason.UNTIMELY_LETTER,
                        "Укажите, когда письмо пришло: не раньше, чем сообщение выявлено и отправлен прежний проект, "
                                + "и не позже, чем сейчас.",
                        clause));
    }
}
