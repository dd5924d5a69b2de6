package se.tillsyn.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.Observation;

final class ClassLimitsTest {

    @Test
    void coverTheRatesInTheSmallestRoundSteps() {
        assertThat(over(0.12, 0.19)).isEqualTo(new ClassLimits(12, 2));
        assertThat(over(0.07, 0.28)).isEqualTo(new ClassLimits(5, 5));
        assertThat(over(0.07, 0.36)).isEqualTo(new ClassLimits(6, 6));
        assertThat(over(0.0, 1.0)).isEqualTo(new ClassLimits(0, 20));
        assertThat(over(0.95, 1.0)).isEqualTo(new ClassLimits(95, 1));
        assertThat(over()).isEqualTo(new ClassLimits(0, 20));
    }

    @Test
    void areNotDrawnApartByAFewExtremeAreas() {
        double[] rates = {
            0, .3, .31, .32, .33, .34, .35, .36, .37, .38, .39, .40, .41, .42, .43, .44, .45, .46, .47, .48, 1
        };
        assertThat(over(rates)).isEqualTo(new ClassLimits(28, 4));
    }

    @Test
    void putARateInTheClassOfTheNumberThatIsShown() {
        ClassLimits limits = new ClassLimits(0, 20);
        assertThat(limits.classOf(0)).isEqualTo(1);
        assertThat(limits.classOf(0.1994)).isEqualTo(1);
        assertThat(limits.classOf(0.1996)).isEqualTo(2);
        assertThat(limits.classOf(1)).isEqualTo(5);
        assertThat(new ClassLimits(10, 5).classOf(0.02)).isEqualTo(1);
        assertThat(new ClassLimits(10, 5).classOf(0.9)).isEqualTo(5);
    }

    @Test
    void stateLimitsAsTheyAreShown() {
        ClassLimits limits = new ClassLimits(0, 20);
        assertThat(limits.to(1)).isEqualTo(0.199);
        assertThat(limits.from(2)).isEqualTo(0.2);
        assertThat(limits.to(5)).isEqualTo(1);
    }

    private static ClassLimits over(double... rates) {
        List<Observation> observations = DoubleStream.of(rates)
                .mapToObj(rate -> new Observation(Status.VALUE, rate, 0, 1, 1, 2, false))
                .toList();
        return ClassLimits.over(observations);
    }
}
