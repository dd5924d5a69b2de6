package se.tillsyn.ingest.sample;

import java.util.List;

/** A topic and what is planted on it. */
sealed interface SampleTopic {

    TopicEntry entry();

    /**
     * A rate topic.
     *
     * @param parts topics of which each deficient file shows exactly one; each equally likely
     * @param hasEligible whether the requirement applies only to some of the files reviewed
     */
    record Rate(TopicEntry entry, RateEffects effects, List<TopicEntry> parts, boolean hasEligible)
            implements SampleTopic {
        public Rate {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Waits: one row per person. Days are Weibull with the median {@code medianDays * countyFactor *
     * yearlyFactor^(year - 2019)}, rounded up to whole days; independent between persons.
     *
     * @param countyFactors by county number; 1 = nothing planted
     */
    record Wait(TopicEntry entry, double medianDays, double shape, double yearlyFactor, List<Double> countyFactors)
            implements SampleTopic {
        public Wait {
            countyFactors = List.copyOf(countyFactors);
        }

        /** True median in days, before rounding up. */
        double medianDays(int county, int year) {
            return medianDays
                    * countyFactors.get(county)
                    * StrictMath.pow(yearlyFactor, year - RateEffects.REFERENCE_YEAR);
        }
    }

    /**
     * Measured values: one row per visit, without a judgement. Months are drawn from {@link #MONTHS} and {@code
     * countyLevels} added; kilometres are log-normal with the county's level as median.
     *
     * @param valueUnit MONTHS or KM
     * @param countyLevels by county number
     */
    record Measured(TopicEntry entry, String valueUnit, List<Double> countyLevels) implements SampleTopic {

        /** Equally likely months of abstinence required; the middle half asks for 3 to 6. */
        static final List<Integer> MONTHS = List.of(0, 0, 0, 1, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 6, 6, 6, 6, 9, 12);

        /** Standard deviation of the logarithm of kilometres. */
        static final double LOG_SD = 0.4;

        public Measured {
            countyLevels = List.copyOf(countyLevels);
        }
    }
}
