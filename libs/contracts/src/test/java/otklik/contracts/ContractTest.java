package otklik.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.contracts.reference.OrganDescribed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The samples are the contract: whatever was once sent stays readable, unchanged. New types and documents are written with
 * {@code -Dotklik.write=true}; a sample that is there is never overwritten.
 */
class ContractTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Path DOCUMENTS = Path.of("../../docs/contracts");
    private static final boolean WRITE = Boolean.getBoolean("otklik.write");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<EventType> types() {
        return EventType.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyType_hasASample(EventType type) throws IOException {
        if (WRITE) {
            writeMissingSample(type);
        }

        assertThat(samples(type)).as("samples of " + type.name()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySample_isReadAndWrittenBackUnchanged(EventType type) throws IOException {
        for (Path sample : samples(type)) {
            JsonNode before = Json.mapper().readTree(Files.readString(sample));
            Event event = Json.mapper().treeToValue(before, type.dataClass());

            JsonNode after = Json.mapper().readTree(Json.mapper().writeValueAsString(event));

            assertThat(after).as(sample.toString()).isEqualTo(before);
            assertThat(EventType.of(event)).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySample_fitsItsSchema(EventType type) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ContractDocuments.schema(type.dataClass()));

        for (Path sample : samples(type)) {
            assertThat(schema.validate(Json.mapper().readTree(Files.readString(sample))))
                    .as(sample.toString())
                    .isEmpty();
        }
    }

    @Test
    void schema_refusesASampleWithoutARequiredField() throws IOException {
        EventType type = EventType.named("otklik.deadline.set.v1").orElseThrow();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ContractDocuments.schema(type.dataClass()));
        JsonNode sample = Json.mapper().readTree(Files.readString(samples(type).getFirst()));
        ((ObjectNode) sample).remove("dueAt");

        assertThat(schema.validate(sample)).isNotEmpty();
    }

    @Test
    void unknownFields_areIgnored() {
        String json = "{\"id\":\"a\",\"jurisdiction\":\"b\",\"name\":\"c\",\"colour\":\"red\"}";

        assertThat(Json.mapper().readValue(json, OrganDescribed.class))
                .isEqualTo(new OrganDescribed("a", "b", "c", null));
    }

    @Test
    void documents_areWhatTheRecordsSay() throws IOException {
        for (Map.Entry<String, JsonNode> document : ContractDocuments.all().entrySet()) {
            Path file = DOCUMENTS.resolve(document.getKey());
            String text = PRETTY.writeValueAsString(document.getValue()) + "\n";
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text, UTF_8);
            }

            assertThat(file)
                    .as("run the tests of libs/contracts with -Dotklik.write=true")
                    .hasContent(text);
        }
    }

    private static List<Path> samples(EventType type) throws IOException {
        Path folder = SAMPLES.resolve(type.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void writeMissingSample(EventType type) throws IOException {
        Path file = SAMPLES.resolve(type.name()).resolve("1-plain.json");
        if (!Files.exists(file)) {
            Event event = Samples.all()
                    .filter(sample -> EventType.of(sample).equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Samples has none of " + type.name()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, PRETTY.writeValueAsString(Json.mapper().valueToTree(event)) + "\n", UTF_8);
        }
    }
}
