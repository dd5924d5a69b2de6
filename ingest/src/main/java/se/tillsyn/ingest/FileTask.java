package se.tillsyn.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.duplicates.Drop;
import se.tillsyn.ingest.duplicates.Drops;
import se.tillsyn.ingest.duplicates.KeyFile;
import se.tillsyn.ingest.duplicates.KeyHash;
import se.tillsyn.ingest.duplicates.LongList;
import se.tillsyn.ingest.duplicates.Occurrence;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.report.Tallies;
import se.tillsyn.ingest.source.FindingSource;
import se.tillsyn.ingest.source.RefusedFileException;
import se.tillsyn.ingest.source.Row;
import se.tillsyn.ingest.source.SourceSummary;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.BatchManifest.StoredFile;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.store.QuarantineTable;
import se.tillsyn.ingest.table.ParquetTableWriter;
import se.tillsyn.ingest.table.Table;
import se.tillsyn.ingest.table.TableWriter;
import se.tillsyn.ingest.validation.FindingValidator;
import se.tillsyn.ingest.validation.Rejection;

/**
 * The work on one file: read, validate, write findings, quarantine and keys. The same file and drops give the same bytes;
 * run again it replaces what it wrote before.
 *
 * @param number the file's number, in the names of what is written and in the quarantine
 * @param source the file
 * @param folder staging folder that is written to
 */
record FileTask(int number, String source, String folder) implements Serializable {

    static String findingsName(int number) {
        return String.format(Locale.ROOT, "%s%05d.parquet", Batch.FINDINGS, number);
    }

    static String quarantineName(int number) {
        return String.format(Locale.ROOT, "%s%05d.parquet", Batch.QUARANTINE, number);
    }

    static String keysName(int number) {
        return String.format(Locale.ROOT, "keys-%05d.bin", number);
    }

    /**
     * Reads the file and writes what it gives. A refused file leaves nothing.
     *
     * @param drops findings that are valid and yet not loaded
     * @param meter counts bytes and findings while they are read
     */
    FileResult load(LoadContext context, Drops drops, ReadMeter meter) throws IOException {
        try (Load load = new Load(context, drops, meter)) {
            SourceSummary summary = FindingSource.read(Path.of(source), context.layout(), load::take, load::advance);
            return load.finish(summary);
        } catch (RefusedFileException e) {
            delete();
            return FileResult.refused(number, e.defects(), e.total());
        }
    }

    /**
     * Reads the file again for the findings whose key is a candidate.
     *
     * @param candidates key hashes, ascending
     * @throws IOException also when the file is no longer what it was
     */
    List<Occurrence> occurrences(LoadContext context, long[] candidates) throws IOException {
        if (!KeyFile.holdsAny(Path.of(folder, keysName(number)), candidates)) {
            return List.of();
        }
        List<Occurrence> found = new ArrayList<>();
        FindingValidator validator = new FindingValidator(context.codes(), context.loadedOn());
        long[] ordinal = {0};
        try {
            FindingSource.read(Path.of(source), context.layout(), row -> {
                ordinal[0]++;
                Finding finding = validator.validate(row);
                if (finding != null && isCandidate(finding, candidates)) {
                    found.add(Occurrence.inRun(finding, number, ordinal[0], row.line()));
                }
            });
        } catch (RefusedFileException e) {
            throw changed();
        }
        return found;
    }

    static boolean isCandidate(Finding finding, long[] candidates) {
        return Arrays.binarySearch(candidates, KeyHash.of(finding.findingId(), finding.revision())) >= 0;
    }

    /** The failure of a run whose source does not hold still. */
    IOException changed() {
        return new IOException(
                "Source file " + Path.of(source).getFileName()
                        + ": it changed while it was ingested. Nothing was stored. Wait until it is written, then start again.");
    }

    private void delete() throws IOException {
        Files.deleteIfExists(Path.of(folder, findingsName(number)));
        Files.deleteIfExists(Path.of(folder, quarantineName(number)));
        Files.deleteIfExists(Path.of(folder, keysName(number)));
    }

