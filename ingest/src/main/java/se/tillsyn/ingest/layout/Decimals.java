package se.tillsyn.ingest.layout;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain decimal numbers, exactly: what the contract's numbers may look like, no exponent, no leading zeros. */
final class Decimals {

    /** Digits of a number of the contract. */
    private static final int MAX_DIGITS = 15;

    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private Decimals() {}

    /** The number, or {@code null} when the text is none or has too many digits. */
    static @Nullable BigDecimal of(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits <= MAX_DIGITS && PLAIN.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
