package otklik.routing.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import otklik.contracts.Json;
import otklik.routing.incident.core.Sha256;
import tools.jackson.databind.node.ObjectNode;

/** An evidence pack as somebody outside has it: unpacked into a folder, to be verified, and to be tampered with. */
public record PackOnDisk(Path folder) {

    /** What the script answered. */
    public record Verdict(int exit, String said) {}

    public static PackOnDisk unpack(byte[] zip, Path folder) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), in.readAllBytes());
            }
            return new PackOnDisk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(TreeSet::new, Set::add, Set::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void edit(String name, UnaryOperator<String> change) {
        String before = read(name);
        String after = change.apply(before);
        assertThat(after).as("nothing was edited in " + name).isNotEqualTo(before);
        write(name, after);
    }

    void remove(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash by which the service knows a pack again. */
    public String controlNumber() {
        return Sha256.of(read("manifest.json"));
    }

    /** Makes the manifest agree with the files as they are now; what it says of the chain stays. */
    public void makeHashesAnew() {
        ObjectNode manifest = (ObjectNode) Json.mapper().readTree(read("manifest.json"));
        TreeMap<String, String> hashes = new TreeMap<>();
        names().stream()
                .filter(name -> !name.equals("manifest.json"))
                .forEach(name -> hashes.put(name, Sha256.of(read(name))));
        manifest.set("files", Json.mapper().valueToTree(hashes));
        write("manifest.json", manifest.toString());
    }

    /** Makes the manifest name that number of facts and that last hash, and agree with all files. */
    public void makeManifestAnew(int facts, String head) {
        ObjectNode manifest = (ObjectNode) Json.mapper().readTree(read("manifest.json"));
        manifest.put("facts", facts).put("head", head);
        write("manifest.json", manifest.toString());
        makeHashesAnew();
    }

    /**
     * Changes the letters of facts and makes each hash anew, as whoever knows how it is done would.
     *
     * @return the last hash
     */
    public String makeChainAnew(UnaryOperator<String> change) {
        String before = StoredFact.NO_HASH;
        StringBuilder lines = new StringBuilder();
        for (String line : List.of(read("facts.jsonl").split("\n"))) {
            ObjectNode fact = (ObjectNode) Json.mapper().readTree(change.apply(line));
            before = Sha256.of(String.join(
                    "\n",
                    before,
                    fact.get("incident").asString(),
                    fact.get("version").asString(),
                    fact.get("at").asString(),
                    fact.get("actor").asString(),
                    fact.get("fact").asString()));
            lines.append(fact.put("hash", before)).append('\n');
        }
        write("facts.jsonl", lines.toString());
        return before;
    }

    /** Runs the script of the pack; where there is no Python 3 the test is skipped. */
    public Verdict verified() {
        try {
            ProcessBuilder python =
                    new ProcessBuilder("python3", folder.resolve("verify.py").toString()).redirectErrorStream(true);
            python.environment().put("PYTHONIOENCODING", "utf-8");
            Process running = start(python);
            String said = new String(running.getInputStream().readAllBytes(), UTF_8);
            assertThat(running.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return new Verdict(running.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(ProcessBuilder python) {
        try {
            return python.start();
        } catch (IOException e) {
            return Assumptions.abort(
                    "Nothing verifies the pack here: python3 cannot be started (" + e.getMessage() + ").");
        }
    }
}
