package se.tillsyn.ingest.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.sample.RateEffects.Kind;
import se.tillsyn.ingest.sample.Truth.RateTopic;

/**
 * What is planted can be seen in the default sample. Observed and true rates are compared by z = (x - e) / sqrt(sum
 * over operations of (x_u - e_u)^2), so that clustering is allowed for.
 */
class SampleEffectsTest {

    /** Deficient, reviewed and expected deficient. */
    private static final class Sums {
        private double deficient;
        private double reviewed;
        private double expected;

        double rate() {
            return deficient / reviewed;
        }
    }

    private record Fit(int operations, double z, double rate) {}

    @Test
    void nationalRatesAreTheTrueOnes() {
        for (RateTopic topic : DefaultSample.TRUTH.rateTopics()) {
            Fit fit = fit(topic, DefaultSample.standing(topic.topic(), DefaultSample::holdsTruth));
            assertTrue(Math.abs(fit.z()) < 4, () -> topic.topic() + " z " + fit.z());
        }
    }

    /** With about 700 county rates at nominal 5 %; few operations in many counties make the test somewhat rough. */
    @Test
    void countyRatesStrayFromTheTrueOnesAsOftenAsChanceAllows() {
        int strayed = 0;
        int all = 0;
        for (RateTopic topic : DefaultSample.TRUTH.rateTopics()) {
            List<Finding> findings = DefaultSample.standing(topic.topic(), DefaultSample::holdsTruth);
            for (Country.County county : DefaultSample.MODEL.country().counties()) {
                Fit fit = fit(topic, in(findings, county.code()));
                if (fit.operations() >= 10) {
                    all++;
                    strayed += Math.abs(fit.z()) > 1.96 ? 1 : 0;
                }
            }
        }
        assertTrue(all > 500);
        assertTrue(strayed > 0.01 * all && strayed < 0.08 * all, strayed + " of " + all);
    }

    @Test
    void plantedCountiesStandOut() {
        int found = 0;
        int planted = 0;
        for (RateTopic topic : DefaultSample.TRUTH.rateTopics()) {
            List<Finding> findings = DefaultSample.standing(topic.topic(), DefaultSample::holdsTruth);
            double national = fit(topic, findings).rate();
            for (String county : topic.highCounties()) {
                planted++;
                found += fit(topic, in(findings, county)).rate() > national ? 1 : 0;
            }
            for (String county : topic.lowCounties()) {
                planted++;
                found += fit(topic, in(findings, county)).rate() < national ? 1 : 0;
            }
        }
        assertTrue(planted > 50);
        assertTrue(found >= 0.95 * planted, found + " of " + planted);
    }

    @Test
    void nullTopicsHaveTheSameTrueRateInEveryCounty() {
        long nulls = DefaultSample.TRUTH.rateTopics().stream()
                .filter(topic -> topic.kind() == Kind.NULL)
                .peek(topic -> topic.countyRates().values().stream()
                        .filter(rates -> rates.get(0) != null)
                        .forEach(rates -> assertEquals(topic.nationalRates(), rates)))
                .count();
        assertTrue(nulls >= 15);
    }

    /** Analysis of variance over rows of null topics with one age band or two (null topics have no age contrast). */
    @Test
    void filesClusterWithinVisits() {
        for (RateTopic topic : DefaultSample.TRUTH.rateTopics()) {
            if (topic.kind() == Kind.NULL
                    && topic.denominator().equals("FILES")
                    && topic.slopePerYear() == 0
                    && topic.levelShift() == 0) {
                List<Finding> findings = DefaultSample.standing(topic.topic(), DefaultSample::holdsTruth);
                assertEquals(topic.rho(), intraClassCorrelation(findings), 0.03, topic.topic());
            }
        }
    }

