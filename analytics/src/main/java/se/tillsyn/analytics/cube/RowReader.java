package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.ScannedColumn;
import se.tillsyn.ingest.table.TableScan;

/**
 * Reads findings files into {@link FindingRows}, one for each part of the operations, a row group at a time ({@link
 * RowGroup}). What a code means is looked up once per distinct code of a row group.
 *
 * <p>Files count only where evidence and observed unit allow a case rate; where the requirement applied to some of them
 * only ({@code eligible}), those are the denominator. 0 of 0 is no judgement.
 */
final class RowReader {

    private static final List<String> COLUMNS = List.of(
            FindingColumns.UNIT_ID,
            FindingColumns.TOPIC,
            FindingColumns.REGION_CODE,
            FindingColumns.INSPECTED_ON,
            FindingColumns.AGE_GROUP,
            FindingColumns.OPERATION_TYPE,
            FindingColumns.SELECTION_BASIS,
            FindingColumns.OBSERVED_UNIT,
            FindingColumns.EVIDENCE,
            FindingColumns.PROGRAMME,
            FindingColumns.OFFICE,
            FindingColumns.OUTCOME,
            FindingColumns.CASES_ASSESSED,
            FindingColumns.CASES_DEFICIENT,
            FindingColumns.ELIGIBLE,
            FindingColumns.VALUE,
            FindingColumns.CENSORED,
            FindingColumns.VALUE_LOW,
            FindingColumns.VALUE_HIGH,
            FindingColumns.DEMAND,
            FindingColumns.FOLLOWED_UP_ON,
            FindingColumns.REMEDIED,
            FindingColumns.FINDING_ID,
            FindingColumns.REVISION,
            FindingColumns.WITHDRAWN);

    /** Columns that are needed only where a finding may have been replaced. */
    private static final int FOR_REVISIONS = 3;

    /** So many that few other findings share a bit with a revised one. */
    private static final int BITS_PER_REVISION = 32;

    private final CubeDimensions dimensions;
    private final Visibility visibility;
    private final Map<String, Integer> newestRevisions;
    /** Bits at the hashes of the keys of {@link #newestRevisions}: most findings are told from them without a text. */
    private final BitSet revised;

    private final int revisedMask;

    private final FindingRows[] parts;

    private @Nullable TableScan scan;
    private int batch;
    private long[] codes = new long[0];
    private @Nullable ScannedColumn id;
    private @Nullable ScannedColumn revision;
    private @Nullable ScannedColumn withdrawn;

    /**
     * @param visibility which of the findings are counted
     * @param partCount into how many parts the operations are dealt
     */
    RowReader(CubeDimensions dimensions, Visibility visibility, int partCount) {
        this.dimensions = dimensions;
        this.visibility = visibility;
        newestRevisions = visibility.revisionsAfter(visibility.newest());
        revisedMask = Integer.highestOneBit(Math.max(1, newestRevisions.size())) * BITS_PER_REVISION - 1;
        revised = new BitSet(revisedMask + 1);
        newestRevisions.keySet().forEach(key -> revised.set((int) (ScannedColumn.hashOf(key) & revisedMask)));
        parts = new FindingRows[partCount];
        for (int i = 0; i < partCount; i++) {
            parts[i] = new FindingRows();
        }
    }

    /** The findings read so far, by part. */
    FindingRows[] parts() {
        return parts;
    }

    /** Reads a file; returns whether any of its findings is about several operations together. */
    boolean read(Path file) throws IOException {
        boolean statements = false;
        boolean revising = visibility.knowsRevisions();
        batch = visibility.numberOf(file);
        List<String> columns = revising ? COLUMNS : COLUMNS.subList(0, COLUMNS.size() - FOR_REVISIONS);
        try (TableScan opened = new TableScan(file, FindingTable.TABLE, columns)) {
            scan = opened;
            while (opened.next()) {
                if (codes.length < opened.rows()) {
                    codes = new long[opened.rows()];
                }
                id = revising ? column(FindingColumns.FINDING_ID) : null;
                revision = revising ? column(FindingColumns.REVISION) : null;
                withdrawn = revising ? column(FindingColumns.WITHDRAWN) : null;
                statements |= new RowGroup(this, dimensions, opened.rows(), codes).readAll();
            }
        }
        return statements && batch <= visibility.newest();
    }

    /** A column of the present row group. */
    ScannedColumn column(String name) throws IOException {
        if (scan == null) {
            throw new IllegalStateException("no file is open");
        }
        return scan.column(COLUMNS.indexOf(name));
    }

    /** Tells every part of a day on which something was inspected. */
    void sawDay(int day) {
        for (FindingRows part : parts) {
            part.sawDay(day);
        }
    }

    /**
     * Whether the finding of a row is counted: it was known in time, no higher revision had replaced it and none withdrawn
     * it.
     *
     * @param code its {@link FindingCode}
     */
    boolean known(int row, long code) {
        int limit = visibility.newest();
        if (visibility.holdsAny()) {
            limit = visibility.limit(
                    FindingCode.topic(code),
                    CubeDimensions.yearPeriod(FindingCode.day(code)) / CellKey.PERIODS_OF_YEAR,
                    dimensions.regions().selfAndAbove(FindingCode.region(code)));
        }
        if (batch > limit) {
            return false;
        }
        if (id == null || revision == null || withdrawn == null) {
            return true;
        }
        if (withdrawn.number(withdrawn.id(row)) != 0) {
            return false;
        }
        if (limit != visibility.newest()) {
            Integer then = visibility.revisionsAfter(limit).get(id.text(id.id(row)));
            return then == null || revision.number(revision.id(row)) == then;
        }
        if (!revised.get((int) (id.textHash(id.id(row)) & revisedMask))) {
            return true;
        }
        Integer newest = newestRevisions.get(id.text(id.id(row)));
        return newest == null || revision.number(revision.id(row)) == newest;
    }
}
