package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.testkit.Clause;

/** Files of the parts that several organs give, without anything around the rules. */
class PartFilesTest {

    private static final String OBLAST = "lipetsk-oblast";
    private static final Instant NOW = Instant.parse("2026-04-28T08:00:00Z");
    private static final Attachment PHOTO = file(1);
    private static final Attachment PLAN = file(2);
    private static final Attachment FILM = file(3);
    private static final Directory DIRECTORY = new Directory(List.of(organ("a"), organ("b"), organ("lead")));

    @Test
    @Clause({"LP-13", "LP-16"})
    void filesOfAPart_goWithItThroughTheAgreementToTheOthers() {
        Incident proposed = after(engaged(), person("executor", "a"), contribute(PLAN, PHOTO));
        assertThat(part(proposed).attachments()).containsExactly(PLAN, PHOTO);

        List<Fact> facts = accepted(proposed, person("responsible", "a"), new PartCommand.AgreeContribution(""));

        assertThat(part(proposed.after(facts)).attachments()).containsExactly(PLAN, PHOTO);
        assertThat(facts.stream().flatMap(fact -> AttachmentRules.named(fact).stream()))
                .containsExactly(PLAN, PHOTO);
    }

    @Test
    @Clause("LP-13")
    void partThatWasSentBack_isWrittenAnewWithOtherFilesOrNone() {
        Incident declined = after(
                after(engaged(), person("executor", "a"), contribute(PHOTO)),
                person("responsible", "a"),
                new PartCommand.DeclineContribution("", "Другое фото"));
        assertThat(part(declined).attachments()).containsExactly(PHOTO);

        Incident again = after(declined, person("executor", "a"), contribute());

        assertThat(part(again).attachments()).isNull();
    }

    @Test
    @Clause("LP-13")
    void filesOfAPart_mayStandWithTheCommonReply() {
        Incident incident = after(engaged(), person("responsible", "a"), contribute(PHOTO));
        incident = after(incident, person("responsible", "b"), contribute());

        Incident drafted = after(
                incident,
                person("responsible", "lead"),
                new Command.SubmitDraft(ReplyKind.FINAL, "Общий ответ", null, List.of(PHOTO.id())));

        assertThat(Objects.requireNonNull(drafted.draft()).attachments()).containsExactly(PHOTO);
    }

    @Test
    @Clause("LP-13")
    void partWithAnUnknownFileOrTooMany_isRefused() {
        assertThat(refusal(contribute(file(9)))).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        assertThat(refusal(contribute(PHOTO, PHOTO))).isEqualTo(Reason.UNKNOWN_ATTACHMENT);
        assertThat(refusal(contribute(PHOTO, PLAN, FILM))).isEqualTo(Reason.TOO_MANY_ATTACHMENTS);
    }

    @Test
    void whoeverWritesAPart_bringsFilesAndTakesAwayOnlyTheirOwn() {
        Asking executor = asking(person("executor", "a"));

        assertThat(AttachmentRules.refusal(engaged(), executor)).isEmpty();
        assertThat(AttachmentRules.refusal(engaged(), asking(person("executor", "b"))))
                .isPresent();
        assertThat(AttachmentRules.refusalToRemove(false, "executor.a", engaged(), executor))
                .isEmpty();
        assertThat(AttachmentRules.refusalToRemove(false, "executor.b", engaged(), executor))
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(Reason.NOT_YOURS));
        assertThat(AttachmentRules.refusalToRemove(true, "executor.a", engaged(), executor))
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(Reason.ATTACHMENT_IN_USE));
    }

    /** As facts lie in databases since before parts had files. */
    @Test
    void partWithoutFiles_isWrittenAsItAlwaysWas() {
        Fact fact = accepted(engaged(), person("executor", "a"), contribute()).getFirst();

        String json = Json.mapper().writerFor(Fact.class).writeValueAsString(fact);

        assertThat(json).doesNotContain("attachments");
        assertThat(Json.mapper().readValue(json, Fact.class)).isEqualTo(fact);
    }

    private static Reason refusal(PartCommand.Contribute command) {
        Decision decision = Casework.decide(engaged(), command, asking(person("executor", "a")));
        return ((Decision.Rejected) decision).reason();
    }

    private static PartCommand.Contribute contribute(Attachment... files) {
        return new PartCommand.Contribute(
                "Часть", Stream.of(files).map(Attachment::id).toList());
    }

    private static Incident engaged() {
        return after(
                blank(),
                new Caller("curator", "Куратор", List.of(Grant.parse("curator@" + OBLAST))),
                new PartCommand.EngageOrgans(List.of("a", "b", "lead"), null));
    }

    private static Incident after(Incident incident, Caller caller, Command command) {
        return incident.after(accepted(incident, caller, command));
    }

    private static List<Fact> accepted(Incident incident, Caller caller, Command command) {
        Decision decision = Casework.decide(incident, command, asking(caller));
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return new ArrayList<>(((Decision.Accepted) decision).facts());
    }

    private static Cooperation.Part part(Incident incident) {
        return PartRules.several(incident).part("a").orElseThrow();
    }

    private static Asking asking(Caller caller) {
        return new Asking(caller, Regulations.shipped().get(OBLAST), DIRECTORY, NOW, new UUID(1, 1))
                .with(new Files(List.of(PHOTO, PLAN, FILM), 2));
    }

    private static Caller person(String role, String organ) {
        return new Caller(role + "." + organ, "Имя", List.of(Grant.parse(role + "@" + OBLAST + "/" + organ)));
    }

    private static Attachment file(int number) {
        return new Attachment(
                new UUID(7, number), Attachment.Kind.PHOTO, "Фото " + number + ".jpg", "image/jpeg", number, "ab");
    }

    private static Organ organ(String id) {
        return new Organ(
                id,
                OBLAST,
                "Орган " + id,
                null,
                null,
                List.of(
                        new Person("r" + id, "Р", Role.RESPONSIBLE, null),
                        new Person("e" + id, "И", Role.EXECUTOR, null)));
    }

    private static Incident blank() {
        return Registration.blank(
                new IncidentDetected(
                        new UUID(1, 1),
                        OBLAST,
                        new PostKey(Channel.VK, "1"),
                        PostKind.POST,
                        null,
                        "Яма",
                        null,
                        Map.of("post_id", "1"),
                        null,
                        NOW,
                        new Classification(
                                "Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 0.5, List.of(), "t")),
                "LP-1");
    }
}
