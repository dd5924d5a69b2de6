package se.tillsyn.ingest.sample;

import java.util.List;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.sample.RandomStream.Purpose;

/**
 * Draws the findings of a follow-up: one for each demand of the visit it follows, with the result that stands in the
 * earlier finding. What is not remedied is demanded again and, as far as is known, not followed up.
 */
final class FollowUpReview {

    private static final String UNNAMED = "FIRST";

    /** Rate in new files where the deficiency was not remedied; at least one file is deficient. */
    private static final double UNREMEDIED_RATE = 0.4;

    private FollowUpReview() {}

    /** The findings of a follow-up; none when the earlier visit demanded nothing. */
    static List<Finding> of(SampleModel model, Schedule schedule, Visit visit, Visit first, String inspectionId) {
        List<Finding> followed = VisitReview.followedUp(model, schedule, first, UNNAMED);
        if (followed.isEmpty()) {
            return List.of();
        }
        RandomStream random = schedule.stream(Purpose.FOLLOW_UP_VISIT, first);
        FindingSheet sheet = new FindingSheet(
                visit, inspectionId, SampleCodes.FOLLOW_UP, followed.get(0).office());
        for (Finding finding : followed) {
            boolean remedied = Boolean.TRUE.equals(finding.remedied());
            sheet.add(
                    topic(model, finding.topic()),
                    finding.ageGroup(),
                    judgement(finding, remedied, visit, random),
                    remedied ? Demand.NOT_MADE : Demand.OPEN);
        }
        return sheet.findings();
    }

    private static Judgement judgement(Finding earlier, boolean remedied, Visit visit, RandomStream random) {
        if (earlier.casesAssessed() == null) {
            return Judgement.withoutCounts(remedied ? Outcome.MET : Outcome.DEFICIENT);
        }
        int files = visit.operation().setting().files(random);
        int deficient = remedied ? 0 : Math.max(1, random.binomial(files, UNREMEDIED_RATE));
        return earlier.eligible() == null
                ? Judgement.ofFiles(files, deficient)
                : Judgement.ofEligibleFiles(files, files, deficient);
    }

    private static TopicEntry topic(SampleModel model, String code) {
        for (TopicEntry entry : model.entries()) {
            if (entry.code().equals(code)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("a finding has a topic of the profile");
    }
}
