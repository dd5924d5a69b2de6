package se.tillsyn.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.commit.ContentHash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What other programs find in a release. */
class FormatsTest {

    @TempDir
    private Path home;

    private Path release = Path.of(".");

    @BeforeEach
    void aSecondReleaseIsPublished() throws IOException {
        PublicationTest.publish(home, List.of(PublicationTest.cell("00", 29, 60, 2, 3)));
        PublicationTest.publish(
                home,
                List.of(
                        PublicationTest.cell("00", 30, 60, 2, 3),
                        PublicationTest.cell("C1", 3, 9, 1, 1),
                        PublicationTest.cell("C2", 27, 51, 1, 2)));
        release = home.resolve("releases").resolve(ReleaseFolder.current(home).orElseThrow());
    }

    private JsonNode dataPackage() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(release.resolve(ReleaseLayout.DATAPACKAGE)));
    }

    private static List<Error> errors(String version, JsonNode document) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                FormatsTest.class.getResourceAsStream("/frictionless/" + version + "/datapackage.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JsonMapper.shared().readTree(in));
            return schema.validate(document);
        }
    }

    @Test
    void theDataPackageIsValidUnderBothVersions() throws IOException {
        for (String version : List.of("1.0", "2.0")) {
            assertEquals(List.of(), errors(version, dataPackage()), version);
            ObjectNode without = (ObjectNode) dataPackage();
            without.remove("resources");
            assertFalse(errors(version, without).isEmpty(), "the schema refuses what it should: " + version);
            ObjectNode wrong = (ObjectNode) dataPackage();
            ((ObjectNode) wrong.get("resources").get(0)).put("bytes", "many");
            assertFalse(errors(version, wrong).isEmpty(), "the schema looks into resources: " + version);
        }
    }

    @Test
    void theDataPackageNamesEveryTableFileAsItIs() throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        Set<String> alternatives = new HashSet<>();
        for (JsonNode resource : dataPackage().get("resources")) {
            assertTrue(names.add(resource.get("name").asString()), "a name comes once");
            paths.add(describedAsItIs(resource));
            for (JsonNode alternative : resource.path("alternatives")) {
                alternatives.add(describedAsItIs(alternative));
                assertEquals(
                        resource.get("name").asString(),
                        alternative.get("path").asString().replaceAll("^.*/|\\..*", ""));
            }
        }
        for (String file : ContentHash.ofFiles(release).keySet()) {
            assertEquals(file.startsWith("tables/") || file.equals("changes.csv"), paths.contains(file), file);
            assertEquals(file.startsWith("excel-sv/"), alternatives.contains(file), file);
        }
    }

    private String describedAsItIs(JsonNode described) throws IOException {
        Path file = release.resolve(described.get("path").asString());
        assertEquals(Files.size(file), described.get("bytes").asLong());
        assertEquals("sha256:" + ContentHash.of(file), described.get("hash").asString());
        return described.get("path").asString();
    }

    /** What a client believes that splits lines at commas and knows nothing but the descriptor. */
    @Test
    void everyTabularResourceBeginsWithTheNamesOfItsFields() throws IOException {
        int tables = 0;
        for (JsonNode resource : dataPackage().get("resources")) {
            if (resource.get("profile").asString().equals("tabular-data-resource")) {
                List<String> names = new ArrayList<>();
                resource.get("schema")
                        .get("fields")
                        .forEach(field -> names.add(field.get("name").asString()));
                Path file = release.resolve(resource.get("path").asString());
                assertEquals(String.join(",", names), Files.readAllLines(file).get(0), file.toString());
                tables++;
            }
        }
        assertTrue(tables > 5, "tables were looked at");
    }

    @Test
    void theCsvForSwedishExcelSaysTheSame() throws IOException {
        List<String> standard = Files.readAllLines(release.resolve("tables/rates_nation.csv"));
        String excel = Files.readString(release.resolve("excel-sv/rates_nation.excel-sv.csv"), StandardCharsets.UTF_8);
        assertEquals('\uFEFF', excel.charAt(0));
        List<String> lines = excel.substring(1).lines().toList();
        assertEquals(standard.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(standard.get(i), lines.get(i).replace(',', '.').replace(';', ','));
        }
        assertTrue(lines.get(1).startsWith("T1;00;2020;TOTAL;TOTAL;CENSUS;60;30;0,5;0,377350"), lines.get(1));
    }

    /** Read by another program. */
    @Test
    void eachParquetFileSaysWhereItComesFrom() throws Exception {
        List<Path> files = new ArrayList<>();
        try (var listed = Files.list(release.resolve("tables"))) {
            listed.filter(file -> file.toString().endsWith(".parquet")).forEach(files::add);
        }
        assertTrue(files.size() >= 2, "files: " + files);
        for (Path file : files) {
            Map<String, String> footer = new TreeMap<>();
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select decode(key), decode(value) from parquet_kv_metadata('" + file + "')")) {
                while (rows.next()) {
                    footer.put(rows.getString(1), rows.getString(2));
                }
            }
            String name = String.valueOf(file.getFileName());
            assertEquals(name.substring(0, name.indexOf('.')), footer.get("tillsyn.table"));
            assertEquals("1", footer.get("tillsyn.format"));
            assertEquals("true", footer.get("tillsyn.synthetic"));
            assertTrue(footer.get("tillsyn.batch").startsWith("000002-"), "footer: " + footer);
            for (String key : List.of("tillsyn.publisher", "tillsyn.licence", "tillsyn.profile")) {
                assertFalse(footer.get(key).isBlank(), key);
            }
        }
    }
}
