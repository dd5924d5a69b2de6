package se.tillsyn.analytics.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;

/** A CSV file of cases. */
public record ReferenceTable(String file, List<String> columns, List<Row> rows) {

    static ReferenceTable parse(String file, String text) {
        List<NamedCsvRecord> records =
                CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        if (records.isEmpty()) {
            throw new AssertionError(file + ": expected at least one case, found none");
        }
        return new ReferenceTable(
                file, records.get(0).getHeader(), records.stream().map(Row::new).toList());
    }

    /** The rows that hold a text in a column, in the file's order. */
    public List<Row> where(String column, String text) {
        return rows.stream().filter(row -> row.text(column).equals(text)).toList();
    }

    /** One row. */
    public record Row(NamedCsvRecord fields) {

        public String text(String column) {
            return fields.getField(column);
        }

        /** Whether the column is not empty. */
        public boolean has(String column) {
            return !text(column).isEmpty();
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public int whole(String column) {
            return Integer.parseInt(text(column));
        }

        /** Numbers that stand in one field, separated by semicolons. */
        public double[] numbers(String column) {
            return Arrays.stream(text(column).split(";"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        /** Line and first column: tells the row in reports. */
        @Override
        public String toString() {
            return "line " + fields.getStartingLineNumber() + " " + fields.getField(0);
        }
    }
}
