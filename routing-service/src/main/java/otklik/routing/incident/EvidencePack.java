package otklik.routing.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import otklik.contracts.Json;
import otklik.regulation.ClauseLedger;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Incident;

/**
 * What shows to somebody outside how an incident was worked: the facts with their hashes, the deadlines with their proofs, the clauses, the
 * texts, a page for people, and a script that verifies the chain without us. The same incident gives the same bytes.
 */
final class EvidencePack {

    private final Incident incident;
    private final Regulation regulation;
    private final List<StoredFact> facts;
    private final List<TimelineEntry> timeline;
    private final String post;

    /** @param timeline facts and deadlines in order of time */
    EvidencePack(
            Incident incident,
            Regulation regulation,
            List<StoredFact> facts,
            List<TimelineEntry> timeline,
            String post) {
        this.incident = incident;
        this.regulation = regulation;
        this.facts = facts;
        this.timeline = timeline;
        this.post = post;
    }

    /** A fact as the chain covers it: {@code actor} and {@code fact} are the letters that were hashed. */
    private record Link(String incident, long version, String at, String type, String actor, String fact, String hash) {
        static Link of(StoredFact fact) {
            return new Link(
                    fact.incidentId().toString(),
                    fact.version(),
                    fact.at().toString(),
                    fact.type(),
                    fact.actorJson(),
                    fact.factJson(),
                    fact.hash());
        }
    }

    byte[] zip() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "index.html",
                EvidencePage.html(incident, regulation, timeline, clauses(), post)
                        .getBytes(UTF_8));
        files.put("facts.jsonl", lines());
        files.put("timeline.json", json(timeline));
        files.put("clauses.json", json(clauses()));
        files.put("incident.json", json(incident));
        files.put("post.txt", post.getBytes(UTF_8));
        files.put("verify.py", script());
        return pack(files);
    }

    private byte[] lines() {
        return facts.stream()
                .map(fact -> Json.mapper().writeValueAsString(Link.of(fact)) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    /** What the clauses say that the timeline names. */
    private Map<String, String> clauses() {
        Map<String, String> said = new TreeMap<>();
        timeline.stream()
                .flatMap(entry -> Stream.ofNullable(entry.clause()))
                .distinct()
                .forEach(id -> ClauseLedger.shipped().find(id).ifPresent(clause -> said.put(id, clause.does())));
        return said;
    }

    private static byte[] json(Object value) {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    private static byte[] script() {
        try (InputStream script = EvidencePack.class.getResourceAsStream("/evidence/verify.py")) {
            return Objects.requireNonNull(script, "evidence/verify.py").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
