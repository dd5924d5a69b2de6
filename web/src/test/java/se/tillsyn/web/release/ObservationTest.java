package se.tillsyn.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.tillsyn.analytics.release.Status;

final class ObservationTest {

    @ParameterizedTest
    @EnumSource(value = Status.class, mode = EnumSource.Mode.EXCLUDE, names = "VALUE")
    void holdsNoFigureWithoutANumber(Status reason) {
        assertThat(Observation.without(reason).hasNumber()).isFalse();
        assertThatThrownBy(() -> new Observation(reason, Double.NaN, Double.NaN, Double.NaN, 3, 20, false))
                .hasMessageContaining("no figure at all without one");
    }

    @Test
    void holdsItsRateBetweenItsLimits() {
        assertThatThrownBy(() -> new Observation(Status.VALUE, .5, .6, .7, 1, 2, false))
                .hasMessageContaining("lower ≤ rate ≤ upper");
        assertThatThrownBy(() -> new Observation(Status.VALUE, .5, .4, .7, 3, 2, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
