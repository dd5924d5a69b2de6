package se.tillsyn.analytics.cube;

import se.tillsyn.analytics.statistics.ClusterSums;

/**
 * What one office found in one stratum: topic, county, year and selection basis.
 *
 * @param cases files, summed over operations
 * @param units operations judged
 * @param deficientUnits of these, with at least one deficiency
 */
public record OfficeCell(
        String topic,
        String county,
        String year,
        String selectionBasis,
        String office,
        ClusterSums cases,
        long units,
        long deficientUnits) {}
