package se.tillsyn.web.dataset;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.TableColumns;

/**
 * Rows of one or more tables as one cube. Keys are kept, 8 bytes a row; a measure is read when it is first asked for, 9 bytes
 * a row, and may be forgotten when memory is short.
 */
final class Cube {

    private static final List<Status> STATUSES = List.of(Status.values());

    /** Key of a row that is not part of the cube. */
    static final int NONE = -1;

    private final ReleaseTables release;
    private final List<String> tables;
    private final long[] keys;
    private final int rowBits;
    private final int allRows;
    private final Map<String, SoftReference<Column>> columns = new HashMap<>();

    /** Figures of a measure by row. */
    private static final class Column {

        private final double[] numbers;
        private final byte[] statuses;

        private Column(int rows) {
            numbers = new double[rows];
            statuses = new byte[rows];
        }
    }

    /**
     * @param keysOfRows packed key of each row, tables one after the other; {@link #NONE} for a row to leave out
     * @throws IllegalArgumentException when two rows have the same key
     */
    Cube(ReleaseTables release, List<String> tables, long[] keysOfRows) {
        this.release = release;
        this.tables = List.copyOf(tables);
        rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(keysOfRows.length);
        allRows = keysOfRows.length;
        keys = new long
                [(int) LongStream.of(keysOfRows).filter(key -> key != NONE).count()];
        int kept = 0;
        for (int row = 0; row < allRows; row++) {
            if (keysOfRows[row] == NONE) {
                continue;
            }
            if (keysOfRows[row] >>> (Long.SIZE - 1 - rowBits) != 0) {
                throw new IllegalArgumentException("cube: expected fewer combinations of dimensions");
            }
            keys[kept] = (keysOfRows[row] << rowBits) | row;
            kept++;
        }
        Arrays.sort(keys);
        for (int i = 1; i < keys.length; i++) {
            if (keys[i] >>> rowBits == keys[i - 1] >>> rowBits) {
                throw new IllegalArgumentException("cube: expected each combination of dimensions once");
            }
        }
    }

    /** Row of a key; −1 where no table has one. */
    int row(long key) {
        long least = key << rowBits;
        int found = Arrays.binarySearch(keys, least);
        int at = found < 0 ? -found - 1 : found;
        return at < keys.length && keys[at] >>> rowBits == key ? (int) (keys[at] & ((1L << rowBits) - 1)) : -1;
    }

    List<String> tables() {
        return tables;
    }

    /** Reads figures of one measure: cell {@code i} of {@code cells} from row {@code rows[i]}, where {@code from[i]} says so. */
    void fill(Content content, Map<String, Integer> words, int[] rows, int[] cellsOfRows, Cells cells) {
        Column column = column(content, words);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0) {
                cells.put(cellsOfRows[i], Double.NaN, Status.NOT_AVAILABLE);
            } else {
                cells.put(cellsOfRows[i], column.numbers[rows[i]], STATUSES.get(column.statuses[rows[i]]));
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
        Column column = new Column(allRows);
        int first = 0;
        for (String name : tables) {
            TableColumns table = release.table(name);
            double[] numbers = words.isEmpty() ? numbers(table, content) : numbers(table, content, words);
            byte[] statuses = statuses(table, content, numbers);
            System.arraycopy(numbers, 0, column.numbers, first, numbers.length);
            System.arraycopy(statuses, 0, column.statuses, first, statuses.length);
            first += table.rows();
        }
        return column;
    }

    private static double[] numbers(TableColumns table, Content content) {
        if (content.unit().equals("year")) {
            TableColumns.Coded years = table.texts(content.code());
            return words(
                    years,
                    years.distinct().stream().mapToDouble(Double::parseDouble).toArray());
        }
        return table.numbers(content.code());
    }

    private static double[] numbers(TableColumns table, Content content, Map<String, Integer> words) {
        TableColumns.Coded texts = table.texts(content.code());
        double[] meanings = texts.distinct().stream()
                .mapToDouble(word -> {
                    Integer number = words.get(word);
                    return number == null ? Double.NaN : number;
                })
                .toArray();
        return words(texts, meanings);
    }

    private static double[] words(TableColumns.Coded texts, double[] meanings) {
        double[] numbers = new double[texts.rows()];
        for (int row = 0; row < numbers.length; row++) {
            int index = texts.index(row);
            numbers[row] = index < 0 ? Double.NaN : meanings[index];
        }
        return numbers;
    }

    /** Reasons of a measure; a number beside a reason to withhold it is a fault of the release and is never shown. */
    private static byte[] statuses(TableColumns table, Content content, double[] numbers) {
        TableColumns.@Nullable Coded given =
                table.has(content.statusColumn()) ? table.texts(content.statusColumn()) : null;
        byte[] statuses = new byte[numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            int index = given == null ? -1 : given.index(row);
            String code = given == null || index < 0 ? "" : given.distinct().get(index);
            Status status = Status.ofCode(code);
            boolean number = !Double.isNaN(numbers[row]);
            // "Not available" may stand beside a count: 0 of 0 were assessed.
            if (number && status != Status.VALUE && (status != Status.NOT_AVAILABLE || numbers[row] != 0)) {
                throw new IllegalStateException(
                        "column " + content.code() + ": expected no number beside the status " + status);
            }
            Status reason = status == Status.VALUE ? content.whenEmpty() : status;
            statuses[row] = (byte) STATUSES.indexOf(number ? Status.VALUE : reason);
        }
        return statuses;
    }
}
