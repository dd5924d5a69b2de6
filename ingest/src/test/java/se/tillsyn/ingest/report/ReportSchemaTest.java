package se.tillsyn.ingest.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillsyn.ingest.source.FileDefect;
import se.tillsyn.ingest.source.FileRule;
import se.tillsyn.ingest.source.SourceForm;
import se.tillsyn.ingest.source.SourceFormat;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReportSchemaTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void describesReportsOfEveryFate() {
        ReportSchema.assertValid(report().toJson());
    }

    /** Each change is one that a reader of the report would stumble over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ""                            | batch          | 7          | : anyOf
            ""                            | read           | -1         | /read: minimum
            ""                            | read           | 1.5        | /read: type
            ""                            | surprise       | 1          | /surprise: not allowed
            ""                            | exit_code      | 1          | /exit_code: enum
            /files/0                      | status         | "LOST"     | /files/0/status: enum
            /files/0                      | read_as        | {}         | /files/0/read_as: anyOf
            /files/0/read_as              | format         | "XLSX"     | /files/0/read_as: anyOf
            /files/1/refusal/0            | rule           | "no_rows"  | /files/1/refusal/0/rule: pattern
            /files/0                      | sha256         | "x"        | /files/0/sha256: pattern
            /files/0/otherwise            | region_code    | "many"     | /files/0/otherwise/region_code: type
            /files/0/rules/0              | first          | []         | /files/0/rules/0/first: minItems
            /files/0/rules/0/first/0      | content        | "secret"   | /files/0/rules/0/first/0/content: not allowed
            """)
    void refusesWhatItDoesNotDescribe(String at, String key, String json, String error) {
        JsonNode report = ReportSchema.JSON.readTree(report().toJson());
        ObjectNode node = (ObjectNode) (at.equals("\"\"") ? report : report.at(at));
        node.set(key, ReportSchema.JSON.readTree(json));
        List<String> errors = ReportSchema.errors(report);
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(error.startsWith(":") ? "/" + key + error : error, errors.get(0));
    }

    @Test
    void reportsTellFormAndRuleOfEveryFileOrThatThereIsNone() {
        JsonNode files = ReportSchema.JSON.readTree(report().toJson()).get("files");
        assertEquals(
                "{\"format\":\"PARQUET\",\"gzip\":false}",
                files.at("/0/read_as").toString());
        assertEquals(
                "{\"format\":\"NDJSON\",\"gzip\":true}", files.at("/1/read_as").toString());
        assertEquals("NO_ROWS", files.at("/1/refusal/0/rule").asString());
        for (int i : List.of(2, 3, 4)) {
            assertTrue(files.at("/" + i + "/read_as").isNull());
        }
        assertEquals("FOLDER", files.at("/4/refusal/0/rule").asString());
    }

    /** Both keys came under format 2; reports written before them are still what it describes. */
    @Test
    void describesReportsThatDoNotTellFormAndRule() {
        JsonNode report = ReportSchema.JSON.readTree(report().toJson());
        for (JsonNode file : report.get("files")) {
            ((ObjectNode) file).remove("read_as");
            for (JsonNode reason : file.get("refusal")) {
                ((ObjectNode) reason).remove("rule");
            }
        }
        assertEquals(List.of(), ReportSchema.errors(report));
    }

    @Test
    void describesEveryRuleAndFormat() {
        JsonNode schema = ReportSchema.schema();
        Pattern rule = Pattern.compile(schema.at("/$defs/rule_id/pattern").asString());
        Stream.of(FileRule.values(), SkipReason.values(), Rule.values())
                .flatMap(Stream::of)
                .forEach(one -> assertTrue(rule.matcher(one.name()).matches(), one.name()));
        assertEquals(
                Stream.of(SourceFormat.values()).map(Enum::name).toList(),
                schema.at("/$defs/form/properties/format/enum")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @Test
    void refusesAReportThatLacksAKey() {
        ObjectNode report = (ObjectNode) ReportSchema.JSON.readTree(report().toJson());
        report.remove("loaded");
        assertEquals(List.of(": required"), ReportSchema.errors(report));
    }

    private static IngestReport report() {
        String batch = "000001-0123456789ab";
        FileReport quarantined = new FileReport(
                "a.csv",
                FileReport.Status.QUARANTINED,
                1,
                new SourceForm(SourceFormat.PARQUET, false),
                HASH,
                1000,
                10,
                10,
                7,
                3,
                1,
                1,
                Map.of("region_code", 2L),
                List.of("revision"),
                List.of(
                        new RuleTally("CODE", "topic", 1, List.of(new RuleTally.Place(2, 1, 4, null))),
                        new RuleTally(
                                "CONFLICT",
                                "finding_id",
                                1,
                                List.of(new RuleTally.Place(3, 2, 4, new Rejection.Other(null, 2, 7)))),
                        new RuleTally(
                                "DUPLICATE_OF_BATCH",
                                "finding_id",
                                1,
                                List.of(new RuleTally.Place(4, 3, 4, new Rejection.Other(batch, 1, 0))))),
                null,
                List.of(),
                0);
        return IngestReport.of(
                new IngestReport.Run("1.0.0", "2024-06-30T12:00:00Z", 12, "ireland", "contract@1"),
                batch,
                List.of(
                        quarantined,
                        FileReport.refused(
                                "b.csv",
                                new SourceForm(SourceFormat.NDJSON, true),
                                List.of(FileDefect.ofFile(FileRule.NO_ROWS)),
                                30),
                        FileReport.sameAsBatch("c.csv", HASH, batch),
                        FileReport.sameAsFile("d.csv", HASH, "a.csv"),
                        FileReport.notRead("e", SkipReason.FOLDER)));
    }
}
