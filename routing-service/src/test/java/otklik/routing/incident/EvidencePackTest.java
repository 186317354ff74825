package otklik.routing.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.routing.incident.PackOnDisk.Verdict;

/** Whoever holds a pack can tell, alone and with nothing but Python, whether it was changed. */
class EvidencePackTest {

    private static final EvidencePack PACK = TrailOfOne.pack();
    private static final String GIVEN = PACK.given(TrailOfOne.AT).manifest();

    @TempDir
    private Path folder;

    private PackOnDisk pack;

    @BeforeEach
    void unpack() {
        pack = PackOnDisk.unpack(PACK.zip(), folder);
    }

    @Test
    void packAsGiven_isIntactAndSaysWhatToCompareItWith() {
        Verdict verdict = pack.verified();

        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said())
                .startsWith("INTACT фактов: 3,")
                .contains(GIVEN)
                .contains("README.txt");
        assertThat(pack.controlNumber()).isEqualTo(GIVEN);
        assertThat(pack.read("README.txt")).contains("/integrity", "packs", "sha256sum manifest.json");
        assertThat(pack.read("index.html")).contains("/integrity", "manifest.json", "30 минут");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.txt",
                "index.html",
                "facts.jsonl",
                "timeline.json",
                "clauses.json",
                "incident.json",
                "post.txt",
                "verify.py"
            })
    void fileThatWasEdited_isNamed(String name) {
        pack.edit(name, content -> content + "\n");

        isBroken(name + ": файл изменён");
    }

    @Test
    void everyFileButTheManifest_isNamedInIt() {
        assertThat(pack.names())
                .containsExactly(
                        "README.txt",
                        "clauses.json",
                        "facts.jsonl",
                        "incident.json",
                        "index.html",
                        "manifest.json",
                        "post.txt",
                        "timeline.json",
                        "verify.py");
        pack.names().stream()
                .filter(name -> !name.equals("manifest.json"))
                .forEach(name -> assertThat(pack.read("manifest.json")).contains("\"" + name + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"post.txt", "index.html", "facts.jsonl", "manifest.json"})
    void fileThatIsMissing_isNamed(String name) {
        pack.remove(name);

        isBroken(name);
    }

    @Test
    void fileThatWasAdded_isNamed() {
        pack.write("ещё.txt", "Всё было сделано в срок.");

        isBroken("ещё.txt: лишний файл");
    }

    @Test
    void manifestThatWasEdited_doesNotFitTheChain() {
        pack.edit("manifest.json", content -> content.replace("АК-2026-000001", "АК-2026-000002"));

        isBroken("manifest.json: номер сообщения");
    }

    @Test
    void manifestThatIsNoJson_isUnreadable() {
        pack.write("manifest.json", "");

        isBroken("пакет не читается");
    }

    @Test
    void chainWithoutItsTail_isBrokenEvenIfTheFilesHashIsMadeAnew() {
        pack.edit("facts.jsonl", lines -> lines.substring(0, lines.lastIndexOf('\n', lines.length() - 2) + 1));
        isBroken("facts.jsonl: файл изменён");

        pack.makeHashesAnew();
        isBroken("facts.jsonl: фактов 2, а в manifest.json 3");
    }

    @Test
    void lineThatWasCut_isBroken() {
        pack.edit("facts.jsonl", lines -> lines.substring(0, lines.length() - 1));
        pack.makeHashesAnew();

        isBroken("последняя строка facts.jsonl обрезана");
    }

    @Test
    void noFactsAtAll_areNotIntact() {
        pack.edit("facts.jsonl", lines -> "");
        pack.makeManifestAnew(0, StoredFact.NO_HASH);

        isBroken("нет ни одного факта");
    }

    @Test
    void factThatWasEdited_isNamedEvenIfTheFilesHashIsMadeAnew() {
        pack.edit("facts.jsonl", lines -> lines.replace("Наш двор", "Чужой двор"));
        pack.makeHashesAnew();

        isBroken("факт 3 изменён");
    }

    @Test
    void typeOfAFact_cannotBeAnother() {
        pack.edit(
                "facts.jsonl", lines -> lines.replace("\"type\":\"IncidentRestored\"", "\"type\":\"IncidentClosed\""));
        pack.makeHashesAnew();

        isBroken("факт 3 изменён");
    }

    @Test
    void chainMadeAnew_endsOtherwise() {
        pack.makeChainAnew(line -> line.replace("Наш двор", "Чужой двор"));
        pack.makeHashesAnew();

        isBroken("хеш последнего факта не тот");
    }

    @Test
    void otherPost_doesNotFitTheFirstFact() {
        pack.write("post.txt", "Во дворе светло.");
        pack.makeHashesAnew();

        isBroken("post.txt: текст сообщения не тот");
    }

    @ParameterizedTest
    @CsvSource({"altai-krai, lipetsk-oblast, территория", "стена 77, стена 78, адрес"})
    void otherTerritoryOrAddress_doesNotFitTheFirstFact(String was, String is, String what) {
        pack.edit("incident.json", content -> content.replace(was, is));
        pack.makeHashesAnew();

        isBroken("incident.json: " + what);
    }

    @Test
    void packOfBeforeTerritoryWasCovered_saysSo() {
        pack.makeManifestAnew(
                3, pack.makeChainAnew(line -> line.replaceAll(",\\\\\"addressSha256\\\\\":\\\\\"\\w+\\\\\"", "")));

        assertThat(pack.read("facts.jsonl")).doesNotContain("addressSha256");
        assertThat(pack.verified().said())
                .startsWith("INTACT")
                .contains("Территория и адрес сообщения цепочкой не покрыты");
    }

    @Test
    void packMadeAnewWholly_agreesWithItself_butIsNotTheOneThatWasGiven() {
        pack.makeManifestAnew(3, pack.makeChainAnew(line -> line.replace("Наш двор", "Чужой двор")));

        Verdict verdict = pack.verified();

        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said()).contains(pack.controlNumber()).doesNotContain(GIVEN);
    }

    @Test
    void proofOfADeadlineMadeUp_changesTheControlNumberThoughTheChainIsTheSame() {
        pack.edit("timeline.json", content -> content.replace("30 минут", "30 дней"));
        pack.makeHashesAnew();

        assertThat(pack.verified().said()).startsWith("INTACT");
        assertThat(pack.controlNumber()).isNotEqualTo(GIVEN);
    }

    private void isBroken(String what) {
        Verdict verdict = pack.verified();
        assertThat(verdict.exit()).as(verdict.said()).isEqualTo(1);
        assertThat(verdict.said()).startsWith("BROKEN").contains(what).doesNotContain("INTACT");
    }
}
