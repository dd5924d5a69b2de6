package se.tillsyn.analytics.truth;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.cube.OfficeCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.comparison.AdjustedP;
import se.tillsyn.analytics.statistics.comparison.OfficeEffect;

/** Which offices are found to judge otherwise. */
final class OfficeChecks {

    /** Share of false findings among all that is allowed. */
    private static final double FALSE_DISCOVERIES = 0.05;

    private final TruthSample sample;
    private final Tally tally;

    OfficeChecks(TruthSample sample, Tally tally) {
        this.sample = sample;
        this.tally = tally;
    }

    void offices(PlantedTopic topic) {
        List<OfficeEffect.Reviewed> reviewed = new ArrayList<>();
        for (OfficeCell cell : sample.offices()) {
            if (cell.topic().equals(topic.topic())) {
                ClusterSums sums =
                        topic.verdicts() ? ClusterSums.ofVerdicts(cell.deficientUnits(), cell.units()) : cell.cases();
                String stratum = String.join(" ", cell.county(), cell.year(), cell.selectionBasis());
                reviewed.add(new OfficeEffect.Reviewed(stratum, cell.office(), sums));
            }
        }
        List<OfficeEffect> effects = OfficeEffect.of(reviewed);
        double[] adjusted = AdjustedP.benjaminiHochberg(
                effects.stream().mapToDouble(OfficeEffect::p).toArray());
        boolean planted = topic.officeLogOdds().values().stream().anyMatch(effect -> effect != 0);
        boolean any = false;
        for (int i = 0; i < adjusted.length; i++) {
            boolean flagged = adjusted[i] <= FALSE_DISCOVERIES;
            any |= flagged;
            if (planted) {
                double effect =
                        topic.officeLogOdds().getOrDefault(effects.get(i).office(), 0.0);
                countOffice(topic, effect, flagged && effect * effects.get(i).t() > 0);
            }
        }
        if (!planted && adjusted.length > 0) {
            tally.count(topic.verdicts() ? Check.NO_OFFICE_VERDICTS : Check.NO_OFFICE_FILES, any);
        }
    }

    private void countOffice(PlantedTopic topic, double effect, boolean found) {
        if (effect > 0) {
            tally.count(topic.verdicts() ? Check.STRICT_VERDICTS : Check.STRICT_FILES, found);
        } else if (effect < 0) {
            tally.count(topic.verdicts() ? Check.LENIENT_VERDICTS : Check.LENIENT_FILES, found);
        }
    }
}
