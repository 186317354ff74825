package otklik.routing.incident.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.Json;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Attachment;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.ReplyKind;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.contracts.publication.PublicationEvent;
import otklik.contracts.publication.PublicationEvent.PublicationFact;
import otklik.regulation.InterimRule;
import otklik.regulation.Regulation;
import otklik.regulation.ReplyRules;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.AfterRework;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.routing.replycheck.core.BindingChecks;

/**
 * One incident from its registration on, what people try with it and what the publisher and the clock do to it. Every step is held against
 * {@link WhatMayBe}. What follows is always tried on what was written down and read back, as the service does.
 */
final class RandomLife {

    private static final ReplyLook LOOK = new BindingChecks();
    private static final List<String> ORGANS = List.of("a", "b", "c");
    private static final String ELSEWHERE = "elsewhere";
    private static final Instant SPRING = Instant.parse("2026-04-20T00:00:00Z");
    private static final ZoneId VYATSKIE = ZoneId.of("Europe/Moscow");
    private static final List<Attachment> FILES = Stream.of(1, 2, 3)
            .map(number -> new Attachment(
                    new UUID(7, number), Attachment.Kind.PHOTO, "Фото " + number + ".jpg", "image/jpeg", number, "ab"))
            .toList();

    /** What came about in all the lives of a walk. */
    static final class Seen {
        /** Those that every regulation has. */
        static final Set<Reason> REFUSALS = EnumSet.of(
                Reason.NOT_YOURS,
                Reason.WRONG_STATE,
                Reason.UNKNOWN_INCIDENT,
                Reason.PARTS_MISSING,
                Reason.UNDO_TOO_LATE,
                Reason.IRREVOCABLE,
                Reason.NOTHING_TO_UNDO);

        final Set<State> states = EnumSet.noneOf(State.class);
        final Set<Step> steps = EnumSet.noneOf(Step.class);
        final Set<Reason> refusals = EnumSet.noneOf(Reason.class);
        int byStandIns;
        int interims;
        int laterQuestions;
        int letPass;

        boolean isAllOf(WhatMayBe maximum) {
            return steps.containsAll(maximum.steps())
                    && states.containsAll(maximum.states())
                    && refusals.containsAll(REFUSALS)
                    && laterQuestions > 0
                    && (!maximum.refusesReplies() || (letPass > 0 && refusals.contains(Reason.BINDING_CHECK)));
        }
    }

    private final Random random;
    private final Regulation regulation;
    private final WhatMayBe maximum;
    private final List<Incident> others;
    private final Seen seen;
    private final RandomCommands commands;
    private final List<Caller> people;
    private final Directory directory;
    private final List<Fact> facts = new ArrayList<>();

    private Instant now;
    private Incident incident;

    @Nullable
    private LastStep last;

    /** @param others that may be named as earlier ones: some are, some are later, some of another territory */
    RandomLife(Random random, Regulation regulation, List<Incident> others, Seen seen) {
        this.random = random;
        this.regulation = regulation;
        this.maximum = new WhatMayBe(regulation);
        this.others = others;
        this.seen = seen;
        commands = new RandomCommands(random, ORGANS, List.of("empty", "none", ""));
        people = people(regulation.id());
        directory = directory(regulation.id());
        now = SPRING.plusSeconds(random.nextLong(Duration.ofDays(40).toSeconds()));
        incident = blank(random.nextInt(8) == 0 ? ELSEWHERE : regulation.id());
        took(
                List.of(new Fact.IncidentRegistered(
                        incident.number(),
                        Channel.VK,
                        PostKind.POST,
                        null,
                        incident.classification(),
                        incident.detectedAt(),
                        null,
                        null,
                        null)),
                Actor.SYSTEM);
        last = null;
    }

    /** An incident of this regulation; those elsewhere are only there to be named by mistake. */
    boolean isAtHome() {
        return incident.jurisdiction().equals(regulation.id());
    }

    Incident incident() {
        return incident;
    }

    void goOn(int steps) {
        for (int step = 0; step < steps; step++) {
            now = now.plus(pause());
            switch (random.nextInt(20)) {
                case 0 -> interim();
                case 1, 2, 3 -> publisherSays();
                case 4 -> undo();
                default -> somebodyTries();
            }
            assertInvariants();
            seen.states.add(incident.state());
        }
        assertThat(incident.version()).isEqualTo(facts.size());
        assertThat(incident.replayed(throughJson(facts))).isEqualTo(incident);
    }

