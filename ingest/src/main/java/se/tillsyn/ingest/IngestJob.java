package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.CommitArea;
import se.tillsyn.ingest.commit.CommittedFolder;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.duplicates.CandidateSearch;
import se.tillsyn.ingest.duplicates.Drops;
import se.tillsyn.ingest.duplicates.KeyFile;
import se.tillsyn.ingest.duplicates.Occurrence;
import se.tillsyn.ingest.duplicates.Resolution;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.report.FileReport;
import se.tillsyn.ingest.report.IngestReport;
import se.tillsyn.ingest.report.SkipReason;
import se.tillsyn.ingest.source.FileDefect;
import se.tillsyn.ingest.source.SourceSummary;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.BatchManifest;
import se.tillsyn.ingest.store.BatchManifest.StoredFile;
import se.tillsyn.ingest.store.FindingReader;
import se.tillsyn.ingest.store.Store;
import se.tillsyn.ingest.validation.ValidCodes;

/**
 * Files in, one batch out. Steps: lock the store → leave out contents that it has → one task per file reads, validates
 * and stages → duplicates are found and the files concerned read again without them → manifest → commit.
 */
public final class IngestJob {

    /** Candidates compared in one go; bounds the driver's memory. */
    private static final int CANDIDATES_PER_PASS = 250_000;

    private final JavaSparkContext spark;
    private final Clock clock;
    private final String codeVersion;
    private final Consumer<String> stages;

