package se.tillsyn.web.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.RateColumn.Figures;

/** A rate table in memory: parallel arrays in the order of the packed keys, 51 bytes and a bit a row. */
final class RateTable {

    private static final String PLAIN = "plain";

    private final KeyCodes keyCodes;
    private final long[] keys;
    private final RateColumn cases;
    private final RateColumn units;
    private final byte[] bases;
    private final BitSet synthetic = new BitSet();
    private final List<String> baseCodes = new ArrayList<>();
    private int size;

    /** An empty table with room for a number of rows. */
    RateTable(KeyCodes keyCodes, int rows) {
        this.keyCodes = keyCodes;
        keys = new long[rows];
        cases = new RateColumn(rows);
        units = new RateColumn(rows);
        bases = new byte[rows];
    }

    /**
     * Adds the next row of the file.
     *
     * @throws IllegalArgumentException when the row is out of order, has an unknown code or contradicts itself
     */
    void add(RateRow row) {
        long key = keyCodes.pack(row.key());
        if (key < 0) {
            throw new IllegalArgumentException("row " + size + " has a code that no code list of the release has");
        }
        if (size == keys.length || (size > 0 && keys[size - 1] >= key)) {
            throw new IllegalArgumentException("row " + size + " is out of order, doubled or beyond the row count");
        }
        keys[size] = key;
        cases.put(
                size,
                Status.ofCode(row.caseStatusCode()),
                row.caseRateMethod() != null && !PLAIN.equals(row.caseRateMethod()),
                new Figures(
                        row.casesAssessed(),
                        row.casesDeficient(),
                        row.caseRate(),
                        row.caseRateLower(),
                        row.caseRateUpper()));
        units.put(
                size,
                Status.ofCode(row.unitStatusCode()),
                false,
                new Figures(
                        row.unitsAssessed(),
                        row.unitsDeficient(),
                        row.unitRate(),
                        row.unitRateLower(),
                        row.unitRateUpper()));
        bases[size] = base(row.selectionBasis() == null ? "" : row.selectionBasis());
        synthetic.set(size, row.synthetic());
        size++;
    }

    int size() {
        return size;
    }

    /** The cell, or {@link Cell#NOT_INSPECTED} when the table has no row for it. */
    Cell cell(CellKey key) {
        long packed = keyCodes.pack(key);
        int row = packed < 0 ? -1 : Arrays.binarySearch(keys, 0, size, packed);
        return row < 0 ? Cell.NOT_INSPECTED : at(row);
    }

    /** Shows each row of a topic to a reader, in order. */
    void forEach(String topic, BiConsumer<CellKey, Cell> reader) {
        long start = keyCodes.topicStart(topic);
        if (start < 0) {
            return;
        }
        int found = Arrays.binarySearch(keys, 0, size, start);
        long end = keyCodes.topicEnd(topic);
        for (int row = found < 0 ? -found - 1 : found; row < size && keys[row] < end; row++) {
            reader.accept(keyCodes.unpack(keys[row]), at(row));
        }
    }

    /** Number of figures of a status, both rates counted. */
    long count(Status status) {
        long count = 0;
        for (int row = 0; row < size; row++) {
            count += cases.status(row) == status ? 1 : 0;
            count += units.status(row) == status ? 1 : 0;
        }
        return count;
    }

    private Cell at(int row) {
        return new Cell(cases.at(row), units.at(row), baseCodes.get(bases[row]), synthetic.get(row));
    }

    private byte base(String code) {
        int index = baseCodes.indexOf(code);
        if (index < 0) {
            if (baseCodes.size() > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("expected at most 128 selection bases");
            }
            index = baseCodes.size();
            baseCodes.add(code);
        }
        return (byte) index;
    }
}
