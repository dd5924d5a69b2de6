package se.tillsyn.analytics.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What our code computes for one row: a number, a text or nothing ("not defined") for each expected column. */
public final class Figures {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** A number; NaN is never a figure. */
    public Figures number(String column, double value) {
        if (Double.isNaN(value)) {
            throw new AssertionError(column + ": our code gave NaN");
        }
        return put(column, value);
    }

    /** A whole number. */
    public Figures number(String column, long value) {
        return put(column, (double) value);
    }

    /** A text, compared exactly. */
    public Figures text(String column, String value) {
        return put(column, value);
    }

    /** Our code says that the figure does not exist. */
    public Figures none(String column) {
        return put(column, null);
    }

    private Figures put(String column, @Nullable Object value) {
        if (values.containsKey(column)) {
            throw new IllegalStateException(column + " computed twice");
        }
        values.put(column, value);
        return this;
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
