package otklik.reporting.summary;

import java.util.LinkedHashMap;
import java.util.Map;
import otklik.regulation.Importance;
import otklik.regulation.Regulation;

/** Which clause of the regulation a figure comes from; taken from the profile, so that no clause is written into the service. */
record Clauses(Regulation regulation) {

    private static final String PUBLISH = "publish";
    private static final String PLACE = "place";

    /** The stage whose term an answer has to keep: the answer's own, or the placing where a regulation sets none (KH). */
    String answerStage() {
        return regulation.stages().contains(PUBLISH) ? PUBLISH : PLACE;
    }

    Map<String, String> byFigure() {
        Map<String, String> clauses = new LinkedHashMap<>();
        put(clauses, "assigned", "route");
        put(clauses, "returned", "return");
        for (String figure : new String[] {"published", "publishedInTime", "publishedLate", "timeToAnswer"}) {
            put(clauses, figure, answerStage());
        }
        regulation.workflow().approvals().stream().findFirst().ifPresent(step -> clauses.put("reworks", step.clause()));
        regulation.profile().screening().stream()
                .findFirst()
                .ifPresent(screening -> clauses.put("screenedOut", screening.clause()));
        return clauses;
    }

    private void put(Map<String, String> clauses, String figure, String stage) {
        regulation.findTerm(stage, Importance.NORMAL).ifPresent(term -> clauses.put(figure, term.clause()));
    }
}
