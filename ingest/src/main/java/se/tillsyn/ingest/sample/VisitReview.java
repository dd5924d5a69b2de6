package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.sample.FindingSheet.Measurement;
import se.tillsyn.ingest.sample.RandomStream.Purpose;
import se.tillsyn.ingest.sample.Setting.AgeFocus;

/** Draws the findings of one visit that is not a follow-up. The formulas stand at {@link RateEffects}. */
final class VisitReview {

    static final double NOT_ASSESSED = 0.025;
    static final double NOT_APPLICABLE = 0.02;
    static final double ELIGIBLE_SHARE = 0.5;
    static final double CORRECTED = 0.003;
    static final double WITHDRAWN = 0.001;

    /** Share of a visit's deficient rows on which measures are demanded, where any are. */
    static final double DEMANDED = 0.5;

    /** Share of visits with demands where no finding of its own says whether there are any. */
    static final double VISITS_WITH_DEMANDS = 0.5;

    static final double REMEDIED = 0.75;

    /** Persons are referred on a day uniform over so many days before the visit. */
    static final int REFERRAL_WINDOW_DAYS = 365;

    /** A wait above so many days is an outcome DEFICIENT (care guarantee). */
    static final int GUARANTEE_DAYS = 90;

    private final Visit visit;
    private final RandomStream random;
    private final int office;
    private final AgeFocus focus;
    private final List<String> bands;
    private final @Nullable LocalDate followUpDay;
    private final FindingSheet sheet;
    private final List<SampleTopic> topics;
    private final SampleTopic.@Nullable Rate demandTopic;
    private final boolean demands;

    private boolean anyDemand;
    private boolean allRemedied = true;

    private VisitReview(SampleModel model, Schedule schedule, Visit visit, String inspectionId) {
        this.visit = visit;
        random = schedule.stream(Purpose.VISIT, visit);
        office = model.offices().visiting(visit.operation().county(), random);
        focus = AgeFocus.draw(random);
        bands = visit.operation().setting().ageBands(visit.year(), focus);
        followUpDay = schedule.followUpDay(visit);
        sheet = new FindingSheet(
                visit, inspectionId, programme(), model.offices().codes().get(office));
        topics = model.topicsOf(visit.operation().setting());
        demandTopic = demandTopic(topics);
        demands = random.happens(demandTopic == null ? VISITS_WITH_DEMANDS : rate(demandTopic));
    }

    /** The findings of a visit, by finding id; the same whenever it is asked for. */
    static List<Finding> of(SampleModel model, Schedule schedule, Visit visit, String inspectionId) {
        VisitReview review = new VisitReview(model, schedule, visit, inspectionId);
        review.reviewAll();
        return review.sheet.findings();
    }

    /** The findings of a visit whose demands are followed up, for the follow-up's own draw. */
    static List<Finding> followedUp(SampleModel model, Schedule schedule, Visit visit, String inspectionId) {
        VisitReview review = new VisitReview(model, schedule, visit, inspectionId);
        if (!review.demands) {
            return List.of();
        }
        review.reviewAll();
        return review.sheet.findings().stream()
                .filter(finding -> finding.followedUpOn() != null)
                .toList();
    }

    private String programme() {
        return switch (visit.basis()) {
            case CENSUS -> SampleCodes.NATIONAL;
            case THEMATIC_SAMPLE -> focus == AgeFocus.ADULT ? SampleCodes.NATIONAL : SampleCodes.YOUTH;
            case RISK_BASED, COMPLAINT -> SampleCodes.RISK;
            case FOLLOW_UP -> SampleCodes.FOLLOW_UP;
        };
    }

    private void reviewAll() {
        for (SampleTopic topic : topics) {
            if (topic instanceof SampleTopic.Wait wait) {
                reviewWaits(wait);
            } else if (topic instanceof SampleTopic.Measured measured) {
                measure(measured);
            } else if (topic instanceof SampleTopic.Rate rate && !isDemandTopic(rate) && lookedInto()) {
                review(rate);
            }
        }
        if (demandTopic != null) {
            addDemandTopic(demandTopic.entry());
        }
    }

    private static SampleTopic.@Nullable Rate demandTopic(List<SampleTopic> topics) {
        for (SampleTopic topic : topics) {
            if (topic instanceof SampleTopic.Rate rate && isDemandTopic(rate)) {
                return rate;
            }
        }
        return null;
    }

    private static boolean isDemandTopic(SampleTopic.Rate topic) {
        return topic.entry().code().equals(SampleCodes.DEMAND_TOPIC);
    }

    private boolean lookedInto() {
        return visit.basis() == SelectionBasis.CENSUS || random.happens(VisitRates.TOPIC_SHARE);
    }

    private double rate(SampleTopic.Rate topic) {
        Operation operation = visit.operation();
        return topic.effects().rate(operation.county(), operation.atRisk(), office, visit.day());
    }

    private void review(SampleTopic.Rate topic) {
        double mean = rate(topic);
        if (!topic.entry().countsFiles()) {
            reviewOperation(topic.entry(), mean);
            return;
        }
        RateEffects effects = topic.effects();
        double drawn = random.beta(mean, effects.rho());
        for (int band = 0; band < bands.size(); band++) {
            double bandMean = effects.bandMean(mean, band, bands.size());
            reviewFiles(topic, bands.get(band), moved(drawn, mean, bandMean));
        }
    }

    /** Moves a draw with one mean linearly within [0, 1] so that its mean becomes another, exactly. */
    private static double moved(double drawn, double mean, double other) {
        return other <= mean ? drawn * (other / mean) : 1 - (1 - drawn) * ((1 - other) / (1 - mean));
    }

