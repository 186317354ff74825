package otklik.routing.incident.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import otklik.contracts.access.Role;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.Circumstance;
import otklik.regulation.Profile;
import otklik.regulation.ReplyRules;
import otklik.regulation.Workflow;
import otklik.regulation.Workflow.Act;
import otklik.regulation.Workflow.CooperationMode;
import otklik.routing.incident.core.Cooperation.Part;
import otklik.routing.incident.core.Cooperation.Status;

/** Who takes a step with an incident. What differs between regulations is asked of the profile. Nobody: the step is not there now. */
enum Doers {
    CURATOR(work -> List.of(new Seat(Role.CURATOR, null))),
    NO_SEAT(work -> List.of()),
    DISPATCHER(work -> work.sender(Act.ROUTE)),
    CLASSIFIER(work -> work.sender(Act.CLASSIFY)),
    ENGAGER(work -> work.mayAskOrgans() ? work.sender(Act.ROUTE) : List.of()),
    /**
     * The people of the organ that has it, while what is written is not its own, and of every organ whose part is open; of what is written
     * whoever still owes the check whose it is.
     */
    RETURNER(work -> Stream.of(
                    work.isWithOrgans() || work.incident.isFirstWordOfOthers()
                            ? staff(work.incident.organ())
                            : Stream.<Seat>empty(),
                    work.parts(Part::isOpen).flatMap(part -> staff(part.organ())),
                    work.checkers())
            .flatMap(seats -> seats)
            .distinct()
            .toList()),
    ORGAN_OR_CURATOR(work -> Stream.concat(staff(work.incident.organ()), Stream.of(new Seat(Role.CURATOR, null)))
            .toList()),
    HOLDER(work -> staff(work.incident.organ()).toList()),
    /** While parts are awaited, whoever puts them together, for a first word to the author; where an organ does that at the end, whoever sends on. */
    DRAFTER(work -> work.incident.isAwaitingParts()
            ? work.meanwhile()
            : work.composer()
                    .map(List::of)
                    .orElseGet(() -> staff(work.incident.organ()).toList())),
    /** Whoever approves first, where the regulation knows drafts by e-mail (VP-13) and an organ is to write one. */
    MAIL_TAKER(work -> work.incident.organ() == null || !work.isMailKnown()
            ? List.of()
            : List.of(Seat.of(work.workflow.approvals().getFirst().by(), work.incident.organ()))),
    AGREER(work -> work.agreer(work.incident.organ()).toList()),
    APPROVER(work -> work.approver().map(List::of).orElse(List.of())),
    PUBLISHER(Work::publishers),
    CONTRIBUTOR(work ->
            work.parts(Part::isOpen).flatMap(part -> staff(part.organ())).toList()),
    PART_AGREER(work -> work.parts(part -> part.status() == Status.PROPOSED)
            .flatMap(part -> work.agreer(part.organ()))
            .distinct()
            .toList()),
    PART_JUDGE(work -> work.parts(part -> part.status() == Status.SUBMITTED)
            .flatMap(part -> work.consolidator().stream())
            .distinct()
            .toList()),
    EDITOR(work -> work.act(Act.EDIT)),
    /** Of each body that has the question or a part of it, unless that was said already. */
    COMPETENCE(work -> work.act(Act.CONFIRM_COMPETENCE).stream()
            .flatMap(seat -> work.unchecked().map(organ -> new Seat(seat.role(), organ)))
            .toList()),
    LOWER_TIER(work -> work.incident.marks().isGivenBack() ? List.of() : work.act(Act.RETURN_TO_CURATOR)),
    UPPER_TIER(work -> work.incident.marks().isGivenBack() ? work.act(Act.HAND_DOWN) : List.of()),
    APPEAL_MARKER(work -> work.act(Act.MARK_APPEAL)),
    REPEAT_LINKER(work -> work.actOr(Act.LINK_REPEAT, Role.CURATOR)),
    PASSER_UP(work -> Stream.ofNullable(work.workflow.passUp())
            .map(rule -> Seat.of(rule.by()))
            .toList()),
    SHORTENER(work -> Stream.ofNullable(work.workflow.shortening())
            .map(rule -> Seat.of(rule.by()))
            .toList()),
    TERM_SETTER(work -> TermRules.writers(work.incident).isEmpty() ? List.of() : work.act(Act.SET_TERM)),
    INTERIM_RECORDER(
            work -> work.incident.marks().isInterimForHands() ? List.of(new Seat(Role.CURATOR, null)) : List.of()),
    UNPUBLISHED_TELLER(work -> work.incident.needsManualPublication()
                    && work.reply().fallback(ReplyRules.Way.TELL_CURATOR).isPresent()
            ? work.publishers().stream()
                    .filter(seat -> seat.role() != Role.CURATOR)
                    .toList()
            : List.of()),
    CLOSER(work -> work.incident.needsManualPublication()
                    && work.reply().fallback(ReplyRules.Way.CLOSED_WITH_REASON).isPresent()
            ? List.of(new Seat(Role.CURATOR, null))
            : List.of());

    private final Function<Work, List<Seat>> seats;

    Doers(Function<Work, List<Seat>> seats) {
        this.seats = seats;
    }

    List<Seat> of(Incident incident, otklik.regulation.Regulation regulation) {
        return seats.apply(new Work(incident, regulation.workflow(), regulation.profile()));
    }

    private static Stream<Seat> staff(@Nullable String organ) {
        return organ == null
                ? Stream.empty()
                : Stream.of(new Seat(Role.EXECUTOR, organ), new Seat(Role.RESPONSIBLE, organ));
    }

