package se.tillsyn.analytics.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.Table;

/**
 * {@code datapackage.json}: the tables of a release for tools that read Data Packages, each as CSV, as CSV for Excel in
 * Swedish and as Parquet. Only what versions 1.0 and 2.0 of the standard share.
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

    record Licence(String name, String path) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resource(
            String profile,
            String name,
            String path,
            String format,
            String mediatype,
            @Nullable String encoding,
            @Nullable Dialect dialect,
            long bytes,
            String hash,
            Schema schema) {}

    /** How a CSV is written, where it is not as the standard supposes. */
    record Dialect(
            String delimiter,
            @JsonProperty("lineTerminator") String lineTerminator,
            @JsonProperty("doubleQuote") boolean doubleQuote) {}

    record Schema(List<Field> fields, List<String> missingValues) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(
            String name,
            String type,
            @JsonProperty("decimalChar") @Nullable String decimalChar,
            Constraints constraints) {}

    record Constraints(boolean required) {}

    /** Describes one table as one of its files has it, by the ending of the file. */
    static Resource resource(Table<?> table, String path, long bytes, String sha256) {
        boolean excel = path.endsWith(ReleaseLayout.EXCEL_SV_ENDING);
        boolean parquet = path.endsWith(".parquet");
        String suffix = parquet ? ".parquet" : excel ? ".excel-sv" : "";
        return new Resource(
                parquet ? "data-resource" : "tabular-data-resource",
                table.name() + suffix,
                path,
                parquet ? "parquet" : "csv",
                parquet ? "application/vnd.apache.parquet" : "text/csv",
                parquet ? null : "utf-8",
                excel ? new Dialect(";", "\r\n", true) : null,
                bytes,
                "sha256:" + sha256,
                new Schema(
                        table.columns().stream()
                                .map(column -> field(column, excel))
                                .toList(),
                        List.of("")));
    }

    private static Field field(Column<?> column, boolean decimalComma) {
        // An empty status is a value in its own right ("a number"), yet reads as missing: text is never required.
        boolean required = !column.optional() && !(column instanceof Column.Text<?>);
        String type = typeOf(column);
        return new Field(
                column.name(), type, decimalComma && type.equals("number") ? "," : null, new Constraints(required));
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
