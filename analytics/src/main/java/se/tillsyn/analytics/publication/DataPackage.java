package se.tillsyn.analytics.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.Table;

/**
 * {@code datapackage.json}: the tables of a release for tools that read Data Packages, each as CSV and as Parquet. Only
 * what versions 1.0 and 2.0 of the standard share.
 *
 * <p>The CSV for Excel in Swedish is an alternative of the plain one and no resource of its own: it begins with a byte
 * order mark, for which neither version has a word, and a program that believes the descriptor takes the mark for a part
 * of the first column's name.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataPackage(
        String profile,
        String name,
        String title,
        String description,
        String version,
        List<Licence> licenses,
        List<Resource> resources) {

    private static final String CSV = "text/csv";
    private static final String UTF_8 = "utf-8";

    record Licence(String name, String path) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resource(
            String profile,
            String name,
            String path,
            String format,
            String mediatype,
            @Nullable String encoding,
            long bytes,
            String hash,
            Schema schema,
            @Nullable List<Alternative> alternatives) {}

    /** The same rows in a file that the standard cannot describe as a table; a property of our own. */
    record Alternative(
            String path,
            String mediatype,
            String encoding,
            Dialect dialect,
            @JsonProperty("decimalChar") String decimalChar,
            long bytes,
            String hash) {}

    /** How a CSV is written, where it is not as the standard supposes. */
    record Dialect(
            String delimiter,
            @JsonProperty("lineTerminator") String lineTerminator,
            @JsonProperty("doubleQuote") boolean doubleQuote) {}

    record Schema(List<Field> fields, List<String> missingValues) {}

    record Field(String name, String type, Constraints constraints) {}

    record Constraints(boolean required) {}

    /** Describes a table as one of its files has it, Parquet or CSV by the ending of the file. */
    static Resource resource(Table<?> table, String path, long bytes, String sha256, List<Alternative> alternatives) {
        boolean parquet = path.endsWith(".parquet");
        return new Resource(
                parquet ? "data-resource" : "tabular-data-resource",
                parquet ? table.name() + ".parquet" : table.name(),
                path,
                parquet ? "parquet" : "csv",
                parquet ? "application/vnd.apache.parquet" : CSV,
                parquet ? null : UTF_8,
                bytes,
                "sha256:" + sha256,
                new Schema(table.columns().stream().map(DataPackage::field).toList(), List.of("")),
                alternatives.isEmpty() ? null : alternatives);
    }

    /** Describes the file of a table that is written for Excel in Swedish. */
    static Alternative excelSv(String path, long bytes, String sha256) {
        return new Alternative(path, CSV, UTF_8, new Dialect(";", "\r\n", true), ",", bytes, "sha256:" + sha256);
    }

    private static Field field(Column<?> column) {
        // An empty status is a value in its own right ("a number"), yet reads as missing: text is never required.
        boolean required = !column.optional() && !(column instanceof Column.Text<?>);
        return new Field(column.name(), typeOf(column), new Constraints(required));
    }

    private static String typeOf(Column<?> column) {
        if (column instanceof Column.Text<?>) {
            return "string";
        }
        if (column instanceof Column.Whole<?> || column instanceof Column.OptionalWhole<?>) {
            return "integer";
        }
        if (column instanceof Column.Day<?>) {
            return "date";
        }
        if (column instanceof Column.Flag<?> || column instanceof Column.OptionalFlag<?>) {
            return "boolean";
        }
        return "number";
    }
}
