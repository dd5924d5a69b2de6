package se.tillsyn.analytics.statistics.inequality;

/**
 * One of the groups, such as tenths by deprivation, in their order.
 *
 * @param population persons or cases, more than 0
 * @param value indicator of the group
 * @param standardError of the value on the scale of its errors ({@link ModelScale}), 0 or more
 */
public record OrderedGroup(double population, double value, double standardError) {

    public OrderedGroup {
        if (!(population > 0) || Double.isInfinite(population)) {
            throw new IllegalArgumentException("population: expected more than 0");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: expected a number");
        }
        if (!(standardError >= 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("standardError: expected 0 or more");
        }
    }
}
