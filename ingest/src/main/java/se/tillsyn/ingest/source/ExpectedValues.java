package se.tillsyn.ingest.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Cell;
import se.tillsyn.ingest.layout.ColumnRule;
import se.tillsyn.ingest.layout.Layout;

/**
 * What kind of value each source column should hold in a format that has types. Only what a layout copies as it stands is
 * bound to the contract's type: words that are mapped, and parts of a key, may be whatever the source has.
 */
final class ExpectedValues {

    /** Kinds of value. */
    enum Kind {
        /** Codes and ids: text, since as numbers they lose leading zeros. */
        TEXT,
        /** A day: text, or a type for days. */
        DAY,
        /** Anything that has one written form. */
        ANY
    }

    private static final Set<String> DAYS = Set.of(FindingColumns.INSPECTED_ON, FindingColumns.FOLLOWED_UP_ON);

    /** Numbers and flags. */
    private static final Set<String> ANYTHING = Set.of(
            FindingColumns.REVISION,
            FindingColumns.WITHDRAWN,
            FindingColumns.CASES_ASSESSED,
            FindingColumns.CASES_DEFICIENT,
            FindingColumns.ELIGIBLE,
            FindingColumns.VALUE,
            FindingColumns.CENSORED,
            FindingColumns.VALUE_LOW,
            FindingColumns.VALUE_HIGH,
            FindingColumns.DEMAND,
            FindingColumns.REMEDIED);

    private final Map<String, Kind> kinds = new HashMap<>();

    ExpectedValues(Layout layout) {
        layout.columns().forEach((target, rule) -> {
            if (rule instanceof ColumnRule.Copied copied) {
                for (String column : columnsOf(copied.cell(), layout)) {
                    kinds.merge(column, kindOf(target), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }
            }
        });
    }

    Kind of(String column) {
        return kinds.getOrDefault(column, Kind.ANY);
    }

    private static Kind kindOf(String target) {
        if (DAYS.contains(target)) {
            return Kind.DAY;
        }
        return ANYTHING.contains(target) ? Kind.ANY : Kind.TEXT;
    }

    private static List<String> columnsOf(Cell cell, Layout layout) {
        if (cell instanceof Cell.InColumn in) {
            return List.of(in.column());
        }
        return cell instanceof Cell.WideField ? List.copyOf(layout.wideColumns().keySet()) : List.of();
    }
}
