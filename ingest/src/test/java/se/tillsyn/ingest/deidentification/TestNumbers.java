package se.tillsyn.ingest.deidentification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tax agency's numbers for tests, which belong to nobody; see SOURCE.md beside them. */
final class TestNumbers {

    /** Twelve digits each. */
    static final List<String> PERSONAL = strings("allPins.json");

    static final List<String> COORDINATION = strings("allCoords.json");

    /** Eight digits, a letter, three digits. */
    static final List<String> INTERIM = fields("interim.json", "long_format", true);

    private TestNumbers() {}

    static List<String> fields(String file, String field, boolean valid) {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : read(file)) {
            if (entry.get("valid").asBoolean() == valid) {
                found.add(entry.get(field).asString());
            }
        }
        return found;
    }

    private static List<String> strings(String file) {
        List<String> found = new ArrayList<>();
        read(file).forEach(node -> found.add(node.asString()));
        return List.copyOf(found);
    }

    private static JsonNode read(String file) {
        try (InputStream in = TestNumbers.class.getResourceAsStream("/personnummer-testdata/" + file)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
