package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.report.FileReport;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.source.SourceSummary;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.Store;
import se.tillsyn.ingest.validation.ValidCodes;

/**
 * Files in, one batch out. Steps: lock the store → leave out contents that it has → one task per file reads, validates
 * and stages → duplicates are found and the files concerned read again without them → manifest → commit.
 */
public final class IngestJob {

    private final Tasks tasks;
    private final Clock clock;
    private final String codeVersion;

    /**
     * A job.
     *
     * @param clock says the day of loading, in UTC
     * @param codeVersion version of the program, for the manifest
     * @param stages gets one line per stage
     */
    public IngestJob(SparkSession spark, Clock clock, String codeVersion, Consumer<String> stages) {
        this.tasks = new Tasks(spark, stages);
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /**
     * Runs the job.
     *
     * @throws se.tillsyn.ingest.commit.BusyException when another run holds the store
     * @throws se.tillsyn.ingest.store.DamagedBatchException when an earlier batch is not what was committed
     * @throws IOException when reading or writing fails; the store is then as before
     */
    public IngestReport run(IngestSettings settings) throws IOException {
        SourceFiles sources = SourceFiles.of(settings.paths());
        Store store = new Store(settings.home());
        try (CommitArea.Writing writing = store.area().begin()) {
            List<Batch> batches = store.batches();
            verify(batches);
            return new Run(settings, sources, batches, writing).run();
        }
    }

    /** Nothing is built on a store of which any byte is not what was committed. */
    private void verify(List<Batch> batches) throws IOException {
        if (!batches.isEmpty()) {
            tasks.stage("Checking the store: " + batches.size() + (batches.size() == 1 ? " batch" : " batches"));
        }
        for (Batch batch : batches) {
            batch.verify();
        }
    }

    /** One run, from the lock to the commit. */
    private final class Run {

        private final IngestSettings settings;
        private final SourceFiles sources;
        private final List<Batch> batches;
        private final CommitArea.Writing writing;
        private final Path working;
        private final Broadcast<LoadContext> context;
        private final Instant startedAt = clock.instant();
        /** By index among the entries: the file's report, once it is known. */
        private final @Nullable FileReport[] reports;

        Run(IngestSettings settings, SourceFiles sources, List<Batch> batches, CommitArea.Writing writing)
                throws IOException {
            this.settings = settings;
            this.sources = sources;
            this.batches = batches;
            this.writing = writing;
            working = Files.createDirectory(writing.staging().resolve("working"));
            reports = new FileReport[sources.entries().size()];
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            context = tasks.share(new LoadContext(settings.layout(), new ValidCodes(settings.profile()), today));
        }

        IngestReport run() throws IOException {
            SameContent known = new SameContent(batches, settings.layout(), settings.profile());
            List<ReadFile> files = read(new NewContent(sources, known, reports).find(tasks));
            if (files.isEmpty()) {
                return report(null);
            }
            BatchAssembly batch = new BatchAssembly(writing, settings, clock, codeVersion);
            SortedMap<Integer, List<String>> drops =
                    new DuplicateSearch(tasks, context, batches, working).search(files, batch.keys());
            List<FileResult> results = readAgain(files, drops);
            tasks.stage("Committing");
            for (int i = 0; i < results.size(); i++) {
                ReadFile file = files.get(i);
                String name = sources.entries().get(file.entry()).name();
                batch.add(name, file.number(), results.get(i));
                reports[file.entry()] = reportOf(name, file.number(), results.get(i));
            }
            removeFolder(working);
            return report(batch.commit().id());
        }

        /** Reads the entries; reports on those that are refused. */
        private List<ReadFile> read(List<Integer> entries) {
            List<FileTask> reading = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                Path path = sources.entries().get(entries.get(i)).path();
                reading.add(new FileTask(i + 1, path.toString(), working.toString()));
            }
            Broadcast<LoadContext> shared = context;
            List<FileResult> results = tasks.onEachMetered(
                    "Reading",
                    reading,
                    bytesOf(reading),
                    (task, meter) -> task.load(shared.value(), List.of(), RowNames.NONE, meter));
            List<ReadFile> files = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                FileResult result = results.get(i);
                int entry = entries.get(i);
                if (result.summary() == null) {
                    reports[entry] = FileReport.refused(
                            sources.entries().get(entry).name(),
                            result.refusedForm(),
                            result.defects(),
                            result.defectCount());
                } else {
                    files.add(new ReadFile(entry, reading.get(i), result, files.size() + 1));
                }
            }
            return files;
        }

