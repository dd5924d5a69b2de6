package se.tillsyn.analytics.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.assessment.Denominator;
import se.tillsyn.analytics.cube.OfficeCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.comparison.AdjustedP;
import se.tillsyn.analytics.statistics.comparison.OfficeEffect;
import se.tillsyn.analytics.statistics.comparison.OfficeEffect.Reviewed;

/**
 * Whether one office finds deficiencies on a topic more often than the others under the same circumstances.
 *
 * <p>An office's files are sums over counties and years that are cut otherwise than any published cell, so exact figures
 * would tell withheld ones by subtraction. Where files are protected, only offices that found many deficiencies are told,
 * without counts and p-value, the ratio to the nearest tenth and its limits a tenth outward at most: the count could then
 * lie anywhere within a tenth of itself.
 *
 * @param topic code
 * @param office code
 * @param denominator files, or operations for topics that judge an operation as a whole
 * @param observed deficiencies found; {@code null} where files are protected
 * @param expected deficiencies expected; {@code null} where files are protected
 * @param ratio observed to expected
 * @param limits 95 % limits of the ratio
 * @param p p-value; {@code null} where files are protected
 * @param q p-value after Benjamini–Hochberg over the offices of the topic; two decimals where files are protected
 */
record OfficeRow(
        String topic,
        String office,
        Denominator denominator,
        @Nullable Double observed,
        @Nullable Double expected,
        double ratio,
        Interval limits,
        @Nullable Double p,
        double q) {

    /** Fewest deficiencies of an office that is told where files are protected: a tenth of so many is a wide window. */
    private static final int MANY = 100;

    private static final double TENTH = 10;
    private static final double HUNDREDTH = 100;

    /**
     * All effects, by topic and office.
     *
     * @param fewest deficiencies that an office must have found at least
     * @param protectedTopics topics whose files are protected
     */
    static List<OfficeRow> of(List<OfficeCell> cells, int fewest, Set<String> protectedTopics) {
        Map<String, List<OfficeCell>> byTopic = new TreeMap<>();
        for (OfficeCell cell : cells) {
            byTopic.computeIfAbsent(cell.topic(), any -> new ArrayList<>()).add(cell);
        }
        List<OfficeRow> rows = new ArrayList<>();
        byTopic.forEach((topic, strata) -> {
            boolean files = strata.stream().anyMatch(cell -> cell.cases().cases() > 0);
            Denominator denominator = files ? Denominator.CASES : Denominator.UNITS;
            boolean coarse = files && protectedTopics.contains(topic);
            List<OfficeEffect> effects = OfficeEffect.of(strata.stream()
                    .map(cell -> new Reviewed(
                            cell.county() + ' ' + cell.year() + ' ' + cell.selectionBasis(),
                            cell.office(),
                            files ? cell.cases() : ClusterSums.ofVerdicts(cell.deficientUnits(), cell.units())))
                    .toList());
            double[] q = AdjustedP.benjaminiHochberg(
                    effects.stream().mapToDouble(OfficeEffect::p).toArray());
            for (int i = 0; i < q.length; i++) {
                if (effects.get(i).observed() >= (coarse ? Math.max(fewest, MANY) : fewest)) {
                    OfficeRow row = exact(topic, denominator, effects.get(i), q[i]);
                    rows.add(coarse ? row.coarse() : row);
                }
            }
        });
        return rows;
    }

    private static OfficeRow exact(String topic, Denominator denominator, OfficeEffect effect, double q) {
        return new OfficeRow(
                topic,
                effect.office(),
                denominator,
                effect.observed(),
                effect.expected(),
                effect.ratio(),
                effect.limits(RateInterval.PUBLISHED_CONFIDENCE),
                effect.p(),
                q);
    }

    private OfficeRow coarse() {
        return new OfficeRow(
                topic,
                office,
                denominator,
                null,
                null,
                Math.round(ratio * TENTH) / TENTH,
                new Interval(Math.floor(limits.lower() * TENTH) / TENTH, Math.ceil(limits.upper() * TENTH) / TENTH),
                null,
                Math.round(q * HUNDREDTH) / HUNDREDTH);
    }
}
