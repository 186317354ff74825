package otklik.routing.incident.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands to several organs and of them (AK-14, KH-7, LB-5, LP-13, VP-21). Empty {@code organ}: the only one it can be. */
public sealed interface PartCommand extends Command {

    /**
     * Asks several organs, or changes who takes part and in which order. {@code lead} makes the common reply where an organ does.
     *
     * @param anew which of them are to give once more what they gave; absent: all of them where the common reply came back or was an interim
     *     one, otherwise none. Whoever gave its part back is asked once more in any case.
     * @param dueAt when their parts are due, where that is for whoever sends to set (LB-5)
     */
    record EngageOrgans(
            List<String> organs,
            @Nullable String lead,
            @Nullable List<String> anew,
            @Nullable Instant dueAt) implements PartCommand {
        public EngageOrgans {
            organs = List.copyOf(Objects.requireNonNullElse(organs, List.of()));
            anew = anew == null ? null : List.copyOf(anew);
        }

        public EngageOrgans(List<String> organs, @Nullable String lead) {
            this(organs, lead, null);
        }

        public EngageOrgans(List<String> organs, @Nullable String lead, @Nullable List<String> anew) {
            this(organs, lead, anew, null);
        }

        @Override
        public Step step() {
            return Step.ENGAGE_ORGANS;
        }
    }

    /** {@code attachments}: ids of uploaded files, in the order in which they are to stand (AK-16). */
    record Contribute(String text, @Nullable List<UUID> attachments) implements PartCommand {
        public Contribute(String text) {
            this(text, null);
        }

        public Contribute {
            text = Command.text(text);
        }

        @Override
        public Step step() {
            return Step.CONTRIBUTE;
        }
    }

    record AgreeContribution(String organ) implements PartCommand {
        public AgreeContribution {
            organ = Command.text(organ);
        }

        @Override
        public Step step() {
            return Step.AGREE_CONTRIBUTION;
        }
    }

    record DeclineContribution(String organ, String comment) implements PartCommand {
        public DeclineContribution {
            organ = Command.text(organ);
            comment = Command.text(comment);
        }

        @Override
        public Step step() {
            return Step.DECLINE_CONTRIBUTION;
        }
    }

    record AcceptContribution(String organ) implements PartCommand {
        public AcceptContribution {
            organ = Command.text(organ);
        }

        @Override
        public Step step() {
            return Step.ACCEPT_CONTRIBUTION;
        }
    }

    record ReworkContribution(
            String organ,
            List<String> reasons,
            @Nullable String comment,
            @Nullable Instant dueAt) implements PartCommand {
        public ReworkContribution {
            organ = Command.text(organ);
            reasons = List.copyOf(Objects.requireNonNullElse(reasons, List.of()));
        }

        @Override
        public Step step() {
            return Step.REWORK_CONTRIBUTION;
        }
    }
}
