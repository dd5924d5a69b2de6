package se.tillsyn.analytics.statistics.inequality;

/** Scale on which values are near normal, or a line is fitted. */
public enum ModelScale {
    /** The indicator itself: means. */
    IDENTITY,
    /** Natural logarithm: rates, more than 0. */
    LOG,
    /** Log odds: proportions between 0 and 1. */
    LOGIT;

    double to(double value) {
        double result =
                switch (this) {
                    case IDENTITY -> value;
                    case LOG -> Math.log(value);
                    case LOGIT -> Math.log(value / (1 - value));
                };
        if (!Double.isFinite(result)) {
            throw new IllegalArgumentException("value: expected one that the scale " + this + " knows");
        }
        return result;
    }

    double from(double transformed) {
        return switch (this) {
            case IDENTITY -> transformed;
            case LOG -> Math.exp(transformed);
            case LOGIT -> 1 / (1 + Math.exp(-transformed));
        };
    }
}
