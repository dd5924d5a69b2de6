package se.tillsyn.analytics.statistics.wait;

/** Scale on which limits of a survival curve are symmetric. S is the curve, σ its standard error divided by S. */
public enum LimitScale {
    /** {@code S(1 ∓ zσ)}, kept between 0 and 1. */
    PLAIN {
        @Override
        double limit(double survival, double error) {
            return Math.max(0, Math.min(1, survival * (1 + error)));
        }
    },

    /** {@code S exp(∓zσ)}, at most 1. */
    LOG {
        @Override
        double limit(double survival, double error) {
            return Math.min(1, survival * Math.exp(error));
        }
    },

    /** {@code S^exp(∓zσ/ln S)}: the published one, never outside 0 to 1. */
    LOG_LOG {
        @Override
        double limit(double survival, double error) {
            return Math.pow(survival, Math.exp(error / Math.log(survival)));
        }
    };

    /**
     * A limit of the curve.
     *
     * @param survival S, between 0 and 1
     * @param error zσ for the upper limit, −zσ for the lower
     */
    abstract double limit(double survival, double error);
}
