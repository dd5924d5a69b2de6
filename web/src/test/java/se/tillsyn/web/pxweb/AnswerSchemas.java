package se.tillsyn.web.pxweb;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that answers must keep to: the components of the OpenAPI document, and strict JSON-stat. */
final class AnswerSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectNode COMPONENTS = components();

    private AnswerSchemas() {}

    /** What is wrong with an answer by a component of the OpenAPI document. */
    static List<Error> errors(String component, JsonNode answer) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$ref", "#/components/schemas/" + component);
        root.putObject("components").set("schemas", COMPONENTS);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(answer);
    }

    static List<Error> strictJsonStat(JsonNode answer) {
        try (InputStream in = Objects.requireNonNull(
                AnswerSchemas.class.getResourceAsStream("/jsonstat/dataset.strict.schema.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(in));
            return schema.validate(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode components() {
        try (InputStream in =
                Objects.requireNonNull(AnswerSchemas.class.getResourceAsStream("/pxwebapi2/PxAPI-2.yml"))) {
            Map<String, Object> document = new Yaml().load(in);
            ObjectNode components =
                    (ObjectNode) JSON.valueToTree(document).path("components").path("schemas");
            // The one known fault of the document: a day only, beside the format of a day with time.
            ((ObjectNode) components.path("updated")).remove("pattern");
            ((ObjectNode) components.path("Table").path("properties").path("updated")).remove("pattern");
            translate(components);
            return components;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** OpenAPI 3.0 says "nullable" where JSON Schema has a type of its own. */
    private static void translate(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("nullable").asBoolean(false) && object.has("type")) {
                ArrayNode types = JsonNodeFactory.instance.arrayNode();
                types.add(object.get("type")).add("null");
                object.set("type", types);
            }
            object.remove(List.of("nullable", "exclusiveMaximum", "example"));
        }
        node.forEach(AnswerSchemas::translate);
    }
}
