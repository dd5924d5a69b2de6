package se.tillsyn.analytics.disclosure;

import java.io.Serializable;
import java.util.Comparator;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.ValueCell;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.release.RateColumns;

/**
 * Which cell, whatever it counts.
 *
 * @param topic code
 * @param region code of a region or a group of regions
 * @param period calendar year, or year and quarter
 * @param ageGroup code or total
 * @param operationType code or total
 */
public record CellName(String topic, String region, String period, String ageGroup, String operationType)
        implements Serializable {

    /** Order of names, totals as their code sorts. */
    public static final Comparator<CellName> ORDER = Comparator.comparing(CellName::topic)
            .thenComparing(CellName::period)
            .thenComparing(CellName::region)
            .thenComparing(CellName::ageGroup)
            .thenComparing(CellName::operationType);

    private static final int YEAR_LENGTH = 4;

    public static CellName of(DeficiencyCell cell) {
        return new CellName(cell.topic(), cell.region(), cell.period(), cell.ageGroup(), cell.operationType());
    }

    public static CellName of(ValueCell cell) {
        return new CellName(cell.topic(), cell.region(), cell.period(), cell.ageGroup(), cell.operationType());
    }

    CellName ofTopic(String other) {
        return new CellName(other, region, period, ageGroup, operationType);
    }

    /** The calendar year of the period. */
    public String year() {
        return period.substring(0, YEAR_LENGTH);
    }

    /** Topic and calendar year. */
    public YearOfTopic yearOfTopic() {
        return new YearOfTopic(topic, year());
    }

    boolean isOfQuarter() {
        return period.length() > YEAR_LENGTH;
    }

    boolean isOfAge() {
        return !ageGroup.equals(RateColumns.TOTAL);
    }

    boolean isOfType() {
        return !operationType.equals(RateColumns.TOTAL);
    }
}
