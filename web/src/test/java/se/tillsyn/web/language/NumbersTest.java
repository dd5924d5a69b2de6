package se.tillsyn.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NumbersTest {

    private final Numbers sv = new Numbers(Language.SV);
    private final Numbers en = new Numbers(Language.EN);

    @Test
    void writePercentWithOneDecimal() {
        assertThat(sv.percent(0.8125)).isEqualTo("81,3\u00a0%");
        assertThat(en.percent(0.8125)).isEqualTo("81.3%");
        assertThat(sv.percent(0)).isEqualTo("0,0\u00a0%");
        assertThat(sv.percent(1)).isEqualTo("100,0\u00a0%");
        assertThat(sv.limits(0.63977, 0.96502)).isEqualTo("64,0–96,5");
        assertThat(sv.wholePercent(0.5625)).isEqualTo("56\u00a0%");
    }

    @Test
    void partThousands() {
        assertThat(sv.whole(1_234_567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(en.whole(1_234_567)).isEqualTo("1,234,567");
        assertThat(sv.whole(999)).isEqualTo("999");
    }

    @Test
    void writeTheMinusSign() {
        assertThat(sv.percent(-0.005)).isEqualTo("\u22120,5\u00a0%");
        assertThat(sv.whole(-1_200)).isEqualTo("\u22121\u00a0200");
    }

    @Test
    void writeDaysAsStockholmCountsThem() {
        assertThat(sv.day(Instant.parse("2026-11-02T23:30:00Z"))).isEqualTo("3 november 2026");
        assertThat(en.day(Instant.parse("2026-11-02T07:00:00Z"))).isEqualTo("2 November 2026");
    }
}
