package otklik.publisher.reply;

import io.micrometer.core.instrument.MeterRegistry;
import otklik.publisher.reply.core.Look;
import otklik.publisher.reply.core.Outcome;
import otklik.publisher.reply.core.Step;
import otklik.publisher.reply.core.Upload;

/**
 * What became of replies. From the empty ledger on: {@code accepted = sent + refused + open}, where {@code sent} and {@code refused} are the
 * outcomes of {@code otklik.publisher.replies} and open is what the ledger still holds (READY, SENDING, RETRY, UNKNOWN); and
 * {@code calls = done + declined + not_sent + unclear}, {@code looks = found + absent + unreadable},
 * {@code uploads = done + declined + not_yet + never}.
 */
final class ReplyMetrics {

    private final MeterRegistry meters;

    ReplyMetrics(MeterRegistry meters) {
        this.meters = meters;
        meters.counter("otklik.publisher.accepted");
        ended("sent", "none", 0);
    }

    void accepted(boolean fresh) {
        if (fresh) {
            meters.counter("otklik.publisher.accepted").increment();
        }
    }

    /** Counts a step that ends a reply; the others only lead on. */
    void ended(Step step) {
        switch (step) {
            case Step.Close ignored -> ended("sent", "none", 1);
            case Step.Refuse refuse -> ended("refused", refuse.reason().name(), 1);
            case Step.SendAgain ignored -> {}
            case Step.LookAt ignored -> {}
        }
    }

    void called(Outcome outcome) {
        String tag = switch (outcome) {
            case Outcome.Done ignored -> "done";
            case Outcome.Declined ignored -> "declined";
            case Outcome.NotSent ignored -> "not_sent";
            case Outcome.Unclear ignored -> "unclear";
        };
        meters.counter("otklik.publisher.calls", "outcome", tag).increment();
    }

    void uploaded(Upload upload) {
        String tag = switch (upload) {
            case Upload.Done ignored -> "done";
            case Upload.Declined ignored -> "declined";
            case Upload.NotYet ignored -> "not_yet";
            case Upload.Never ignored -> "never";
        };
        meters.counter("otklik.publisher.uploads", "outcome", tag).increment();
    }

    void looked(Look look) {
        String tag = switch (look) {
            case Look.Found ignored -> "found";
            case Look.Absent ignored -> "absent";
            case Look.Unreadable ignored -> "unreadable";
        };
        meters.counter("otklik.publisher.looks", "outcome", tag).increment();
    }

    private void ended(String outcome, String reason, double amount) {
        meters.counter("otklik.publisher.replies", "outcome", outcome, "reason", reason)
                .increment(amount);
    }
}
