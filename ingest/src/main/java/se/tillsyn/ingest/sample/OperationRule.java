package se.tillsyn.ingest.sample;

import java.util.List;

/**
 * How many operations of a type there are before scaling.
 *
 * @param type operation type (code)
 * @param perCounty whether the region is the county; otherwise the municipality
 * @param inhabitantsPerOperation one operation for so many inhabitants of a county, rounded; 0 = one in each region
 */
record OperationRule(String type, Setting setting, boolean perCounty, int inhabitantsPerOperation) {

    /** About 1 500 operations in all. */
    static final List<OperationRule> ALL = List.of(
            new OperationRule("SOC_BOARD", Setting.BOARD, false, 0),
            new OperationRule("SUPPORTED_HOUSING", Setting.HOUSING, false, 60_000),
            new OperationRule("HEALTH_CARE", Setting.REGION_OFFICE, true, 0),
            new OperationRule("HEALTH_CARE", Setting.HEALTH_CARE, true, 60_000),
            new OperationRule("PSYCHIATRY", Setting.CLINIC, true, 50_000),
            new OperationRule("ADDICTION_CARE", Setting.CLINIC, true, 100_000),
            new OperationRule("HVB", Setting.YOUTH_HOME, false, 20_000),
            new OperationRule("LVM_HOME", Setting.ADULT_HOME, false, 900_000));

    static List<String> types() {
        return ALL.stream().map(OperationRule::type).distinct().toList();
    }
}
