package otklik.contracts;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the documents of the contract from the records: JSON Schemas and AsyncAPI. */
final class ContractDocuments {

    private static final SchemaGenerator GENERATOR = generator();

    private ContractDocuments() {}

    /** Every document by its path below {@code docs/contracts}. */
    static Map<String, JsonNode> all() {
        Map<String, JsonNode> documents = new TreeMap<>();
        classes().forEach(type -> documents.put(fileName(type), schema(type)));
        documents.put("asyncapi.json", asyncApi());
        return documents;
    }

    static JsonNode schema(Class<?> type) {
        return GENERATOR.generateSchema(type);
    }

    private static List<? extends Class<? extends Event>> classes() {
        return EventType.all().stream().map(EventType::dataClass).distinct().toList();
    }

    private static String fileName(Class<?> type) {
        return "schemas/" + type.getSimpleName() + ".schema.json";
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonSchemaModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE, JacksonOption.ALWAYS_REF_SUBTYPES))
                .with(
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forFields()
                .withRequiredCheck(
                        field -> field.getRawMember().getAnnotatedType().getAnnotation(Nullable.class) == null)
                .withInstanceAttributeOverride((node, field, context) -> {
                    if (field.getRawMember().isAnnotationPresent(PersonalData.class)) {
                        node.put("x-personal-data", true);
                    }
                });
        return new SchemaGenerator(config.build());
    }

    private static JsonNode asyncApi() {
        ObjectNode api = JsonNodeFactory.instance.objectNode();
        api.put("asyncapi", "3.0.0");
        api.putObject("info")
                .put("title", "Otklik")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode; the type is in the header ce_type, the data is JSON.");
        api.put("defaultContentType", "application/json");
        ObjectNode channels = api.putObject("channels");
        byTopic().forEach((topic, types) -> channel(channels.putObject(id(topic)), topic, types));
        ObjectNode messages = api.putObject("components").putObject("messages");
        EventType.all().forEach(type -> message(messages.putObject(type.name()), type));
        return api;
    }

    private static Map<String, List<EventType>> byTopic() {
        return EventType.all().stream()
                .collect(Collectors.groupingBy(EventType::topic, LinkedHashMap::new, Collectors.toList()));
    }

    private static void channel(ObjectNode channel, String topic, List<EventType> types) {
        channel.put("address", topic);
        ObjectNode messages = channel.putObject("messages");
        types.forEach(type -> messages.putObject(type.name()).put("$ref", "#/components/messages/" + type.name()));
    }

    private static void message(ObjectNode message, EventType type) {
        message.put("name", type.name());
        message.putObject("headers")
                .put("type", "object")
                .putObject("properties")
                .putObject("ce_type")
                .put("const", type.name());
        message.putObject("payload").put("$ref", fileName(type.dataClass()));
    }

    private static String id(String topic) {
        return topic.replace('.', '-');
    }
}
