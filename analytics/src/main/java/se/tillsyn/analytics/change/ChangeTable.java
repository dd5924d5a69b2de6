package se.tillsyn.analytics.change;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.Table;

/** Columns of {@code changes.csv}, and of {@code diff --csv}. */
public final class ChangeTable {

    public static final Table<Change> TABLE = new Table<>("changes", columns());

    private ChangeTable() {}

    private static List<Column<Change>> columns() {
        List<Column<Change>> columns = new ArrayList<>();
        columns.add(Column.text("table", Change::table));
        for (int i = 0; i < ComparedTable.KEYS.size(); i++) {
            int key = i;
            columns.add(Column.text(
                    ComparedTable.KEYS.get(i), change -> change.keys().get(key)));
        }
        columns.add(Column.text("column", Change::column));
        columns.add(Column.text("before", Change::before));
        columns.add(Column.text("after", Change::after));
        columns.add(Column.text("kind", change -> change.kind().name()));
        columns.add(Column.text("reason", Change::reason));
        return columns;
    }
}