    private static double intraClassCorrelation(List<Finding> findings) {
        Map<String, Sums> visits = new HashMap<>();
        Sums all = new Sums();
        for (Finding finding : findings) {
            Sums sums = visits.computeIfAbsent(finding.inspectionId(), key -> new Sums());
            add(sums, finding, 0);
            add(all, finding, 0);
        }
        double within = 0;
        double between = 0;
        double squares = 0;
        for (Sums visit : visits.values()) {
            within += visit.deficient * (1 - visit.rate());
            between += visit.reviewed * Math.pow(visit.rate() - all.rate(), 2);
            squares += visit.reviewed * visit.reviewed;
        }
        double size = (all.reviewed - squares / all.reviewed) / (visits.size() - 1);
        double meanWithin = within / (all.reviewed - visits.size());
        double meanBetween = between / (visits.size() - 1);
        return (meanBetween - meanWithin) / (meanBetween + (size - 1) * meanWithin);
    }

    @Test
    void levelsBreakAndTrendsRunAsPlanted() {
        for (RateTopic topic : DefaultSample.TRUTH.rateTopics()) {
            List<Finding> findings = DefaultSample.standing(topic.topic(), DefaultSample::holdsTruth);
            if (topic.topic().equals("UPPDRAG_UTFORARE")) {
                LocalDate day = LocalDate.parse(Objects.requireNonNull(topic.breakOn()));
                double before = rate(findings, InspectionDays.FIRST_DAY, day.minusDays(1));
                double after = rate(findings, day, day.plusYears(2));
                assertEquals(-0.8, topic.levelShift());
                assertTrue(after < before - 0.03, before + " to " + after);
            } else if (topic.slopePerYear() != 0 && topic.levelShift() == 0 && findings.size() > 1500) {
                double early = rate(findings, InspectionDays.FIRST_DAY, LocalDate.of(2016, 12, 31));
                double late = rate(findings, LocalDate.of(2022, 1, 1), InspectionDays.LAST_DAY);
                assertEquals(Math.signum(topic.slopePerYear()), Math.signum(late - early), topic.topic());
            }
        }
        assertTrue(DefaultSample.TRUTH.rateTopics().stream().anyMatch(topic -> topic.slopePerYear() > 0));
        assertTrue(DefaultSample.TRUTH.rateTopics().stream().anyMatch(topic -> topic.slopePerYear() < 0));
    }

    @Test
    void riskBasedVisitsFindMoreOnPlantedTopics() {
        int higher = 0;
        int all = 0;
        for (RateTopic topic : DefaultSample.TRUTH.rateTopics()) {
            if (topic.kind() == Kind.PLANTED && topic.denominator().equals("FILES")) {
                double truth = fit(topic, DefaultSample.standing(topic.topic(), DefaultSample::holdsTruth))
                        .rate();
                double risk = fit(
                                topic,
                                DefaultSample.standing(
                                        topic.topic(),
                                        finding -> finding.outcome().judged()
                                                && finding.selectionBasis().equals("RISK_BASED")))
                        .rate();
                all++;
                higher += risk > truth ? 1 : 0;
            }
        }
        assertTrue(all >= 5);
        assertTrue(higher >= all - 1, higher + " of " + all);
    }

    @Test
    void theStrictOfficeFindsMoreInTheSameCounties() {
        int stricter = 0;
        int all = 0;
        for (RateTopic topic : DefaultSample.TRUTH.rateTopics()) {
            for (Map.Entry<String, Double> office : topic.officeLogOdds().entrySet()) {
                if (office.getValue() == EffectPlan.STRICT_OFFICE) {
                    List<Finding> findings = DefaultSample.standing(topic.topic(), DefaultSample::holdsTruth);
                    List<Finding> own = findings.stream()
                            .filter(finding -> finding.office().equals(office.getKey()))
                            .toList();
                    Fit fit = fit(topic, own);
                    all++;
                    stricter += fit.z() > 0 ? 1 : 0;
                }
            }
        }
        assertTrue(all >= 5);
        assertTrue(stricter >= 0.7 * all, stricter + " of " + all);
    }

