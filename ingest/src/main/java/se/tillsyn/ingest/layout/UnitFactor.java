package se.tillsyn.ingest.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a source's unit is in a unit of the code list: value × {@code factor} ÷ {@code divisor} of {@code code}. Computed
 * in decimals; only a division is rounded, half to even at the sixth decimal.
 *
 * @param code unit of the code list
 * @param factor above 0
 * @param divisor above 0
 */
public record UnitFactor(String code, BigDecimal factor, BigDecimal divisor) implements Serializable {

    private static final int QUOTIENT_DECIMALS = 6;

    public UnitFactor {
        if (factor.signum() <= 0 || divisor.signum() <= 0) {
            throw new IllegalArgumentException("expected a factor and a divisor above 0");
        }
    }

    /** Whether a value stays the number it is. */
    boolean changesNothing() {
        return factor.compareTo(BigDecimal.ONE) == 0 && divisor.compareTo(BigDecimal.ONE) == 0;
    }

    /**
     * The value in the unit of the code list, written as the contract writes numbers; {@code null} when the text is no
     * number of the contract or the result has more digits than one may have.
     *
     * @param number with a decimal point
     */
    public @Nullable String convert(String number) {
        BigDecimal value = Decimals.of(number);
        if (value == null) {
            return null;
        }
        if (changesNothing()) {
            return number;
        }
        BigDecimal product = value.multiply(factor);
        BigDecimal result = divisor.compareTo(BigDecimal.ONE) == 0
                ? product
                : product.divide(divisor, QUOTIENT_DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal shortest = result.signum() == 0 ? BigDecimal.ZERO : result.stripTrailingZeros();
        String text = shortest.toPlainString();
        return Decimals.of(text) == null ? null : text;
    }
}
