package se.tillsyn.analytics.audit.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.InequalityColumns;
import se.tillsyn.analytics.release.OfficeColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.TrendColumns;
import se.tillsyn.analytics.release.ValueColumns;
import se.tillsyn.analytics.release.WaitTrendColumns;

/**
 * Checks the tables that are worked out from others: a row about files or persons may rest on published cells only.
 *
 * <p>A region's comparison with the rest of the nation needs both counts published, its standardised rate those of each age.
 * A measure of inequality may count no more regions than are published, a trend no more years, of waits no more than have
 * published medians; a place over all years needs the nation's years too. The case rates stand there with all
 * their decimals, from which the counts follow: that is harmless where the counts are published, and a disclosure otherwise.
 */
final class DerivedTableChecks {

    private static final String CASES = "cases";
    private static final String ALL = RateColumns.TOTAL;

    /** A year is written with four digits. */
    private static final long LAST_YEAR = 9999;

    private final Regions regions;
    private final ProtectedTopics topics;
    private final Thresholds thresholds;
    private final Consumer<Breach> breaches;
    private final Map<CellKey, RateCell> cells = new HashMap<>();
    private final Set<CellKey> medians = new HashSet<>();
    private final Set<String> ages = new TreeSet<>();
    private final Map<String, Set<String>> regionsOfLevel = new HashMap<>();

    DerivedTableChecks(Regions regions, ProtectedTopics topics, Thresholds thresholds, Consumer<Breach> breaches) {
        this.regions = regions;
        this.topics = topics;
        this.thresholds = thresholds;
        this.breaches = breaches;
    }

    /** Learns of a cell of the inspected view. */
    void learn(RateCell cell) {
        CellKey key = cell.key();
        if (!PublishedShapes.isQuarter(key.period()) && key.operationType().equals(ALL)) {
            cells.put(key, cell);
            if (!key.ageGroup().equals(ALL)) {
                ages.add(key.ageGroup());
            }
            regionsOfLevel
                    .computeIfAbsent(levelOf(cell.table()), any -> new HashSet<>())
                    .add(key.region());
        }
    }

    /** Learns of a row of waits. */
    void learnWaits(TableRow row) {
        if (row.has(ValueColumns.MEDIAN)) {
            medians.add(row.key());
        }
    }

    void check(TableRow row) {
        if (row.table().startsWith("waittrends_")) {
            if (topics.values().contains(row.text(RateColumns.TOPIC))) {
                checkWaitTrend(row);
            }
            return;
        }
        if (!row.text(ComparisonColumns.DENOMINATOR).equals(CASES)
                || !topics.rates().contains(row.text(RateColumns.TOPIC))) {
            return;
        }
        if (row.table().startsWith("comparisons_")) {
            checkComparison(row);
        } else if (row.table().startsWith("inequality_")) {
            checkInequality(row);
        } else if (row.table().startsWith("trends_")) {
            checkTrend(row);
        } else if (row.table().equals("offices")) {
            checkOffice(row);
        }
    }

    private void checkComparison(TableRow row) {
        CellKey key = row.key();
        if (!isPublished(key.topic(), key.region(), key.period(), ALL)) {
            report(row, ComparisonColumns.RATE);
        }
        if (!isPublished(key.topic(), nation(key.region()), key.period(), ALL)) {
            report(row, ComparisonColumns.DIFFERENCE);
        }
        if (row.has(ComparisonColumns.STANDARDISED)) {
            for (String age : ages) {
                if (isWithheld(key.topic(), key.region(), key.period(), age)
                        || isWithheld(key.topic(), nation(key.region()), key.period(), age)) {
                    report(row, ComparisonColumns.STANDARDISED);
                }
            }
        }
    }

    private void checkInequality(TableRow row) {
        CellKey key = row.key();
        Set<String> ofLevel = regionsOfLevel.getOrDefault(levelOf(row.table()), Set.of());
        long published = ofLevel.stream()
                .filter(region -> isPublished(key.topic(), region, key.period(), ALL))
                .count();
        for (String counted : List.of(
                InequalityColumns.REGIONS,
                InequalityColumns.TESTED,
                InequalityColumns.MORAN_REGIONS,
                InequalityColumns.ORDER_STEPS)) {
            if (row.count(counted) > published) {
                report(row, counted);
            }
        }
        if (ofLevel.stream()
                .map(this::nation)
                .distinct()
                .anyMatch(top -> !isPublished(key.topic(), top, key.period(), ALL))) {
            report(row, InequalityColumns.TARGET);
        }
    }

