package otklik.simulators;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** VK's own schema of 5.199 (see {@code vk-api/PROVENANCE.md}): the judge of what the simulator says. */
final class VkSchema {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final JsonNode BUNDLE = resource("vk-5.199.schema.json");
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private VkSchema() {}

    static List<String> violations(String definition, JsonNode answer) {
        return SCHEMAS.computeIfAbsent(definition, VkSchema::schema).validate(answer).stream()
                .map(Error::toString)
                .toList();
    }

    static JsonNode methods() {
        return resource("methods.json").get("methods");
    }

    static JsonNode errors() {
        return resource("errors.json").get("errors");
    }

    private static Schema schema(String definition) {
        if (!BUNDLE.get("definitions").has(definition)) {
            throw new AssertionError("VK's schema does not define " + definition);
        }
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").addObject().put("$ref", "#/definitions/" + definition);
        root.set("definitions", BUNDLE.get("definitions"));
        return REGISTRY.getSchema(root);
    }

    private static JsonNode resource(String name) {
        try (InputStream in = Objects.requireNonNull(VkSchema.class.getResourceAsStream("/vk-api/" + name), name)) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