    /** Mostly within what can be taken back, sometimes a night, sometimes days off. */
    private Duration pause() {
        return switch (random.nextInt(10)) {
            case 0 -> Duration.ofHours(random.nextInt(72));
            case 1, 2 -> Duration.ofMinutes(random.nextInt(240));
            default -> Duration.ofSeconds(random.nextInt(40));
        };
    }

    private void somebodyTries() {
        Asking asking = asking(somebody());
        List<Step> offered = Casework.possible(incident, asking);
        Step step = offered.isEmpty() || random.nextInt(5) == 0 ? commands.one(STEPS) : commands.one(offered);
        Command command = commands.command(
                step,
                new RandomCommands.Known(
                        regulation,
                        now,
                        others.stream().map(Incident::id).toList(),
                        FILES.stream().map(Attachment::id).toList(),
                        directory.all().stream()
                                .flatMap(organ -> organ.people().stream())
                                .map(Person::id)
                                .toList()));
        Asking asked = other(command).map(asking::with).orElse(asking);
        String before = json(incident);
        Decision decision = Casework.decide(incident, command, asked);
        assertThat(json(incident)).isEqualTo(before);
        switch (decision) {
            case Decision.Rejected no -> refused(command, asked, no);
            case Decision.Accepted yes -> {
                assertThat(offered).as("%s in %s", command, incident.state()).contains(step);
                accepted(command, asked, yes.facts());
            }
        }
    }

    private static final List<Step> STEPS =
            Stream.of(Step.values()).filter(step -> step != Step.UNDO).toList();

    /** Mostly somebody who can do something. */
    private Caller somebody() {
        Caller caller = commands.one(people);
        for (int i = 0; i < 7 && Casework.possible(incident, asking(caller)).isEmpty(); i++) {
            caller = commands.one(people);
        }
        return caller;
    }

    private void refused(Command command, Asking asking, Decision.Rejected no) {
        seen.refusals.add(no.reason());
        assertThat(no.detail()).isNotBlank();
        if (no.reason() == Reason.UNKNOWN_INCIDENT) {
            assertThat(isEarlier(asking.other())).as(command.toString()).isFalse();
        }
        if (no.reason() == Reason.OUTSIDE_SUBMISSION_HOURS) {
            assertThat(regulation.id()).isEqualTo("vyatskie-polyany");
        }
    }

    private void accepted(Command command, Asking asking, List<Fact> fresh) {
        Step step = command.step();
        State before = incident.state();
        Grant grant = asking.grant(step, incident).orElseThrow();
        assertThat(maximum.isGivenTo(grant, step, incident))
                .as("%s by %s of %s", command, grant, incident)
                .isTrue();
        assertOwnRightFirst(asking.caller(), grant, step);
        assertTerm(command, grant);
        if (command instanceof StepCommand.LinkRepeat) {
            assertThat(isEarlier(asking.other())).isTrue();
        }
        assertSubmissionHours(fresh);
        assertBindingChecks(command, fresh);
        assertKind(fresh);
        took(fresh, asking.as(grant));
        assertThat(WhatMayBe.after(step, before))
                .as("%s in %s", command, before)
                .contains(incident.state());
        seen.steps.add(step);
        if (grant.actingFor() != null) {
            seen.byStandIns++;
        }
    }

    /** The whole answer is made of all parts, and nobody gets a second interim one; a question may follow that. */
    private void assertKind(List<Fact> fresh) {
        Cooperation several = incident.cooperation();
        boolean isOfParts = several != null && incident.organ() == null && !several.isComplete();
        for (Fact fact : fresh) {
            ReplyKind kind = switch (fact) {
                case Fact.DraftSubmitted draft -> draft.kind();
                case StepFact.DraftProposed draft -> draft.kind();
                default -> null;
            };
            assertThat(kind == ReplyKind.FINAL && isOfParts)
                    .as("before all parts: " + fresh)
                    .isFalse();
            assertThat(kind == ReplyKind.INTERIM && isAfterInterim())
                    .as("after an interim reply: " + fresh)
                    .isFalse();
            if (kind == ReplyKind.CLARIFICATION && isAfterInterim()) {
                seen.laterQuestions++;
            }
        }
    }

