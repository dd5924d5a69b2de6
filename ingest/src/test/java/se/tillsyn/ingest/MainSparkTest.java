package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.report.ReportSchema;
import se.tillsyn.ingest.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("spark")
class MainSparkTest {

    private static final String CONTRACT_WITH_MAP = """
            name: renamed
            columns:
              finding_id: {column: finding_id}
              inspection_id: {column: inspection_id}
              inspected_on: {column: inspected_on}
              programme: {column: programme}
              selection_basis: {column: selection_basis}
              office: {column: office}
              region_code: {column: region_code}
              operation_type: {column: operation_type}
              age_group: {column: age_group}
              topic: {constant: REG-05}
              observed_unit: {column: observed_unit}
              evidence: {column: evidence}
              outcome: {column: outcome}
              cases_assessed: {column: cases_assessed}
              cases_deficient: {column: cases_deficient}
            ignore: [topic, unit_id, revision, withdrawn, eligible, value, value_unit, censored, value_low, value_high,
              demand, followed_up_on, remedied]
            """;

    @TempDir
    Path folder = Path.of(".");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void exitsZeroWhenAllIsLoadedAndAgainWhenNothingIsNew() throws IOException {
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        assertEquals(0, ingest(file));
        assertTrue(out.toString().contains("a.csv: read 5, loaded 5, quarantined 0"), out.toString());
        assertEquals(0, ingest(file));
        assertTrue(out.toString().contains("a.csv: adds nothing, same content as batch 000001-"), out.toString());
        assertEquals(0, execute("batches", "--home", home()));
        assertTrue(out.toString().contains("  5       5            0          0  ireland v1"), out.toString());
    }

    @Test
    void exitsThreeWhenRowsAreQuarantinedAndWritesTheReport() throws IOException {
        String file = new ContractRows()
                .rows("F", 5)
                .row("G", "topic", "NOPE")
                .write(folder.resolve("a.csv"))
                .toString();
        assertEquals(3, ingest("--report", folder.resolve("report").toString(), file));
        assertTrue(out.toString().contains("CODE in topic: 1."), out.toString());
        assertTrue(out.toString().contains("line 7, record 6, 4 characters"), out.toString());
        assertTrue(Files.readString(folder.resolve("report/report.json")).contains("\"quarantined\" : 1"));
        assertTrue(Files.readString(folder.resolve("report/report.html")).contains("Koden finns inte i kodlistan."));
        ReportSchema.assertValid(Files.readAllBytes(folder.resolve("report/report.json")));
    }

