package otklik.routing.absence.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import otklik.contracts.access.Role;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Official;
import otklik.routing.directory.core.Organ;
import otklik.routing.directory.core.Person;

/** Who may be away, who may stand in, and what whoever stands in may do meanwhile. */
public final class AbsenceRules {

    private AbsenceRules() {}

    /** Why an absence cannot be written down like that. The name, in lower case with hyphens, is the code of the HTTP problem. */
    public enum Refusal {
        UNKNOWN_PERSON("Такого сотрудника нет в справочнике этой территории."),
        UNKNOWN_SUBSTITUTE("Такого заместителя нет в справочнике этой территории."),
        SAME_PERSON("Заместить себя самого нельзя; назовите другого сотрудника."),
        BAD_DATES("Последний день отсутствия не может быть раньше первого."),
        ALREADY_OVER("Отсутствие уже прошло; записывать его поздно."),
        OVERLAPS("На эти дни отсутствие уже записано."),
        SUBSTITUTE_AWAY("Заместитель сам отсутствует в эти дни; назовите другого."),
        STANDS_IN(
                "В эти дни этот сотрудник замещает другого. Сначала назначьте тому другого заместителя: завершите его отсутствие и запишите заново.");

        private final String detail;

        Refusal(String detail) {
            this.detail = detail;
        }

        /** Russian, for people. */
        public String detail() {
            return detail;
        }
    }

    /** @param others absences of the jurisdiction that are not over */
    public static Optional<Refusal> refusal(Absence wanted, List<Absence> others, Directory directory, boolean over) {
        if (grants(wanted.person(), wanted.jurisdiction(), directory).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_PERSON);
        }
        if (wanted.person().equals(wanted.substitute())) {
            return Optional.of(Refusal.SAME_PERSON);
        }
        if (grants(wanted.substitute(), wanted.jurisdiction(), directory).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_SUBSTITUTE);
        }
        if (wanted.to().isBefore(wanted.from())) {
            return Optional.of(Refusal.BAD_DATES);
        }
        return over ? Optional.of(Refusal.ALREADY_OVER) : clash(wanted, others);
    }

    private static Optional<Refusal> clash(Absence wanted, List<Absence> others) {
        List<Absence> meanwhile = others.stream().filter(wanted::overlaps).toList();
        if (meanwhile.stream().anyMatch(other -> other.person().equals(wanted.person()))) {
            return Optional.of(Refusal.OVERLAPS);
        }
        if (meanwhile.stream().anyMatch(other -> other.substitute().equals(wanted.person()))) {
            return Optional.of(Refusal.STANDS_IN);
        }
        boolean substituteAway =
                meanwhile.stream().anyMatch(other -> other.person().equals(wanted.substitute()));
        return substituteAway ? Optional.of(Refusal.SUBSTITUTE_AWAY) : Optional.empty();
    }

    /**
     * The person; of an organ's people also whoever answers for the organ, the curator and the controller. Whoever writes an absence down
     * chooses who gets the rights meanwhile: so above the organs it is one's equals, and for the controller the curator, and nobody below.
     */
    public static boolean mayNote(Caller caller, String person, String jurisdiction, Directory directory) {
        if (caller.id().equals(person) || caller.has(jurisdiction, Role.ADMIN)) {
            return true;
        }
        List<Grant> above = offices(person, jurisdiction, directory).toList();
        if (!above.isEmpty()) {
            return above.stream().allMatch(grant -> isEqualOrOver(caller, grant));
        }
        return caller.has(jurisdiction, Role.CURATOR, Role.CONTROLLER)
                || grants(person, jurisdiction, directory).stream()
                        .anyMatch(grant -> grant.organ() != null
                                && caller.grant(jurisdiction, grant.organ(), Role.RESPONSIBLE)
                                        .isPresent());
    }

    private static boolean isEqualOrOver(Caller caller, Grant grant) {
        return caller.has(grant.jurisdiction(), grant.role())
                || (grant.role() == Role.CONTROLLER && caller.has(grant.jurisdiction(), Role.CURATOR));
    }

    /** The caller with the grants of those whose substitute the caller is. */
    public static Caller withSubstituted(Caller caller, List<Absence> now, Directory directory) {
        return caller.standingInBy(now.stream()
                .flatMap(absence -> grants(absence.person(), absence.jurisdiction(), directory).stream()
                        .map(grant -> grant.actingFor(absence.person())))
                .toList());
    }

    private static List<Grant> grants(String person, String jurisdiction, Directory directory) {
        return Stream.concat(
                        offices(person, jurisdiction, directory),
                        directory.of(jurisdiction).stream().flatMap(organ -> places(organ, person)))
                .toList();
    }

    private static Stream<Grant> offices(String login, String jurisdiction, Directory directory) {
        return directory.officials(jurisdiction).stream()
                .filter(official -> official.id().equals(login))
                .map(Official::role)
                .filter(Role::hasSubstitutes)
                .map(role -> new Grant(role, jurisdiction, null));
    }

    private static Stream<Grant> places(Organ organ, String login) {
        return organ.people().stream()
                .filter(person -> person.id().equals(login))
                .map(Person::role)
                .map(role -> new Grant(role, organ.jurisdiction(), organ.id()));
    }
}
