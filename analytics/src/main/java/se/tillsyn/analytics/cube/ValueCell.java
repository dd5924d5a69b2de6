package se.tillsyn.analytics.cube;

import java.util.List;

/**
 * One cell of measured values: true values, before disclosure control.
 *
 * @param topic code
 * @param level level of the region
 * @param region code
 * @param period calendar year, or year and quarter
 * @param ageGroup analysis band or total
 * @param operationType code or total
 * @param values distinct values in ascending order, with how often each was seen
 */
public record ValueCell(
        String topic,
        String level,
        String region,
        String period,
        String ageGroup,
        String operationType,
        List<CountedValue> values) {

    public ValueCell {
        values = List.copyOf(values);
    }

    /** Full measurements. */
    public long whole() {
        return values.stream().mapToLong(CountedValue::whole).sum();
    }

    /** Lower bounds of measurements that go on. */
    public long censored() {
        return values.stream().mapToLong(CountedValue::censored).sum();
    }
}
