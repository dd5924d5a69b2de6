package se.tillsyn.ingest.layout;

import org.jspecify.annotations.Nullable;

/** What stands before the decimals. Thousands have no sign, ever: {@code 1.234} under a comma is refused, not guessed. */
public enum DecimalSign implements SourceForm {
    POINT('.', ','),
    COMMA(',', '.');

    private final char sign;
    private final char other;

    DecimalSign(char sign, char other) {
        this.sign = sign;
        this.other = other;
    }

    /** The text with a decimal point; what else a number may hold is judged as in the contract. */
    @Override
    public @Nullable String contractText(String text) {
        int at = text.indexOf(sign);
        if (text.indexOf(other) >= 0 || (at >= 0 && text.indexOf(sign, at + 1) >= 0)) {
            return null;
        }
        return this == POINT ? text : text.replace(sign, '.');
    }
}
