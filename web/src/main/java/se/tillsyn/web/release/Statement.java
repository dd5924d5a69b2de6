package se.tillsyn.web.release;

import org.jspecify.annotations.Nullable;

/**
 * What a published report states for several operations together, on the level it was made for.
 *
 * @param outcome {@code DEFICIENT}, {@code MET}, {@code NOT_ASSESSED} or {@code NOT_APPLICABLE}
 */
public record Statement(
        String id,
        String topic,
        String region,
        String period,
        String ageGroup,
        String operationType,
        String programme,
        String selectionBasis,
        String observedUnit,
        String evidence,
        String outcome,
        Quantity quantity) {

    /** How much the statement says. */
    public sealed interface Quantity {}

    /** A count of a known number, with the limits of its share. */
    public record Share(int count, int of, double rate, double lower, double upper) implements Quantity {}

    /** A count known only to lie between two numbers; shown as a band and never as a number. */
    public record Band(int low, int high, int of, double rateLow, double rateHigh) implements Quantity {}

    /** At least so many, of a number that the source does not give. */
    public record AtLeast(int low) implements Quantity {}

    /** A measured value, or a range of them. */
    public record Measured(int low, int high, String unit) implements Quantity {}

    /** The source gives no number. */
    public record Unquantified() implements Quantity {}

    static Statement of(StatementRow row) {
        return new Statement(
                row.statement(),
                row.topic(),
                row.region(),
                row.period(),
                row.ageGroup(),
                row.operationType(),
                row.programme(),
                row.selectionBasis(),
                row.observedUnit(),
                row.evidence(),
                row.outcome(),
                quantity(row));
    }

    private static Quantity quantity(StatementRow row) {
        Integer low = row.low();
        Integer high = row.high();
        Integer n = row.n();
        String unit = row.valueUnit();
        if (unit != null && !unit.isEmpty() && low != null && high != null) {
            return new Measured(low, high, unit);
        }
        if (n != null && low != null && high != null) {
            return low.equals(high)
                    ? new Share(low, n, of(row.rateLow()), of(row.limitLower()), of(row.limitUpper()))
                    : new Band(low, high, n, of(row.rateLow()), of(row.rateHigh()));
        }
        return low == null ? new Unquantified() : new AtLeast(low);
    }

    private static double of(@Nullable Double published) {
        if (published == null) {
            throw new IllegalArgumentException("a statement with a number lacks its rate or limits");
        }
        return published;
    }
}
