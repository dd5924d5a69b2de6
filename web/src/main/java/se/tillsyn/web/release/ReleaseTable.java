package se.tillsyn.web.release;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any further table of a release in memory: its rows by the codes in its first columns, its figures as arrays. Texts are
 * kept once each and rows hold their numbers, so that a row of twenty figures takes some hundred bytes.
 *
 * <p>A figure that the file leaves empty is NaN, or −1 for whole numbers; a status column beside it says why.
 */
public final class ReleaseTable {

    private static final ReleaseTable EMPTY = new ReleaseTable(0, List.of(), Map.of());

    private final int size;
    private final Map<String, TableColumn> columns;
    private final List<TableColumn.Texts> keys;
    private final int rowBits;
    /** Codes of a row, packed from the first column down, and the row itself in the lowest bits; ascending. */
    private final long[] index;

    /**
     * @param keyNames columns whose texts together name a row
     * @param columns by name, each as long as the table
     */
    private ReleaseTable(int size, List<String> keyNames, Map<String, TableColumn> columns) {
        this.size = size;
        this.columns = new LinkedHashMap<>(columns);
        this.keys = keyNames.stream().map(this::texts).toList();
        this.rowBits = bitsFor(size);
        if (rowBits + keys.stream().mapToInt(ReleaseTable::bits).sum() >= Long.SIZE) {
            throw new IllegalArgumentException("expected fewer than 2^63 combinations of codes and rows");
        }
        this.index = new long[size];
        for (int row = 0; row < size; row++) {
            long packed = 0;
            for (TableColumn.Texts key : keys) {
                if (key.place(row) < 0) {
                    throw new IllegalArgumentException("row " + row + " lacks a code");
                }
                packed = (packed << bits(key)) | key.place(row);
            }
            index[row] = (packed << rowBits) | row;
        }
        Arrays.sort(index);
        for (int i = 1; i < size; i++) {
            if (index[i] >>> rowBits == index[i - 1] >>> rowBits) {
                throw new IllegalArgumentException("two rows have the same codes");
            }
        }
    }

    /**
     * Reads a table.
     *
     * @param keys columns whose texts name a row
     * @param rows number of rows that the manifest gives
     */
    static ReleaseTable of(TableColumns columns, List<String> keys, int rows) {
        if (columns.rows() != rows) {
            throw new IllegalArgumentException("it has another number of rows than the manifest says");
        }
        return new ReleaseTable(rows, keys, columns.all());
    }

    private static int bits(TableColumn.Texts key) {
        return bitsFor(key.distinct().size());
    }

    private static int bitsFor(int values) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(values);
    }

    /** A table that the release does not have. */
    static ReleaseTable empty() {
        return EMPTY;
    }

    public int size() {
        return size;
    }

    /** The row with these codes in the key columns, in their order. */
    public Optional<Row> find(String... codes) {
        List<Row> found = under(codes);
        return found.isEmpty() || codes.length != keys.size() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Rows whose first key columns hold these codes, in the order of the file. */
    public List<Row> under(String... codes) {
        if (size == 0) {
            return List.of();
        }
        long start = 0;
        int below = rowBits;
        for (int i = 0; i < keys.size(); i++) {
            TableColumn.Texts key = keys.get(i);
            if (i < codes.length) {
                int place = key.placeOf(codes[i]);
                if (place < 0) {
                    return List.of();
                }
                start = (start << bits(key)) | place;
            } else {
                below += bits(key);
            }
        }
        int from = Arrays.binarySearch(index, start << below);
        int to = Arrays.binarySearch(index, (start + 1) << below);
        return Arrays.stream(index, from < 0 ? -from - 1 : from, to < 0 ? -to - 1 : to)
                .mapToInt(entry -> (int) (entry & ((1L << rowBits) - 1)))
                .sorted()
                .mapToObj(Row::new)
                .toList();
    }

    /** Every row, in the order of the file. */
    public List<Row> rows() {
        return under();
    }

    private TableColumn column(String name) {
        TableColumn column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("the table has no column " + name);
        }
        return column;
    }

    private TableColumn.Texts texts(String name) {
        if (column(name) instanceof TableColumn.Texts texts) {
            return texts;
        }
        throw new IllegalArgumentException("column " + name + ": expected texts");
    }

    private double number(String name, int row) {
        if (column(name) instanceof TableColumn.Reals reals) {
            return reals.number(row);
        }
        throw new IllegalArgumentException("column " + name + ": expected numbers");
    }

    /** One row. Asking for a column that the table does not have is a fault of this program. */
    public final class Row {

        private final int row;

        private Row(int row) {
            this.row = row;
        }

        /** A code or word; empty where the file has none. */
        public String text(String column) {
            return texts(column).text(row);
        }

        /** A number; NaN where the file has none. */
        public double real(String column) {
            return number(column, row);
        }

        /** A whole number; −1 where the file has none. */
        public int whole(String column) {
            double number = number(column, row);
            return Double.isNaN(number) ? -1 : (int) number;
        }

        /** Whether the file has a number here. */
        public boolean has(String column) {
            return !Double.isNaN(number(column, row));
        }

        public boolean flag(String column) {
            if (column(column) instanceof TableColumn.Flags flags) {
                return flags.rows().get(row);
            }
            throw new IllegalArgumentException("column " + column + ": expected flags");
        }
    }
}
