package se.tillsyn.ingest.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;

/** The rows of one visit, numbered in the order in which they are added. */
final class FindingSheet {

    private final Visit visit;
    private final String inspectionId;
    private final String programme;
    private final String office;
    private final List<Finding> findings = new ArrayList<>(64);
    private int lastNumber;

    FindingSheet(Visit visit, String inspectionId, String programme, String office) {
        this.visit = visit;
        this.inspectionId = inspectionId;
        this.programme = programme;
        this.office = office;
    }

    /** All rows, by finding id, a finding's revisions one after the other. */
    List<Finding> findings() {
        return findings;
    }

    /** A new finding. */
    void add(TopicEntry topic, String ageGroup, Judgement judgement, Demand demand) {
        lastNumber++;
        findings.add(finding(1, false, topic, ageGroup, judgement, Measurement.NONE, demand));
    }

    /** A new finding whose first revision said something else and demanded nothing. */
    void addCorrected(TopicEntry topic, String ageGroup, Judgement first, Judgement judgement, Demand demand) {
        lastNumber++;
        findings.add(finding(1, false, topic, ageGroup, first, Measurement.NONE, Demand.NOT_MADE));
        findings.add(finding(2, false, topic, ageGroup, judgement, Measurement.NONE, demand));
    }

    /** A finding entered by mistake and withdrawn. */
    void addWithdrawn(TopicEntry topic, String ageGroup, Judgement judgement) {
        lastNumber++;
        Demand demand = judgement.outcome().judged() ? Demand.NOT_MADE : Demand.UNSTATED;
        findings.add(finding(1, false, topic, ageGroup, judgement, Measurement.NONE, demand));
        findings.add(finding(2, true, topic, ageGroup, judgement, Measurement.NONE, demand));
    }

    /** A new finding with a measured value. */
    void addMeasured(TopicEntry topic, String ageGroup, Outcome outcome, Measurement measurement) {
        lastNumber++;
        findings.add(
                finding(1, false, topic, ageGroup, Judgement.withoutCounts(outcome), measurement, Demand.UNSTATED));
    }

    private Finding finding(
            int revision,
            boolean withdrawn,
            TopicEntry topic,
            String ageGroup,
            Judgement judgement,
            Measurement measurement,
            Demand demand) {
        return new Finding(
                inspectionId + "-" + Digits.padded(lastNumber, 3),
                revision,
                withdrawn,
                inspectionId,
                visit.day(),
                programme,
                visit.basis().name(),
                office,
                visit.operation().region(),
                visit.operation().type(),
                visit.operation().unitId(),
                ageGroup,
                topic.code(),
                topic.observedUnit(),
                topic.evidence(),
                judgement.outcome(),
                judgement.assessed(),
                judgement.deficient(),
                judgement.eligible(),
                measurement.value(),
                measurement.unit(),
                measurement.censored(),
                null,
                null,
                demand.made(),
                demand.followedUpOn(),
                demand.remedied());
    }

    /** A measured value, its unit (code) and, for waits, whether the person still waits. */
    record Measurement(
            @Nullable Double value,
            @Nullable String unit,
            @Nullable Boolean censored) {

        static final Measurement NONE = new Measurement(null, null, null);
    }
}