    /** Kaplan-Meier by hand: at the true median half of all persons still wait, within three standard errors. */
    @Test
    void halfStillWaitAtTheTrueMedianOfLongAndShortCounties() {
        Truth.WaitTopic topic = DefaultSample.TRUTH.waitTopics().get(0);
        List<Finding> waits = DefaultSample.standing(topic.topic(), finding -> true);
        assertTrue(waits.stream()
                        .filter(finding -> Boolean.TRUE.equals(finding.censored()))
                        .count()
                > 0.15 * waits.size());
        for (List<String> counties : List.of(topic.longCounties(), topic.shortCounties())) {
            List<Double> ratios = new ArrayList<>();
            List<Boolean> censored = new ArrayList<>();
            for (Finding finding : waits) {
                String county = finding.regionCode().substring(0, 2);
                if (counties.contains(county)) {
                    int year = finding.inspectedOn().getYear() - InspectionDays.FIRST_YEAR;
                    double median = Objects.requireNonNull(topic.medianDays().get(county))
                            .get(year);
                    ratios.add(Objects.requireNonNull(finding.value()) / median);
                    censored.add(Boolean.TRUE.equals(finding.censored()));
                }
            }
            assertTrue(ratios.size() > 200, counties + " " + ratios.size());
            assertEquals(0.5, survivalAtOne(ratios, censored), 3 * 0.5 / Math.sqrt(ratios.size()));
        }
    }

    private static double survivalAtOne(List<Double> ratios, List<Boolean> censored) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < ratios.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> Double.compare(ratios.get(a), ratios.get(b)));
        double survival = 1;
        int atRisk = ratios.size();
        for (int i : order) {
            if (ratios.get(i) > 1) {
                break;
            }
            if (!censored.get(i)) {
                survival *= 1 - 1.0 / atRisk;
            }
            atRisk--;
        }
        return survival;
    }

    private static Fit fit(RateTopic topic, List<Finding> findings) {
        Map<String, Sums> operations = new HashMap<>();
        Sums all = new Sums();
        for (Finding finding : findings) {
            int year = finding.inspectedOn().getYear() - InspectionDays.FIRST_YEAR;
            Double truth = Objects.requireNonNull(
                            topic.countyRates().get(finding.regionCode().substring(0, 2)))
                    .get(year);
            add(
                    operations.computeIfAbsent(Objects.requireNonNull(finding.unitId()), key -> new Sums()),
                    finding,
                    Objects.requireNonNull(truth));
            add(all, finding, truth);
        }
        double variance = 0;
        for (Sums sums : operations.values()) {
            variance += Math.pow(sums.deficient - sums.expected, 2);
        }
        double z = variance == 0 ? 0 : (all.deficient - all.expected) / Math.sqrt(variance);
        return new Fit(operations.size(), z, all.rate());
    }

    private static void add(Sums sums, Finding finding, double rate) {
        Integer assessed = finding.casesAssessed();
        Integer deficient = finding.casesDeficient();
        Integer eligible = finding.eligible();
        double n = eligible != null ? eligible : assessed != null ? assessed : 1;
        sums.reviewed += n;
        sums.deficient +=
                deficient != null ? deficient : finding.outcome().name().equals("DEFICIENT") ? 1 : 0;
        sums.expected += n * rate;
    }

    private static double rate(List<Finding> findings, LocalDate from, LocalDate to) {
        Sums sums = new Sums();
        for (Finding finding : findings) {
            if (!finding.inspectedOn().isBefore(from) && !finding.inspectedOn().isAfter(to)) {
                add(sums, finding, 0);
            }
        }
        return sums.rate();
    }

    private static List<Finding> in(List<Finding> findings, String county) {
        return findings.stream()
                .filter(finding -> finding.regionCode().startsWith(county))
                .toList();
    }
}
