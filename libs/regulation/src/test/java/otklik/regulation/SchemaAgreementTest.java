package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.regulation.yaml.BadFileException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whatever the schema refuses the reader refuses too, and says the line: every key misspelt and every value spoilt, one at a time. */
class SchemaAgreementTest {

    private static final Pattern ENTRY =
            Pattern.compile("(?<=^|[\\s{,])([a-z][a-z-]*): +(\"[^\"]*\"|\\[[^\\]]*\\]|[^\\s,{}\\[\\]#][^,{}\\n#]*)");

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text("/regulations/profile.schema.json"));

    /** One mistake in a file: the text with it, and its line from 1. */
    private record Mistake(String text, int line, String what) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/regulations/altai-krai.yaml", "/regulations/barnaul-leninsky.yaml",
                "/regulations/khabarovsk-krai.yaml", "/regulations/lipetsk-oblast.yaml",
                "/regulations/vyatskie-polyany.yaml", "/profiles/clean.yaml"
            })
    void whatTheSchemaRefuses_theReaderRefusesWithItsLine(String file) {
        List<Mistake> mistakes = mistakes(Resources.text(file));

        assertThat(mistakes).hasSizeGreaterThan(100);
        assertThat(mistakes.stream().filter(this::isRefusedBySchema).count()).isGreaterThan(60);
        for (Mistake mistake : mistakes) {
            if (isRefusedBySchema(mistake)) {
                assertThat(refusal(mistake)).as(mistake.what()).isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/regulations/altai-krai.yaml", "/regulations/vyatskie-polyany.yaml"})
    void spoiltValue_isRefusedAtItsOwnLine(String file) {
        for (Mistake mistake : mistakes(Resources.text(file))) {
            if (mistake.what().startsWith("value") && !isNamedElsewhere(mistake)) {
                refusal(mistake)
                        .ifPresent(refused -> assertThat(refused.line())
                                .as("%s: %s", mistake.what(), refused.getMessage())
                                .isEqualTo(mistake.line()));
            }
        }
    }

    /** What others refer to is missed where they do. */
    private static boolean isNamedElsewhere(Mistake mistake) {
        return mistake.what().contains(" stage: ") || mistake.what().contains(" clauses: ");
    }

    private boolean isRefusedBySchema(Mistake mistake) {
        return !schema.validate(new YAMLMapper().readTree(mistake.text())).isEmpty();
    }

    private static Optional<BadFileException> refusal(Mistake mistake) {
        try {
            ProfileReader.read("mine.yaml", mistake.text());
            return Optional.empty();
        } catch (BadFileException refused) {
            assertThat(refused).hasMessageMatching("(?s)mine\\.yaml:\\d+: .+; .+");
            return Optional.of(refused);
        }
    }

    private static List<Mistake> mistakes(String text) {
        List<Mistake> mistakes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().startsWith("#")) {
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            while (entry.find()) {
                mistakes.add(mistake(lines, i, line, entry, 1, "key"));
                mistakes.add(mistake(lines, i, line, entry, 2, "value"));
            }
        }
        return mistakes;
    }

    private static Mistake mistake(List<String> lines, int at, String line, Matcher entry, int group, String what) {
        List<String> spoilt = new ArrayList<>(lines);
        spoilt.set(at, line.substring(0, entry.start(group)) + "nonsense" + line.substring(entry.end(group)));
        return new Mistake(String.join("\n", spoilt), at + 1, what + " of line " + (at + 1) + ": " + entry.group());
    }
}