    /** Whether an interim reply stands there and no final one was approved since, whatever the author was asked. */
    private boolean isAfterInterim() {
        boolean after = false;
        for (Fact fact : StepUndone.holding(facts, each -> each)) {
            if (fact instanceof Fact.ReplyPublished published && published.kind() == ReplyKind.INTERIM) {
                after = true;
            } else if (fact instanceof Fact.ReplyApproved approved && approved.kind() == ReplyKind.FINAL) {
                after = false;
            }
        }
        return after;
    }

    /** Nothing goes out that a check objects to, unless somebody who approves said why; and nothing else is excused. */
    private void assertBindingChecks(Command command, List<Fact> fresh) {
        for (Fact fact : fresh) {
            if (fact instanceof Fact.ReplyApproved approved) {
                List<LetPass> passed = Objects.requireNonNullElse(approved.letPass(), List.of());
                assertThat(passed).extracting(LetPass::reason).doesNotContain("");
                assertThat(passed.stream().flatMap(each -> each.found().stream()))
                        .as(approved.text())
                        .containsExactlyInAnyOrderElementsOf(objections(approved.kind(), approved.text())
                                .map(BindingFinding::message)
                                .toList());
                assertThat(passed.isEmpty() || command.step() == Step.APPROVE).isTrue();
                seen.letPass += passed.size();
            }
        }
        if (command instanceof Command.SubmitDraft draft) {
            assertThat(objections(draft.kind(), draft.text()))
                    .noneMatch(finding -> finding.gate() == ReplyRules.Gate.DRAFT);
        }
    }

    private Stream<BindingFinding> objections(ReplyKind kind, String text) {
        return LOOK.findings(text, kind, regulation.profile().reply()).stream();
    }

    /** A right of one's own is never taken for somebody else's (VP-6, LP-5). */
    private void assertOwnRightFirst(Caller caller, Grant used, Step step) {
        boolean own = caller.grants().stream()
                .anyMatch(grant -> grant.actingFor() == null
                        && grant.role() == used.role()
                        && maximum.isGivenTo(grant, step, incident));
        assertThat(used.actingFor() == null).as("%s by %s", step, caller).isEqualTo(own);
    }

    /** Whoever sets the term of a rework sets one to come, nobody else sets any (LB-6), so it is with that of an answer (LB-5); what shortens a term is earlier than that (LP-6). */
    private void assertTerm(Command command, Grant grant) {
        Instant due = switch (command) {
            case Command.RequestRework rework -> rework.dueAt();
            case PartCommand.ReworkContribution rework -> rework.dueAt();
            default -> null;
        };
        if (command.step() == Step.REQUEST_REWORK || command.step() == Step.REWORK_CONTRIBUTION) {
            Workflow.Step setter = regulation.workflow().rework().termSetBy();
            boolean sets =
                    setter != null && setter.by().name().equals(grant.role().name());
            assertThat(due != null).as(command.toString()).isEqualTo(sets);
            assertThat(due == null || due.isAfter(now)).as(command.toString()).isTrue();
        }
        Instant set = switch (command) {
            case Command.Route route -> route.dueAt();
            case PartCommand.EngageOrgans engage -> engage.dueAt();
            case StepCommand.SetTerm term -> term.dueAt();
            default -> null;
        };
        if (set != null || command.step() == Step.SET_TERM) {
            assertThat(set).as(command.toString()).isAfter(now);
            assertThat(regulation.workflow().act(Workflow.Act.SET_TERM))
                    .hasValueSatisfying(step ->
                            assertThat(step.by().name()).isEqualTo(grant.role().name()));
        }
        if (command instanceof StepCommand.ShortenTerm sooner) {
            assertThat(sooner.reason()).isNotEmpty();
            assertThat(sooner.dueAt())
                    .isAfter(now)
                    .isBefore(regulation
                            .deadline("draft", otklik.regulation.Importance.NORMAL, now)
                            .dueAt());
        }
    }

