package otklik.routing.executor.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.contracts.access.Role;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;
import otklik.routing.executor.core.ExecutorChange.Notice;
import otklik.testkit.Clause;

class ExecutorRulesTest {

    private static final UUID ID = UUID.fromString("0d7b8f64-3a1e-4a53-9f0e-2f6a1c9b7d30");
    private static final String KRAI = "khabarovsk-krai";
    /** A Wednesday; the Friday of that week is a holiday. */
    private static final Instant NOW = at("2026-06-10T10:00+10:00");

    private static final Executor ANNA = new Executor("anna", "Анна", null);
    private static final Executor BORIS = new Executor("boris", "Борис", null);
    private static final Executor CLARA = new Executor("clara", "Клара", null);

    @Test
    @Clause("KH-5")
    void otherExecutors_areAChange_withWhoLeftWhoCameAndUntilWhenTheResponsibleHasToTellIt() {
        assertThat(change(KRAI, List.of(ANNA, BORIS), person("boris", "Борис", null), person("clara", "Клара", null)))
                .contains(new ExecutorChange(
                        ID,
                        KRAI,
                        "organ",
                        "Орган",
                        List.of(ANNA),
                        List.of(CLARA),
                        List.of(BORIS),
                        LocalDate.parse("2026-06-10"),
                        NOW,
                        new Notice("KH-5", at("2026-06-16T18:00+10:00"), "responsible", List.of("Глава"))));
    }

    @Test
    void sameExecutors_underAnotherNameOrWithAnotherDate_areNoChange() {
        assertThat(change(
                        KRAI,
                        List.of(ANNA, BORIS),
                        person("boris", "Борис Второй", null),
                        person("anna", "Анна", "2026-06-01")))
                .isEmpty();
    }

    @Test
    void organThatNobodyHasLookedAt_hasNotChanged_oneWithoutExecutorsHas() {
        assertThat(change(KRAI, null, person("anna", "Анна", null))).isEmpty();
        assertThat(change(KRAI, List.of(), person("anna", "Анна", null)))
                .get()
                .extracting(ExecutorChange::came)
                .isEqualTo(List.of(ANNA));
        assertThat(change(KRAI, List.of(ANNA)))
                .get()
                .extracting(ExecutorChange::left, ExecutorChange::came)
                .containsExactly(List.of(ANNA), List.of());
    }

    /** Three working days after the day, the twelfth of June and the weekend left out; on the shorter Friday the office closes at five. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-04, 2026-06-09T18:00+10:00, false",
        "2026-06-05, 2026-06-10T18:00+10:00, true",
        "2026-06-06, 2026-06-10T18:00+10:00, true",
        "2026-06-16, 2026-06-19T17:00+10:00, true",
    })
    @Clause("KH-5")
    void term_runsFromTheDayThatTheFileSays_soThatAChangeEnteredLateShows(String since, String due, boolean inTime) {
        ExecutorChange change =
                change(KRAI, List.of(ANNA), person("clara", "Клара", since)).orElseThrow();

        assertThat(change.changedOn()).isEqualTo(since);
        assertThat(requireNonNull(change.notice()).dueAt()).isEqualTo(at(due));
        assertThat(change.isInTime()).isEqualTo(inTime);
    }

    @Test
    void ofSeveralWhoCame_theEarliestDayCounts_withoutADayToday() {
        assertThat(changedOn(person("boris", "Борис", "2026-06-08"), person("clara", "Клара", "2026-06-03")))
                .isEqualTo("2026-06-03");
        assertThat(changedOn(person("boris", "Борис", null), person("clara", "Клара", "2026-06-15")))
                .isEqualTo("2026-06-10");
    }

    @Test
    void dayBeforeAnyCalendar_leavesTheTermOpen() {
        ExecutorChange change = change(KRAI, List.of(ANNA), person("clara", "Клара", "1998-06-03"))
                .orElseThrow();

        assertThat(change.notice()).isEqualTo(new Notice("KH-5", null, "responsible", List.of("Глава")));
        assertThat(change.isInTime()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"altai-krai", "vyatskie-polyany", "barnaul-leninsky", "lipetsk-oblast", "nowhere"})
    void whereNoRegulationAsks_theChangeIsKeptAndNobodyTold(String jurisdiction) {
        ExecutorChange change = change(jurisdiction, List.of(ANNA), person("clara", "Клара", null))
                .orElseThrow();

        assertThat(change.came()).containsExactly(CLARA);
        assertThat(change.notice()).isNull();
        assertThat(change.isInTime()).isNull();
    }

    @Test
    void dateOfSomebodyElse_orFarAhead_isRefusedWithWhatToDo() {
        assertThatThrownBy(() -> new Person("head", "Глава", Role.RESPONSIBLE, null, LocalDate.parse("2026-06-01")))
                .hasMessage("head is no executor but responsible; leave since out, or mend the role");
        new Directory(List.of(organ(KRAI, person("anna", "Анна", "2026-07-11")))).requireExecutorsSoon(NOW);
        Directory late = new Directory(List.of(organ(KRAI, person("anna", "Анна", "2026-07-12"))));
        assertThatThrownBy(() -> late.requireExecutorsSoon(NOW))
                .hasMessage(
                        "anna of organ is said to be executor since 2026-07-12, more than 31 days ahead; mend the date, or leave it out");
    }

    private static LocalDate changedOn(Person... executors) {
        return change(KRAI, List.of(ANNA), executors).orElseThrow().changedOn();
    }

    private static Optional<ExecutorChange> change(
            String jurisdiction, @Nullable List<Executor> before, Person... executors) {
        Organ organ = organ(jurisdiction, executors);
        return ExecutorRules.change(
                ID,
                organ,
                before,
                new Directory(List.of(organ)),
                NOW,
                Regulations.shipped().find(jurisdiction).orElse(null));
    }

    private static Organ organ(String jurisdiction, Person... executors) {
        List<Person> people = Stream.concat(
                        Stream.of(new Person("head", "Глава", Role.RESPONSIBLE, null)), Stream.of(executors))
                .toList();
        return new Organ("organ", jurisdiction, "Орган", null, null, people);
    }

    private static Person person(String id, String name, @Nullable String since) {
        return new Person(id, name, Role.EXECUTOR, null, since == null ? null : LocalDate.parse(since));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local).toInstant();
    }
}
