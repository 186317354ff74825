package otklik.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema of profile files says what the reader does. */
class ProfileSchemaTest {

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text("/regulations/profile.schema.json"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/regulations/altai-krai.yaml", "/regulations/barnaul-leninsky.yaml",
                "/regulations/khabarovsk-krai.yaml", "/regulations/lipetsk-oblast.yaml",
                "/regulations/vyatskie-polyany.yaml", "/profiles/clean.yaml"
            })
    void shippedProfiles_fitTheSchema(String file) {
        assertThat(errors(Resources.text(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "clock: working, clock: elastic",
        "clause: AK-8, clause: eight",
        "duty: window, duty: optional",
        "revision: 1, revison: 1",
        "amount: PT9H, amount: nine"
    })
    void mistake_doesNotFit(String good, String bad) {
        assertThat(errors(Resources.text("/regulations/altai-krai.yaml").replace(good, bad)))
                .isNotEmpty();
    }

    @Test
    void triggersOfTheSchema_areThoseOfTheCode() {
        String list = Resources.text("/regulations/profile.schema.json")
                .replaceAll("(?s).*\"trigger\": \\{\\s*\"enum\": \\[(.*?)].*", "$1");

        assertThat(Pattern.compile("[a-z-]+")
                        .matcher(list)
                        .results()
                        .map(match -> match.group())
                        .toList())
                .containsExactly(java.util.Arrays.stream(Trigger.values())
                        .map(Trigger::code)
                        .toArray(String[]::new));
    }

    private List<Error> errors(String yaml) {
        return schema.validate(new YAMLMapper().readTree(yaml));
    }
}
