package otklik.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.contracts.IncidentId;
import otklik.ingest.intake.core.Refusal;
import otklik.ingest.intake.core.Verdict;

/**
 * What became of a batch: {@code accepted + known + refused = offered}.
 *
 * @param refused by index in the batch, from 0
 * @param incidents id per post, null for a refused one
 */
public record Outcome(int accepted, int known, Map<Integer, Refusal> refused, List<@Nullable UUID> incidents) {

    static Outcome of(List<Verdict> verdicts, int fresh) {
        Map<Integer, Refusal> refused = new TreeMap<>();
        List<@Nullable UUID> incidents = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Accepted(var post) -> incidents.add(IncidentId.of(post.jurisdiction(), post.post()));
                case Verdict.Refused(Refusal reason) -> {
                    refused.put(i, reason);
                    incidents.add(null);
                }
            }
        }
        return new Outcome(fresh, verdicts.size() - refused.size() - fresh, refused, incidents);
    }
}
