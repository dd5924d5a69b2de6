package se.tillsyn.analytics.cube;

import java.util.List;
import se.tillsyn.ingest.finding.Finding;

/**
 * Everything that is counted for a release: true counts, before disclosure control. Each list is in the order of its codes,
 * totals first.
 *
 * @param inspected operations inspected in the period
 * @param latest operations as last seen when the year ended
 * @param values waits and measured rules
 * @param followUps demands and what became of them
 * @param coverage operations inspected at all
 * @param offices strata for the effect of offices
 * @param statements findings that state a result for several operations together and therefore enter no cell, by id
 */
public record Cube(
        List<DeficiencyCell> inspected,
        List<DeficiencyCell> latest,
        List<ValueCell> values,
        List<FollowUpCell> followUps,
        List<CoverageCell> coverage,
        List<OfficeCell> offices,
        List<Finding> statements) {

    public Cube {
        inspected = List.copyOf(inspected);
        latest = List.copyOf(latest);
        values = List.copyOf(values);
        followUps = List.copyOf(followUps);
        coverage = List.copyOf(coverage);
        offices = List.copyOf(offices);
        statements = List.copyOf(statements);
    }
}
