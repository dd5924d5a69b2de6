package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.ALL;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.shown;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.withheld;
import static se.tillsyn.ingest.table.Column.optionalReal;
import static se.tillsyn.ingest.table.Column.optionalText;
import static se.tillsyn.ingest.table.Column.optionalWhole;
import static se.tillsyn.ingest.table.Column.text;
import static se.tillsyn.ingest.table.Column.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.InequalityColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.TrendColumns;
import se.tillsyn.analytics.release.WaitTrendColumns;
import se.tillsyn.ingest.table.Table;

/** Trends, places and likeness of neighbours rest on published cells, or the audit says so. */
class TrendTablesAuditTest {

    @TempDir
    private Path folder;

    /** A trend of county 01 over 2019 and 2020. */
    private record Trend(
            int years,
            @Nullable String line,
            @Nullable String place,
            @Nullable Double slope,
            String status) {}

    private static final Table<Trend> RATES = new Table<>(
            "trends_county",
            List.of(
                    text(RateColumns.TOPIC, row -> "T"),
                    text(RateColumns.REGION, row -> "01"),
                    text(ComparisonColumns.DENOMINATOR, row -> "cases"),
                    text(TrendColumns.FROM, row -> "2019"),
                    text(TrendColumns.TO, row -> "2020"),
                    whole(TrendColumns.PERIODS, Trend::years),
                    optionalText(TrendColumns.LINE, Trend::line),
                    optionalText(TrendColumns.PLACE, Trend::place),
                    text(TrendColumns.STATUS, Trend::status)));

    private static final Table<Trend> WAITS = new Table<>(
            "waittrends_county",
            List.of(
                    text(RateColumns.TOPIC, row -> "W"),
                    text(RateColumns.REGION, row -> "01"),
                    text(WaitTrendColumns.FROM, row -> "2019"),
                    text(WaitTrendColumns.TO, row -> "2020"),
                    whole(WaitTrendColumns.YEARS, Trend::years),
                    optionalReal(WaitTrendColumns.SLOPE, Trend::slope),
                    text(WaitTrendColumns.STATUS, Trend::status)));

    /** Rates of 2019 and 2020; of waits the median of 2019 is withheld. */
    private HandMadeRelease release(boolean nationOf2019) {
        return new HandMadeRelease(folder.resolve("000001-aaaaaaaaaaaa"))
                .with(
                        "rates_nation",
                        shown("00", 100, 300),
                        nationOf2019 ? shown("00", "2019", ALL, ALL, 100, 300) : withheld("00", "2019", ALL, ALL))
                .with("rates_county", shown("01", 60, 200), shown("01", "2019", ALL, ALL, 60, 200))
                .with(
                        "waits_county",
                        shown("01", 40, 200),
                        new HandMadeRelease.Row("01", "2019", ALL, ALL, 200, 40, null, ""));
    }

    private static Set<String> derived(Path release) throws IOException {
        return ReleaseAudit.of(release, List.of(), HandMadeRelease.THRESHOLDS).report().breaches().stream()
                .filter(breach -> breach.kind() == BreachKind.DERIVED_FIGURE)
                .map(breach -> breach.table() + " " + breach.detail())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> ofRates(boolean nationOf2019, Trend trend) throws IOException {
        HandMadeRelease release = release(nationOf2019);
        Path path = release.write();
        release.write(RATES, List.of(trend));
        return derived(path);
    }

    private Set<String> ofWaits(Trend trend) throws IOException {
        HandMadeRelease release = release(true);
        Path path = release.write();
        release.write(WAITS, List.of(trend));
        return derived(path);
    }

    @Test
    void aTrendOfPublishedYearsPasses() throws IOException {
        assertEquals(Set.of(), ofRates(true, new Trend(2, "none", "inside", null, "")));
    }

    @Test
    void aTrendOfMoreYearsThanArePublishedIsFound() throws IOException {
        assertEquals(
                Set.of("trends_county years", "trends_county all_years_funnel"),
                ofRates(true, new Trend(3, "none", "inside", null, "")));
    }

    @Test
    void aPlaceAgainstAWithheldYearOfTheNationIsFound() throws IOException {
        assertEquals(
                Set.of("trends_county all_years_funnel"), ofRates(false, new Trend(2, "none", "inside", null, "")));
        assertEquals(Set.of(), ofRates(false, new Trend(2, "none", null, null, "")));
    }

    @Test
    void aWithheldTrendSaysNothing() throws IOException {
        assertEquals(
                Set.of("trends_county line_direction", "trends_county all_years_funnel"),
                ofRates(true, new Trend(2, "none", "inside", null, "c")));
    }

    @Test
    void aWithheldTrendOfWaitsSaysNothing() throws IOException {
        assertEquals(Set.of("waittrends_county slope"), ofWaits(new Trend(2, null, null, 1.5, "c")));
        assertEquals(Set.of(), ofWaits(new Trend(2, null, null, null, "c")));
    }

    @Test
    void aTrendOfWaitsNeedsTheMedianOfEachYear() throws IOException {
        assertEquals(Set.of(), ofWaits(new Trend(1, null, null, null, "")));
        assertEquals(Set.of("waittrends_county years"), ofWaits(new Trend(2, null, null, 1.5, "")));
    }

    @Test
    void noMoreNeighboursOrStepsThanPublishedRegions() throws IOException {
        for (String column : List.of(InequalityColumns.MORAN_REGIONS, InequalityColumns.ORDER_STEPS)) {
            noMoreThanPublished(column);
        }
    }

    private void noMoreThanPublished(String column) throws IOException {
        for (int regions : new int[] {1, 2}) {
            Table<Integer> inequality = new Table<>(
                    "inequality_county",
                    List.of(
                            text(RateColumns.TOPIC, row -> "T"),
                            text(RateColumns.PERIOD, row -> "2020"),
                            text(ComparisonColumns.DENOMINATOR, row -> "cases"),
                            whole(InequalityColumns.REGIONS, row -> 1),
                            whole(InequalityColumns.TESTED, row -> 1),
                            optionalWhole(column, row -> row)));
            HandMadeRelease release = release(true);
            Path path = release.write();
            release.write(inequality, List.of(regions));
            assertEquals(regions == 1 ? Set.of() : Set.of("inequality_county " + column), derived(path));
        }
    }
}
