package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.inputs;
import static se.tillsyn.analytics.reference.FileCheck.table;

import java.util.List;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;

/** Proportions and their limits. */
final class ProportionChecks {

    static final List<FileCheck> ALL = List.of(
            inputs("clustered_proportion_boards.csv", "case_id", "board", "deficient", "assessed"),
            table("clustered_proportion_expected.csv", ProportionChecks::clustered)
                    .given("case_id", "source")
                    .expected("boards", "assessed", "deficient", "rate", "variance_cluster", "design_effect")
                    .expected("n_effective", "wilson_neff_lower", "wilson_neff_upper")
                    .expected("wilson_plain_lower", "wilson_plain_upper"));

    private ProportionChecks() {}

    private static Figures clustered(Row row, ReferenceFolder folder) {
        ClusterSums sums =
                folder.table("clustered_proportion_boards.csv").where("case_id", row.text("case_id")).stream()
                        .map(board -> ClusterSums.ofOne(board.whole("deficient"), board.whole("assessed")))
                        .reduce(ClusterSums::plus)
                        .orElseThrow();
        ClusteredRate found = ClusteredRate.of(sums, 0.95);
        Interval plain = RateInterval.wilson((double) sums.deficient(), (double) sums.cases(), 0.95);
        double independent = found.rate() * (1 - found.rate()) / sums.cases();
        return new Figures()
                .number("boards", sums.clusters())
                .number("assessed", sums.cases())
                .number("deficient", sums.deficient())
                .number("rate", found.rate())
                .number("variance_cluster", found.variance())
                .number("design_effect", found.variance() / independent)
                .number("n_effective", found.effectiveCases())
                .number("wilson_neff_lower", found.limits().lower())
                .number("wilson_neff_upper", found.limits().upper())
                .number("wilson_plain_lower", plain.lower())
                .number("wilson_plain_upper", plain.upper());
    }
}
