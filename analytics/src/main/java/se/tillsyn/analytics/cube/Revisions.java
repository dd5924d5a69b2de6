package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.ScannedColumn;
import se.tillsyn.ingest.table.TableScan;

/**
 * Which findings have been replaced or withdrawn. Only a finding with revision 2 or more, or one that is withdrawn, can do
 * that; batches say in their manifests whether they hold any, so that most stores are read once.
 */
final class Revisions {

    private Revisions() {}

    /** Highest revision of each finding of a file that has revision 2 or more, or is withdrawn. */
    static Map<String, Integer> of(Path file) throws IOException {
        Map<String, Integer> newest = new HashMap<>();
        List<String> columns = List.of(FindingColumns.FINDING_ID, FindingColumns.REVISION, FindingColumns.WITHDRAWN);
        try (TableScan scan = new TableScan(file, FindingTable.TABLE, columns)) {
            while (scan.next()) {
                ScannedColumn id = scan.column(0);
                ScannedColumn revision = scan.column(1);
                ScannedColumn withdrawn = scan.column(2);
                for (int row = 0; row < scan.rows(); row++) {
                    int number = (int) revision.number(revision.id(row));
                    if (number > 1 || withdrawn.number(withdrawn.id(row)) == 1) {
                        newest.merge(id.text(id.id(row)), number, Math::max);
                    }
                }
            }
        }
        return newest;
    }

    /** Adds what another file says. */
    static Map<String, Integer> merge(Map<String, Integer> into, Map<String, Integer> other) {
        other.forEach((id, revision) -> into.merge(id, revision, Math::max));
        return into;
    }
}