    @Test
    void fault25_noticesAReportThatCannotBeWrittenBeforeAnythingIsIngested() throws IOException {
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        Path taken = Files.writeString(folder.resolve("taken"), "");
        assertEquals(1, ingest("--report", taken.toString(), file));
        assertTrue(
                err.toString()
                        .contains(
                                "The report could not be written, so nothing was ingested. Expected to make a folder or"
                                        + " file at " + taken + ", found something else in its place."),
                err.toString());
        assertFalse(Files.exists(folder.resolve("home")));
        assertEquals(1, ingest("--report", taken.resolve("below").toString(), file));
        Files.createDirectories(folder.resolve("report/report.json"));
        assertEquals(1, ingest("--report", folder.resolve("report").toString(), file));
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void fault25_saysWhatIsWrongWithTheStoreWithoutAStackTrace() throws IOException {
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        Files.writeString(folder.resolve("home"), "");
        assertEquals(1, ingest(file));
        assertTrue(err.toString().contains("Ingest failed and the store is as before. Expected "), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    /** Reading this file of the kernel's is an error of the device. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void fault23_saysWhatADeviceRefusedInsideATask() {
        assertEquals(1, ingest("/proc/self/mem"));
        assertTrue(
                err.toString()
                        .contains(
                                "Ingest failed and the store is as before. Expected a disk that works, found an error of"
                                        + " the device."),
                err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void explainsWithoutTouchingTheStore() throws IOException {
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        String layout =
                Files.writeString(folder.resolve("l.yaml"), CONTRACT_WITH_MAP).toString();
        assertEquals(0, ingest("--explain", "contract", file));
        assertTrue(out.toString().contains("finding_id        column finding_id, as it stands"), out.toString());
        assertTrue(out.toString().contains("finding_id        A-9"), out.toString());
        assertEquals(0, ingest("--explain", layout, file));
        assertTrue(out.toString().contains("topic             constant REG-05"), out.toString());
        String first = out.toString();
        assertEquals(0, ingest("--layout", layout, "--explain", file));
        assertEquals(
                first.substring(first.indexOf("Layout renamed")), out.toString().substring(first.length()));
        String bad =
                new ContractRows().row("F_1").write(folder.resolve("b.csv")).toString();
        assertEquals(3, ingest("--explain", "contract", bad));
        assertEquals(4, ingest("--explain", "contract", layout));
        assertEquals(2, ingest("--explain", layout));
        assertEquals(2, ingest("--explain", layout, file, file));
        assertEquals(2, ingest("--explain", file, layout));
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void refusesALayoutWhoseCodesTheProfileLacks() throws IOException {
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        String layout = Files.writeString(folder.resolve("l.yaml"), CONTRACT_WITH_MAP.replace("REG-05", "REG-99"))
                .toString();
        assertEquals(2, ingest("--layout", layout, file));
        assertTrue(err.toString().contains("found columns.topic.constant: REG-99"), err.toString());
    }

    /** An argument file's content would be taken for options and told in messages. */
    @Test
    void fault19_takesAnAtSignForTheFileNameThatItIs() throws IOException {
        Path file = new ContractRows().rows("F", 5).write(folder.resolve("@a.csv"));
        assertEquals(0, ingest(file.toString()));
        assertEquals(2, ingest("@191212121212.csv"));
        assertTrue(err.toString().contains("found nothing at @191212121212.csv"), err.toString());
    }

    @Test
    void fault19_loadsOrNamesEveryFileOfAFolder() throws IOException {
        for (String name : List.of("_x.csv", "*.csv", "[a].csv", "åäö.csv", "a\nb.csv")) {
            new ContractRows()
                    .rows("F" + name.hashCode(), 2)
                    .write(folder.resolve("in").resolve(name));
        }
        Files.writeString(folder.resolve("in/.x.csv"), "x");
        Files.createSymbolicLink(folder.resolve("in/loop"), folder.resolve("in/loop"));
        assertEquals(0, ingest(folder.resolve("in").toString()));
        String report = out.toString();
        for (String name : List.of("_x.csv", "*.csv", "[a].csv", "åäö.csv", "a?b.csv")) {
            assertTrue(report.contains("\n" + name + ": read 2, loaded 2") || report.startsWith(name), report);
        }
        assertTrue(report.contains(".x.csv: skipped") && report.contains("loop: skipped"), report);
        assertEquals(0, execute("batches", "--files", "--home", home()));
        assertTrue(out.toString().contains("  a?b.csv\n"), out.toString());
    }

    @Test
    void listsBatchesWithTheirFilesAndAsJson() throws IOException {
        assertEquals(0, execute("batches", "--home", home()));
        assertTrue(out.toString().startsWith("The store is empty: expected batches at "), out.toString());
        assertFalse(Files.exists(folder.resolve("home")));
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        assertEquals(0, ingest(file));
        assertEquals(0, execute("batches", "--json", "--home", home()));
        String text = out.toString();
        JsonNode json = JsonMapper.shared().readTree(text.substring(text.indexOf("\n{") + 1));
        JsonNode batch = json.at("/batches/0");
        assertEquals(1, batch.get("sequence").asInt());
        assertEquals(ContentHash.of(Path.of(file)), batch.at("/files/0/sha256").asString());
        assertEquals(Files.size(Path.of(file)), batch.get("bytes").asLong());
        assertEquals(
                ContentHash.of(
                        new Store(Path.of(home())).batches().get(0).folder().manifest()),
                batch.get("manifest_sha256").asString());
    }

    @Test
    void exitsFourWhenAFileIsRefused() throws IOException {
        new ContractRows().rows("F", 5).write(folder.resolve("in/a.csv"));
        new ContractRows().line("one,two").write(folder.resolve("in/b.csv"));
        assertEquals(4, ingest(folder.resolve("in").toString()));
        assertTrue(out.toString().contains("b.csv: REFUSED, nothing of it was loaded"), out.toString());
        assertTrue(out.toString().contains("Line 2: expected 27 fields as in the header row, found 2."));
    }

    @Test
    void exitsTwoOnWrongUsage() throws IOException {
        assertEquals(2, ingest());
        assertEquals(2, ingest(folder.resolve("nothing.csv").toString()));
        assertTrue(err.toString().contains("PATH: expected a file or a folder, found nothing at"), err.toString());
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        String layout = Files.writeString(folder.resolve("l.yaml"), "nme: x\n").toString();
        assertEquals(2, ingest("--layout", layout, file));
        assertTrue(err.toString().contains("Layout l.yaml: unknown key nme"), err.toString());
        assertEquals(2, execute("ingest", "--home", home(), "--profile", "nowhere", file));
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void exitsOneWhenTheStoreIsBusy() throws IOException {
        String file =
                new ContractRows().rows("F", 5).write(folder.resolve("a.csv")).toString();
        try (CommitArea.Writing other = new Store(Path.of(home())).area().begin()) {
            assertTrue(Files.isDirectory(other.staging()));
            assertEquals(1, ingest(file));
        }
        assertTrue(err.toString().contains("Another run is writing to"), err.toString());
    }

    private int ingest(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "ingest", "--home", home(), "--profile", ContractRows.PROFILE.toString(), "--master", "local[2]"));
        all.addAll(List.of(arguments));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private String home() {
        return folder.resolve("home").toString();
    }
}
