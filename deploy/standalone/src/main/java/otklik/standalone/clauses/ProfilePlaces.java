package otklik.standalone.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import otklik.regulation.Profile;
import otklik.regulation.Workflow;

/** The entries of a profile by the clause they carry, as its file calls them: {@code terms.publish}. */
final class ProfilePlaces {

    private final Map<String, List<String>> places = new TreeMap<>();

    private ProfilePlaces() {}

    static Map<String, List<String>> of(Profile profile) {
        ProfilePlaces found = new ProfilePlaces();
        profile.terms().forEach(term -> found.add(term.clause(), "terms." + term.stage()));
        profile.recurring().forEach(work -> found.add(work.clause(), "recurring." + work.id()));
        profile.screening().forEach(kind -> found.add(kind.clause(), "screening." + kind.id()));
        profile.borrowings().forEach(borrowing -> found.add(borrowing.clause(), "borrowed." + borrowing.stage()));
        profile.reply().checks().forEach(check -> found.add(check.clause(), "reply.checks." + check.id()));
        profile.reply().fallbacks().forEach(rung -> found.add(rung.clause(), "reply.fallbacks"));
        found.walk(profile.workflow());
        if (profile.submission() != null) {
            found.add(profile.submission().clause(), "submission");
        }
        if (profile.interim() != null) {
            found.add(profile.interim().clause(), "interim.before-days-off");
        }
        if (profile.surges() != null) {
            found.add(profile.surges().clause(), "surges");
        }
        return found.places;
    }

    private void walk(Workflow workflow) {
        if (workflow.internalAgreement() != null) {
            add(workflow.internalAgreement().clause(), "workflow.internal-agreement");
        }
        workflow.approvals().forEach(step -> add(step.clause(), "workflow.approvals"));
        add(workflow.publication().clause(), "workflow.publication");
        workflow.rework().reasons().forEach(reason -> add(reason.clause(), "workflow.rework"));
        add(workflow.cooperation().clause(), "workflow.several-organs");
        if (workflow.passUp() != null) {
            add(workflow.passUp().clause(), "workflow.pass-up");
        }
        workflow.acts().values().forEach(step -> add(step.clause(), "workflow.acts"));
    }

    private void add(String clause, String place) {
        places.computeIfAbsent(clause, ignored -> new ArrayList<>()).add(place);
    }
}