    private void checkTrend(TableRow row) {
        CellKey key = row.key();
        if (row.has(TrendColumns.STATUS)) {
            requireNone(
                    row, List.of(TrendColumns.BASIS, TrendColumns.DIRECTION, TrendColumns.LINE, TrendColumns.PLACE));
            return;
        }
        long own = 0;
        long both = 0;
        for (String year : years(row)) {
            boolean published = isPublished(key.topic(), key.region(), year, ALL);
            own += published ? 1 : 0;
            both += published && isPublished(key.topic(), nation(key.region()), year, ALL) ? 1 : 0;
        }
        if (row.count(TrendColumns.PERIODS) > own) {
            report(row, TrendColumns.PERIODS);
        }
        if (row.has(TrendColumns.PLACE) && row.count(TrendColumns.PERIODS) > both) {
            report(row, TrendColumns.PLACE);
        }
    }

    /** A trend of waits may rest on published medians only. */
    private void checkWaitTrend(TableRow row) {
        CellKey key = row.key();
        if (row.has(WaitTrendColumns.STATUS)) {
            requireNone(
                    row,
                    List.of(
                            WaitTrendColumns.BASIS,
                            WaitTrendColumns.DIRECTION,
                            WaitTrendColumns.TAU,
                            WaitTrendColumns.P,
                            WaitTrendColumns.SLOPE,
                            WaitTrendColumns.CHART_MEAN,
                            WaitTrendColumns.CHART_LOWER,
                            WaitTrendColumns.CHART_UPPER));
            return;
        }
        long published = years(row).stream()
                .filter(year -> medians.contains(new CellKey(key.topic(), key.region(), year, ALL, ALL)))
                .count();
        if (row.count(WaitTrendColumns.YEARS) > published) {
            report(row, WaitTrendColumns.YEARS);
        }
    }

    /** From the first to the last year of a trend; the columns have the same names in both tables. */
    private static List<String> years(TableRow row) {
        return LongStream.rangeClosed(row.count(TrendColumns.FROM), Math.min(LAST_YEAR, row.count(TrendColumns.TO)))
                .mapToObj(Long::toString)
                .toList();
    }

    private void requireNone(TableRow row, List<String> columns) {
        for (String column : columns) {
            if (row.has(column)) {
                report(row, column);
            }
        }
    }

    private void checkOffice(TableRow row) {
        if (row.has(OfficeColumns.OBSERVED) && row.number(OfficeColumns.OBSERVED) < thresholds.minCases()) {
            breaches.accept(Breach.of(BreachKind.BELOW_THRESHOLD, row.table(), row.key(), OfficeColumns.OBSERVED));
        }
    }

    private String nation(String region) {
        String top = region;
        if (regions.isGroup(region)) {
            List<String> members = regions.members().getOrDefault(region, List.of());
            top = members.isEmpty() ? region : members.get(0);
        }
        for (String above = regions.above(top); above != null; above = regions.above(top)) {
            top = above;
        }
        return top;
    }

    private @Nullable RateCell cell(String topic, String region, String period, String age) {
        return cells.get(new CellKey(topic, region, period, age, ALL));
    }

    private boolean isPublished(String topic, String region, String period, String age) {
        RateCell cell = cell(topic, region, period, age);
        return cell != null && !cell.isWithheld();
    }

    private boolean isWithheld(String topic, String region, String period, String age) {
        RateCell cell = cell(topic, region, period, age);
        return cell != null && cell.isWithheld();
    }

    private static String levelOf(String table) {
        return table.substring(table.indexOf('_') + 1);
    }

    private void report(TableRow row, String column) {
        breaches.accept(Breach.of(BreachKind.DERIVED_FIGURE, row.table(), row.key(), column));
    }
}
