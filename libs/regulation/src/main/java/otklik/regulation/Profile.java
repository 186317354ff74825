package otklik.regulation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.regulation.time.OfficeHours;

/**
 * A regulation as data, as a profile file gives it.
 *
 * @param name Russian, for people
 * @param document the legal act
 * @param prefixes clause prefixes the regulation's clauses begin with
 * @param revision of the profile; an amended one binds incidents detected from {@code inForceFrom} on
 * @param inForceFrom inclusive
 * @param inForceTo exclusive, null while in force
 * @param roles Russian titles; a role without a title does not exist here
 * @param channels networks a post can come from
 * @param interim the reply that goes out by itself before days off, null where the regulation wants none
 * @param warnings shares of a term in percent, rising
 * @param escalations the ladder after a breach, level 1 first
 * @param letters who gets a letter about what
 * @param surges what a surge is, null where nobody is to be told of any
 * @param done clauses that hold wholly: the build fails where one of them has no passing test
 */
public record Profile(
        String id,
        String name,
        String document,
        List<String> prefixes,
        ZoneId zone,
        int revision,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        OfficeHours hours,
        Map<Role, String> roles,
        List<String> channels,
        Workflow workflow,
        @Nullable SubmissionWindows submission,
        @Nullable InterimRule interim,
        ReplyRules reply,
        List<ScreeningClass> screening,
        List<Integer> warnings,
        List<Escalation> escalations,
        Letters letters,
        @Nullable SurgeRule surges,
        List<Recurring> recurring,
        List<Borrowing> borrowings,
        List<Term> terms,
        List<String> done) {

    public Profile {
        prefixes = List.copyOf(prefixes);
        roles = Map.copyOf(roles);
        channels = List.copyOf(channels);
        screening = List.copyOf(screening);
        warnings = List.copyOf(warnings);
        escalations = List.copyOf(escalations);
        recurring = List.copyOf(recurring);
        borrowings = List.copyOf(borrowings);
        terms = List.copyOf(terms);
        done = List.copyOf(done);
    }
}
