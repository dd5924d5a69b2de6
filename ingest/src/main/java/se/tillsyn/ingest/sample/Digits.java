package se.tillsyn.ingest.sample;

/** Numbers as text of fixed width, so that the order of text is the order of numbers. */
final class Digits {

    private Digits() {}

    /** Decimal digits with leading zeros; longer than {@code width} when the number is. */
    static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }
}