    /**
     * A job.
     *
     * @param clock says the day of loading, in UTC
     * @param codeVersion version of the program, for the manifest
     * @param stages gets one line per stage
     */
    public IngestJob(SparkSession spark, Clock clock, String codeVersion, Consumer<String> stages) {
        this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.clock = clock;
        this.codeVersion = codeVersion;
        this.stages = stages;
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
            return new Run(settings, sources, store.batches(), writing).run();
        }
    }

    private <T, R> List<R> onEach(String stage, List<T> items, Function<T, R> work) {
        if (items.isEmpty()) {
            return List.of();
        }
        stages.accept(stage + ": " + items.size() + (items.size() == 1 ? " file" : " files"));
        spark.sc().setJobDescription(stage);
        return spark.parallelize(items, items.size()).map(work).collect();
    }

    /** One run, from the lock to the commit. */
    private final class Run {

        private final IngestSettings settings;
        private final SourceFiles sources;
        private final List<Batch> batches;
        private final CommitArea.Writing writing;
        private final Path firstPass;
        private final Path secondPass;
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
            firstPass = Files.createDirectory(writing.staging().resolve("pass-1"));
            secondPass = Files.createDirectory(writing.staging().resolve("pass-2"));
            reports = new FileReport[sources.entries().size()];
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            context = spark.broadcast(new LoadContext(settings.layout(), new ValidCodes(settings.profile()), today));
        }

        IngestReport run() throws IOException {
            List<Integer> toRead = leaveOutKnownContent();
            List<FileTask> tasks = new ArrayList<>();
            for (int i = 0; i < toRead.size(); i++) {
                Path path = sources.entries().get(toRead.get(i)).path();
                tasks.add(new FileTask(i + 1, path.toString(), firstPass.toString()));
            }
            Broadcast<LoadContext> shared = context;
            List<FileResult> results;
            try (ReadMeter meter = ReadMeter.open(spark.sc(), bytesOf(tasks))) {
                results = onEach("Reading", tasks, task -> task.load(shared.value(), Drops.NONE, meter));
            }
            List<Accepted> accepted = accepted(toRead, tasks, results);
            if (accepted.isEmpty()) {
                return report(null);
            }
            SortedMap<Integer, Drops> drops = duplicates(accepted);
            List<FileResult> finals = secondPass(accepted, drops);
            CommittedFolder folder = commit(accepted, finals);
            return report(folder.id());
        }

        /** A file that is not refused: its place among the entries, its task, its result, its number in the batch. */
        private record Accepted(int entry, FileTask task, FileResult result, int number) {}

        /** Entries to read, by index. Reports on the others. */
        private List<Integer> leaveOutKnownContent() {
            SameContent known = new SameContent(batches, settings.layout(), settings.profile());
            Map<Long, Integer> filesBySize = new HashMap<>();
            List<Integer> files = new ArrayList<>();
            for (int i = 0; i < reports.length; i++) {
                SourceFiles.Entry entry = sources.entries().get(i);
                SkipReason skip = entry.skip();
                if (skip != null) {
                    reports[i] = FileReport.notRead(entry.name(), skip);
                } else {
                    files.add(i);
                    filesBySize.merge(sizeOf(entry.path()), 1, Integer::sum);
                }
            }
            List<Integer> doubtful = files.stream()
                    .filter(i -> {
                        long size = sizeOf(sources.entries().get(i).path());
                        return size >= 0 && (known.hasSize(size) || filesBySize.getOrDefault(size, 0) > 1);
                    })
                    .toList();
            Map<Integer, String> hashes = hashesOf(doubtful);
            Map<String, String> firstNames = new LinkedHashMap<>();
            List<Integer> toRead = new ArrayList<>();
            for (int i : files) {
                String name = sources.entries().get(i).name();
                String sha256 = hashes.getOrDefault(i, "");
                String batch = known.batchOf(sha256);
                String sameName = sha256.isEmpty() ? null : firstNames.putIfAbsent(sha256, name);
                if (batch != null) {
                    reports[i] = FileReport.sameAsBatch(name, sha256, batch);
                } else if (sameName != null) {
                    reports[i] = FileReport.sameAsFile(name, sha256, sameName);
                } else {
                    toRead.add(i);
                }
            }
            return toRead;
        }

        private Map<Integer, String> hashesOf(List<Integer> entries) {
            List<String> paths = entries.stream()
                    .map(i -> sources.entries().get(i).path().toString())
                    .toList();
            List<String> hashes = onEach("Hashing", paths, IngestJob::hashOrEmpty);
            Map<Integer, String> byEntry = new HashMap<>();
            for (int i = 0; i < hashes.size(); i++) {
                byEntry.put(entries.get(i), hashes.get(i));
            }
            return byEntry;
        }

        private List<Accepted> accepted(List<Integer> toRead, List<FileTask> tasks, List<FileResult> results) {
            List<Accepted> accepted = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                FileResult result = results.get(i);
                if (result.summary() == null) {
                    String name = sources.entries().get(toRead.get(i)).name();
                    reports[toRead.get(i)] = FileReport.refused(
                            name,
                            result.defects().stream().map(FileDefect::message).toList(),
                            result.defectCount());
                } else {
                    accepted.add(new Accepted(toRead.get(i), tasks.get(i), result, accepted.size() + 1));
                }
            }
            return accepted;
        }

        /** What must not be loaded, by number in the batch. */
        private SortedMap<Integer, Drops> duplicates(List<Accepted> accepted) throws IOException {
            stages.accept("Looking for duplicates");
            List<Path> runKeys = accepted.stream()
                    .map(file -> firstPass.resolve(FileTask.keysName(file.task().number())))
                    .toList();
            List<Path> earlierKeys = new ArrayList<>();
            for (Batch batch : batches) {
                batch.verify(Batch.KEYS);
                earlierKeys.add(batch.folder().path().resolve(Batch.KEYS));
            }
            long[] candidates = CandidateSearch.search(
                    runKeys, earlierKeys, writing.staging().resolve(Batch.KEYS));
            Resolution resolution = new Resolution();
            for (int from = 0; from < candidates.length; from += CANDIDATES_PER_PASS) {
                int to = Math.min(candidates.length, from + CANDIDATES_PER_PASS);
                compare(accepted, Arrays.copyOfRange(candidates, from, to), resolution);
            }
            return resolution.drops();
        }

        private void compare(List<Accepted> accepted, long[] candidates, Resolution resolution) throws IOException {
            Broadcast<long[]> wanted = spark.broadcast(candidates);
            Broadcast<LoadContext> shared = context;
            List<FileTask> tasks = accepted.stream().map(Accepted::task).toList();
            Map<Integer, Integer> numbers = new HashMap<>();
            accepted.forEach(file -> numbers.put(file.task().number(), file.number()));
            List<Occurrence> occurrences = new ArrayList<>();
            onEach("Comparing new rows", tasks, task -> task.occurrences(shared.value(), wanted.value()))
                    .forEach(found -> found.forEach(occurrence ->
                            occurrences.add(occurrence.withInput(numbers.getOrDefault(occurrence.input(), 0)))));
            List<StoredFindings> stored = new ArrayList<>();
            for (Batch batch : batches) {
                if (!KeyFile.holdsAny(batch.folder().path().resolve(Batch.KEYS), candidates)) {
                    continue;
                }
                for (Path file : batch.findingFiles()) {
                    batch.verify(String.valueOf(file.getFileName()));
                    stored.add(new StoredFindings(batch.folder().id(), file.toString()));
                }
            }
            onEach("Comparing stored rows", stored, file -> file.occurrences(wanted.value()))
                    .forEach(occurrences::addAll);
            resolution.add(occurrences);
            wanted.destroy();
        }

        /**
         * Reads again the files that lose findings to duplicates, and those with a quarantine whose number changed because
         * a file before them was refused.
         */
        private List<FileResult> secondPass(List<Accepted> accepted, SortedMap<Integer, Drops> drops)
                throws IOException {
            Map<Integer, FileResult> finals = new TreeMap<>();
            List<FileTask> again = new ArrayList<>();
            for (Accepted file : accepted) {
                boolean renumbered = file.number() != file.task().number();
                if (drops.containsKey(file.number())
                        || (renumbered && file.result().quarantined() > 0)) {
                    again.add(new FileTask(file.number(), file.task().source(), secondPass.toString()));
                } else {
                    finals.put(file.number(), moveIntoPlace(file.result(), firstPass, file.number()));
                }
            }
            Broadcast<LoadContext> shared = context;
            Broadcast<TreeMap<Integer, Drops>> dropped = spark.broadcast(new TreeMap<>(drops));
            List<FileResult> results;
            try (ReadMeter meter = ReadMeter.open(spark.sc(), bytesOf(again))) {
                results = onEach("Reading again without duplicates", again, task -> {
                    Drops mine = dropped.value().get(task.number());
                    return task.load(shared.value(), mine == null ? Drops.NONE : mine, meter);
                });
            }
            for (int i = 0; i < results.size(); i++) {
                FileResult result = results.get(i);
                SourceSummary before =
                        accepted.get(result.number() - 1).result().read();
                if (result.summary() == null || !result.read().sha256().equals(before.sha256())) {
                    throw again.get(i).changed();
                }
                finals.put(result.number(), moveIntoPlace(result, secondPass, result.number()));
            }
            return List.copyOf(finals.values());
        }

        private FileResult moveIntoPlace(FileResult result, Path from, int number) throws IOException {
            List<StoredFile> files = new ArrayList<>();
            for (StoredFile file : result.files()) {
                String name = file.path().startsWith(Batch.FINDINGS)
                        ? FileTask.findingsName(number)
                        : FileTask.quarantineName(number);
                Files.move(from.resolve(file.path()), writing.staging().resolve(name), StandardCopyOption.ATOMIC_MOVE);
                files.add(new StoredFile(name, file.bytes(), file.sha256(), file.rows()));
            }
            return new FileResult(
                    number,
                    result.read(),
                    result.loaded(),
                    result.quarantined(),
                    result.revisions(),
                    result.synthetic(),
                    result.rules(),
                    files,
                    List.of(),
                    0);
        }

        private CommittedFolder commit(List<Accepted> accepted, List<FileResult> results) throws IOException {
            stages.accept("Committing");
            removeFolder(firstPass);
            removeFolder(secondPass);
            List<StoredFile> files = new ArrayList<>();
            List<BatchManifest.Input> inputs = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                FileResult result = results.get(i);
                String name = sources.entries().get(accepted.get(i).entry()).name();
                files.addAll(result.files());
                inputs.add(new BatchManifest.Input(
                        name,
                        result.read().sha256(),
                        result.read().bytes(),
                        settings.layout().id(),
                        new BatchManifest.RowCounts(result.read().findings(), result.loaded(), result.quarantined())));
                reports[accepted.get(i).entry()] = reportOf(name, result);
            }
            Path keys = writing.staging().resolve(Batch.KEYS);
            files.add(
                    new StoredFile(Batch.KEYS, Files.size(keys), ContentHash.of(keys), Files.size(keys) / Long.BYTES));
            SortedMap<String, String> hashes = new TreeMap<>();
            files.forEach(file -> hashes.put(file.path(), file.sha256()));
            String hash = ContentHash.ofAll(hashes).substring(0, ContentHash.SHORT_LENGTH);
            return writing.commit(hash, manifest(hash, inputs, files, results).toJson());
        }

        private BatchManifest manifest(
                String hash, List<BatchManifest.Input> inputs, List<StoredFile> files, List<FileResult> results) {
            Layout.Note note = settings.layout().note();
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            return new BatchManifest(
                    BatchManifest.FORMAT,
                    CommittedFolder.idOf(writing.sequence(), hash),
                    writing.sequence(),
                    now.toString(),
                    new BatchManifest.ProfileVersion(
                            settings.profile().description().id(),
                            settings.profile().description().version(),
                            settings.profile().hash()),
                    codeVersion,
                    results.stream().anyMatch(FileResult::synthetic),
                    inputs,
                    new BatchManifest.RowCounts(
                            inputs.stream()
                                    .mapToLong(input -> input.rows().read())
                                    .sum(),
                            inputs.stream()
                                    .mapToLong(input -> input.rows().loaded())
                                    .sum(),
                            inputs.stream()
                                    .mapToLong(input -> input.rows().quarantined())
                                    .sum()),
                    results.stream().mapToInt(FileResult::revisions).sum(),
                    note == null ? List.of() : List.of(note.text()),
                    files);
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

    /** A findings file of an earlier batch. */
    private record StoredFindings(String batch, String path) implements java.io.Serializable {

        List<Occurrence> occurrences(long[] candidates) throws IOException {
            List<Occurrence> found = new ArrayList<>();
            Path file = Path.of(path);
            int input = Batch.inputOf(file);
            FindingReader.read(file, finding -> {
                if (FileTask.isCandidate(finding, candidates)) {
                    found.add(Occurrence.inBatch(finding, batch, input));
                }
            });
            return found;
        }
    }

    private static FileReport reportOf(String name, FileResult result) {
        SourceSummary read = result.read();
        return new FileReport(
                name,
                result.quarantined() > 0 ? FileReport.Status.QUARANTINED : FileReport.Status.LOADED,
                result.number(),
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
                .mapToLong(task -> Math.max(0, sizeOf(Path.of(task.source()))))
                .sum();
    }

    /** Size in bytes, or -1 when the file cannot be asked; its task will say why. */
    private static long sizeOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static String hashOrEmpty(String file) {
        try {
            return ContentHash.of(Path.of(file));
        } catch (IOException e) {
            return "";
        }
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
