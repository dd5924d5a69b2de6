package se.tillsyn.ingest.sample;

import java.util.List;

/** Kinds of operation as the sample sees them: who judges which topics, how often it is visited, how many files it has. */
enum Setting {
    /** A municipality's social board. */
    BOARD(1.0, 4, 23),
    /** A region's head office, one per county. */
    REGION_OFFICE(1.0, 3, 12),
    HEALTH_CARE(0.35, 3, 12),
    /** Psychiatric and addiction clinics. */
    CLINIC(0.5, 3, 14),
    /** Residential homes that take minors. */
    YOUTH_HOME(0.35, 3, 12),
    ADULT_HOME(0.35, 3, 12),
    HOUSING(0.35, 3, 12);

    private static final List<String> BOARD_UNITS =
            List.of("CASE", "NOTIFICATION", "BOARD", "MUNICIPALITY", "ADMINISTRATION", "OPERATION");
    private static final String PSYCHIATRY_GROUP = "PSYKIATRI";
    private static final String RECORDS_GROUP = "DOKUMENTATION";

    private final double visitWeight;
    private final int fewestFiles;
    private final int fileSpan;

    Setting(double visitWeight, int fewestFiles, int fileSpan) {
        this.visitWeight = visitWeight;
        this.fewestFiles = fewestFiles;
        this.fileSpan = fileSpan;
    }

    /** Visits per year relative to a board's. */
    double visitWeight() {
        return visitWeight;
    }

    /** Files reviewed per criterion and age band: uniform, independent of everything else. */
    int files(RandomStream random) {
        return fewestFiles + random.below(fileSpan);
    }

    /** Whether an operation of this kind is judged on a topic. */
    boolean judges(TopicEntry topic) {
        String unit = topic.observedUnit();
        boolean psychiatric = topic.group().equals(PSYCHIATRY_GROUP);
        boolean sharedPerson = unit.equals("PERSON") && !psychiatric;
        boolean records = unit.equals("CASE") && topic.group().equals(RECORDS_GROUP);
        boolean operation = unit.equals("OPERATION");
        return switch (this) {
            case BOARD -> BOARD_UNITS.contains(unit) || sharedPerson;
            case REGION_OFFICE -> operation || unit.equals("REGION");
            case HEALTH_CARE -> operation || sharedPerson;
            case CLINIC -> operation || unit.equals("CLINIC") || (unit.equals("PERSON") && psychiatric);
            case YOUTH_HOME, ADULT_HOME -> operation || records || unit.equals("DISCHARGE");
            case HOUSING -> operation || records;
        };
    }

    /**
     * Age bands of a visit, younger first: one or two that share nobody. Minors are 15–18 (as published then) until
     * 2016, 15–17 or 0–17 later; adults are one band until 2016.
     */
    List<String> ageBands(int year, AgeFocus focus) {
        boolean minors = this == BOARD || this == YOUTH_HOME;
        if (this == HOUSING) {
            return List.of("18-25");
        }
        if (focus == AgeFocus.ADULT) {
            return year <= 2016 ? List.of("18+") : List.of("18-25", "26+");
        }
        if (!minors) {
            return List.of("18-25");
        }
        if (year <= 2016) {
            return List.of("15-18", "18-25");
        }
        return List.of(focus == AgeFocus.CHILDREN ? "0-17" : "15-17", "18-25");
    }

    /** Whose care a visit looks at. */
    enum AgeFocus {
        ADULT,
        YOUNG,
        CHILDREN;

        /** Half the visits look at adults, two in six at the young, one in six at all minors. */
        static AgeFocus draw(RandomStream random) {
            int face = random.below(6);
            return face < 3 ? ADULT : face < 5 ? YOUNG : CHILDREN;
        }
    }
}
