package se.tillsyn.web.dataset;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.TableColumn;
import se.tillsyn.web.release.TableColumns;

/**
 * Rows of one or more tables as one cube. Keys are read when a cell is first asked for and kept, 8 bytes a row; a measure is
 * read when it is first asked for, 8 bytes a row, and may be forgotten when memory is short.
 */
final class Cube {

    private static final byte SUPPRESSED = Cells.place(Status.SUPPRESSED);
    private static final byte NOT_AVAILABLE = Cells.place(Status.NOT_AVAILABLE);

    /** Key of a row that is not part of the cube. */
    static final int NONE = -1;

    private final ReleaseTables release;
    private final List<String> tables;
    /** Row of a cell that the release lacks because what it is worked out from is withheld. */
    private static final int WITHHELD = -2;

    private final Supplier<long[]> keysOfRows;
    private final Supplier<long[]> keysWithheld;
    private final Map<String, SoftReference<Column>> columns = new HashMap<>();
    private volatile @Nullable Keys keys;

    /** Keys of the cube's rows, each with its row in the lowest bits, ascending. */
    private static final class Keys {

        private final long[] sorted;
        private final long[] withheld;
        private final int rowBits;

        /** @throws IllegalArgumentException when two rows have the same key */
        private Keys(long[] keysOfRows, long[] keysWithheld) {
            withheld = keysWithheld;
            Arrays.sort(withheld);
            rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(keysOfRows.length);
            sorted = new long
                    [(int) LongStream.of(keysOfRows).filter(key -> key != NONE).count()];
            int kept = 0;
            for (int row = 0; row < keysOfRows.length; row++) {
                if (keysOfRows[row] == NONE) {
                    continue;
                }
                if (keysOfRows[row] >>> (Long.SIZE - 1 - rowBits) != 0) {
                    throw new IllegalArgumentException("cube: expected fewer combinations of dimensions");
                }
                sorted[kept] = (keysOfRows[row] << rowBits) | row;
                kept++;
            }
            Arrays.sort(sorted);
            for (int i = 1; i < sorted.length; i++) {
                if (sorted[i] >>> rowBits == sorted[i - 1] >>> rowBits) {
                    throw new IllegalArgumentException("cube: expected each combination of dimensions once");
                }
            }
        }

        /** Rows of keys. Questions mostly go through the keys in their order, so the search starts where the last ended. */
        private int[] rows(long[] asked) {
            int[] rows = new int[asked.length];
            int at = 0;
            for (int i = 0; i < asked.length; i++) {
                at = place(asked[i] << rowBits, at);
                boolean found = at < sorted.length && sorted[at] >>> rowBits == asked[i];
                rows[i] = found ? (int) (sorted[at] & ((1L << rowBits) - 1)) : without(asked[i]);
            }
            return rows;
        }

        private int without(long key) {
            return Arrays.binarySearch(withheld, key) < 0 ? NONE : WITHHELD;
        }

        /** First place whose key is not below one, looked for in steps that double from a place on, or before it. */
        private int place(long key, int from) {
            int low = from;
            int high = sorted.length;
            if (from > 0 && sorted[from - 1] >= key) {
                low = 0;
                high = from - 1;
            } else {
                for (int step = 1; low + step < sorted.length; step *= 2) {
                    if (sorted[low + step] >= key) {
                        high = low + step;
                        break;
                    }
                    low += step;
                }
            }
            int found = Arrays.binarySearch(sorted, low, high, key);
            return found < 0 ? -found - 1 : found;
        }
    }

    /**
     * Figures of a measure by row: the bits of a number, or those of "not a number" with the status in the lowest byte. A
     * figure is so read from one place in memory, which is most of what a scattered question costs.
     */
    private static final class Column {

        private static final long NO_NUMBER = 0x7ff8_0000_0000_0000L;
        private static final int STATUS = 0xff;

        private final long[] figures;

        private Column(int rows) {
            figures = new long[rows];
        }

        private void put(int row, double number, byte status) {
            figures[row] = status == 0 ? Double.doubleToLongBits(number) : NO_NUMBER | status;
        }

        private void copy(int row, int cell, Cells cells) {
            long figure = figures[row];
            double number = Double.longBitsToDouble(figure);
            cells.put(cell, number, Double.isNaN(number) ? (byte) (figure & STATUS) : 0);
        }
    }

