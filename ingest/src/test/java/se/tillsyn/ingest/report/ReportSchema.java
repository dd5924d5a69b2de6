package se.tillsyn.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that goes with the program, held against reports. */
public final class ReportSchema {

    static final JsonMapper JSON = JsonMapper.shared();

    private ReportSchema() {}

    /** Fails when the bytes are no report as the schema describes it. */
    public static void assertValid(byte[] report) {
        assertEquals(List.of(), errors(JSON.readTree(report)));
    }

    static List<String> errors(JsonNode report) {
        return new JsonSchema(schema()).errors(report);
    }

    static JsonNode schema() {
        try (InputStream in = IngestReport.class.getResourceAsStream("/schemas/ingest-report.schema.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