    private void reviewOperation(TopicEntry topic, double rate) {
        Outcome gap = gap();
        if (gap != null) {
            sheet.add(topic, SampleCodes.ALL_AGES, Judgement.withoutCounts(gap), Demand.UNSTATED);
            return;
        }
        Judgement judgement = Judgement.ofOperation(random.happens(rate));
        sheet.add(topic, SampleCodes.ALL_AGES, judgement, demandFor(topic, judgement));
    }

    private void reviewFiles(SampleTopic.Rate topic, String band, double rate) {
        TopicEntry entry = topic.entry();
        Outcome gap = gap();
        if (gap != null) {
            boolean noFiles = gap == Outcome.NOT_ASSESSED && random.happens(0.5);
            Judgement judgement = noFiles ? Judgement.ofNoFiles() : Judgement.withoutCounts(gap);
            sheet.add(entry, band, judgement, Demand.UNSTATED);
            topic.parts().forEach(part -> sheet.add(part, band, judgement, Demand.UNSTATED));
            return;
        }
        Judgement judgement = judgeFiles(topic, rate);
        Demand demand = demandFor(entry, judgement);
        if (topic.parts().isEmpty() && judgement.outcome().judged() && random.happens(CORRECTED)) {
            int atFirst = judgement.outcome() == Outcome.DEFICIENT ? 0 : 1;
            sheet.addCorrected(entry, band, judgement.withDeficient(atFirst), judgement, demand);
        } else {
            sheet.add(entry, band, judgement, demand);
            addParts(topic.parts(), band, judgement);
        }
        if (topic.parts().isEmpty() && random.happens(WITHDRAWN)) {
            sheet.addWithdrawn(entry, band, judgeFiles(topic, rate));
        }
    }

    private Judgement judgeFiles(SampleTopic.Rate topic, double rate) {
        int files = visit.operation().setting().files(random);
        if (!topic.hasEligible()) {
            return Judgement.ofFiles(files, random.binomial(files, rate));
        }
        int eligible = random.binomial(files, ELIGIBLE_SHARE);
        return Judgement.ofEligibleFiles(files, eligible, random.binomial(eligible, rate));
    }

    /** Each deficient file shows one of the parts, each equally likely. */
    private void addParts(List<TopicEntry> parts, String band, Judgement whole) {
        Integer deficient = whole.deficient();
        int left = deficient == null ? 0 : deficient;
        for (int i = 0; i < parts.size(); i++) {
            int own = i == parts.size() - 1 ? left : random.binomial(left, 1.0 / (parts.size() - i));
            left -= own;
            Judgement judgement = whole.withDeficient(own);
            sheet.add(parts.get(i), band, judgement, judgement.outcome().judged() ? Demand.NOT_MADE : Demand.UNSTATED);
        }
    }

    /** Why a criterion was not judged, or {@code null} when it was. */
    private @Nullable Outcome gap() {
        double u = random.uniform();
        if (u < NOT_ASSESSED) {
            return Outcome.NOT_ASSESSED;
        }
        return u < NOT_ASSESSED + NOT_APPLICABLE ? Outcome.NOT_APPLICABLE : null;
    }

    private Demand demandFor(TopicEntry topic, Judgement judgement) {
        boolean chosen = random.happens(DEMANDED);
        boolean remedied = random.happens(REMEDIED);
        if (!judgement.outcome().judged()) {
            return Demand.UNSTATED;
        }
        if (!demands || !chosen || judgement.outcome() != Outcome.DEFICIENT || !topic.lowIsGood()) {
            return Demand.NOT_MADE;
        }
        anyDemand = true;
        allRemedied &= remedied;
        return Demand.made(followUpDay, remedied);
    }

    /** The demand on the operation as a whole is remedied when all of its demands are. */
    private void addDemandTopic(TopicEntry topic) {
        boolean remedied = anyDemand ? allRemedied : random.happens(REMEDIED);
        sheet.add(
                topic,
                SampleCodes.ALL_AGES,
                Judgement.ofOperation(demands),
                demands ? Demand.made(followUpDay, remedied) : Demand.NOT_MADE);
    }

    /**
     * One row per person: referred on a day uniform over the window; seen after the drawn wait, or still waiting on the
     * day of the visit. Whether a person still waits depends on the referral day and the wait alone.
     */
    private void reviewWaits(SampleTopic.Wait topic) {
        double median = topic.medianDays(visit.operation().county(), visit.year());
        int persons = VisitRates.FEWEST_PERSONS + random.below(VisitRates.PERSON_SPAN);
        for (int person = 0; person < persons; person++) {
            int sinceReferral = 1 + random.below(REFERRAL_WINDOW_DAYS);
            double wait = Math.ceil(random.weibull(median, topic.shape()));
            boolean waiting = wait > sinceReferral;
            double days = waiting ? sinceReferral : Math.max(1, wait);
            sheet.addMeasured(
                    topic.entry(),
                    bands.get(random.below(bands.size())),
                    days > GUARANTEE_DAYS ? Outcome.DEFICIENT : Outcome.MET,
                    new Measurement(days, SampleCodes.DAYS, waiting));
        }
    }

    private void measure(SampleTopic.Measured topic) {
        double level = topic.countyLevels().get(visit.operation().county());
        double value;
        if (topic.valueUnit().equals(SampleCodes.MONTHS)) {
            value = SampleTopic.Measured.MONTHS.get(random.below(SampleTopic.Measured.MONTHS.size())) + level;
        } else {
            double kilometres = level * StrictMath.exp(SampleTopic.Measured.LOG_SD * random.normal());
            value = Math.rint(kilometres * 10) / 10;
        }
        sheet.addMeasured(
                topic.entry(),
                SampleCodes.ALL_AGES,
                Outcome.NOT_ASSESSED,
                new Measurement(value, topic.valueUnit(), null));
    }
}
