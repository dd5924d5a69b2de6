package se.tillsyn.web.inequality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.tillsyn.web.inequality.InequalityFigures.Parts;
import se.tillsyn.web.release.Measure;

final class PartsTest {

    @Test
    void sharesTheVarianceNotTheDeviation() {
        assertThat(Parts.of(spread(0.1, 0.01), spread(0.2, 0.01)).share()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void dividesNothingWhereTheFineLevelShowsNoDifferences() {
        assertThat(Parts.of(spread(0.1, 0.01), spread(0.2, 0.4)).reason()).isEqualTo("not-shown");
        assertThat(Parts.of(spread(0.1, 0.01), spread(0, 0.01)).reason()).isEqualTo("not-shown");
    }

    @Test
    void saysThatEstimatesDoNotAgreeOrAreMissing() {
        assertThat(Parts.of(spread(0.3, 0.01), spread(0.2, 0.01)).reason()).isEqualTo("unclear");
        assertThat(Parts.of(null, spread(0.2, 0.01)).reason()).isEqualTo("missing");
        assertThat(Parts.of(spread(Double.NaN, 0.01), spread(0.2, 0.01)).share())
                .isNaN();
    }

    private static Spread spread(double tau, double alike) {
        return new Spread("2016", Measure.CASE, 20, 0.3, tau, Double.NaN, Double.NaN, 0.4, 0.2, alike);
    }
}
