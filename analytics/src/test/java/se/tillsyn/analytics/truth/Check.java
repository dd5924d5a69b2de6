package se.tillsyn.analytics.truth;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** A line of the table: what was counted over all samples, and what is asked of it. */
enum Check {
    NATION_FILES("nation × year, files: own variance", Demand.COVERAGE),
    NATION_FILES_STUDENT("– own variance, Student's distribution", Demand.COVERAGE),
    COUNTY_FILES("county × year, files: own variance", Demand.NONE),
    COUNTY_FILES_FROM_10("– of these 10 operations or more", Demand.NONE),
    COUNTY_FILES_3_TO_9("– 3 to 9 operations", Demand.NONE),
    COUNTY_FILES_BELOW_3("– 1 or 2 operations: as if files were independent", Demand.NONE),
    COUNTY_FILES_STUDENT("county × year, files: own variance, Student's distribution", Demand.NONE),
    COUNTY_FILES_STUDENT_FROM_10("– of these 10 operations or more", Demand.NONE),
    COUNTY_FILES_STUDENT_3_TO_9("– 3 to 9 operations", Demand.NONE),
    COUNTY_FILES_BORROWED("county × year, files: correlation borrowed from the nation", Demand.COVERAGE),
    COUNTY_FILES_BORROWED_FROM_10("– of these 10 operations or more", Demand.COVERAGE),
    COUNTY_FILES_BORROWED_3_TO_9("– 3 to 9 operations", Demand.COVERAGE),
    COUNTY_FILES_BORROWED_BELOW_3("– 1 or 2 operations", Demand.COVERAGE),
    COUNTY_PLANTED_FILES_BORROWED("– on planted topics of one kind of operation", Demand.NONE),
    NATION_VERDICTS("nation × year, verdicts: Wilson", Demand.COVERAGE),
    COUNTY_VERDICTS("county × year, verdicts: Wilson", Demand.COVERAGE),
    COUNTY_VERDICTS_FROM_10("– of these 10 operations or more", Demand.COVERAGE),
    COUNTY_VERDICTS_BELOW_10("– 1 to 9 operations", Demand.COVERAGE),

    COUNTY_MEDIAN_WAIT("county × year, median wait: Kaplan–Meier", Demand.COVERAGE),
    COUNTY_P90_WAIT("county × year, ninetieth percentile of 36 waits or more", Demand.COVERAGE),
    COUNTY_P90_WAIT_FEW("– of fewer waits, upper limit open", Demand.NONE),

    OUTLIER_FILES("planted counties, files, other counties alike", Demand.FOUND),
    OUTLIER_VERDICTS("planted counties, verdicts, other counties alike", Demand.NONE, Demand.FOUND),
    SPREAD_OUTLIER_FILES("planted counties, files, counties and offices differ besides", Demand.NONE),
    SPREAD_OUTLIER_FILES_PLAIN("– by limits without overdispersion", Demand.NONE),
    SPREAD_OUTLIER_VERDICTS("planted counties, verdicts, counties and offices differ besides", Demand.NONE),
    FLAGGED_FILES("null topics, files: effective numbers", Demand.AT_MOST_2_IN_1000),
    FLAGGED_FILES_ADJUSTED_ONLY("– without the unadjusted limits of small numbers", Demand.NONE),
    FLAGGED_FILES_AS_INDEPENDENT("– files as if independent, overdispersion to mend it", Demand.NONE),
    FLAGGED_VERDICTS("null topics, verdicts", Demand.AT_MOST_2_IN_1000),
    FLAGGED_VERDICTS_ADJUSTED_ONLY("– without the unadjusted limits of small numbers", Demand.NONE),

    SLOPE_FILES("planted slopes, files: test over the whole stretch", Demand.FOUND),
    SLOPE_VERDICTS("planted slopes, verdicts: test over the whole stretch", Demand.NONE, Demand.FOUND),
    FLAT_SLOPE_FILES("flat null topics, files: test over the whole stretch", Demand.AT_MOST_2_IN_1000),
    FLAT_SLOPE_VERDICTS("flat null topics, verdicts: test over the whole stretch", Demand.AT_MOST_2_IN_1000),
    MARKER_FILES("planted slopes, files: marker of five years", Demand.NONE),
    MARKER_VERDICTS("planted slopes, verdicts: marker of five years", Demand.NONE),
    FLAT_MARKER_FILES("flat null topics, files: marker, effective numbers", Demand.AT_MOST_2_IN_1000),
    FLAT_MARKER_FILES_ERRORS("– marker of estimates with clustered standard errors", Demand.NONE),
    FLAT_MARKER_FILES_DISPERSION("– marker of files, scaled by dispersion above 1.5", Demand.NONE),
    FLAT_MARKER_VERDICTS("flat null topics, verdicts: marker", Demand.AT_MOST_2_IN_1000),

