package se.tillsyn.analytics.change;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;

/**
 * The rows of one published CSV in the order of their keys, totals first. Tables are written in that order, so that a row at a
 * time is in memory; one that is not is sorted in memory.
 */
final class SortedRows implements Closeable {

    /** Keys are compared from the left, a total before any other code. */
    static final Comparator<List<String>> ORDER = SortedRows::compare;

    private final ComparedTable table;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<List<String>> rows;
    private @Nullable List<String> row;
    private List<String> key = List.of();

    private SortedRows(ComparedTable table, CsvReader<CsvRecord> reader, Iterator<List<String>> rows) {
        this.table = table;
        this.reader = reader;
        this.rows = rows;
        next();
    }

    /**
     * Opens a table.
     *
     * @throws IOException when the file cannot be read as CSV or a row's key comes twice
     */
    static SortedRows open(Path csv) throws IOException {
        boolean inOrder = isInOrder(csv);
        CsvReader<CsvRecord> reader = reader(csv);
        try {
            Iterator<List<String>> rows = fieldsOf(reader);
            ComparedTable table = ComparedTable.of(rows.hasNext() ? rows.next() : List.of());
            if (!inOrder) {
                List<List<String>> all = new ArrayList<>();
                rows.forEachRemaining(all::add);
                all.sort(Comparator.comparing(table::keysOf, ORDER));
                rows = all.iterator();
            }
            return new SortedRows(table, reader, rows);
        } catch (UncheckedIOException e) {
            reader.close();
            throw e.getCause();
        }
    }

    ComparedTable table() {
        return table;
    }

    /** The row at hand, or {@code null} at the end. */
    @Nullable
    List<String> row() {
        return row;
    }

    /** Key of the row at hand. */
    List<String> key() {
        return key;
    }

    void next() {
        row = rows.hasNext() ? rows.next() : null;
        key = row == null ? List.of() : table.keysOf(row);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static boolean isInOrder(Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(csv)) {
            Iterator<List<String>> rows = fieldsOf(reader);
            ComparedTable table = ComparedTable.of(rows.hasNext() ? rows.next() : List.of());
            List<String> before = null;
            while (rows.hasNext()) {
                List<String> key = table.keysOf(rows.next());
                if (before != null && ORDER.compare(before, key) >= 0) {
                    return false;
                }
                before = key;
            }
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static CsvReader<CsvRecord> reader(Path csv) throws IOException {
        return CsvReader.builder().ofCsvRecord(Files.newBufferedReader(csv, StandardCharsets.UTF_8));
    }

    private static Iterator<List<String>> fieldsOf(CsvReader<CsvRecord> reader) {
        Iterator<CsvRecord> records = reader.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public List<String> next() {
                return records.next().getFields();
            }
        };
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            String a = one.get(i);
            String b = other.get(i);
            int order = Boolean.compare(b.equals(RateColumns.TOTAL), a.equals(RateColumns.TOTAL));
            order = order == 0 ? a.compareTo(b) : order;
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
