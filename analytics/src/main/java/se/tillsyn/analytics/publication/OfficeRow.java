package se.tillsyn.analytics.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.analytics.assessment.Denominator;
import se.tillsyn.analytics.cube.OfficeCell;
import se.tillsyn.analytics.disclosure.PrimaryRule;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.comparison.AdjustedP;
import se.tillsyn.analytics.statistics.comparison.OfficeEffect;
import se.tillsyn.analytics.statistics.comparison.OfficeEffect.Reviewed;

/**
 * Whether one office finds deficiencies on a topic more often than the others under the same circumstances.
 *
 * @param topic code
 * @param denominator files, or operations for topics that judge an operation as a whole
 * @param effect observed beside expected; at least as many observed as files that may be published
 * @param q p-value after Benjamini–Hochberg over the offices of the topic
 */
record OfficeRow(String topic, Denominator denominator, OfficeEffect effect, double q) {

    /** All effects, by topic and office. */
    static List<OfficeRow> of(List<OfficeCell> cells, PrimaryRule rule) {
        Map<String, List<OfficeCell>> byTopic = new TreeMap<>();
        for (OfficeCell cell : cells) {
            byTopic.computeIfAbsent(cell.topic(), any -> new ArrayList<>()).add(cell);
        }
        List<OfficeRow> rows = new ArrayList<>();
        byTopic.forEach((topic, strata) -> {
            boolean files = strata.stream().anyMatch(cell -> cell.cases().cases() > 0);
            Denominator denominator = files ? Denominator.CASES : Denominator.UNITS;
            List<OfficeEffect> effects = OfficeEffect.of(strata.stream()
                    .map(cell -> new Reviewed(
                            cell.county() + ' ' + cell.year() + ' ' + cell.selectionBasis(),
                            cell.office(),
                            files ? cell.cases() : ClusterSums.ofVerdicts(cell.deficientUnits(), cell.units())))
                    .toList());
            double[] q = AdjustedP.benjaminiHochberg(
                    effects.stream().mapToDouble(OfficeEffect::p).toArray());
            for (int i = 0; i < q.length; i++) {
                if (effects.get(i).observed() >= rule.minCases()) {
                    rows.add(new OfficeRow(topic, denominator, effects.get(i), q[i]));
                }
            }
        });
        return rows;
    }
}
