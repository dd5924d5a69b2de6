package se.tillsyn.analytics.publication;

import static se.tillsyn.ingest.table.Column.flag;
import static se.tillsyn.ingest.table.Column.optionalReal;
import static se.tillsyn.ingest.table.Column.optionalText;
import static se.tillsyn.ingest.table.Column.optionalWhole;
import static se.tillsyn.ingest.table.Column.real;
import static se.tillsyn.ingest.table.Column.text;
import static se.tillsyn.ingest.table.Column.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.assessment.Comparison;
import se.tillsyn.analytics.assessment.ComparisonFamily;
import se.tillsyn.analytics.assessment.RegionTrend;
import se.tillsyn.analytics.cube.CoverageCell;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.CoverageColumns;
import se.tillsyn.analytics.release.FollowUpColumns;
import se.tillsyn.analytics.release.InequalityColumns;
import se.tillsyn.analytics.release.OfficeColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.release.TrendColumns;
import se.tillsyn.analytics.release.ValueColumns;
import se.tillsyn.analytics.release.WaitTrendColumns;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.inequality.Homogeneity;
import se.tillsyn.analytics.statistics.inequality.InequalityMeasure;
import se.tillsyn.analytics.statistics.inequality.SpatialAutocorrelation;
import se.tillsyn.ingest.table.Column;
import se.tillsyn.ingest.table.Table;

/** The tables beside rates and statements. */
final class FurtherTables {

    private FurtherTables() {}

    /** Measured values; the name tells waits from measured rules, and the level. */
    static Table<ValueRow> values(String name) {
        return new Table<>(
                name,
                List.of(
                        text(RateColumns.TOPIC, row -> row.cell().topic()),
                        text(RateColumns.REGION, row -> row.cell().region()),
                        text(RateColumns.PERIOD, row -> row.cell().period()),
                        text(RateColumns.AGE_GROUP, row -> row.cell().ageGroup()),
                        text(RateColumns.OPERATION_TYPE, row -> row.cell().operationType()),
                        text(ValueColumns.VALUE_UNIT, ValueRow::valueUnit),
                        optionalWhole(ValueColumns.N, ValueRow::n),
                        optionalWhole(ValueColumns.WAITING, ValueRow::waiting),
                        text(ValueColumns.STATUS, row -> row.status().code()),
                        optionalReal(ValueColumns.MEDIAN, row -> row.median().value()),
                        optionalReal(
                                ValueColumns.MEDIAN_LOWER, row -> row.median().lower()),
                        optionalReal(
                                ValueColumns.MEDIAN_UPPER, row -> row.median().upper()),
                        optionalReal(ValueColumns.COMPLETED_MEDIAN, row -> row.median()
                                .completed()),
                        text(
                                ValueColumns.MEDIAN_STATUS,
                                row -> row.median().status().code()),
                        optionalReal(ValueColumns.P90, row -> row.p90().value()),
                        optionalReal(ValueColumns.P90_LOWER, row -> row.p90().lower()),
                        optionalReal(ValueColumns.P90_UPPER, row -> row.p90().upper()),
                        optionalReal(
                                ValueColumns.COMPLETED_P90, row -> row.p90().completed()),
                        text(ValueColumns.P90_STATUS, row -> row.p90().status().code())));
    }

    static Table<FollowUpRow> followUps(String level) {
        return new Table<>(
                "followup_" + level,
                List.of(
                        text(RateColumns.TOPIC, row -> row.cell().topic()),
                        text(RateColumns.REGION, row -> row.cell().region()),
                        text(RateColumns.PERIOD, row -> row.cell().period()),
                        whole(
                                FollowUpColumns.DEMANDS,
                                row -> Math.toIntExact(row.cell().demands())),
                        whole(
                                FollowUpColumns.FOLLOWED_UP,
                                row -> Math.toIntExact(row.cell().followedUp())),
                        whole(
                                FollowUpColumns.REMEDIED,
                                row -> Math.toIntExact(row.cell().remedied())),
                        whole(
                                FollowUpColumns.RELAPSED,
                                row -> Math.toIntExact(row.cell().relapsed())),
                        real(FollowUpColumns.REMEDIED_SHARE, FollowUpRow::share),
                        real(FollowUpColumns.REMEDIED_LOWER, row -> row.remedied()
                                .lower()),
                        real(FollowUpColumns.REMEDIED_UPPER, row -> row.remedied()
                                .upper()),
                        optionalReal(FollowUpColumns.MEDIAN_DAYS, FollowUpRow::medianDays),
                        optionalReal(FollowUpColumns.MEDIAN_DAYS_LOWER, FollowUpRow::medianDaysLower),
                        optionalReal(FollowUpColumns.MEDIAN_DAYS_UPPER, FollowUpRow::medianDaysUpper)));
    }

