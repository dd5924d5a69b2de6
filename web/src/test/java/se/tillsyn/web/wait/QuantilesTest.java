package se.tillsyn.web.wait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.wait.Quantities.Quantile;

final class QuantilesTest {

    @Test
    void keepNothingOfAWithheldNumber() {
        Quantile withheld = Quantile.of(Status.SUPPRESSED, 53, 47, 64);
        assertThat(withheld).isEqualTo(Quantile.without(Status.SUPPRESSED));
        assertThat(QuantityText.of(texts(), withheld).whole()).isEqualTo(":");
    }

    @Test
    void areNoNumberWhereSoManyWaitThatTheDataDoNotReachThem() {
        assertThat(Quantile.of(Status.VALUE, Double.NaN, 90, Double.NaN).hasNumber())
                .isFalse();
    }

    @Test
    void sayAtLeastWhereTheUpperLimitIsOpen() {
        assertThat(QuantityText.of(texts(), new Quantile(Status.VALUE, 155, 113, Double.NaN))
                        .whole())
                .isEqualTo("155 (minst 113)");
        assertThat(QuantityText.of(texts(), new Quantile(Status.VALUE, 2, 0, Double.NaN))
                        .whole())
                .isEqualTo("2");
        assertThat(QuantityText.of(texts(), new Quantile(Status.VALUE, 59.5, 47, 64))
                        .whole())
                .isEqualTo("59,5 (47–64)");
    }

    private static Texts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "regional");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages, Language.SV);
    }
}
