package se.tillsyn.analytics.cube;

/**
 * How many operations were inspected, whatever the topic.
 *
 * @param level level of the region
 * @param region code
 * @param period calendar year, or year and quarter
 * @param operationType code or total
 * @param selectionBasis the only selection basis, or MIXED
 * @param inspected operations with any finding
 * @param judged of these, with any judged finding
 * @param deficient of these, with at least one deficiency on any topic
 * @param synthetic whether any finding is synthetic
 */
public record CoverageCell(
        String level,
        String region,
        String period,
        String operationType,
        String selectionBasis,
        int inspected,
        int judged,
        int deficient,
        boolean synthetic) {

    public CoverageCell {
        if (deficient > judged || judged > inspected) {
            throw new IllegalArgumentException("expected deficient <= judged <= inspected operations");
        }
    }
}
