package se.tillsyn.analytics.statistics.funnel;

/**
 * Kind of figure, and the scale on which its variance between units is estimated. {@code x} is the numerator (observed
 * events), {@code n} the denominator (expected events).
 */
public enum IndicatorScale {
    /** Deficient of assessed: {@code arcsin √(x/n)}, standard error {@code 1/(2√n)}. */
    PROPORTION {
        @Override
        double transform(double x, double n) {
            return reference(x / n);
        }

        @Override
        double error(double x, double n) {
            return 0.5 / Math.sqrt(n);
        }

        @Override
        double reference(double target) {
            return Math.asin(Math.sqrt(target));
        }

        @Override
        double back(double transformed) {
            double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, transformed)));
            return sine * sine;
        }
    },

    /**
     * Ratio of two counts: {@code ln((x + ½)/(n + ½))}, standard error {@code √(x/(x + ½)² + n/(n + ½)²)}. The halves
     * serve this scale only.
     */
    COUNT_RATIO {
        @Override
        double transform(double x, double n) {
            return Math.log((x + HALF) / (n + HALF));
        }

        @Override
        double error(double x, double n) {
            return Math.sqrt(x / ((x + HALF) * (x + HALF)) + n / ((n + HALF) * (n + HALF)));
        }

        @Override
        double reference(double target) {
            return Math.log(target);
        }

        @Override
        double back(double transformed) {
            return Math.exp(transformed);
        }
    },

    /**
     * Observed to expected around 1: {@code ln(x/n)}, standard error {@code 1/√n}. No event counts as half a one, on
     * this scale only.
     */
    STANDARDISED_LOG {
        @Override
        double transform(double x, double n) {
            return Math.log((x == 0 ? HALF : x) / n);
        }

        @Override
        double error(double x, double n) {
            return 1 / Math.sqrt(n);
        }

        @Override
        double reference(double target) {
            return Math.log(target);
        }

        @Override
        double back(double transformed) {
            return Math.exp(transformed);
        }
    },

    /** Observed to expected around 1: {@code √(x/n)}, standard error {@code 1/(2√n)}. */
    STANDARDISED_ROOT {
        @Override
        double transform(double x, double n) {
            return reference(x / n);
        }

        @Override
        double error(double x, double n) {
            return 0.5 / Math.sqrt(n);
        }

        @Override
        double reference(double target) {
            return Math.sqrt(target);
        }

        @Override
        double back(double transformed) {
            double root = Math.max(0, transformed);
            return root * root;
        }
    };

    private static final double HALF = 0.5;

    /** A unit's figure on the scale. */
    abstract double transform(double x, double n);

    /** Standard error of {@link #transform}. */
    abstract double error(double x, double n);

    /** A reference on the scale. */
    abstract double reference(double target);

    /** From the scale to the indicator, within its range. */
    abstract double back(double transformed);

    /** What all units together are measured against: their own sum, or 1 for a standardised ratio. */
    double target(double sumOfNumerators, double sumOfDenominators) {
        return switch (this) {
            case PROPORTION, COUNT_RATIO -> sumOfNumerators / sumOfDenominators;
            case STANDARDISED_LOG, STANDARDISED_ROOT -> 1;
        };
    }
}
