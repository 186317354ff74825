package otklik.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.testkit.Clause;
import otklik.testkit.TestDatabase;

/** The evidence pack: who did what when, by which clause, and a chain that anybody can verify without us. */
class EvidenceIT {

    private static RoutingUnderTest service;
    private static Map<String, String> files;
    private static Walk walk;

    @BeforeAll
    static void start() throws IOException {
        service = new RoutingUnderTest(TestDatabase.fresh("evidence"));
        walk = Walk.begin(service, "altai-krai", "<b>evidence</b>");
        walk.does("curator", "Route", "organ", walk.organ("transport"))
                .does("executor/transport", "SubmitDraft", "text", "Здравствуйте! Яму заделают до 15 декабря.")
                .does("curator", "Approve")
                .isPublished("DONE");
        files = unpacked();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Clause("AK-18")
    void pack_namesWhoDidWhatByWhichClause() {
        assertThat(files.keySet())
                .containsExactly(
                        "clauses.json",
                        "facts.jsonl",
                        "incident.json",
                        "index.html",
                        "post.txt",
                        "timeline.json",
                        "verify.py");
        assertThat(files.get("index.html"))
                .contains("executor.transport", "AK-10", "Яму заделают до 15 декабря.", "&lt;b&gt;evidence")
                .doesNotContain("<b>evidence");
        assertThat(files.get("clauses.json")).contains("AK-9", "AK-10", "AK-12");
    }

    @Test
    void chain_isVerifiedByTheScriptAloneAndTamperingShows(@TempDir Path folder) throws Exception {
        assertThat(verified(folder, files.get("facts.jsonl"))).startsWith("INTACT: 5 facts");
        assertThat(verified(
                        folder,
                        Objects.requireNonNull(files.get("facts.jsonl")).replace("executor.transport", "somebody")))
                .startsWith("BROKEN at fact 3");
    }

    @Test
    void pack_isNotForExecutorsNorObservers() {
        service.get(walk.who("executor/transport"), "/api/routing/v1/incidents/{id}/evidence.zip", walk.id())
                .expectStatus()
                .isForbidden();
        service.get(walk.who("observer"), "/api/routing/v1/incidents/{id}/evidence.zip", walk.id())
                .expectStatus()
                .isForbidden();
    }

    private static String verified(Path folder, @Nullable String facts) throws Exception {
        Files.writeString(folder.resolve("facts.jsonl"), Objects.requireNonNull(facts));
        Files.writeString(folder.resolve("verify.py"), Objects.requireNonNull(files.get("verify.py")));
        Process python;
        try {
            python = new ProcessBuilder("python3", folder.resolve("verify.py").toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no python3 here to run the script with");
            throw e;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static Map<String, String> unpacked() throws IOException {
        byte[] zip = Objects.requireNonNull(
                service.get(walk.who("curator"), "/api/routing/v1/incidents/{id}/evidence.zip", walk.id())
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody());
        Map<String, String> found = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
