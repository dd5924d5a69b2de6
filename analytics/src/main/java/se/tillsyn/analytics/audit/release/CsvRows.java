package se.tillsyn.analytics.audit.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file, as text. */
final class CsvRows implements Closeable {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    CsvRows(Path file) throws IOException {
        reader = CsvReader.builder().ofCsvRecord(file);
        records = reader.iterator();
        header = records.hasNext() ? List.copyOf(records.next().getFields()) : List.of();
    }

    List<String> header() {
        return header;
    }

    /** The next row's fields, {@code null} after the last. */
    @Nullable
    List<String> next() {
        return records.hasNext() ? records.next().getFields() : null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