    /**
     * Drafts of others that are not urgent come to whoever approves in the hours for that (VP-10), but for those in a letter that they write
     * down.
     */
    private void assertSubmissionHours(List<Fact> fresh) {
        boolean handedOver = fresh.stream()
                .anyMatch(fact -> fact instanceof Fact.DraftSubmitted draft
                        && !Boolean.TRUE.equals(draft.urgent())
                        && !draft.by().role().equals("curator")
                        && draft.receivedAt() == null);
        if (handedOver && regulation.id().equals("vyatskie-polyany")) {
            ZonedDateTime local = now.atZone(VYATSKIE);
            LocalTime from = local.getDayOfWeek() == DayOfWeek.FRIDAY ? LocalTime.of(9, 0) : LocalTime.of(8, 0);
            assertThat(local.toLocalTime()).isAfterOrEqualTo(from).isBefore(LocalTime.of(17, 0));
            assertThat(local.toLocalDate().toString())
                    .as("a holiday")
                    .isNotIn("2026-05-01", "2026-05-11", "2026-06-12");
            assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    private Optional<Incident> other(Command command) {
        return command instanceof StepCommand.LinkRepeat link
                ? others.stream()
                        .filter(other -> other.id().equals(link.earlier()))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isEarlier(@Nullable Incident other) {
        return other != null
                && other.jurisdiction().equals(incident.jurisdiction())
                && other.detectedAt().isBefore(incident.detectedAt());
    }

    /** The facts are added; they come out of their JSON the same, and so does the incident. */
    private void took(List<? extends Fact> fresh, Actor by) {
        Incident before = incident;
        Incident after = before.after(fresh);
        assertThat(after.version()).isEqualTo(before.version() + fresh.size());
        assertThat(before.after(throughJson(fresh))).isEqualTo(after);
        incident = Json.mapper().readValue(json(after), Incident.class);
        assertThat(incident).isEqualTo(after);
        if (!fresh.isEmpty()) {
            facts.addAll(fresh);
            last = new LastStep(by, now, before, List.copyOf(fresh), "шаг");
        }
    }

    /** By whoever took the last step, within half a minute, nothing of it outside, and only once: then all is as it was. */
    private void undo() {
        Caller caller =
                last != null && random.nextBoolean() ? new Caller(last.by().id(), "", List.of()) : commands.one(people);
        Asking asking = asking(caller);
        Decision decision = Casework.decide(incident, new Command.Undo(), last == null ? asking : asking.after(last));
        boolean may = last != null
                && last.by().id().equals(caller.id())
                && Duration.between(last.at(), now).compareTo(Duration.ofSeconds(30)) <= 0
                && last.facts().stream().noneMatch(fact -> isOutside(fact) || fact instanceof StepUndone);
        assertThat(decision instanceof Decision.Accepted)
                .as("%s of %s", caller, last)
                .isEqualTo(may);
        if (last != null && decision instanceof Decision.Accepted yes) {
            Incident before = last.before();
            took(yes.facts(), last.by());
            assertThat(incident).isEqualTo(before.with(next -> next.version = incident.version()));
            assertThat(before.replayed(StepUndone.holding(facts, fact -> fact)))
                    .isEqualTo(before.with(next -> next.version = holding()));
            seen.steps.add(Step.UNDO);
        } else if (decision instanceof Decision.Rejected no) {
            seen.refusals.add(no.reason());
        }
    }

    private long holding() {
        return StepUndone.holding(facts, fact -> fact).size();
    }

    private static boolean isOutside(Fact fact) {
        return switch (fact) {
            case Fact.ReplyApproved approved -> approved.automatic();
            case StepFact.InterimGiven given -> given.automatic();
            case Fact.ReplyPublished ignored -> true;
            case StepFact.InterimPublished ignored -> true;
            default -> false;
        };
    }

    /** The publisher's word of this reply, the interim one, or one that nobody knows; said twice it changes nothing more. */
    private void publisherSays() {
        Incident.Reply interim = incident.marks().interim();
        Incident.Reply reply = interim != null && random.nextBoolean() ? interim : incident.reply();
        UUID id = reply == null || random.nextInt(6) == 0 ? new UUID(3, 3) : reply.id();
        PublicationFact word = random.nextInt(3) > 0
                ? new PublicationFact.PublicationSucceeded("1", "https://vk.com/wall-1_1?reply=1", now, "ab")
                : new PublicationFact.PublicationRefused("COMMENTS_CLOSED", null);
        PublicationEvent event =
                new PublicationEvent(incident.id(), incident.jurisdiction(), id, Channel.VK, now, word);
        List<Fact> fresh = PublicationOutcome.facts(incident, event);
        assertThat(fresh.isEmpty() || (reply != null && id.equals(reply.id()))).isTrue();
        took(fresh, Actor.SYSTEM);
        if (word instanceof PublicationFact.PublicationSucceeded) {
            assertThat(PublicationOutcome.facts(incident, event)).isEmpty();
        }
    }

    /** It is the evening before a day off, for all anybody knows (VP-10). */
    private void interim() {
        InterimRule rule = regulation.profile().interim();
        if (rule != null) {
            List<Fact> fresh = InterimRules.facts(
                    incident, regulation, rule, now.minusSeconds(random.nextInt(100)), now, Optional.empty(), id());
            if (!fresh.isEmpty()) {
                assertThat(incident.marks().interim()).isNull();
                seen.interims++;
            }
            took(fresh, Actor.SYSTEM);
        }
    }

    private void assertInvariants() {
        String what = incident.toString();
        assertThat(maximum.states()).contains(incident.state());
        Cooperation several = incident.cooperation();
        switch (incident.state()) {
            case ROUTED, IN_WORK, REWORK ->
                assertThat(incident.organ() != null || several != null).as(what).isTrue();
            case ON_AGREEMENT, ON_APPROVAL ->
                assertThat(incident.draft()).as(what).isNotNull();
            case APPROVED -> assertThat(incident.reply()).as(what).isNotNull();
            case RETURNED -> {
                assertThat(incident.organ()).as(what).isNull();
                assertThat(several == null || several.isComplete()).as(what).isTrue();
            }
            case NEW, SCREENED_OUT, NO_REACTION -> {
                assertThat(incident.organ()).as(what).isNull();
                assertThat(several).as(what).isNull();
            }
            case DONE, AWAITING_FINAL, AWAITING_AUTHOR -> {}
        }
        if (!incident.state().isClosed()
                && incident.state() != State.AWAITING_AUTHOR
                && (incident.state() != State.APPROVED || incident.needsManualPublication())) {
            assertThat(Casework.awaited(incident, regulation))
                    .as("nobody has anything to do: " + what)
                    .isNotEmpty();
        }
        if (!incident.state().isClosed() && incident.organ() == null && isAskedOfNobody(several)) {
            assertThat(Casework.awaited(incident, regulation))
                    .as("no organ has it and nobody has to send it on: " + what)
                    .isNotEmpty();
        }
        assertThat(incident.isFinalDue()).as(what).isEqualTo(isAfterInterim());
        assertParts(several, what);
        assertReport();
        Incident.Reply reply = incident.reply();
        if (reply != null && incident.state() == State.APPROVED && incident.draft() != null) {
            assertThat(reply.attachments()).as(what).isEqualTo(incident.draft().attachments());
        }
        if (reply != null && incident.state() == State.DONE && reply.status() == Incident.Reply.Status.PUBLISHED) {
            assertThat(reply.kind()).as(what).isEqualTo(ReplyKind.FINAL);
        }
        if (regulation.workflow().rework().then() != AfterRework.PUBLICATION && incident.state() == State.REWORK) {
            assertThat(incident.rework()).as(what).isNotNull();
        }
    }

    /** Whether no organ has to give a part, none was given to be made a reply of, and none gets it in the end. */
    private static boolean isAskedOfNobody(@Nullable Cooperation several) {
        return several == null
                || (several.lead() == null
                        && several.parts().stream()
                                .allMatch(part -> part.status() == Cooperation.Status.RETURNED
                                        || (!several.isParallel() && part.status() == Cooperation.Status.ACCEPTED)));
    }

    private static void assertParts(@Nullable Cooperation several, String what) {
        if (several == null) {
            return;
        }
        long open = several.parts().stream()
                .filter(part -> !part.isOver() && part.status() != Cooperation.Status.WAITING)
                .count();
        assertThat(several.isParallel() || open <= 1)
                .as("in a sequence at most one works: " + what)
                .isTrue();
        assertThat(several.parts())
                .as(what)
                .allMatch(part ->
                        part.attachments() == null || (part.text() != null && FILES.containsAll(part.attachments())));
    }

    /** Nothing goes up that the regulation does not send there, and whatever has to is in the queue of whoever passes it on (LP-22). */
    private void assertReport() {
        Marks.Report report = incident.marks().report();
        if (regulation.workflow().passUp() == null) {
            assertThat(report).as(incident.toString()).isNull();
            return;
        }
        boolean waits = incident.classification().importance() == Importance.ELEVATED
                && incident.state() != State.SCREENED_OUT
                && (report == null || report.passedUpAt() == null);
        assertThat(Place.of(incident, regulation)
                        .contains(new Place(Place.Shelf.MINE, "leadership@" + regulation.id())))
                .as(incident.toString())
                .isEqualTo(waits);
    }

    private static List<Fact> throughJson(List<? extends Fact> facts) {
        return facts.stream()
                .map(fact -> Json.mapper().writerFor(Fact.class).writeValueAsString(fact))
                .map(json -> Json.mapper().readValue(json, Fact.class))
                .toList();
    }

    private static String json(Incident incident) {
        return Json.mapper().writeValueAsString(incident);
    }

    private Asking asking(Caller caller) {
        return new Asking(caller, regulation, directory, now, id(), null, new Files(FILES, 2), null, LOOK, List.of());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Everybody with a seat, some who have none, some of elsewhere, and some who stand in for others. */
    private static List<Caller> people(String id) {
        Stream<Caller> officials = Stream.of(Role.values())
                .filter(role -> role != Role.EXECUTOR && role != Role.RESPONSIBLE)
                .map(role -> person(role.wire(), role.wire() + "@" + id));
        Stream<Caller> staff = ORGANS.stream()
                .flatMap(organ -> Stream.of("executor", "responsible")
                        .map(role -> person(role + "." + organ, role + "@" + id + "/" + organ)));
        Stream<Caller> strangers = Stream.of(
                person("stranger", "curator@" + ELSEWHERE, "controller@" + ELSEWHERE),
                person("stranger.a", "executor@" + ELSEWHERE + "/a", "responsible@" + ELSEWHERE + "/a"),
                person("nobody"));
        Stream<Caller> standIns = Stream.of(
                standIn(person("executor.b", "executor@" + id + "/b"), "responsible.a", "responsible@" + id + "/a"),
                standIn(person("observer", "observer@" + id), "curator", "curator@" + id, "observer@" + id),
                standIn(person("curator", "curator@" + id), "curator.2", "curator@" + id, "supervisor@" + id),
                standIn(person("chief", "chief@" + id), "leadership", "leadership@" + id));
        return Stream.of(officials, staff, strangers, standIns)
                .flatMap(some -> some)
                .toList();
    }

    private static Caller person(String login, String... grants) {
        return new Caller(login, login, Stream.of(grants).map(Grant::parse).toList());
    }

    private static Caller standIn(Caller own, String absent, String... grants) {
        return own.standingInBy(Stream.of(grants)
                .map(grant -> Grant.parse(grant).actingFor(absent))
                .toList());
    }

    private static Directory directory(String id) {
        return new Directory(Stream.concat(
                        ORGANS.stream()
                                .map(organ -> new Organ(
                                        organ,
                                        id,
                                        "Орган " + organ,
                                        null,
                                        organ.equals("c") ? List.of("ok") : null,
                                        List.of(
                                                new Person("r" + organ, "Р", Role.RESPONSIBLE, null),
                                                new Person("e" + organ, "И", Role.EXECUTOR, null)))),
                        Stream.of(new Organ("empty", id, "Пустой", null, null, List.of())))
                .toList());
    }

    private Incident blank(String jurisdiction) {
        Classification classification =
                new Classification("Дороги", "Ямы", null, Importance.NORMAL, Screening.CLEAN, 0.5, List.of(), "t");
        IncidentDetected detected = new IncidentDetected(
                id(),
                jurisdiction,
                new PostKey(Channel.VK, "1"),
                PostKind.POST,
                null,
                "Яма",
                null,
                Map.of("post_id", "1"),
                null,
                now,
                classification);
        return Registration.blank(detected, "N-" + others.size());
    }
}
