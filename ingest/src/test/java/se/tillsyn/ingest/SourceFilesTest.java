package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.source.FileRule;
import se.tillsyn.ingest.source.FindingSource;
import se.tillsyn.ingest.source.RefusedFileException;

class SourceFilesTest {

    /** Names that other readers hide, expand or choke on; each is a file like any other. */
    private static final List<String> STRANGE = List.of(
            "*.csv", "-x.csv", "@x.csv", "[a].csv", "_x.csv", "a b.csv", "a\nb.csv", "a{1,2}.csv", "x", "åäö.csv");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void fault19_everyEntryOfAFolderIsReadOrNamedWithItsReason() throws Exception {
        for (String name : STRANGE) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.writeString(folder.resolve(".x.csv"), "x");
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("folder/inside.csv"), "x");
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("x"));
        Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        Files.createSymbolicLink(folder.resolve("up"), folder);
        makePipe(folder.resolve("pipe"));
        List<String> found = new ArrayList<>();
        for (SourceFiles.Entry entry : SourceFiles.of(List.of(folder)).entries()) {
            found.add(entry.name() + (entry.skip() == null ? "" : " " + entry.skip()));
        }
        List<String> expected = new ArrayList<>();
        STRANGE.forEach(name -> expected.add(name.replace('\n', '?')));
        expected.addAll(
                List.of(".x.csv HIDDEN", "folder FOLDER", "link.csv LINK", "loop LINK", "pipe NO_FILE", "up LINK"));
        assertEquals(
                expected.stream().sorted().toList(), found.stream().sorted().toList());
    }

    @Test
    void fault19_aPathGivenItselfIsNeverSkipped() throws IOException {
        Path hidden = Files.writeString(folder.resolve(".x.csv"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), hidden);
        SourceFiles files = SourceFiles.of(List.of(hidden, link, hidden));
        assertEquals(
                List.of(".x.csv", "link.csv", ".x.csv"),
                files.entries().stream().map(SourceFiles.Entry::name).toList());
        files.entries().forEach(entry -> assertEquals(null, entry.skip()));
    }

    @Test
    void fault19_aPipeGivenItselfIsRefusedWithoutWaitingForIt() throws Exception {
        Path pipe = folder.resolve("pipe");
        makePipe(pipe);
        assertEquals(FileRule.NOT_A_FILE, ruleOf(pipe));
    }

    @Test
    void fault19_anUnreadableFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x");
        Assumptions.assumeTrue(
                file.toFile().setReadable(false, false) && !Files.isReadable(file),
                "the tests run as a user who may read everything; skipped");
        assertEquals(FileRule.UNREADABLE, ruleOf(file));
    }

    @Test
    void fault19_aFileThatGrowsWhileItIsReadIsRefused() throws IOException {
        Path file = new ContractRows().rows("F", 3).write(folder.resolve("a.csv"));
        RefusedFileException e = assertThrows(
                RefusedFileException.class,
                () -> FindingSource.read(
                        file, Layout.contract(), row -> Files.writeString(file, "more\n", StandardOpenOption.APPEND)));
        assertEquals(FileRule.CHANGED, e.defects().get(0).rule());
    }

    private static FileRule ruleOf(Path file) {
        RefusedFileException e =
                assertThrows(RefusedFileException.class, () -> FindingSource.read(file, Layout.contract(), row -> {}));
        return e.defects().get(0).rule();
    }

    private static void makePipe(Path path) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    }
}
