package se.tillsyn.ingest.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The part of JSON Schema 2020-12 that our schemas use. A keyword that it does not know fails the check, so that a schema
 * cannot promise what no test looks at.
 */
final class JsonSchema {

    private static final Set<String> ANNOTATIONS = Set.of("$schema", "$id", "$defs", "title", "description");

    private final JsonNode root;

    JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** What is wrong, each with its path; empty when the value is valid. */
    List<String> errors(JsonNode value) {
        List<String> errors = new ArrayList<>();
        check(root, value, "", errors);
        return errors;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> errors) {
        schema.properties().forEach(keyword -> {
            if (!ANNOTATIONS.contains(keyword.getKey())
                    && !holds(keyword.getKey(), keyword.getValue(), schema, value, path, errors)) {
                errors.add(path + ": " + keyword.getKey());
            }
        });
    }

    private boolean holds(
            String keyword, JsonNode wanted, JsonNode schema, JsonNode value, String path, List<String> errors) {
        switch (keyword) {
            case "$ref" -> check(root.at(wanted.asString().substring(1)), value, path, errors);
            case "items" -> {
                for (int i = 0; i < value.size(); i++) {
                    check(wanted, value.get(i), path + "/" + i, errors);
                }
            }
            case "properties" ->
                wanted.properties().forEach(property -> {
                    if (value.has(property.getKey())) {
                        check(
                                property.getValue(),
                                value.get(property.getKey()),
                                path + "/" + property.getKey(),
                                errors);
                    }
                });
            case "additionalProperties" ->
                value.properties().forEach(property -> {
                    if (!schema.path("properties").has(property.getKey())) {
                        if (wanted.isBoolean()) {
                            errors.add(path + "/" + property.getKey() + ": not allowed");
                        } else {
                            check(wanted, property.getValue(), path + "/" + property.getKey(), errors);
                        }
                    }
                });
            case "anyOf" -> {
                return wanted.valueStream().anyMatch(one -> {
                    List<String> found = new ArrayList<>();
                    check(one, value, path, found);
                    return found.isEmpty();
                });
            }
            default -> {
                return simple(keyword, wanted, value);
            }
        }
        return true;
    }

    private static boolean simple(String keyword, JsonNode wanted, JsonNode value) {
        return switch (keyword) {
            case "type" ->
                wanted.isArray()
                        ? wanted.valueStream().anyMatch(one -> isOfType(one.asString(), value))
                        : isOfType(wanted.asString(), value);
            case "required" -> wanted.valueStream().allMatch(name -> value.has(name.asString()));
            case "const" -> wanted.equals(value);
            case "enum" -> wanted.valueStream().anyMatch(one -> one.equals(value));
            case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(wanted.decimalValue()) >= 0;
            case "minLength" -> !value.isString() || value.asString().length() >= wanted.asInt();
            case "minItems" -> !value.isArray() || value.size() >= wanted.asInt();
            case "maxItems" -> !value.isArray() || value.size() <= wanted.asInt();
            case "pattern" ->
                !value.isString()
                        || Pattern.compile(wanted.asString())
                                .matcher(value.asString())
                                .find();
            default -> throw new IllegalArgumentException("no test checks the keyword " + keyword);
        };
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "null" -> value.isNull();
            case "boolean" -> value.isBoolean();
            case "integer" ->
                value.isNumber()
                        && value.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
            default -> throw new IllegalArgumentException("no test checks the type " + type);
        };
    }
}
