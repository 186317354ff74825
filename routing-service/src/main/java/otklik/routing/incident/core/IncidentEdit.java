package otklik.routing.incident.core;

import org.jspecify.annotations.Nullable;
import otklik.contracts.incident.Classification;

/** An incident in the making: what a fact changes, everything else stays. Lives within one call of {@link Incident#with}. */
final class IncidentEdit {

    private final Incident before;

    long version;
    State state;
    Classification classification;

    @Nullable
    String organ;

    Incident.@Nullable Draft draft;
    Incident.@Nullable Rework rework;
    Incident.@Nullable Reply reply;
    int drafts;

    @Nullable
    Cooperation cooperation;

    Marks marks;

    IncidentEdit(Incident before) {
        this.before = before;
        this.version = before.version();
        this.state = before.state();
        this.classification = before.classification();
        this.organ = before.organ();
        this.draft = before.draft();
        this.rework = before.rework();
        this.reply = before.reply();
        this.drafts = before.drafts();
        this.cooperation = before.cooperation();
        this.marks = before.marks();
    }

    /** Takes it from whoever had it: one organ or several. */
    void release(State next) {
        state = next;
        organ = null;
        cooperation = null;
        marks = marks.ofOrgan(null);
    }

    Incident done() {
        return new Incident(
                before.id(),
                before.jurisdiction(),
                before.number(),
                version,
                state,
                before.channel(),
                before.url(),
                before.address(),
                before.detectedAt(),
                classification,
                organ,
                draft,
                rework,
                reply,
                drafts,
                cooperation,
                marks);
    }
}