    /** An incident under its regulation. */
    record Work(Incident incident, Workflow workflow, Profile profile) {

        ReplyRules reply() {
            return profile.reply();
        }

        boolean isMailKnown() {
            return profile.terms().stream().anyMatch(term -> term.circumstance() == Circumstance.BY_EMAIL);
        }

        Stream<Part> parts(java.util.function.Predicate<Part> which) {
            Cooperation several = incident.cooperation();
            return several == null ? Stream.empty() : several.parts().stream().filter(which);
        }

        /** The organs of which nobody has said that the question is theirs. */
        Stream<String> unchecked() {
            Stream<String> whole =
                    incident.marks().isFoundCompetent() ? Stream.empty() : Stream.ofNullable(incident.organ());
            return Stream.concat(whole, parts(Part::isToBeChecked).map(Part::organ))
                    .distinct();
        }

        /** Whoever owes the check of what its organ has written and nobody has let out or accepted. */
        Stream<Seat> checkers() {
            Stream<String> whole =
                    incident.isOwnDraftOnItsWay() && !incident.marks().isFoundCompetent()
                            ? Stream.ofNullable(incident.organ())
                            : Stream.empty();
            Stream<String> parts = parts(part -> part.isToBeChecked()
                            && (part.status() == Status.PROPOSED || part.status() == Status.SUBMITTED))
                    .map(Part::organ);
            return Stream.concat(whole, parts)
                    .flatMap(organ -> act(Act.CONFIRM_COMPETENCE).stream().map(seat -> new Seat(seat.role(), organ)));
        }

        List<Seat> act(Act act) {
            return workflow.act(act).map(step -> Seat.of(step.by())).stream().toList();
        }

        /** Whoever sends it on, or does what belongs to that. */
        List<Seat> sender(Act act) {
            return incident.marks().isGivenBack()
                    ? List.of()
                    : List.of(Seat.of(workflow.act(act)
                            .or(() -> workflow.act(Act.DISPATCH))
                            .map(Workflow.Step::by)
                            .orElse(otklik.regulation.Role.CURATOR)));
        }

        List<Seat> actOr(Act act, Role otherwise) {
            List<Seat> named = act(act);
            return named.isEmpty() ? List.of(new Seat(otherwise, null)) : named;
        }

        Stream<Seat> agreer(@Nullable String organ) {
            Workflow.Step step = workflow.internalAgreement();
            return step == null || organ == null ? Stream.empty() : Stream.of(Seat.of(step.by(), organ));
        }

        Optional<Seat> approver() {
            int given = incident.approvals();
            return given < workflow.approvals().size()
                    ? Optional.of(Seat.of(workflow.approvals().get(given).by(), incident.organ()))
                    : Optional.empty();
        }

        /** Who puts parallel parts together (KH-13, LB-5). */
        Optional<Seat> consolidator() {
            Cooperation several = incident.cooperation();
            return several == null || !several.isParallel()
                    ? Optional.empty()
                    : Optional.of(new Seat(
                            several.mode() == CooperationMode.PARALLEL_CONSOLIDATED_BY_CURATOR
                                    ? Role.CURATOR
                                    : Role.CONTROLLER,
                            null));
        }

        /** Whether organs may still say whose it is: it is with none yet, or one works on the answer or waits for the author. */
        boolean isWithOrgans() {
            return switch (incident.state()) {
                case NEW, RETURNED, ROUTED, IN_WORK, AWAITING_FINAL, AWAITING_AUTHOR -> true;
                default -> false;
            };
        }

        /** Beside words that are on their way to the author only in place of what was given back, and not once the whole answer is written. */
        boolean mayAskOrgans() {
            Incident.Draft draft = incident.draft();
            return isWithOrgans()
                    || incident.state() == State.REWORK
                    || incident.isWithNobody()
                    || (incident.isPartWithoutOrgan() && draft != null && draft.kind() != ReplyKind.FINAL);
        }

        /** Before the parts are there. */
        List<Seat> meanwhile() {
            return consolidator().map(List::of).orElseGet(() -> sender(Act.ROUTE));
        }

        /** The same, once every part is there. */
        Optional<Seat> composer() {
            Cooperation several = incident.cooperation();
            return several != null && several.isComplete() && incident.organ() == null
                    ? consolidator()
                    : Optional.empty();
        }

        /**
         * Also the curator, where nobody else can: no organ, no account, or the ladder of publication ends with telling the curator; and the
         * organ's people for their own page, where the network did not take the reply under the post (LP-11).
         */
        private List<Seat> publishers() {
            Role by = Role.valueOf(workflow.publication().by().name());
            Stream<Seat> named = Seat.isOfAnOrgan(by) ? staff(incident.organ()) : Stream.of(new Seat(by, null));
            boolean curatorToo = reply().fallback(ReplyRules.Way.TELL_CURATOR).isPresent()
                    || Boolean.FALSE.equals(incident.marks().account())
                    || incident.organ() == null;
            boolean onOwnPage =
                    reply().fallback(ReplyRules.Way.OWN_PAGE_WITH_AUTHOR_LINK).isPresent()
                            && incident.isRefusedByTheNetwork();
            return Stream.of(
                            named,
                            onOwnPage ? staff(incident.organ()) : Stream.<Seat>empty(),
                            curatorToo ? Stream.of(new Seat(Role.CURATOR, null)) : Stream.<Seat>empty())
                    .flatMap(seats -> seats)
                    .distinct()
                    .toList();
        }
    }
}
