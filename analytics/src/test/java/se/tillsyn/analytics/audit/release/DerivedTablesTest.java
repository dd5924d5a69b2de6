package se.tillsyn.analytics.audit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.ALL;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.shown;
import static se.tillsyn.analytics.audit.release.HandMadeRelease.withheld;
import static se.tillsyn.ingest.table.Column.optionalReal;
import static se.tillsyn.ingest.table.Column.optionalText;
import static se.tillsyn.ingest.table.Column.text;
import static se.tillsyn.ingest.table.Column.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.InequalityColumns;
import se.tillsyn.analytics.release.OfficeColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.TrendColumns;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.Table;

/**
 * Each check of a derived table fires. The rates beneath are safe by themselves: county 01 is withheld in age A and, with 02, in 2021
 * as a whole, between sums with much room.
 */
class DerivedTablesTest {

    @TempDir
    private Path folder;

    /** A row of one derived table, by column; what it does not name is empty. */
    private record Derived(Map<String, String> fields) {
        String text(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    private HandMadeRelease safe() {
        return new HandMadeRelease(folder.resolve("000001-aaaaaaaaaaaa"))
                .with(
                        "rates_nation",
                        shown("00", 100, 300),
                        shown("00", "2020", "A", ALL, 40, 120),
                        shown("00", "2020", "B", ALL, 60, 180),
                        shown("00", "2021", ALL, ALL, 100, 300))
                .with(
                        "rates_county",
                        shown("01", 60, 200),
                        shown("02", 40, 100),
                        withheld("01", "2020", "A", ALL),
                        withheld("01", "2020", "B", ALL),
                        withheld("02", "2020", "A", ALL),
                        withheld("02", "2020", "B", ALL),
                        withheld("01", "2021", ALL, ALL),
                        withheld("02", "2021", ALL, ALL));
    }

    /** Column of each breach; there must be no other than of the derived table. */
    private Set<String> found(String table, List<Column<Derived>> more, Map<String, String> fields) throws IOException {
        HandMadeRelease release = safe();
        Path path = release.write();
        List<Column<Derived>> columns = new ArrayList<>(List.of(
                text(RateColumns.TOPIC, row -> "T"),
                text(ComparisonColumns.DENOMINATOR, row -> row.text(ComparisonColumns.DENOMINATOR))));
        columns.addAll(more);
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent(ComparisonColumns.DENOMINATOR, "cases");
        release.write(new Table<>(table, columns), List.of(new Derived(all)));
        return ReleaseAudit.of(path, List.of(), HandMadeRelease.THRESHOLDS).report().breaches().stream()
                .map(breach -> breach.kind() + " " + breach.table() + " " + breach.detail())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Column<Derived> field(String name) {
        return text(name, row -> row.text(name));
    }

    private static Column<Derived> number(String name) {
        return whole(name, row -> Integer.parseInt(row.text(name)));
    }

    private static Column<Derived> real(String name) {
        return optionalReal(name, row -> row.text(name).isEmpty() ? null : Double.valueOf(row.text(name)));
    }

    private Set<String> comparison(String region, String period, String standardised) throws IOException {
        return found(
                "comparisons_county",
                List.of(
                        field(RateColumns.REGION),
                        field(RateColumns.PERIOD),
                        real(ComparisonColumns.RATE),
                        real(ComparisonColumns.STANDARDISED)),
                Map.of(
                        RateColumns.REGION,
                        region,
                        RateColumns.PERIOD,
                        period,
                        ComparisonColumns.RATE,
                        "0.3",
                        ComparisonColumns.STANDARDISED,
                        standardised));
    }

    @Test
    void aComparisonOfPublishedRegionsIsSafe() throws IOException {
        assertEquals(Set.of(), comparison("01", "2020", ""));
    }

    @Test
    void aComparisonOfAWithheldRegionIsFound() throws IOException {
        assertEquals(Set.of("DERIVED_FIGURE comparisons_county rate"), comparison("01", "2021", ""));
    }

    /** Nothing is published of the nation in 2022, and nothing of the region. */
    @Test
    void aComparisonWithAnUnpublishedNationIsFound() throws IOException {
        assertEquals(
                Set.of("DERIVED_FIGURE comparisons_county difference", "DERIVED_FIGURE comparisons_county rate"),
                comparison("01", "2022", ""));
    }

    @Test
    void aStandardisedRateOfWithheldAgesIsFound() throws IOException {
        assertEquals(Set.of("DERIVED_FIGURE comparisons_county standardised_rate"), comparison("01", "2020", "0.31"));
    }

    private Set<String> inequality(String period, int regions, int tested) throws IOException {
        return found(
                "inequality_county",
                List.of(field(RateColumns.PERIOD), number(InequalityColumns.REGIONS), number(InequalityColumns.TESTED)),
                Map.of(
                        RateColumns.PERIOD,
                        period,
                        InequalityColumns.REGIONS,
                        Integer.toString(regions),
                        InequalityColumns.TESTED,
                        Integer.toString(tested)));
    }

    @Test
    void inequalityBetweenPublishedRegionsIsSafe() throws IOException {
        assertEquals(Set.of(), inequality("2020", 2, 2));
    }

    /** Two regions are published in 2020, none in 2021, and nothing of 2022. */
    @ParameterizedTest
    @CsvSource({"2020,3,2,regions", "2020,2,3,family_size", "2021,1,0,regions", "2022,0,0,nation_rate"})
    void inequalityThatCountsWithheldRegionsIsFound(String period, int regions, int tested, String column)
            throws IOException {
        assertEquals(Set.of("DERIVED_FIGURE inequality_county " + column), inequality(period, regions, tested));
    }

    private Set<String> trend(String status, String basis, String direction, int years) throws IOException {
        return found(
                "trends_county",
                List.of(
                        field(RateColumns.REGION),
                        field(TrendColumns.FROM),
                        field(TrendColumns.TO),
                        number(TrendColumns.PERIODS),
                        optionalText(TrendColumns.BASIS, row -> basis.isEmpty() ? null : basis),
                        optionalText(TrendColumns.DIRECTION, row -> direction.isEmpty() ? null : direction),
                        field(TrendColumns.STATUS)),
                Map.of(
                        RateColumns.REGION,
                        "01",
                        TrendColumns.FROM,
                        "2020",
                        TrendColumns.TO,
                        "2021",
                        TrendColumns.PERIODS,
                        Integer.toString(years),
                        TrendColumns.STATUS,
                        status));
    }

    @Test
    void aTrendOfPublishedYearsIsSafe() throws IOException {
        assertEquals(Set.of(), trend("", "marker", "none", 1));
    }

    @Test
    void aTrendThatCountsAWithheldYearIsFound() throws IOException {
        assertEquals(Set.of("DERIVED_FIGURE trends_county years"), trend("", "marker", "none", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basis", "direction"})
    void aWithheldTrendWithAFigureIsFound(String column) throws IOException {
        assertEquals(
                Set.of("DERIVED_FIGURE trends_county " + column),
                trend("c", column.equals("basis") ? "marker" : "", column.equals("direction") ? "none" : "", 1));
    }

    @ParameterizedTest
    @CsvSource({"9,BELOW_THRESHOLD offices observed", "10,"})
    void anOfficeWithTooFewDeficienciesIsFound(String observed, String expected) throws IOException {
        assertEquals(
                expected == null ? Set.of() : Set.of(expected),
                found(
                        "offices",
                        List.of(field(OfficeColumns.OFFICE), real(OfficeColumns.OBSERVED)),
                        Map.of(OfficeColumns.OFFICE, "NORTH", OfficeColumns.OBSERVED, observed)));
    }

    /** Verdicts on operations are public. */
    @Test
    void ratesOfOperationsAreNotAskedFor() throws IOException {
        assertEquals(
                Set.of(),
                found(
                        "comparisons_county",
                        List.of(field(RateColumns.REGION), field(RateColumns.PERIOD), real(ComparisonColumns.RATE)),
                        Map.of(
                                ComparisonColumns.DENOMINATOR,
                                "units",
                                RateColumns.REGION,
                                "01",
                                RateColumns.PERIOD,
                                "2021",
                                ComparisonColumns.RATE,
                                "0.5")));
    }
}
