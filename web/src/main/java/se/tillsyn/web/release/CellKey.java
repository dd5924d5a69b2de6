package se.tillsyn.web.release;

/** The five dimensions of a cell, as codes. */
public record CellKey(String topic, String region, String period, String ageGroup, String operationType) {

    public CellKey inRegion(String other) {
        return new CellKey(topic, other, period, ageGroup, operationType);
    }

    public CellKey inPeriod(String other) {
        return new CellKey(topic, region, other, ageGroup, operationType);
    }
}
