package se.tillsyn.ingest.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.Store;

/**
 * Plants personal data in every column, in a header and in file names, runs the real job in a process of its own and
 * searches the bytes of everything that it leaves: store, report, what it printed, logs, temporary files.
 */
@Tag("spark")
class PersonalDataSparkTest {

    /** Numbers that belong to nobody, out of the published test lists; and addresses under reserved names. */
    private static final List<String> PLANTED = List.of(
            "189001019802",
            "19090527+1474",
            "850709-9805",
            "8507099805",
            "19850709-9805",
            "somebody@example.org",
            "070-174 06 35",
            "Provgatan 12, 123 45 Provstad");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void fault13_fault62_nothingOfAFlaggedValueReachesAnythingThatTheRunLeaves() throws Exception {
        Path inputs = folder.resolve("in");
        int rows = 0;
        ContractRows file = new ContractRows().rows("GOOD", 20);
        for (String column : FindingColumns.ORDER) {
            for (String planted : PLANTED) {
                String quoted = planted.contains(",") ? '"' + planted + '"' : planted;
                file.row("F-" + ++rows, column, quoted);
            }
        }
        Path plain = file.write(inputs.resolve("all-columns.csv"));
        pack(plain, inputs.resolve("packed.csv.gz"));
        new ContractRows()
                .rows("NAMED", 3)
                .row("NAMED-X", "topic", "8507099805")
                .write(inputs.resolve("fynd 850709-9805.csv"));
        Files.writeString(
                inputs.resolve("header.csv"),
                String.join(",", FindingColumns.ORDER) + ",8507099805\n",
                StandardCharsets.UTF_8);
        Files.writeString(
                inputs.resolve("lines.ndjson"),
                json("J-1", "unit_id", "19850709-9805") + "\n" + json("J-2", "topic", "somebody@example.org") + "\n",
                StandardCharsets.UTF_8);
        Files.writeString(
                inputs.resolve("cut.json"),
                "[" + json("K-1", "unit_id", "19850709-9805") + ",{\"unit_id\":\"8507099805",
                StandardCharsets.UTF_8);
        Path out = Files.createDirectories(folder.resolve("out"));
        Path home = out.resolve("home");
        IngestProcess.Ended ended = IngestProcess.usual()
                .with("-Dspark.local.dir=" + Files.createDirectories(out.resolve("spark")))
                .start(out.resolve("log"), home, inputs, Path.of("--report"), out.resolve("report"))
                .end();
        assertEquals(4, ended.exit(), ended.output());
        List<Batch> batches = new Store(home).batches();
        assertEquals(1, batches.size());
        assertEquals(43, batches.get(0).manifest().rows().loaded(), ended.output());
        assertTrue(ended.output().contains("PERSONAL_"), ended.output());
        assertNothingPlanted(out);
    }

    private static void assertNothingPlanted(Path out) throws Exception {
        int searched = 0;
        try (Stream<Path> files = Files.walk(out);
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertNothingPlanted(file, String.valueOf(file.getFileName()));
                assertNothingPlanted(file, Files.readString(file, StandardCharsets.ISO_8859_1));
                if (file.toString().endsWith(".parquet")) {
                    assertNothingPlanted(file, contentOf(file, statement));
                }
                searched++;
            }
        }
        assertTrue(searched > 5, "files searched: " + searched);
    }

    /** Compressed pages hide their bytes, so the values are searched as well. */
    private static String contentOf(Path parquet, Statement statement) throws Exception {
        StringBuilder content = new StringBuilder();
        try (ResultSet result = statement.executeQuery("select * from read_parquet('" + parquet + "')")) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int i = 1; i <= columns; i++) {
                    content.append(result.getString(i)).append('\n');
                }
            }
        }
        return content.toString();
    }

    private static void assertNothingPlanted(Path where, String text) {
        for (String planted : PLANTED) {
            for (String form : List.of(planted, digits(planted), utf16(planted))) {
                assertFalse(form.length() > 5 && text.contains(form), () -> "a planted value stands in " + where);
            }
        }
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static String utf16(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static void pack(Path from, Path to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Files.readString(from)
                    .replace("GOOD-", "PACKED-")
                    .replace("F-", "P-")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Files.write(to, bytes.toByteArray());
    }

    private static String json(String id, String... changes) {
        String[] texts = ContractRows.texts(id, changes);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i++) {
            fields.put(FindingColumns.ORDER.get(i), texts[i]);
        }
        List<String> members = new ArrayList<>();
        fields.forEach((name, text) -> members.add('"' + name + "\": " + (text.isEmpty() ? "null" : jsonOf(text))));
        return "{" + String.join(", ", members) + "}";
    }

    private static String jsonOf(String text) {
        boolean bare = text.equals("true") || text.equals("false") || text.matches("[1-9][0-9]{0,2}");
        return bare ? text : '"' + text + '"';
    }
}
