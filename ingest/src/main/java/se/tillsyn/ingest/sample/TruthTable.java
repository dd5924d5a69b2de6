package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.sample.Country.County;
import se.tillsyn.ingest.sample.TopicEntry.Measure;

/** Works out the ground truth from the model: nothing in it is estimated from the findings. */
final class TruthTable {

    private final SampleModel model;
    private final Schedule schedule;

    private TruthTable(SampleModel model) {
        this.model = model;
        schedule = new Schedule(model);
    }

    static Truth of(SampleModel model, String profile, long findingsWritten) {
        return new TruthTable(model).truth(profile, findingsWritten);
    }

    private Truth truth(String profile, long findingsWritten) {
        List<Truth.RateTopic> rates = new ArrayList<>();
        List<Truth.PartTopic> parts = new ArrayList<>();
        List<Truth.WaitTopic> waits = new ArrayList<>();
        List<Truth.MeasuredTopic> measured = new ArrayList<>();
        for (SampleTopic topic : model.topics()) {
            if (topic instanceof SampleTopic.Rate rate) {
                rates.add(rate(rate));
                rate.parts()
                        .forEach(part -> parts.add(new Truth.PartTopic(
                                part.code(),
                                rate.entry().code(),
                                round(1.0 / rate.parts().size()))));
            } else if (topic instanceof SampleTopic.Wait wait) {
                waits.add(wait(wait));
            } else if (topic instanceof SampleTopic.Measured value) {
                measured.add(measured(value));
            }
        }
        return new Truth(
                "Planted ground truth of a synthetic data set. These are not findings: do not ingest this file.",
                true,
                model.seed(),
                model.findings(),
                findingsWritten,
                profile,
                InspectionDays.FIRST_YEAR,
                InspectionDays.LAST_YEAR,
                notes(),
                operationsByType(),
                census(),
                new Truth.Risk(
                        VisitRates.RISK_SHARE,
                        EffectPlan.RISK,
                        VisitRates.RISK_BASED_AT_RISK,
                        VisitRates.COMPLAINT_RATIO),
                new Truth.FollowUp(
                        Schedule.FOLLOWED_UP,
                        Schedule.SHORTEST_FOLLOW_UP_DAYS,
                        Schedule.MEDIAN_FURTHER_DAYS,
                        Schedule.FURTHER_DAYS_SHAPE,
                        Schedule.LONGEST_FOLLOW_UP_DAYS,
                        VisitReview.REMEDIED),
                rates,
                parts,
                waits,
                measured,
                model.entries().stream()
                        .filter(entry -> entry.measure() == Measure.TEXT)
                        .map(entry -> new Truth.SkippedTopic(entry.code(), "stated as text, never as a figure"))
                        .toList());
    }

