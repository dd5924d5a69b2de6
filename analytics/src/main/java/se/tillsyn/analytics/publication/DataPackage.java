package se.tillsyn.analytics.publication;

import java.util.List;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.Table;

/**
 * {@code datapackage.json}: the CSV tables of a release for tools that read Data Packages. Only what versions 1.0 and 2.0
 * of the standard share.
 */
record DataPackage(
        String profile,
        String name,
        String title,
        String description,
        String version,
        List<Licence> licenses,
        List<Resource> resources) {

    record Licence(String name, String path) {}

    record Resource(
            String profile,
            String name,
            String path,
            String format,
            String mediatype,
            String encoding,
            long bytes,
            String hash,
            Schema schema) {}

    record Schema(List<Field> fields, List<String> missingValues) {}

    record Field(String name, String type, Constraints constraints) {}

    record Constraints(boolean required) {}

    /** Describes one CSV table. */
    static Resource resource(Table<?> table, String path, long bytes, String sha256) {
        return new Resource(
                "tabular-data-resource",
                table.name(),
                path,
                "csv",
                "text/csv",
                "utf-8",
                bytes,
                "sha256:" + sha256,
                new Schema(table.columns().stream().map(DataPackage::field).toList(), List.of("")));
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
