package se.tillsyn.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.layout.Layout;

/**
 * What every format's reader hands its records to: binds the layout to the header, gives on the findings, counts, and
 * collects what is wrong with the file. From the first structural defect on nothing more is given on.
 */
final class Intake {

    private final Layout layout;
    private final RowHandler handler;
    private final SourceRecord record = new SourceRecord();
    private final List<FileDefect> defects = new ArrayList<>();
    private @Nullable Binding binding;
    private List<String> lacking = List.of();
    private long defectCount;
    private long records;
    private long findings;
    private long withoutJudgement;
    private long[] hashes = new long[16];

    Intake(Layout layout, RowHandler handler) {
        this.layout = layout;
        this.handler = handler;
    }

    Layout layout() {
        return layout;
    }

    /** The record that is filled again and again. */
    SourceRecord record() {
        return record;
    }

    /** Number of the data record taken last, from 1. */
    long records() {
        return records;
    }

    /**
     * Takes the names of the columns.
     *
     * @param line where they stand; 0 = on no line
     * @throws RefusedFileException naming every column that is missing, unknown or there twice
     */
    void header(List<String> names, long line) throws RefusedFileException {
        Binding bound;
        try {
            bound = Binding.of(layout, names);
        } catch (RefusedFileException e) {
            throw new RefusedFileException(
                    e.defects().stream().map(defect -> defect.at(line)).toList(), e.total());
        }
        bound.prepare(record);
        binding = bound;
        lacking = bound.lacking();
    }

    /** Says which columns that may be missing are, where no header tells. */
    void lacking(List<String> columns) {
        lacking = List.copyOf(columns);
    }

    boolean hasHeader() {
        return binding != null;
    }

    /** Takes the record that was filled. */
    void take() throws IOException {
        Binding bound = bound();
        records++;
        if (record.fields() != bound.fields()) {
            addDefect(FileDefect.atLine(FileRule.FIELD_COUNT, record.line(), bound.fields(), record.fields()));
        }
        if (defectCount > 0) {
            return;
        }
        int given = bound.emit(record, records, handler);
        findings += given;
        if (layout.wide()) {
            withoutJudgement += given == 0 ? 1 : 0;
            if (records > hashes.length) {
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
            }
            hashes[Math.toIntExact(records - 1)] = record.hash();
        }
    }

    void addDefect(FileDefect defect) {
        defectCount++;
        if (defects.size() < RefusedFileException.KEPT) {
            defects.add(defect);
        }
    }

    /** The refusal for a defect after which nothing more can be read, with all that were met before it. */
    RefusedFileException refused(FileDefect last) {
        addDefect(last);
        return new RefusedFileException(defects, defectCount);
    }

    /**
     * Ends the file.
     *
     * @param sha256 hash of the file's bytes
     * @param bytes size of the file
     * @param form what it was read as
     * @throws RefusedFileException when the file had no header, no records or any structural defect
     */
    SourceSummary summary(String sha256, long bytes, SourceForm form) throws RefusedFileException {
        if (binding == null) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.EMPTY));
        }
        if (defectCount > 0) {
            throw new RefusedFileException(defects, defectCount);
        }
        if (records == 0) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.NO_ROWS));
        }
        return new SourceSummary(
                sha256, bytes, form, records, findings, withoutJudgement, duplicates(), bound().otherwise(), lacking);
    }

    private Binding bound() {
        if (binding == null) {
            throw new IllegalStateException("the header comes first");
        }
        return binding;
    }

    private long duplicates() {
        if (!layout.wide()) {
            return 0;
        }
        int n = Math.toIntExact(records);
        Arrays.sort(hashes, 0, n);
        long repeated = 0;
        for (int i = 1; i < n; i++) {
            repeated += hashes[i] == hashes[i - 1] ? 1 : 0;
        }
        return repeated;
    }
}
