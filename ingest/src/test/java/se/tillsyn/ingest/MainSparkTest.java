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
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.store.Store;

@Tag("spark")
class MainSparkTest {

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
        assertTrue(out.toString().contains("total  read 5, loaded 5, quarantined 0"), out.toString());
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
