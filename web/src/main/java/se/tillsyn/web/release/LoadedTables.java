package se.tillsyn.web.release;

import java.util.Map;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.analytics.release.Status;

/** The tables of a release in memory, by their names; those that it does not have are empty. */
final class LoadedTables {

    private final Map<String, RateTable> rates;
    private final Map<String, ReleaseTable> further;

    /**
     * @param rates by path without ending
     * @param further by name
     */
    LoadedTables(Map<String, RateTable> rates, Map<String, ReleaseTable> further) {
        this.rates = Map.copyOf(rates);
        this.further = Map.copyOf(further);
    }

    Cell cell(RateView view, String level, CellKey key) {
        RateTable table = rates.get(ReleaseLayout.table(ReleaseLayout.tableOf(view.code(), level)));
        return table == null ? Cell.NOT_INSPECTED : table.cell(key);
    }

    boolean hasRates(String level) {
        return rates.containsKey(ReleaseLayout.rates(level));
    }

    ReleaseTable of(TableKind kind, String level) {
        return further.getOrDefault(ReleaseLayout.tableOf(kind.code(), level), ReleaseTable.empty());
    }

    ReleaseTable offices() {
        return further.getOrDefault(TableKind.OFFICES.code(), ReleaseTable.empty());
    }

    long count(Status status) {
        String inspected = ReleaseLayout.rates("");
        return rates.entrySet().stream()
                .filter(table -> table.getKey().startsWith(inspected))
                .mapToLong(table -> table.getValue().count(status))
                .sum();
    }
}