    static Table<CoverageCell> coverage(String level, EligibleOperations eligible) {
        return new Table<>(
                "coverage_" + level,
                List.of(
                        text(RateColumns.REGION, CoverageCell::region),
                        text(RateColumns.PERIOD, CoverageCell::period),
                        text(RateColumns.OPERATION_TYPE, CoverageCell::operationType),
                        text(RateColumns.SELECTION_BASIS, CoverageCell::selectionBasis),
                        whole(CoverageColumns.INSPECTED, CoverageCell::inspected),
                        whole(CoverageColumns.JUDGED, CoverageCell::judged),
                        whole(CoverageColumns.DEFICIENT, CoverageCell::deficient),
                        optionalWhole(
                                CoverageColumns.ELIGIBLE, cell -> eligible.of(cell.region(), cell.operationType())),
                        optionalReal(CoverageColumns.SHARE, cell -> share(cell, eligible)),
                        flag(RateColumns.SYNTHETIC, CoverageCell::synthetic)));
    }

    private static @Nullable Double share(CoverageCell cell, EligibleOperations eligible) {
        Integer all = eligible.of(cell.region(), cell.operationType());
        return all == null || all < cell.inspected() ? null : (double) cell.inspected() / all;
    }

    static Table<Comparison> comparisons(String level) {
        return new Table<>(
                "comparisons_" + level,
                List.of(
                        text(RateColumns.TOPIC, row -> row.family().topic()),
                        text(RateColumns.REGION, Comparison::region),
                        text(RateColumns.PERIOD, row -> row.family().period()),
                        text(
                                ComparisonColumns.DENOMINATOR,
                                row -> row.family().denominator().code()),
                        real(ComparisonColumns.RATE, Comparison::rate),
                        optionalReal(ComparisonColumns.DIFFERENCE, Comparison::difference),
                        optionalReal(ComparisonColumns.DIFFERENCE_LOWER, row -> lower(row.differenceLimits())),
                        optionalReal(ComparisonColumns.DIFFERENCE_UPPER, row -> upper(row.differenceLimits())),
                        optionalReal(ComparisonColumns.P, Comparison::p),
                        optionalReal(ComparisonColumns.Q, Comparison::q),
                        optionalText(ComparisonColumns.FUNNEL, row -> lowerCase(row.position())),
                        optionalWhole(
                                ComparisonColumns.RANK,
                                row -> row.rank() == null
                                        ? null
                                        : Integer.valueOf(row.rank().rank())),
                        optionalWhole(
                                ComparisonColumns.RANK_LOWER,
                                row -> row.rank() == null
                                        ? null
                                        : Integer.valueOf(row.rank().lower())),
                        optionalWhole(
                                ComparisonColumns.RANK_UPPER,
                                row -> row.rank() == null
                                        ? null
                                        : Integer.valueOf(row.rank().upper())),
                        real(ComparisonColumns.SHRUNK, Comparison::shrunk),
                        optionalReal(ComparisonColumns.STANDARDISED, Comparison::standardised),
                        optionalReal(ComparisonColumns.STANDARDISED_LOWER, row -> lower(row.standardisedLimits())),
                        optionalReal(ComparisonColumns.STANDARDISED_UPPER, row -> upper(row.standardisedLimits())),
                        flag(ComparisonColumns.UNLIKE_BASIS, Comparison::unlikeBasis)));
    }

    static Table<ComparisonFamily> inequality(String level) {
        List<Column<ComparisonFamily>> columns = new ArrayList<>(List.of(
                text(RateColumns.TOPIC, ComparisonFamily::topic),
                text(RateColumns.PERIOD, ComparisonFamily::period),
                text(ComparisonColumns.DENOMINATOR, family -> family.denominator()
                        .code()),
                whole(InequalityColumns.REGIONS, ComparisonFamily::regions),
                real(InequalityColumns.TARGET, ComparisonFamily::target),
                text(InequalityColumns.FUNNEL, family -> family.funnel().name().toLowerCase(Locale.ROOT)),
                optionalReal(InequalityColumns.PHI, ComparisonFamily::phi),
                optionalReal(InequalityColumns.TAU2, ComparisonFamily::tau2),
                whole(InequalityColumns.TESTED, ComparisonFamily::tested),
                optionalReal(InequalityColumns.HOMOGENEITY_P, family -> p(family.homogeneity())),
                real(InequalityColumns.EXPECTED_GAP, ComparisonFamily::expectedGap)));
        for (InequalityMeasure measure : InequalityMeasure.values()) {
            if (!measure.needsOrder()) {
                columns.addAll(measure(measure));
            }
        }
        columns.addAll(neighbours());
        columns.add(optionalWhole(InequalityColumns.ORDER_STEPS, ComparisonFamily::orderSteps));
        for (InequalityMeasure measure : InequalityMeasure.values()) {
            if (measure.needsOrder()) {
                columns.addAll(measure(measure));
            }
        }
        return new Table<>("inequality_" + level, List.copyOf(columns));
    }

