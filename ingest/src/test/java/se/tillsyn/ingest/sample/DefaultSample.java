package se.tillsyn.ingest.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;

/** The sample of the default size and seed, drawn once for all tests. */
final class DefaultSample {

    static final Profile PROFILE = Profile.load("sweden");
    static final SampleModel MODEL = model(VisitRates.DEFAULT_FINDINGS, 1);
    static final Schedule SCHEDULE = new Schedule(MODEL);
    static final List<Finding> FINDINGS = draw();
    static final Truth TRUTH = TruthTable.of(MODEL, "sweden", FINDINGS.size());

    private DefaultSample() {}

    static SampleModel model(long findings, long seed) {
        return SampleModel.of(PROFILE, new SampleSettings(findings, seed));
    }

    /** The latest revision of each finding on a topic, withdrawn ones left out. */
    static List<Finding> standing(String topic, Predicate<Finding> condition) {
        Map<String, Finding> latest = new HashMap<>();
        for (Finding finding : FINDINGS) {
            if (finding.topic().equals(topic)) {
                latest.merge(finding.findingId(), finding, (a, b) -> a.revision() > b.revision() ? a : b);
            }
        }
        return latest.values().stream()
                .filter(finding -> !finding.withdrawn())
                .filter(condition)
                .toList();
    }

    /** Whether the true rates hold for a finding: judged, and found on a basis that does not depend on the result. */
    static boolean holdsTruth(Finding finding) {
        return finding.outcome().judged()
                && (finding.selectionBasis().equals("CENSUS")
                        || finding.selectionBasis().equals("THEMATIC_SAMPLE"));
    }

    private static List<Finding> draw() {
        List<Finding> findings = new ArrayList<>();
        for (int year = InspectionDays.FIRST_YEAR; year <= InspectionDays.LAST_YEAR; year++) {
            int number = 0;
            for (Visit visit : SCHEDULE.of(year)) {
                number++;
                String id = "S" + (year - 2000) + "-T" + Digits.padded(number, 6);
                Visit first = visit.followUpOf();
                findings.addAll(
                        first == null
                                ? VisitReview.of(MODEL, SCHEDULE, visit, id)
                                : FollowUpReview.of(MODEL, SCHEDULE, visit, first, id));
            }
        }
        return findings;
    }
}
