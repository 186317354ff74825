package otklik.routing.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import otklik.contracts.Json;
import otklik.regulation.ClauseLedger;
import otklik.regulation.Regulation;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Sha256;

/**
 * What shows to somebody outside how an incident was worked: the facts with their hashes, the deadlines with their proofs, the clauses, the
 * texts, a page for people, a manifest with the hash of each file, and a script that verifies all of it without us. The same incident gives
 * the same bytes. Of itself it cannot show that it was not made up wholly: for that there is {@link Evidence.Given}.
 */
final class EvidencePack {

    private final Incident incident;
    private final Regulation regulation;
    private final List<StoredFact> facts;
    private final List<TimelineEntry> timeline;
    private final String post;
    private final Map<String, byte[]> files;
    private final byte[] manifest;

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
        this.files = files();
        this.manifest = json(Manifest.of(incident, facts, files));
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

    /** What the pack consists of: the SHA-256 of each file but this one, hexadecimal, and how the chain of facts ends. */
    private record Manifest(UUID incident, String number, int facts, String head, Map<String, String> files) {
        static Manifest of(Incident incident, List<StoredFact> facts, Map<String, byte[]> files) {
            Map<String, String> hashes = new TreeMap<>();
            files.forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
            return new Manifest(incident.id(), incident.number(), facts.size(), headOf(facts), hashes);
        }
    }

    private static String headOf(List<StoredFact> facts) {
        return facts.isEmpty() ? StoredFact.NO_HASH : facts.getLast().hash();
    }

    /** File name. */
    String name() {
        return incident.number() + ".zip";
    }

    /** It as it is given out then. */
    Evidence.Given given(Instant at) {
        return new Evidence.Given(Sha256.of(manifest), facts.size(), headOf(facts), at);
    }

    byte[] zip() {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put("manifest.json", manifest);
        return pack(all);
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("README.txt", shipped("README.txt"));
        all.put(
                "index.html",
                EvidencePage.html(incident, regulation, ApprovedReply.of(facts), timeline, clauses(), post)
                        .getBytes(UTF_8));
        all.put("facts.jsonl", lines());
        all.put("timeline.json", json(timeline));
        all.put("clauses.json", json(clauses()));
        all.put("incident.json", json(incident));
        all.put("post.txt", post.getBytes(UTF_8));
        all.put("verify.py", shipped("verify.py"));
        return all;
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

    private static byte[] shipped(String name) {
        try (InputStream file = EvidencePack.class.getResourceAsStream("/evidence/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
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