    /**
     * @param keysOfRows packed key of each row, tables one after the other; {@link #NONE} for a row to leave out
     * @param keysWithheld packed keys of cells that have no row for the sake of what is withheld
     */
    Cube(ReleaseTables release, List<String> tables, Supplier<long[]> keysOfRows, Supplier<long[]> keysWithheld) {
        this.release = release;
        this.tables = List.copyOf(tables);
        this.keysOfRows = keysOfRows;
        this.keysWithheld = keysWithheld;
    }

    /** Rows of keys, for {@link #fill}; negative where no table has one. */
    int[] rows(long[] asked) {
        return keys().rows(asked);
    }

    private Keys keys() {
        Keys known = keys;
        if (known == null) {
            synchronized (this) {
                known = keys;
                if (known == null) {
                    known = new Keys(keysOfRows.get(), keysWithheld.get());
                    keys = known;
                }
            }
        }
        return known;
    }

    List<String> tables() {
        return tables;
    }

    /** Reads figures of one measure: from row {@code rows[i]} into the cell that comes {@code after} cell {@code cellsOfRows[i]}. */
    void fill(Content content, Map<String, Integer> words, int[] rows, int[] cellsOfRows, int after, Cells cells) {
        Column column = column(content, words);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0) {
                cells.put(cellsOfRows[i] + after, Double.NaN, rows[i] == WITHHELD ? SUPPRESSED : NOT_AVAILABLE);
            } else {
                column.copy(rows[i], cellsOfRows[i] + after, cells);
            }
        }
    }

    private synchronized Column column(Content content, Map<String, Integer> words) {
        SoftReference<Column> known = columns.get(content.code());
        Column column = known == null ? null : known.get();
        if (column == null) {
            column = read(content, words);
            columns.put(content.code(), new SoftReference<>(column));
        }
        return column;
    }

    private Column read(Content content, Map<String, Integer> words) {
        List<TableColumns> read = tables.stream().map(release::table).toList();
        Column column = new Column(read.stream().mapToInt(TableColumns::rows).sum());
        int first = 0;
        for (TableColumns table : read) {
            double[] numbers = words.isEmpty() ? numbers(table, content) : numbers(table, content, words);
            byte[] statuses = statuses(table, content, numbers);
            for (int row = 0; row < numbers.length; row++) {
                column.put(first + row, numbers[row], statuses[row]);
            }
            first += table.rows();
        }
        return column;
    }

    private static double[] numbers(TableColumns table, Content content) {
        if (content.unit().equals("year")) {
            TableColumn.Texts years = table.texts(content.code());
            return words(
                    years,
                    years.distinct().stream().mapToDouble(Double::parseDouble).toArray());
        }
        return table.numbers(content.code());
    }

    private static double[] numbers(TableColumns table, Content content, Map<String, Integer> words) {
        TableColumn.Texts texts = table.texts(content.code());
        double[] meanings = texts.distinct().stream()
                .mapToDouble(word -> {
                    Integer number = words.get(word);
                    return number == null ? Double.NaN : number;
                })
                .toArray();
        return words(texts, meanings);
    }

    private static double[] words(TableColumn.Texts texts, double[] meanings) {
        double[] numbers = new double[texts.rows()];
        for (int row = 0; row < numbers.length; row++) {
            int index = texts.place(row);
            numbers[row] = index < 0 ? Double.NaN : meanings[index];
        }
        return numbers;
    }

    /** Reasons of a measure; a number beside a reason to withhold it is a fault of the release and is never shown. */
    private static byte[] statuses(TableColumns table, Content content, double[] numbers) {
        TableColumn.@Nullable Texts given =
                table.has(content.statusColumn()) ? table.texts(content.statusColumn()) : null;
        byte[] statuses = new byte[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            int index = given == null ? -1 : given.place(row);
            String code = given == null || index < 0 ? "" : given.distinct().get(index);
            Status status = Status.ofCode(code);
            boolean number = !Double.isNaN(numbers[row]);
            // "Not available" may stand beside a count: 0 of 0 were assessed.
            if (number && status != Status.VALUE && (status != Status.NOT_AVAILABLE || numbers[row] != 0)) {
                throw new IllegalStateException(
                        "column " + content.code() + ": expected no number beside the status " + status);
            }
            Status reason = status == Status.VALUE ? content.whenEmpty() : status;
            statuses[row] = Cells.place(number ? Status.VALUE : reason);
        }
        return statuses;
    }
}
