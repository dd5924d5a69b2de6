package se.tillsyn.analytics.audit;

/**
 * A sum of counts that must stay uncertain.
 *
 * @param sum the sum, most often a withheld cell
 * @param width least distance of its bounds, more than 0
 */
public record ProtectedSum(Expression sum, double width) {

    public ProtectedSum {
        if (!(width > 0)) {
            throw new IllegalArgumentException("protected sum: expected a width of more than 0");
        }
    }
}
