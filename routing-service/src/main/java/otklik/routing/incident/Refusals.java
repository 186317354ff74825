package otklik.routing.incident;

import otklik.routing.incident.core.Decision;
import otklik.web.Problem;

/** A no of the rules as HTTP tells it. */
final class Refusals {

    private Refusals() {}

    static Problem problem(Decision.Rejected no) {
        Problem problem = new Problem(
                no.reason().status(), no.reason().code(), no.reason().title(), no.detail(), no.clause());
        return no.findings().isEmpty() ? problem : problem.with("findings", no.findings());
    }
}
