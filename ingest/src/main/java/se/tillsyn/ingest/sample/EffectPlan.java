package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.tillsyn.ingest.sample.Country.County;
import se.tillsyn.ingest.sample.RandomStream.Purpose;
import se.tillsyn.ingest.sample.RateEffects.Kind;
import se.tillsyn.ingest.sample.TopicEntry.Measure;

/**
 * Decides what is planted on which topic. Which topics are null, which carry county or office effects, trends and
 * breaks follows from their order in the code list and is the same for every seed; which counties and offices are hit
 * follows from the seed.
 */
final class EffectPlan {

    static final double FILE_OUTLIER = 0.9;
    static final double JUDGEMENT_OUTLIER = 1.3;
    static final double SMOOTH_SD = 0.15;
    static final double SLOPE = 0.07;
    static final double RISK = 0.6;
    static final double AGE_CONTRAST = 0.25;
    static final double STRICT_OFFICE = 0.5;
    static final double LENIENT_OFFICE = -0.4;
    static final double FIRST_BREAK = -0.8;
    static final double LATER_BREAK = 0.6;

    private static final double[] BASE_RATES = {0.35, 0.20, 0.12, 0.28, 0.45, 0.18};
    private static final double[] RHOS = {0.05, 0.10, 0.15};
    private static final int PATTERNS = 4;
    private static final int TRENDS = 3;
    private static final int HIGH_COUNTIES = 2;
    private static final int LOW_COUNTIES = 1;

    private final Country country;
    private final int offices;
    private final long seed;
    private final Set<LocalDate> brokenOn = new HashSet<>();
    private int breaks;
    private int fileTopics;
    private int judgedTopics;

    private EffectPlan(Country country, int offices, long seed) {
        this.country = country;
        this.offices = offices;
        this.seed = seed;
    }

    /** The topics with what is planted on them, in code list order; text topics and parts of topics have no entry. */
    static List<SampleTopic> of(List<TopicEntry> entries, Country country, int offices, long seed) {
        EffectPlan plan = new EffectPlan(country, offices, seed);
        List<SampleTopic> topics = new ArrayList<>();
        for (TopicEntry entry : entries) {
            if (entry.parent() == null && entry.measure() != Measure.TEXT) {
                topics.add(plan.topic(entry, entries));
            }
        }
        return List.copyOf(topics);
    }

    private SampleTopic topic(TopicEntry entry, List<TopicEntry> entries) {
        return switch (entry.measure()) {
            case RATE ->
                new SampleTopic.Rate(
                        entry,
                        rate(entry),
                        entries.stream()
                                .filter(part -> entry.code().equals(part.parent()))
                                .toList(),
                        SampleCodes.hasEligible(entry));
            case WAIT -> wait(entry);
            case MEASURED -> measured(entry);
            case TEXT -> throw new IllegalArgumentException("a text topic has no findings");
        };
    }

    private RateEffects rate(TopicEntry entry) {
        int place = entry.countsFiles() ? fileTopics++ : judgedTopics++;
        boolean fewOperations = entry.observedUnit().equals("REGION");
        int pattern = place % PATTERNS;
        boolean planted = !fewOperations && pattern % 2 == 0;
        double sd = planted && pattern == 2 ? SMOOTH_SD : 0;
        double outlier = entry.countsFiles() ? FILE_OUTLIER : JUDGEMENT_OUTLIER;
        List<County> hit = planted ? outliers(entry) : List.of();
        List<County> high = hit.subList(0, planted ? HIGH_COUNTIES : 0);
        List<County> low = hit.subList(high.size(), hit.size());
        return new RateEffects(
                planted ? Kind.PLANTED : Kind.NULL,
                RandomStream.logOddsOf(BASE_RATES[place % BASE_RATES.length]),
                fewOperations ? 0 : slope(place),
                entry.breakOn(),
                shift(entry),
                entry.countsFiles() ? RHOS[place % RHOS.length] : 0,
                planted && entry.countsFiles() ? AGE_CONTRAST : 0,
                planted ? RISK : 0,
                sd,
                codes(high),
                codes(low),
                counties(entry, outlier, high, low, sd),
                officeEffects(planted && pattern == 2));
    }

    private static double slope(int place) {
        return switch (place / 2 % TRENDS) {
            case 0 -> 0;
            case 1 -> SLOPE;
            default -> -SLOPE;
        };
    }

    /** The first topic of each break date shifts down; of the others every third shifts up. */
    private double shift(TopicEntry entry) {
        LocalDate day = entry.breakOn();
        if (day == null) {
            return 0;
        }
        if (brokenOn.add(day)) {
            return FIRST_BREAK;
        }
        return breaks++ % 3 == 0 ? LATER_BREAK : 0;
    }

    /** Drawn among the larger half of the counties, where there are operations enough to see an effect. */
    private List<County> outliers(TopicEntry entry) {
        List<Long> sizes =
                country.counties().stream().map(County::inhabitants).sorted().toList();
        long median = sizes.get(sizes.size() / 2);
        List<County> large = new ArrayList<>(country.counties().stream()
                .filter(county -> county.inhabitants() >= median)
                .toList());
        shuffle(large, RandomStream.of(seed, Purpose.COUNTY_EFFECTS, entry.number()));
        return large.subList(0, Math.min(large.size(), HIGH_COUNTIES + LOW_COUNTIES));
    }

    private static <T> void shuffle(List<T> list, RandomStream random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.below(i + 1));
        }
    }

    private List<Double> counties(TopicEntry entry, double outlier, List<County> high, List<County> low, double sd) {
        RandomStream random = RandomStream.of(seed, Purpose.COUNTY_EFFECTS, entry.number(), 1);
        List<Double> effects = new ArrayList<>();
        for (County county : country.counties()) {
            double smooth = sd * random.normal();
            effects.add(high.contains(county) ? outlier : low.contains(county) ? -outlier : smooth);
        }
        return effects;
    }

    /** One strict and one lenient office, the same on all topics that have office effects. */
    private List<Double> officeEffects(boolean planted) {
        List<Double> effects = new ArrayList<>(Collections.nCopies(offices, 0.0));
        if (planted && offices >= 2) {
            RandomStream random = RandomStream.of(seed, Purpose.OFFICE_EFFECTS);
            int strict = random.below(offices);
            int lenient = (strict + 1 + random.below(offices - 1)) % offices;
            effects.set(strict, STRICT_OFFICE);
            effects.set(lenient, LENIENT_OFFICE);
        }
        return effects;
    }

    private SampleTopic wait(TopicEntry entry) {
        List<County> order = new ArrayList<>(country.counties());
        shuffle(order, RandomStream.of(seed, Purpose.COUNTY_EFFECTS, entry.number()));
        List<Double> factors = new ArrayList<>();
        for (County county : country.counties()) {
            int place = order.indexOf(county);
            factors.add(place < 4 ? 1.8 : place < 6 ? 0.6 : 1.0);
        }
        return new SampleTopic.Wait(entry, 60, 1.3, 1.02, factors);
    }

    private SampleTopic measured(TopicEntry entry) {
        boolean distance = entry.observedUnit().equals("REGION");
        RandomStream random = RandomStream.of(seed, Purpose.COUNTY_EFFECTS, entry.number());
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i < country.counties().size(); i++) {
            double u = random.uniform();
            levels.add(distance ? 15 + 85 * u : u < 0.15 ? 3.0 : 0.0);
        }
        return new SampleTopic.Measured(entry, distance ? SampleCodes.KM : SampleCodes.MONTHS, levels);
    }

    private static List<String> codes(List<County> counties) {
        return counties.stream().map(County::code).toList();
    }
}