    /** The measure and its limits. */
    private static List<Column<ComparisonFamily>> measure(InequalityMeasure measure) {
        String name = measure.name().toLowerCase(Locale.ROOT);
        return List.of(
                optionalReal(name, family -> family.inequality().get(measure)),
                optionalReal(
                        name + "_lower",
                        family -> lower(family.inequalityLimits().get(measure))),
                optionalReal(
                        name + "_upper",
                        family -> upper(family.inequalityLimits().get(measure))));
    }

    private static List<Column<ComparisonFamily>> neighbours() {
        return List.of(
                optionalReal(
                        InequalityColumns.MORAN,
                        family -> family.neighbours() == null
                                ? null
                                : Double.valueOf(family.neighbours().moran())),
                optionalReal(
                        InequalityColumns.MORAN_EXPECTED,
                        family -> family.neighbours() == null
                                ? null
                                : Double.valueOf(family.neighbours().expectation())),
                optionalReal(InequalityColumns.MORAN_P, family -> p(family.neighbours())),
                optionalWhole(
                        InequalityColumns.MORAN_REGIONS,
                        family -> family.neighbours() == null
                                ? null
                                : Integer.valueOf(family.neighbours().areas())));
    }

    static Table<RegionTrend> trends(String level) {
        return new Table<>(
                "trends_" + level,
                List.of(
                        text(RateColumns.TOPIC, RegionTrend::topic),
                        text(RateColumns.REGION, RegionTrend::region),
                        text(ComparisonColumns.DENOMINATOR, row -> row.denominator()
                                .code()),
                        text(TrendColumns.FROM, RegionTrend::from),
                        text(TrendColumns.TO, RegionTrend::to),
                        whole(TrendColumns.PERIODS, RegionTrend::periods),
                        optionalText(
                                TrendColumns.BASIS,
                                row -> row.statement() == null
                                        ? null
                                        : lowerCase(row.statement().basis())),
                        optionalText(
                                TrendColumns.DIRECTION,
                                row -> row.statement() == null
                                        ? null
                                        : lowerCase(row.statement().direction())),
                        optionalText(TrendColumns.LINE, row -> lowerCase(row.line())),
                        optionalText(TrendColumns.PLACE, row -> lowerCase(row.place())),
                        text(TrendColumns.STATUS, row -> (row.statement() == null ? Status.SUPPRESSED : Status.VALUE)
                                .code())));
    }

    static Table<WaitTrendRow> waitTrends(String level) {
        return new Table<>(
                "waittrends_" + level,
                List.of(
                        text(RateColumns.TOPIC, row -> row.of().topic()),
                        text(RateColumns.REGION, row -> row.of().region()),
                        text(WaitTrendColumns.FROM, row -> row.of().from()),
                        text(WaitTrendColumns.TO, row -> row.of().to()),
                        whole(WaitTrendColumns.YEARS, row -> row.of().periods()),
                        optionalText(WaitTrendColumns.BASIS, WaitTrendRow::basis),
                        optionalText(WaitTrendColumns.DIRECTION, WaitTrendRow::direction),
                        optionalReal(WaitTrendColumns.TAU, WaitTrendRow::tau),
                        optionalReal(WaitTrendColumns.P, WaitTrendRow::p),
                        optionalReal(WaitTrendColumns.SLOPE, WaitTrendRow::slope),
                        optionalReal(WaitTrendColumns.CHART_MEAN, WaitTrendRow::mean),
                        optionalReal(WaitTrendColumns.CHART_LOWER, row -> lower(row.limits())),
                        optionalReal(WaitTrendColumns.CHART_UPPER, row -> upper(row.limits())),
                        text(WaitTrendColumns.STATUS, row -> row.status().code())));
    }

    static final Table<OfficeRow> OFFICES = new Table<>(
            "offices",
            List.of(
                    text(RateColumns.TOPIC, OfficeRow::topic),
                    text(OfficeColumns.OFFICE, OfficeRow::office),
                    text(ComparisonColumns.DENOMINATOR, row -> row.denominator().code()),
                    optionalReal(OfficeColumns.OBSERVED, OfficeRow::observed),
                    optionalReal(OfficeColumns.EXPECTED, OfficeRow::expected),
                    real(OfficeColumns.RATIO, OfficeRow::ratio),
                    real(OfficeColumns.RATIO_LOWER, row -> row.limits().lower()),
                    real(OfficeColumns.RATIO_UPPER, row -> row.limits().upper()),
                    optionalReal(OfficeColumns.P, OfficeRow::p),
                    real(OfficeColumns.Q, OfficeRow::q)));

    private static @Nullable Double lower(@Nullable Interval limits) {
        return limits == null ? null : limits.lower();
    }

    private static @Nullable Double upper(@Nullable Interval limits) {
        return limits == null ? null : limits.upper();
    }

    private static @Nullable Double p(@Nullable Homogeneity test) {
        return test == null ? null : test.p();
    }

    private static @Nullable Double p(@Nullable SpatialAutocorrelation neighbours) {
        return neighbours == null || neighbours.p().isEmpty()
                ? null
                : Double.valueOf(neighbours.p().getAsDouble());
    }

    private static @Nullable String lowerCase(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
