package se.tillsyn.analytics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rows of a file of expected values made by another program. The files stand in the test resources; {@code
 * -Dtillsyn.reference=DIR} takes files of the same names from another folder.
 */
public final class ReferenceTable {

    private ReferenceTable() {}

    public static Stream<Row> rows(String file) {
        try (InputStream in = open(file);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Row> rows = reader.stream().map(Row::new).toList();
            if (rows.isEmpty()) {
                throw new AssertionError(file + " holds no case");
            }
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) throws IOException {
        String folder = System.getProperty("tillsyn.reference", "");
        return folder.isEmpty()
                ? Objects.requireNonNull(ReferenceTable.class.getResourceAsStream("/reference/" + file), file)
                : Files.newInputStream(Path.of(folder).resolve(file));
    }

    /** One case. */
    public record Row(NamedCsvRecord fields) {

        public String text(String column) {
            return fields.getField(column);
        }

        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public int whole(String column) {
            return Integer.parseInt(text(column));
        }

        @Override
        public String toString() {
            return text("case_id");
        }
    }

    /** Compares within the files' tolerance of 1e-6, relative. */
    public static void assertClose(double expected, double found, String what) {
        double tolerance = 1e-6 * Math.max(Math.abs(expected), 1e-6);
        if (!(Math.abs(expected - found) <= tolerance)) {
            throw new AssertionError(what + ": expected " + expected + ", found " + found);
        }
    }
}
