package se.tillsyn.analytics.cube;

/**
 * A measured value and how often it was seen.
 *
 * @param value in the topic's unit
 * @param whole how often as a full measurement
 * @param censored how often as a lower bound of one that goes on
 */
public record CountedValue(double value, long whole, long censored) {

    public CountedValue {
        if (whole < 0 || censored < 0) {
            throw new IllegalArgumentException("counts of a value: expected 0 or more");
        }
    }
}