        /**
         * Reads again the files that lose findings to duplicates, and those with a quarantine whose number changed because
         * a file before them was refused.
         */
        private List<FileResult> readAgain(List<ReadFile> files, SortedMap<Integer, List<String>> drops)
                throws IOException {
            List<ReadFile> again = files.stream()
                    .filter(file -> drops.containsKey(file.task().number())
                            || (file.number() != file.task().number()
                                    && file.result().quarantined() > 0))
                    .toList();
            Broadcast<LoadContext> shared = context;
            Broadcast<RowNames> names = tasks.share(rowNames(files));
            Broadcast<TreeMap<Integer, List<String>>> dropped = tasks.share(new TreeMap<>(drops));
            long bytes = bytesOf(again.stream().map(ReadFile::task).toList());
            List<FileResult> results =
                    tasks.onEachMetered("Reading again without duplicates", again, bytes, (file, meter) -> {
                        FileTask task = file.task();
                        List<String> mine = dropped.value().get(task.number());
                        return new FileTask(file.number(), task.source(), task.folder())
                                .load(shared.value(), mine == null ? List.of() : mine, names.value(), meter);
                    });
            Map<Integer, FileResult> finals = new TreeMap<>();
            files.forEach(file -> finals.put(file.number(), file.result()));
            for (int i = 0; i < results.size(); i++) {
                ReadFile file = again.get(i);
                FileResult result = results.get(i);
                if (result.summary() == null
                        || !result.read().sha256().equals(file.result().read().sha256())) {
                    throw file.task().changed();
                }
                finals.put(file.number(), result);
            }
            return List.copyOf(finals.values());
        }

        private RowNames rowNames(List<ReadFile> files) {
            Map<Integer, Integer> numbers = new TreeMap<>();
            files.forEach(file -> numbers.put(file.task().number(), file.number()));
            return new RowNames(
                    batches.stream().map(batch -> batch.folder().id()).toList(), numbers);
        }

        private IngestReport report(@Nullable String batch) {
            List<FileReport> all = new ArrayList<>();
            for (FileReport report : reports) {
                if (report == null) {
                    throw new IllegalStateException("every entry has a report at the end");
                }
                all.add(report);
            }
            IngestReport.Run run = new IngestReport.Run(
                    codeVersion,
                    startedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                    Math.max(0, Duration.between(startedAt, clock.instant()).toMillis()),
                    settings.profile().description().id(),
                    settings.layout().id());
            return IngestReport.of(run, batch, all);
        }
    }

    private static FileReport reportOf(String name, int number, FileResult result) {
        SourceSummary read = result.read();
        return new FileReport(
                name,
                result.quarantined() > 0 ? FileReport.Status.QUARANTINED : FileReport.Status.LOADED,
                number,
                read.form(),
                read.sha256(),
                read.bytes(),
                read.records(),
                read.findings(),
                result.loaded(),
                result.quarantined(),
                read.recordsWithoutJudgement(),
                read.duplicateRecords(),
                read.otherwise(),
                read.lacking(),
                result.rules(),
                null,
                List.of(),
                0);
    }

    private static long bytesOf(List<FileTask> tasks) {
        return tasks.stream()
                .mapToLong(task -> Math.max(0, FileTask.sizeOf(Path.of(task.source()))))
                .sum();
    }

    private static void removeFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
