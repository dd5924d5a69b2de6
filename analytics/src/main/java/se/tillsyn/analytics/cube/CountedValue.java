package se.tillsyn.analytics.cube;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

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

    /** Every full measurement by itself, in the order of the values. */
    public static double[] eachWhole(List<CountedValue> values) {
        return each(values, CountedValue::whole);
    }

    /** Every lower bound by itself, in the order of the values. */
    public static double[] eachCensored(List<CountedValue> values) {
        return each(values, CountedValue::censored);
    }

    private static double[] each(List<CountedValue> values, ToLongFunction<CountedValue> count) {
        double[] each =
                new double[Math.toIntExact(values.stream().mapToLong(count).sum())];
        int from = 0;
        for (CountedValue value : values) {
            int to = from + Math.toIntExact(count.applyAsLong(value));
            Arrays.fill(each, from, to, value.value());
            from = to;
        }
        return each;
    }
}