    private static Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("rate", "share of the outcome DEFICIENT; also on topics where that is no deficiency");
        notes.put(
                "bases",
                "rates hold for CENSUS and THEMATIC_SAMPLE; on topics of kind NULL also for RISK_BASED and COMPLAINT;"
                        + " never for FOLLOW_UP, whose results depend on the demands before");
        notes.put(
                "model",
                "logit p = base_log_odds + slope_per_year * (year - reference_year) + level_shift [on or after"
                        + " break_on] + county + office + risk_log_odds [at risk]; ingest/SAMPLE.md has the rest");
        notes.put("rho", "intra-class correlation of files within one visit and topic; visits are independent given p");
        notes.put("revisions", "rates hold for the latest revision of each finding, withdrawn ones left out");
        return notes;
    }

    private Map<String, Integer> operationsByType() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        model.operations().forEach(operation -> counts.merge(operation.type(), 1, Integer::sum));
        return counts;
    }

    private List<Truth.CountyYear> census() {
        List<Truth.CountyYear> census = new ArrayList<>();
        for (County county : model.country().counties()) {
            for (int year = InspectionDays.FIRST_YEAR; year <= InspectionDays.LAST_YEAR; year++) {
                if (schedule.isCensus(county.number(), year)) {
                    census.add(new Truth.CountyYear(county.code(), year));
                }
            }
        }
        return census;
    }

    private Truth.RateTopic rate(SampleTopic.Rate topic) {
        RateEffects effects = topic.effects();
        TopicEntry entry = topic.entry();
        List<Operation> judged = model.operations().stream()
                .filter(operation -> operation.setting().judges(entry))
                .toList();
        Map<String, List<@Nullable Double>> countyRates = new TreeMap<>();
        Map<String, Double> countyLogOdds = new TreeMap<>();
        for (County county : model.country().counties()) {
            List<Operation> own = judged.stream()
                    .filter(operation -> operation.county() == county.number())
                    .toList();
            countyRates.put(county.code(), rates(effects, own));
            countyLogOdds.put(county.code(), round(effects.counties().get(county.number())));
        }
        Map<String, Double> officeLogOdds = new TreeMap<>();
        for (int office = 0; office < model.offices().codes().size(); office++) {
            officeLogOdds.put(
                    model.offices().codes().get(office), effects.offices().get(office));
        }
        return new Truth.RateTopic(
                entry.code(),
                effects.kind(),
                topic.hasEligible() ? "ELIGIBLE" : entry.countsFiles() ? "FILES" : "OPERATIONS",
                entry.observedUnit(),
                entry.evidence(),
                judged.stream().map(Operation::type).distinct().toList(),
                round(effects.baseLogOdds()),
                effects.slopePerYear(),
                RateEffects.REFERENCE_YEAR,
                effects.breakOn() == null ? null : effects.breakOn().toString(),
                effects.levelShift(),
                effects.rho(),
                effects.ageContrast(),
                effects.riskLogOdds(),
                effects.betweenCountySd(),
                effects.highCounties(),
                effects.lowCounties(),
                countyLogOdds,
                officeLogOdds,
                rates(effects, judged),
                countyRates);
    }

    private List<@Nullable Double> rates(RateEffects effects, List<Operation> operations) {
        int[][] counts = new int[model.country().counties().size()][2];
        for (Operation operation : operations) {
            counts[operation.county()][operation.atRisk() ? 1 : 0]++;
        }
        List<@Nullable Double> rates = new ArrayList<>();
        for (int year = InspectionDays.FIRST_YEAR; year <= InspectionDays.LAST_YEAR; year++) {
            double sum = 0;
            for (int county = 0; county < counts.length; county++) {
                for (int risk = 0; risk < 2; risk++) {
                    if (counts[county][risk] > 0) {
                        sum += counts[county][risk] * rate(effects, county, risk == 1, year);
                    }
                }
            }
            rates.add(operations.isEmpty() ? null : round(sum / operations.size()));
        }
        return rates;
    }

    /** Mean over offices and, in a year with a break, over the days before and after it. */
    private double rate(RateEffects effects, int county, boolean atRisk, int year) {
        List<LocalDate> days = model.days().of(year);
        long after = effects.breakOn() == null
                ? 0
                : days.stream().filter(day -> !day.isBefore(effects.breakOn())).count();
        double shareAfter = (double) after / days.size();
        double mean = 0;
        for (int office = 0; office < model.offices().codes().size(); office++) {
            double first = effects.rate(county, atRisk, office, days.get(0));
            double last = effects.rate(county, atRisk, office, days.get(days.size() - 1));
            double rate = after == 0 ? first : (1 - shareAfter) * first + shareAfter * last;
            mean += model.offices().share(county, office) * rate;
        }
        return mean;
    }

    private Truth.WaitTopic wait(SampleTopic.Wait topic) {
        Map<String, List<Double>> medians = new TreeMap<>();
        Map<String, List<Double>> p90s = new TreeMap<>();
        double ratio = StrictMath.pow(StrictMath.log(10) / StrictMath.log(2), 1 / topic.shape());
        for (County county : model.country().counties()) {
            List<Double> median = new ArrayList<>();
            List<Double> p90 = new ArrayList<>();
            for (int year = InspectionDays.FIRST_YEAR; year <= InspectionDays.LAST_YEAR; year++) {
                double days = topic.medianDays(county.number(), year);
                median.add(round(days));
                p90.add(round(days * ratio));
            }
            medians.put(county.code(), median);
            p90s.put(county.code(), p90);
        }
        return new Truth.WaitTopic(
                topic.entry().code(),
                "Weibull, rounded up to whole days; independent between persons",
                topic.shape(),
                topic.yearlyFactor(),
                RateEffects.REFERENCE_YEAR,
                VisitReview.REFERRAL_WINDOW_DAYS,
                counties(topic, 1, Double.MAX_VALUE),
                counties(topic, 0, 1),
                medians,
                p90s);
    }

    /** Counties whose factor lies strictly between two numbers. */
    private List<String> counties(SampleTopic.Wait topic, double above, double below) {
        return model.country().counties().stream()
                .filter(county -> topic.countyFactors().get(county.number()) > above
                        && topic.countyFactors().get(county.number()) < below)
                .map(County::code)
                .toList();
    }

    private Truth.MeasuredTopic measured(SampleTopic.Measured topic) {
        List<Integer> months = SampleTopic.Measured.MONTHS;
        double middle = (months.get(months.size() / 2 - 1) + months.get(months.size() / 2)) / 2.0;
        Map<String, Double> medians = new TreeMap<>();
        for (County county : model.country().counties()) {
            double level = topic.countyLevels().get(county.number());
            medians.put(county.code(), round(topic.valueUnit().equals(SampleCodes.MONTHS) ? middle + level : level));
        }
        return new Truth.MeasuredTopic(topic.entry().code(), topic.valueUnit(), medians);
    }

    /** Six decimals. */
    private static double round(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
