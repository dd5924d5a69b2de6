package se.tillsyn.analytics.truth;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** A line of the table: what was counted over all samples, and what is asked of it. */
enum Check {
    NATION_FILES("nation × year, files", Demand.COVERAGE),
    NATION_FILES_STUDENT("– by Student's distribution (not published)", Demand.NONE),
    COUNTY_FILES("county × year, files", Demand.COVERAGE),
    COUNTY_FILES_FROM_10("– of these 10 operations or more", Demand.COVERAGE),
    COUNTY_FILES_3_TO_9("– 3 to 9 operations", Demand.COVERAGE),
    COUNTY_FILES_BELOW_3("– 1 or 2 operations", Demand.COVERAGE),
    COUNTY_PLANTED_FILES("– on planted topics of one kind of operation", Demand.NONE),
    COUNTY_FILES_SQUARES("county × year, files, not published: by the files of each of its operations", Demand.NONE),
    COUNTY_FILES_OWN("– by the cell's own variance", Demand.NONE),
    COUNTY_FILES_OWN_FROM_10("– – of these 10 operations or more", Demand.NONE),
    COUNTY_FILES_OWN_3_TO_9("– – 3 to 9 operations", Demand.NONE),
    COUNTY_FILES_OWN_BELOW_3("– – 1 or 2 operations: as if files were independent", Demand.NONE),
    COUNTY_FILES_STUDENT("– by the cell's own variance and Student's distribution", Demand.NONE),
    COUNTY_FILES_STUDENT_FROM_10("– – of these 10 operations or more", Demand.NONE),
    COUNTY_FILES_STUDENT_3_TO_9("– – 3 to 9 operations", Demand.NONE),
    NATION_VERDICTS("nation × year, verdicts: Wilson", Demand.COVERAGE),
    COUNTY_VERDICTS("county × year, verdicts: Wilson", Demand.COVERAGE),
    COUNTY_VERDICTS_FROM_10("– of these 10 operations or more", Demand.COVERAGE),
    COUNTY_VERDICTS_BELOW_10("– 1 to 9 operations", Demand.COVERAGE),

    COUNTY_MEDIAN_WAIT("county × year, median wait: Kaplan–Meier", Demand.COVERAGE),
    COUNTY_P90_WAIT("county × year, ninetieth percentile of 36 waits or more", Demand.COVERAGE),
    COUNTY_P90_WAIT_FEW("– of fewer waits, upper limit open", Demand.NONE),

    OUTLIER_FILES("planted counties, files, other counties alike: place over all years", Demand.FOUND),
    OUTLIER_VERDICTS("– verdicts", Demand.NONE, Demand.FOUND),
    SPREAD_OUTLIER_FILES("– files, counties and offices differ besides", Demand.NONE),
    SPREAD_OUTLIER_VERDICTS("– verdicts, counties and offices differ besides", Demand.NONE),
    YEAR_OUTLIER_FILES("planted counties, files: place in one year", Demand.NONE),
    YEAR_DIFFERENT_FILES("– unlike the rest of the nation in one year (q ≤ 5 %)", Demand.NONE),
    YEAR_OUTLIER_VERDICTS("planted counties, verdicts: place in one year", Demand.NONE),
    YEAR_DIFFERENT_VERDICTS("– unlike the rest of the nation in one year (q ≤ 5 %)", Demand.NONE),
    FLAGGED_FILES("null topics, files: place over all years outside 99.8 %", Demand.AT_MOST_2_IN_1000),
    FLAGGED_VERDICTS("null topics, verdicts: place over all years outside 99.8 %", Demand.AT_MOST_2_IN_1000),
    YEAR_FLAGGED_FILES(
            "null topics, files: place in one year outside 99.8 %, 20 counties or more", Demand.AT_MOST_2_IN_1000),
    YEAR_FLAGGED_FILES_PLAIN("– 10 to 19 counties", Demand.AT_MOST_2_IN_1000, Demand.NONE),
    YEAR_FLAGGED_VERDICTS(
            "null topics, verdicts: place in one year outside 99.8 %, 20 counties or more", Demand.AT_MOST_2_IN_1000),
    YEAR_FLAGGED_VERDICTS_PLAIN("– 10 to 19 counties", Demand.AT_MOST_2_IN_1000, Demand.NONE),
    YEAR_ANY_DIFFERENT_FILES(
            "null topics, files, in one year: any county unlike the rest (q ≤ 5 %)", Demand.AT_MOST_5_IN_100),
    YEAR_ANY_DIFFERENT_VERDICTS(
            "null topics, verdicts, in one year: any county unlike the rest (q ≤ 5 %)", Demand.AT_MOST_5_IN_100),

    LINE_FILES("planted slopes, files: line through 10 years or more", Demand.FOUND),
    SHORT_LINE_FILES("– through 5 to 9 years", Demand.NONE),
    LINE_VERDICTS("planted slopes, verdicts: line through 10 years or more", Demand.NONE, Demand.FOUND),
    SHORT_LINE_VERDICTS("– through 5 to 9 years", Demand.NONE),
    FLAT_LINE_FILES("flat null topics, files: line", Demand.AT_MOST_2_IN_1000),
    FLAT_LINE_FILES_OWN("– each year by its own variance (not published)", Demand.NONE),
    FLAT_LINE_VERDICTS("flat null topics, verdicts: line", Demand.AT_MOST_2_IN_1000),
    MIXED_LINE_FILES("flat topics with outlying counties, files: line", Demand.AT_MOST_2_IN_1000),
    MIXED_LINE_FILES_RAW("– not standardised by county (not published)", Demand.NONE),
    MIXED_LINE_VERDICTS("flat topics with outlying counties, verdicts: line", Demand.AT_MOST_2_IN_1000),
    MIXED_LINE_VERDICTS_RAW("– not standardised by county (not published)", Demand.NONE),
    MARKER_FILES("planted slopes, files: marker of five years", Demand.NONE),
    CHART_FILES("– control chart", Demand.NONE),
    MARKER_VERDICTS("planted slopes, verdicts: marker of five years", Demand.NONE),
    CHART_VERDICTS("planted slopes, verdicts: control chart", Demand.NONE),
    FLAT_CHART_FILES("flat null topics, files: control chart, last year special", Demand.AT_MOST_5_IN_100),
    FLAT_CHART_VERDICTS("flat null topics, verdicts: control chart, last year special", Demand.AT_MOST_5_IN_100),
    COUNTY_LINE_FILES("flat null topics, files, in counties: line", Demand.AT_MOST_2_IN_1000),
    COUNTY_MARKER_FILES("– marker of five years", Demand.AT_MOST_2_IN_1000),
    COUNTY_CHART_FILES("– control chart, last year special", Demand.AT_MOST_5_IN_100),
    COUNTY_LINE_VERDICTS("flat null topics, verdicts, in counties: line", Demand.AT_MOST_2_IN_1000),
    COUNTY_MARKER_VERDICTS("– marker of five years", Demand.AT_MOST_2_IN_1000),
    COUNTY_CHART_VERDICTS("– control chart, last year special", Demand.AT_MOST_5_IN_100),

    WAIT_SLOPE("waits longer by 2 % a year, nation: Mann–Kendall at 5 %", Demand.FOUND),
    WAIT_TREND("– as stated: control chart of 12 years or more, last year special", Demand.NONE),
    COUNTY_WAIT_SLOPE("waits longer by 2 % a year, counties: Mann–Kendall at 5 %", Demand.NONE),
    COUNTY_WAIT_WRONG("– found to be shorter", Demand.AT_MOST_5_IN_100),

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
