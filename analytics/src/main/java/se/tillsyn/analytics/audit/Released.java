package se.tillsyn.analytics.audit;

/**
 * What a release says of a sum of counts: its value, or between which values it lies.
 *
 * @param sum the sum
 * @param min smallest value that fits the published figure; negative infinity when it says nothing
 * @param max largest value that fits, at least {@code min}; infinity when it says nothing
 */
public record Released(Expression sum, double min, double max) {

    public Released {
        if (!(min <= max)) {
            throw new IllegalArgumentException("released figure: expected min <= max");
        }
    }

    /** A sum whose value was published. */
    public static Released exactly(Expression sum, double value) {
        return new Released(sum, value, value);
    }

    boolean isEquality() {
        return min == max;
    }
}
