package otklik.sla.regulation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.contracts.access.Caller;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.regulation.lint.Finding;
import otklik.regulation.lint.RegulationLinter;
import otklik.web.Problem;

/** The regulations of this installation, those that the caller's grants reach. */
@RestController
@RequestMapping("/api/sla/v1/regulations")
class RegulationApi {

    private final Regulations regulations;

    RegulationApi(Regulations regulations) {
        this.regulations = regulations;
    }

    /** In alphabetical order of the ids. */
    record RegulationList(List<RegulationView.Summary> items) {}

    @GetMapping
    RegulationList list(Caller caller) {
        return new RegulationList(regulations.ids().stream()
                .filter(caller::reaches)
                .map(regulations::get)
                .map(RegulationView.Summary::of)
                .toList());
    }

    @GetMapping("/{id}")
    RegulationView get(@PathVariable String id, Caller caller) {
        return RegulationView.of(readable(id, caller));
    }

    /** What cannot hold in it, by itself and beside the others. */
    @GetMapping("/{id}/lint")
    LintView lint(@PathVariable String id, Caller caller) {
        Regulation regulation = readable(id, caller);
        List<Finding> findings = new ArrayList<>(RegulationLinter.lint(regulation));
        findings.addAll(RegulationLinter.compare(regulation, regulations.all()));
        return LintView.of(regulation, findings);
    }

    private Regulation readable(String id, Caller caller) {
        Regulation regulation = regulations
                .find(id)
                .orElseThrow(() -> Problem.notFound(
                        "Нет регламента «" + id + "»; есть: " + String.join(", ", regulations.ids()) + "."));
        if (!caller.reaches(id)) {
            throw Problem.forbidden("Регламент «" + id + "» относится к другому региону.");
        }
        return regulation;
    }
}
