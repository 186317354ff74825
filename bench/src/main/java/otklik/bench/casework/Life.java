package otklik.bench.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import otklik.bench.casework.Tables.Table;
import otklik.contracts.Json;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.sla.DeadlineFact;
import otklik.regulation.Regulation;
import otklik.routing.directory.core.Directory;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Place;
import otklik.routing.incident.core.Registration;

/**
 * One incident from its registration on: facts as the rules make them, chained as the README of routing-service and {@code verify.py} say, and
 * the terms that ran meanwhile. Not thread-safe.
 */
final class Life {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final String SET = fact(
            new DeadlineFact.DeadlineSet(
                    "Срок считается от выявления: 4 рабочих часа по производственному календарю, обед и выходные не в счёт (п. 8)."));
    private static final String MET = fact(new DeadlineFact.DeadlineMet(false));
    private static final String EXPLANATION =
            "Срок считается от выявления: 4 рабочих часа по производственному календарю, обед и выходные не в счёт (п. 8).";

    private final IncidentDetected detected;
    private final Regulation regulation;
    private final Instant now;
    private final SplittableRandom random;
    private final String number;
    private final List<Row> chain = new ArrayList<>();
    private Incident incident;
    private Instant at;
    private String head = "0".repeat(64);

    private record Row(long version, UUID event, Instant at, String actor, String type, String fact, String hash) {}

    Life(IncidentDetected detected, Regulation regulation, int number, Instant now, SplittableRandom random) {
        this.detected = detected;
        this.regulation = regulation;
        this.now = now;
        this.random = random;
        this.number = "%s-%d-%06d"
                .formatted(
                        regulation.profile().prefixes().getFirst(),
                        detected.detectedAt().atZone(regulation.zone()).getYear(),
                        number + 1);
        this.incident = Registration.blank(detected, this.number);
        this.at = detected.detectedAt();
    }

    Incident incident() {
        return incident;
    }

    Instant at() {
        return at;
    }

    void begin() {
        for (Fact fact : Registration.facts(detected, number, Optional.empty())) {
            add(fact, Actor.SYSTEM);
        }
    }

    void go(Way.Move move, Directory directory) {
        later();
        Way.Done done = Way.go(incident, move, regulation, directory, at, id());
        done.facts().forEach(fact -> add(fact, move.caller().as(done.by())));
    }

    void take(Fact fact, Actor by) {
        later();
        add(fact, by);
    }

    /** Up to three hours, but not into the future. */
    private void later() {
        Instant later = at.plus(Duration.ofSeconds(60 + random.nextInt(10_000)));
        at = later.isAfter(now) ? at.plusMillis(1) : later;
    }

    private void add(Fact fact, Actor by) {
        incident = incident.after(List.of(fact));
        String actor = Json.mapper().writeValueAsString(by);
        String json = Json.mapper().writerFor(Fact.class).writeValueAsString(fact);
        head = hash(String.join(
                "\n", head, incident.id().toString(), Long.toString(incident.version()), at.toString(), actor, json));
        chain.add(new Row(incident.version(), id(), at, actor, fact.name(), json, head));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private UUID id() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    void write(Rows rows) {
        boolean closed = incident.state().isClosed();
        Instant due = closed ? null : detected.detectedAt().plus(Duration.ofMinutes(30L + random.nextInt(10_000)));
        incident(rows, due);
        for (Row row : chain) {
            rows.add(
                    Table.INCIDENT_EVENT,
                    incident.id(),
                    row.version(),
                    row.event(),
                    row.at(),
                    row.actor(),
                    row.type(),
                    row.fact(),
                    null,
                    row.hash());
        }
        Instant sortAt = closed ? at : due;
        for (Place place : Place.of(incident, regulation)) {
            rows.add(Table.QUEUE_PLACE, incident.id(), place.key(), sortAt == null ? NEVER : sortAt);
        }
        deadlines(rows, due);
    }

    private void incident(Rows rows, @Nullable Instant due) {
        rows.add(
                Table.INCIDENT,
                incident.id(),
                incident.jurisdiction(),
                incident.number(),
                incident.version(),
                incident.state().name(),
                incident.organ(),
                "{" + String.join(",", incident.organs()) + "}",
                incident.needsManualPublication(),
                incident.channel().wire(),
                detected.kind().wire(),
                detected.url(),
                incident.classification().topicGroup(),
                incident.classification().topic(),
                incident.classification().location(),
                incident.classification().importance().wire(),
                detected.detectedAt(),
                at,
                detected.text(),
                detected.author() == null ? null : Json.mapper().writeValueAsString(detected.author()),
                detected.postedAt(),
                Json.mapper().writeValueAsString(incident),
                due,
                head);
    }

    /** A term for each step that was taken, and the one that runs. */
    private void deadlines(Rows rows, @Nullable Instant due) {
        List<String> stages = List.of("route", "draft", "approve", "publish");
        int steps = Math.min(stages.size(), chain.size() - 1);
        for (int i = 0; i < steps; i++) {
            Instant started = chain.get(i).at();
            deadline(
                    rows,
                    stages.get(i),
                    started,
                    started.plus(Duration.ofHours(4)),
                    chain.get(i + 1).at());
        }
        if (due != null) {
            deadline(rows, stages.get(Math.min(steps, stages.size() - 1)), at, due, null);
        }
    }

    private void deadline(Rows rows, String stage, Instant started, Instant due, @Nullable Instant met) {
        String title = "Срок: " + stage;
        String clause = regulation.profile().prefixes().getFirst() + "-8";
        rows.add(
                Table.INCIDENT_DEADLINE,
                id(),
                incident.id(),
                stage,
                title,
                clause,
                started,
                due,
                true,
                met == null ? "OPEN" : "MET",
                EXPLANATION);
        rows.add(Table.DEADLINE_EVENT, id(), incident.id(), started, SET, stage, title, clause, due);
        if (met != null) {
            rows.add(Table.DEADLINE_EVENT, id(), incident.id(), met, MET, stage, title, clause, due);
        }
    }

    private static String fact(DeadlineFact fact) {
        return Json.mapper().writerFor(DeadlineFact.class).writeValueAsString(fact);
    }
}
