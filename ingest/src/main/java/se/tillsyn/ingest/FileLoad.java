package se.tillsyn.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.duplicates.Drop;
import se.tillsyn.ingest.duplicates.Drops;
import se.tillsyn.ingest.duplicates.KeyFile;
import se.tillsyn.ingest.duplicates.KeyHash;
import se.tillsyn.ingest.duplicates.LongList;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.report.Tallies;
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

/** One reading of one file: rows in, findings, quarantine and keys out. */
final class FileLoad implements Closeable {

    private final int number;
    private final LoadContext context;
    private final FindingValidator validator;
    private final Drops drops;
    private final RowNames names;
    private final ReadMeter meter;
    private final Output<Finding> findings;
    private final Output<QuarantineTable.Defect> quarantine;
    private final Path keysFile;
    private final LongList keys = new LongList();
    private final Tallies tallies = new Tallies();
    private long ordinal;
    private long metered;
    private long quarantined;
    private int revisions;
    private boolean synthetic;
    /** Programme of the finding before, known not to be made up. */
    private @Nullable String realProgramme;

    FileLoad(
            int number,
            Path folder,
            String attempt,
            LoadContext context,
            Drops drops,
            RowNames names,
            ReadMeter meter) {
        this.number = number;
        this.context = context;
        this.drops = drops;
        this.names = names;
        this.meter = meter;
        validator = new FindingValidator(context.codes(), context.loadedOn());
        findings = new Output<>(folder.resolve(Batch.FINDINGS + attempt + ".parquet"), FindingTable.TABLE);
        quarantine = new Output<>(folder.resolve(Batch.QUARANTINE + attempt + ".parquet"), QuarantineTable.TABLE);
        keysFile = folder.resolve("keys-" + attempt + ".bin");
    }

    /** Tells the meter of another read from the file and of the rows that the one before it gave. */
    void advance(long bytes) {
        meter.add(bytes, ordinal - metered);
        metered = ordinal;
    }

    void take(Row row) throws IOException {
        ordinal++;
        Finding finding = validator.validate(row);
        if (finding == null) {
            quarantined++;
            for (Rejection defect : validator.defects()) {
                reject(defect);
            }
            return;
        }
        Drop drop = drops.find(ordinal);
        if (drop != null) {
            quarantined++;
            reject(FindingValidator.because(row, drop.rule(), names.of(drop.other())));
            return;
        }
        findings.write(finding);
        keys.add(KeyHash.of(finding.findingId(), finding.revision()));
        revisions += finding.revision() > 1 || finding.withdrawn() ? 1 : 0;
        synthetic = synthetic || isSynthetic(finding.programme());
    }

    /** Rows of one programme mostly follow each other. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isSynthetic(String programme) {
        if (programme != realProgramme) {
            if (context.codes().synthetic(programme)) {
                return true;
            }
            realProgramme = programme;
        }
        return false;
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
        KeyFile.write(keysFile, keys);
        return new FileResult(
                number,
                summary,
                keysFile.toString(),
                keys.size(),
                quarantined,
                revisions,
                synthetic,
                tallies.toList(),
                files,
                null,
                List.of(),
                0);
    }

    /** Takes away what was written of a file that turned out to be refused. */
    void discard() throws IOException {
        close();
        findings.delete();
        quarantine.delete();
    }

    @Override
    public void close() throws IOException {
        try (quarantine;
                findings) {
            // Both are closed whatever happens to either.
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

        /** Adds the file, under the path it has now, to what was written. */
        void finish(List<StoredFile> into) throws IOException {
            if (writer != null) {
                close();
                into.add(new StoredFile(file.toString(), Files.size(file), ContentHash.of(file), rows));
            }
        }

        void delete() throws IOException {
            Files.deleteIfExists(file);
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
