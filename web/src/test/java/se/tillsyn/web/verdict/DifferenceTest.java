package se.tillsyn.web.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.web.release.Observation;

final class DifferenceTest {

    /** Newcombe (1998), table II, example (a), method 10: 56/70 − 48/80 is 0.0524 to 0.3339. */
    @Test
    void isNewcombes() {
        Difference difference = Difference.between(observation(56, 70), observation(48, 80), false);
        assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
        assertThat(difference.lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.upper()).isCloseTo(0.3339, within(5e-5));
        assertThat(difference.direction()).isEqualTo(Direction.HIGHER);
    }

    /** The same source, example (c): 6/7 − 2/7 is 0.0582 to 0.8062. */
    @Test
    void isNewcombesOfSmallNumbersToo() {
        Difference difference = Difference.between(observation(6, 7), observation(2, 7), false);
        assertThat(difference.lower()).isCloseTo(0.0582, within(5e-5));
        assertThat(difference.upper()).isCloseTo(0.8062, within(5e-5));
    }

    @Test
    void isNotShownWhenItsLimitsHoldZero() {
        assertThat(Difference.between(observation(9, 10), observation(7, 10), false)
                        .direction())
                .isEqualTo(Direction.NOT_SHOWN);
    }

    @Test
    void saysNothingOfAWithheldFigure() {
        Difference difference = Difference.between(observation(56, 70), Observation.without(Status.SUPPRESSED), true);
        assertThat(difference).isEqualTo(Difference.NONE);
        assertThat(difference.unlike()).isFalse();
        assertThat(difference.value()).isNaN();
    }

    private static Observation observation(int deficient, int assessed) {
        Interval limits = RateInterval.wilson(deficient, assessed, RateInterval.PUBLISHED_CONFIDENCE);
        return new Observation(
                Status.VALUE,
                (double) deficient / assessed,
                limits.lower(),
                limits.upper(),
                deficient,
                assessed,
                false);
    }
}