    FLAT_PLANTED_FILES("flat topics with outlying counties, files: test over the whole stretch", Demand.NONE),
    FLAT_PLANTED_FILES_STANDARDISED("– standardised by county", Demand.NONE),
    FLAT_PLANTED_VERDICTS("flat topics with outlying counties, verdicts: test over the whole stretch", Demand.NONE),
    FLAT_PLANTED_VERDICTS_STANDARDISED("– standardised by county", Demand.NONE),

    BREAK_FILES("planted shifts, files", Demand.FOUND),
    BREAK_VERDICTS("planted shifts, verdicts", Demand.NONE, Demand.FOUND),
    NO_BREAK_FILES("flat topics, files", Demand.AT_MOST_5_IN_100),
    NO_BREAK_VERDICTS("flat topics, verdicts", Demand.AT_MOST_5_IN_100),

    STRICT_FILES("strict office, files", Demand.FOUND),
    LENIENT_FILES("lenient office, files", Demand.FOUND),
    STRICT_VERDICTS("strict office, verdicts", Demand.NONE, Demand.FOUND),
    LENIENT_VERDICTS("lenient office, verdicts", Demand.NONE, Demand.FOUND),
    NO_OFFICE_FILES("topics without office effect, files: any office flagged", Demand.AT_MOST_5_IN_100),
    NO_OFFICE_VERDICTS("topics without office effect, verdicts: any office flagged", Demand.AT_MOST_5_IN_100);

    /** What is asked of a share. */
    enum Demand {
        /** 95 % limits hold the truth in 93 to 97 %. */
        COVERAGE("93–97 %"),
        /** Share found by design of most studies: power 0.8 (J. Cohen, 1988, Statistical Power Analysis). */
        FOUND("≥ 80 %"),
        /** Outer funnel limits and trend marker are at 99.8 %. */
        AT_MOST_2_IN_1000("≤ 0.2 %"),
        AT_MOST_5_IN_100("≤ 5 %"),
        /** Shown for comparison. */
        NONE("");

        private final String text;

        Demand(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Chance that a bound from binomial error fails a method that does what it says. */
    private static final double FALSE_ALARM = 0.001;

    /** Normal quantile of that chance, two-sided. */
    private static final double ERRORS = 3.2905;

    private static final double LEAST_COVERAGE = 0.93;
    private static final double MOST_COVERAGE = 0.97;
    private static final double CONFIDENCE = 0.95;
    private static final double POWER = 0.8;

    private final String label;
    private final Demand demand;
    private final Demand ofLarge;

    Check(String label, Demand demand) {
        this(label, demand, demand == Demand.COVERAGE ? Demand.NONE : demand);
    }

    Check(String label, Demand demand, Demand ofLarge) {
        this.label = label;
        this.demand = demand;
        this.ofLarge = ofLarge;
    }

    String label() {
        return label;
    }

    /** What is asked in samples of a size. */
    Demand demand(SampleSize size) {
        return switch (size) {
            case DEFAULT -> demand;
            case LARGE -> ofLarge;
        };
    }

    /** Whether a count is within its demand, with the binomial error of so many trials allowed. */
    boolean holds(SampleSize size, long hits, long trials) {
        Demand asked = demand(size);
        if (asked == Demand.NONE) {
            return true;
        }
        if (trials == 0) {
            return false;
        }
        double share = (double) hits / trials;
        return switch (asked) {
            case COVERAGE -> {
                double error = ERRORS * Math.sqrt(CONFIDENCE * (1 - CONFIDENCE) / trials);
                yield share >= LEAST_COVERAGE - error && share <= MOST_COVERAGE + error;
            }
            case FOUND -> share >= POWER - ERRORS * Math.sqrt(POWER * (1 - POWER) / trials);
            case AT_MOST_2_IN_1000 -> hits <= most(trials, 0.002);
            case AT_MOST_5_IN_100 -> hits <= most(trials, 0.05);
            case NONE -> true;
        };
    }

    /** What is asked, in words: with the bound that follows from the number of trials. */
    String asked(SampleSize size, long trials) {
        Demand asked = demand(size);
        return switch (asked) {
            case AT_MOST_2_IN_1000 -> asked.text() + most(trials, 0.002, " (%d by chance)");
            case AT_MOST_5_IN_100 -> asked.text() + most(trials, 0.05, " (%d by chance)");
            case COVERAGE, FOUND, NONE -> asked.text();
        };
    }

    private static String most(long trials, double rate, String format) {
        return trials == 0 ? "" : String.format(Locale.ROOT, format, most(trials, rate));
    }

    /** Largest count that is not exceeded with probability 0.999 at a true rate. */
    private static int most(long trials, double rate) {
        return BinomialDistribution.of(Math.toIntExact(trials), rate).inverseCumulativeProbability(1 - FALSE_ALARM);
    }
}