    /** The state of one reading. */
    private final class Load implements Closeable {

        private final ValidatorAndCodes checks;
        private final Drops drops;
        private final ReadMeter meter;
        private final Output<Finding> findings =
                new Output<>(Path.of(folder, findingsName(number)), FindingTable.TABLE);
        private final Output<QuarantineTable.Defect> quarantine =
                new Output<>(Path.of(folder, quarantineName(number)), QuarantineTable.TABLE);
        private final LongList keys = new LongList();
        private final Tallies tallies = new Tallies();
        private long ordinal;
        private long metered;
        private long quarantined;
        private int revisions;
        private boolean synthetic;

        Load(LoadContext context, Drops drops, ReadMeter meter) throws IOException {
            checks = new ValidatorAndCodes(context);
            this.drops = drops;
            this.meter = meter;
            delete();
        }

        /** Tells the meter of another read from the file and of the rows that the one before it gave. */
        void advance(long bytes) {
            meter.add(bytes, ordinal - metered);
            metered = ordinal;
        }

        void take(Row row) throws IOException {
            ordinal++;
            Finding finding = checks.validator.validate(row);
            if (finding == null) {
                quarantined++;
                for (Rejection defect : checks.validator.defects()) {
                    reject(defect);
                }
                return;
            }
            Drop drop = drops.find(ordinal);
            if (drop != null) {
                quarantined++;
                reject(FindingValidator.because(row, drop.rule(), drop.other()));
                return;
            }
            findings.write(finding);
            keys.add(KeyHash.of(finding.findingId(), finding.revision()));
            revisions += finding.revision() > 1 || finding.withdrawn() ? 1 : 0;
            synthetic |= checks.context.codes().synthetic(finding.programme());
        }

        private void reject(Rejection defect) throws IOException {
            tallies.add(defect);
            Rejection.Other other = defect.other();
            quarantine.write(new QuarantineTable.Defect(
                    number,
                    Math.toIntExact(defect.line()),
                    Math.toIntExact(defect.record()),
                    defect.part(),
                    defect.column(),
                    defect.rule().name(),
                    defect.length(),
                    other == null ? null : other.batch(),
                    other == null ? null : other.input(),
                    other == null || other.batch() != null ? null : Math.toIntExact(other.line())));
        }

        FileResult finish(SourceSummary summary) throws IOException {
            advance(0);
            List<StoredFile> files = new ArrayList<>();
            findings.finish(files);
            quarantine.finish(files);
            KeyFile.write(Path.of(folder, keysName(number)), keys.sorted());
            return new FileResult(
                    number,
                    summary,
                    keys.size(),
                    quarantined,
                    revisions,
                    synthetic,
                    tallies.toList(),
                    files,
                    List.of(),
                    0);
        }

        @Override
        public void close() throws IOException {
            try (quarantine;
                    findings) {
                // Both are closed whatever happens to either.
            }
        }
    }

    private record ValidatorAndCodes(LoadContext context, FindingValidator validator) {
        ValidatorAndCodes(LoadContext context) {
            this(context, new FindingValidator(context.codes(), context.loadedOn()));
        }
    }

    /** A file that exists only when it has rows. */
    private static final class Output<R> implements Closeable {

        private final Path file;
        private final Table<R> table;
        private @Nullable TableWriter<R> writer;
        private long rows;

        Output(Path file, Table<R> table) {
            this.file = file;
            this.table = table;
        }

        void write(R row) throws IOException {
            TableWriter<R> open = writer;
            if (open == null) {
                open = new ParquetTableWriter<>(file, table, Map.of());
                writer = open;
            }
            open.write(row);
            rows++;
        }

        void finish(List<StoredFile> into) throws IOException {
            if (writer != null) {
                close();
                into.add(new StoredFile(
                        String.valueOf(file.getFileName()), Files.size(file), ContentHash.of(file), rows));
            }
        }

        @Override
        public void close() throws IOException {
            TableWriter<R> open = writer;
            writer = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
