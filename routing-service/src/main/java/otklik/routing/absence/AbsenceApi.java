package otklik.routing.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.routing.absence.core.Absence;
import otklik.web.Problem;
import reactor.core.publisher.Mono;

/** Absences: who is away from when to when, and who stands in. */
@RestController
@RequestMapping("/api/routing/v1/absences")
class AbsenceApi {

    private final Absences absences;

    AbsenceApi(Absences absences) {
        this.absences = absences;
    }

    /** A list, so that more can stand beside it one day. */
    record Items(List<Absence> items) {}

    /** What is written down; both days inclusive. */
    record Note(
            String jurisdiction, String person, String substitute, LocalDate from, LocalDate to, Absence.Why reason) {
        Note {
            if (jurisdiction == null || person == null || substitute == null || from == null || to == null) {
                throw Problem.badRequest(
                        "incomplete-absence",
                        "Указано не всё",
                        "Нужны jurisdiction, person, substitute, from и to (даты ГГГГ-ММ-ДД).");
            }
            reason = Objects.requireNonNullElse(reason, Absence.Why.OTHER);
        }
    }

    @GetMapping
    Mono<Items> absences(@RequestParam String jurisdiction, Caller caller) {
        return absences.open(jurisdiction, caller).map(Items::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Absence> note(@RequestBody Note note, Caller caller) {
        return absences.note(note, caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@PathVariable UUID id, Caller caller) {
        return absences.end(id, caller);
    }
}
