package se.tillsyn.ingest.sample;

import java.util.List;
import java.util.Map;
import se.tillsyn.ingest.sample.Setting.AgeFocus;

/**
 * How often operations are visited, so that about the wanted number of findings comes out: the expected number of rows
 * is worked out from the model and one common factor on all visit rates is solved for.
 *
 * @param perYear rotation visits of a board per year; other settings by {@link Setting#visitWeight()}
 */
record VisitRates(double perYear) {

    /** Findings at which operations start to multiply instead of visits alone. */
    static final long DEFAULT_FINDINGS = 120_000;

    /** Share of its topics that a visit looks into; a census looks into all. */
    static final double TOPIC_SHARE = 0.65;

    /** Risk-based visits per rotation visit. */
    static final double RISK_BASED = 0.15;

    /** Share of risk-based visits that go to the fifth of the operations that are at risk. */
    static final double RISK_BASED_AT_RISK = 0.9;

    /** Visits after complaints per rotation visit at operations not at risk. */
    static final double COMPLAINT = 0.1;

    /** How many times as many there are at operations at risk. */
    static final double COMPLAINT_RATIO = 2;

    static final double RISK_SHARE = 1.0 / OperationRegister.RISK_STEP;

    /** Persons whose waits a visit records: uniform from the fewest on. */
    static final int FEWEST_PERSONS = 4;

    static final int PERSON_SPAN = 9;

    private static final double MOST_CENSUS = 0.06;

    /** Rows of follow-up visits, corrections and withdrawals per row of other visits; as measured. */
    private static final double FOLLOWING_ROWS = 0.075;

    /** Operations for each one of {@link OperationRule#ALL}: 1 up to the default, then the square root of the excess. */
    static double operationScale(long findings) {
        return Math.max(1, Math.sqrt((double) findings / DEFAULT_FINDINGS));
    }

    /** Solves for the visit rate by bisection; expected rows grow with it. */
    static VisitRates of(long findings, List<Operation> operations, Map<Setting, List<SampleTopic>> topics) {
        double low = 0;
        double high = 1_000_000;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (new VisitRates(middle).expectedRows(operations, topics) < findings) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new VisitRates(high);
    }

    /** Rotation visits per year of an operation. */
    double rotation(Setting setting) {
        return perYear * setting.visitWeight();
    }

    /** Risk-based visits per year. */
    double riskBased(Operation operation) {
        double share =
                operation.atRisk() ? RISK_BASED_AT_RISK / RISK_SHARE : (1 - RISK_BASED_AT_RISK) / (1 - RISK_SHARE);
        return rotation(operation.setting()) * RISK_BASED * share;
    }

    /** Visits after complaints per year. */
    double complaint(Operation operation) {
        return rotation(operation.setting()) * COMPLAINT * (operation.atRisk() ? COMPLAINT_RATIO : 1);
    }

    /** Share of counties and years in which all boards are visited. */
    double censusShare() {
        return MOST_CENSUS * Math.min(1, 2 * perYear);
    }

    private double expectedRows(List<Operation> operations, Map<Setting, List<SampleTopic>> topics) {
        double rows = 0;
        for (Setting setting : Setting.values()) {
            long count =
                    operations.stream().filter(at -> at.setting() == setting).count();
            double rotation = rotation(setting);
            double other = rotation * (RISK_BASED + COMPLAINT * (1 + (COMPLAINT_RATIO - 1) * RISK_SHARE));
            double census = setting == Setting.BOARD ? censusShare() : 0;
            for (int year = InspectionDays.FIRST_YEAR; year <= InspectionDays.LAST_YEAR; year++) {
                double some = rowsPerVisit(topics.getOrDefault(setting, List.of()), setting, year, TOPIC_SHARE);
                double all = rowsPerVisit(topics.getOrDefault(setting, List.of()), setting, year, 1);
                rows += count * (((1 - census) * rotation + other) * some + census * Math.max(1, rotation) * all);
            }
        }
        return rows * (1 + FOLLOWING_ROWS);
    }

    private static double rowsPerVisit(List<SampleTopic> topics, Setting setting, int year, double topicShare) {
        double bands = setting.ageBands(year, AgeFocus.ADULT).size() / 2.0
                + setting.ageBands(year, AgeFocus.YOUNG).size() / 2.0;
        double rows = 0;
        for (SampleTopic topic : topics) {
            if (topic instanceof SampleTopic.Rate rate) {
                double share = topic.entry().code().equals(SampleCodes.DEMAND_TOPIC) ? 1 : topicShare;
                rows += share
                        * (topic.entry().countsFiles()
                                ? bands * (1 + rate.parts().size())
                                : 1);
            } else if (topic instanceof SampleTopic.Wait) {
                rows += FEWEST_PERSONS + (PERSON_SPAN - 1) / 2.0;
            } else {
                rows += 1;
            }
        }
        return rows;
    }
}
