package se.tillsyn.analytics.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.tillsyn.analytics.assessment.CaseRates;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.profile.ProfileDescription;
import se.tillsyn.ingest.profile.ProfileDescription.PeriodKind;
import se.tillsyn.ingest.profile.ProfileDescription.PlannedTable;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/**
 * The rows of the rate tables.
 *
 * @param byName rows by table, in the order of the plan; a planned table without rows is there and empty
 * @param years of these the tables of calendar years, by level
 */
record RateTables(Map<String, List<RateRow>> byName, Map<String, List<RateRow>> years) {

    private static final String YEARS = "rates";
    private static final String QUARTERS = "quarters";
    private static final String LATEST = "latest";

    static RateTables of(ReleaseContent content) {
        ProfileDescription description = content.profile().description();
        Map<String, List<RateRow>> byName = new LinkedHashMap<>();
        for (String level : description.levels()) {
            byName.put(ReleaseLayout.tableOf(YEARS, level), new ArrayList<>());
        }
        for (PlannedTable table : description.plan().tables()) {
            for (PeriodKind period : table.periods()) {
                byName.putIfAbsent(ReleaseLayout.tableOf(kind(table.view(), period), table.level()), new ArrayList<>());
            }
        }
        add(
                byName,
                content.cube().inspected(),
                View.INSPECTED,
                content.publishable()::inspected,
                description.levels().get(0));
        add(
                byName,
                content.cube().latest(),
                View.LATEST,
                content.publishable()::latest,
                description.levels().get(0));
        Map<String, List<RateRow>> years = new LinkedHashMap<>();
        byName.forEach((name, rows) -> {
            if (name.startsWith(YEARS + '_')) {
                years.put(name.substring(YEARS.length() + 1), rows);
            }
        });
        return new RateTables(byName, years);
    }

    private static String kind(View view, PeriodKind period) {
        return view == View.LATEST ? LATEST : period == PeriodKind.QUARTER ? QUARTERS : YEARS;
    }

    private static void add(
            Map<String, List<RateRow>> byName,
            List<DeficiencyCell> cells,
            View view,
            Predicate<DeficiencyCell> published,
            String top) {
        CaseRates rates = new CaseRates(cells, top);
        for (DeficiencyCell cell : cells) {
            PeriodKind period = cell.period().contains("-Q") ? PeriodKind.QUARTER : PeriodKind.YEAR;
            byName.computeIfAbsent(ReleaseLayout.tableOf(kind(view, period), cell.level()), any -> new ArrayList<>())
                    .add(RateRow.of(cell, published.test(cell), rates));
        }
    }

    /** Rows of all tables. */
    long rows() {
        return byName.values().stream().mapToLong(List::size).sum();
    }
}
