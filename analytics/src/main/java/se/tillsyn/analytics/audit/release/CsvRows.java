package se.tillsyn.analytics.audit.release;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file, as text. */
final class CsvRows implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    private CsvRows(Path file, CsvReader<CsvRecord> reader) throws IOException {
        this.file = file;
        this.reader = reader;
        records = reader.iterator();
        List<String> first = next();
        header = first == null ? List.of() : List.copyOf(first);
    }

    /** Comma and no byte order mark. */
    static CsvRows standard(Path file) throws IOException {
        return new CsvRows(file, reader().ofCsvRecord(file));
    }

    /** As for Excel in Swedish: a byte order mark and semicolons. */
    static CsvRows excelSv(Path file) throws IOException {
        Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        if (text.read() != BYTE_ORDER_MARK) {
            text.close();
            text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        }
        return new CsvRows(file, reader().fieldSeparator(';').ofCsvRecord(text));
    }

    /** Rows of another length than the header are handed on: what is wrong with them is told with the table's name. */
    private static CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    static Map<String, Integer> places(List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (String column : header) {
            places.put(column, places.size());
        }
        return places;
    }

    List<String> header() {
        return header;
    }

    /**
     * The next row's fields, {@code null} after the last.
     *
     * @throws IOException when the file is no CSV
     */
    @Nullable
    List<String> next() throws IOException {
        try {
            return records.hasNext() ? records.next().getFields() : null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException(
                    "Audit, file " + file.getFileName()
                            + ": expected CSV in UTF-8, found a row that cannot be read. Make the release again.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
