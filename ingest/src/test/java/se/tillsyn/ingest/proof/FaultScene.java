package se.tillsyn.ingest.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.IngestJob;
import se.tillsyn.ingest.IngestSettings;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.Store;

/**
 * A store of one batch, two files to add, and what must hold after whatever happens meanwhile. The files use every stage:
 * one has a defect, a row twice and one that contradicts the store, so that it is compared and read again; the other is
 * sound.
 */
final class FaultScene {

    /** What the store is after a fault. */
    enum State {
        OLD,
        NEW
    }

    /** Exit code of a run that meets no fault: some rows are quarantined. */
    static final int UNDISTURBED_EXIT = 3;

    /** In every key of a row; must never be printed. */
    private static final String CONTENT = "SECRET";

    private static final Profile PROFILE = Profile.load(ContractRows.PROFILE.toString());

    private static final Set<String> OTHERS = Set.of(".lock", ".staging");

    private final Path folder;
    private final SparkSession spark;
    private final Path template;
    private final SortedMap<String, String> templateFiles;
    private final List<String> batches;

    FaultScene(Path folder, SparkSession spark) throws IOException {
        this.folder = folder;
        this.spark = spark;
        template = folder.resolve("template");
        Path old = new ContractRows().rows(CONTENT + "-OLD", 50).write(folder.resolve("old.csv"));
        new ContractRows()
                .rows(CONTENT + "-A", 400)
                .row(CONTENT + "-BAD", "topic", "")
                .row(CONTENT + "-A-7")
                .row(CONTENT + "-OLD-3", "cases_deficient", "6")
                .write(input().resolve("1.csv"));
        new ContractRows().rows(CONTENT + "-B", 400).write(input().resolve("2.csv"));
        ingest(template, Clock.systemUTC(), old);
        templateFiles = ContentHash.ofFiles(batchFolders(template).get(0));
        Path undisturbed = home("undisturbed");
        IngestReport report = ingest(undisturbed, Clock.systemUTC(), input());
        assertEquals(UNDISTURBED_EXIT, report.exitCode());
        batches = new Store(undisturbed)
                .batches().stream().map(batch -> batch.folder().id()).toList();
        assertEquals(2, batches.size());
    }

    Path folder() {
        return folder;
    }

    /** Folder of the files to add. */
    Path input() {
        return folder.resolve("in");
    }

    /** A fresh copy of the store of one batch, under this name. */
    Path home(String name) throws IOException {
        return copyTo(folder.resolve(name));
    }

    /** A fresh copy of the store of one batch, there. */
    Path copyTo(Path home) throws IOException {
        delete(home.resolve("store"));
        try (Stream<Path> paths = Files.walk(template)) {
            for (Path path : paths.toList()) {
                Path to = home.resolve(template.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return home;
    }

    /** Where batches lie. */
    static Path area(Path home) {
        return home.resolve("store").resolve("batches");
    }

    /** Name of the batch that an undisturbed run adds. */
    String added() {
        return batches.get(1);
    }

    IngestReport ingest(Path home, Clock clock, Path... inputs) throws IOException {
        return new IngestJob(spark, clock, "test", stage -> {})
                .run(new IngestSettings(home, PROFILE, Layout.contract(), List.of(inputs)));
    }

    /** The store is whole, and the old one or the new one; the process said so by its exit code and its message. */
    State check(Path home, IngestProcess.Ended ended) throws IOException {
        assertFalse(ended.output().contains(CONTENT), () -> "content is printed:\n" + ended.output());
        for (String trace : List.of("\tat ", "Exception in thread", "Caused by:", "Suppressed:")) {
            assertFalse(ended.output().contains(trace), () -> "a stack trace is printed:\n" + ended.output());
        }
        State state = state(home);
        if (ended.exit() == UNDISTURBED_EXIT) {
            assertEquals(State.NEW, state, "exit 3 says that the batch was added:\n" + ended.output());
        } else if (ended.exit() < 128) {
            assertEquals(1, ended.exit(), ended.output());
            assertTrue(
                    ended.output().contains("xpected")
                            && ended.output().contains("found")
                            && ended.output().contains("tart "),
                    () -> "expected a message that says what was expected, found and is to be done:\n"
                            + ended.output());
            boolean saysAsBefore = ended.output().contains("the store is as before");
            assertEquals(state == State.OLD, saysAsBefore || ended.output().contains("Nothing was"), ended.output());
        }
        return state;
    }

    /** Whole, and the old one or the new one. */
    State state(Path home) throws IOException {
        List<Batch> found = new Store(home).batches();
        for (Batch batch : found) {
            batch.verify();
        }
        List<String> ids = found.stream().map(batch -> batch.folder().id()).toList();
        assertTrue(ids.equals(batches) || ids.equals(batches.subList(0, 1)), () -> "batches: " + ids);
        assertEquals(templateFiles, ContentHash.ofFiles(batchFolders(home).get(0)), "the earlier batch is untouched");
        Set<String> names = new TreeSet<>(namesIn(area(home)));
        names.removeAll(OTHERS);
        assertEquals(new TreeSet<>(ids), names, "nothing else lies beside the batches");
        return ids.size() == 1 ? State.OLD : State.NEW;
    }

    /** Runs again without the fault, here: the batch of an undisturbed run, and nothing left in staging. */
    void recover(Path home) throws IOException {
        State before = state(home);
        IngestReport report = ingest(home, Clock.systemUTC(), input());
        assertEquals(before == State.OLD ? UNDISTURBED_EXIT : 0, report.exitCode());
        assertEquals(State.NEW, state(home));
        assertEquals(Set.of(".lock", batches.get(0), batches.get(1)), Set.copyOf(namesIn(area(home))));
    }

    private static List<Path> batchFolders(Path home) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : namesIn(area(home))) {
            if (!name.startsWith(".")) {
                folders.add(area(home).resolve(name));
            }
        }
        return folders.stream().sorted().toList();
    }

    static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Deletes a folder and all below it, if it is there. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
