package se.tillsyn.ingest.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes for ranges of numbers, as of a mark from 1 to 5. A number between two ranges has no code.
 *
 * @param decimal decimal sign of the source's numbers
 * @param steps ranges in ascending order that do not meet
 */
public record Scale(DecimalSign decimal, List<Step> steps) implements Serializable {

    /** One range, both ends included. */
    public record Step(BigDecimal low, BigDecimal high, String code) implements Serializable {
        public Step {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("expected the lower end first");
            }
        }
    }

    public Scale {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).high().compareTo(steps.get(i).low()) >= 0) {
                throw new IllegalArgumentException("expected ranges in ascending order that do not meet");
            }
        }
    }

    /** The code of a number, or {@code null} when the text is no number or lies in no range. */
    @Nullable
    String codeOf(String text) {
        String plain = decimal.contractText(text);
        BigDecimal number = plain == null ? null : Decimals.of(plain);
        if (number != null) {
            for (Step step : steps) {
                if (number.compareTo(step.low()) >= 0 && number.compareTo(step.high()) <= 0) {
                    return step.code();
                }
            }
        }
        return null;
    }
}
