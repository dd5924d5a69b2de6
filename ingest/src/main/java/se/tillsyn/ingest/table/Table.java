package se.tillsyn.ingest.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A named table: its columns in file order. Defined once per table and used by every format's writer.
 *
 * @param <R> row type
 * @param name table name, as in file names and metadata
 * @param columns at least one, names distinct
 */
public record Table<R>(String name, List<Column<R>> columns) {

    public Table {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column<R> column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("table " + name + ": column " + column.name() + " twice");
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table " + name + ": no column");
        }
    }

    /** Column names in file order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
