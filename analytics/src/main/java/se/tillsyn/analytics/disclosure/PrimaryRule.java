package se.tillsyn.analytics.disclosure;

import java.util.Map;
import se.tillsyn.ingest.profile.ProfileDescription.Threshold;
import se.tillsyn.ingest.profile.ProfileException;

/**
 * The primary rule: a cell whose counts of persons or files are too small to be published.
 *
 * <p>Withheld are 1 to {@code minCases − 1} reviewed files; 1 to {@code minDeficient − 1} deficient files; as many
 * without deficiency; and, where none or all are deficient, fewer than {@code minGroup} files (an attribute of everyone
 * in the group). No file at all is "not available" and not withheld.
 *
 * @param minCases fewest reviewed files that are published
 * @param minDeficient fewest deficient, and fewest not deficient, files that are published
 * @param minGroup fewest files that may be published as none or all deficient
 */
public record PrimaryRule(int minCases, int minDeficient, int minGroup) {

    public static final String MIN_CASES = "min_cases";
    public static final String MIN_DEFICIENT = "min_deficient";
    public static final String MIN_GROUP = "min_group";

    public PrimaryRule {
        if (minCases < 1 || minDeficient < 1 || minGroup < 1) {
            throw new IllegalArgumentException("disclosure thresholds: expected whole numbers of 1 or more");
        }
    }

    /** @throws ProfileException when the profile lacks a threshold */
    public static PrimaryRule of(Map<String, Threshold> thresholds) {
        return new PrimaryRule(
                threshold(thresholds, MIN_CASES),
                threshold(thresholds, MIN_DEFICIENT),
                threshold(thresholds, MIN_GROUP));
    }

    private static int threshold(Map<String, Threshold> thresholds, String name) {
        Threshold threshold = thresholds.get(name);
        if (threshold == null) {
            throw new ProfileException("profile.yaml: disclosure lacks the threshold " + name);
        }
        return threshold.value();
    }

    /**
     * Whether the counts must be withheld.
     *
     * @param deficient deficient files, 0 to {@code cases}
     * @param cases reviewed files
     */
    public boolean withholds(long deficient, long cases) {
        if (cases == 0) {
            return false;
        }
        long met = cases - deficient;
        return cases < minCases
                || (deficient > 0 && deficient < minDeficient)
                || (met > 0 && met < minDeficient)
                || ((deficient == 0 || met == 0) && cases < minGroup);
    }

    /**
     * Whether a difference between two releases must not be seen: as many files as have come, gone or been judged anew would
     * be withheld by themselves. A difference of nothing may be seen.
     *
     * @param part difference in files with the attribute
     * @param rest difference in files without it
     */
    public boolean withholdsDifference(long part, long rest) {
        long files = Math.max(Math.abs(part + rest), Math.max(Math.abs(part), Math.abs(rest)));
        return files > 0
                && (files < minCases || isFew(part) || isFew(rest) || ((part == 0 || rest == 0) && files < minGroup));
    }

    private boolean isFew(long files) {
        return files != 0 && Math.abs(files) < minDeficient;
    }

    /**
     * Whether a quantile of persons' values must be withheld: fewer than {@code minCases} values lie on the side of it that
     * has fewer.
     *
     * @param values values, those that go on included
     * @param share share of them on that side; 1 asks for the number of values itself
     */
    public boolean withholdsValues(long values, double share) {
        return values > 0 && values * share < minCases - TOLERANCE;
    }

    /** 100 values have ten above their ninetieth percentile, whatever 1 - 0.9 comes to. */
    private static final double TOLERANCE = 1e-9;
}
