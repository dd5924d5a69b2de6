package se.tillsyn.analytics.cube;

import se.tillsyn.analytics.statistics.ClusterSums;

/**
 * One cell of the cube: true counts, before disclosure control.
 *
 * @param topic code
 * @param level level of the region
 * @param region code
 * @param period calendar year, or year and quarter
 * @param ageGroup analysis band or total
 * @param operationType code or total
 * @param selectionBasis the only selection basis, or MIXED
 * @param caseRateApplicable whether any finding counted files, so that a case rate can exist
 * @param countsProtected whether the files are persons' files or persons
 * @param synthetic whether any finding belongs to a synthetic programme
 * @param cases sums over operations for the case rate
 * @param units operations with a judged finding
 * @param deficientUnits operations with at least one deficiency, at most {@code units}
 * @param bounded files of which only bounds are known; they are not among {@code cases}
 */
public record DeficiencyCell(
        String topic,
        String level,
        String region,
        String period,
        String ageGroup,
        String operationType,
        String selectionBasis,
        boolean caseRateApplicable,
        boolean countsProtected,
        boolean synthetic,
        ClusterSums cases,
        int units,
        int deficientUnits,
        BoundedCases bounded) {

    public DeficiencyCell {
        if (deficientUnits < 0 || deficientUnits > units) {
            throw new IllegalArgumentException("expected 0 <= deficient operations <= operations");
        }
    }

    /** The same cell with other counts, for a part of it. */
    public DeficiencyCell withCounts(ClusterSums newCases, int newUnits, int newDeficientUnits) {
        return new DeficiencyCell(
                topic,
                level,
                region,
                period,
                ageGroup,
                operationType,
                selectionBasis,
                caseRateApplicable,
                countsProtected,
                synthetic,
                newCases,
                newUnits,
                newDeficientUnits,
                BoundedCases.NONE);
    }
}
