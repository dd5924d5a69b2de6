package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * Below which counts a release says that it withholds a cell.
 *
 * @param minCases fewest files or persons
 * @param minDeficient fewest deficient, and fewest not deficient
 * @param minGroup fewest of whom none or all may be deficient
 */
public record Thresholds(int minCases, int minDeficient, int minGroup) {

    private static final double ROUNDING = 1e-9;

    /** From a release's manifest. */
    public static Thresholds read(Path release) throws IOException {
        Manifest manifest = Manifest.parse(Files.readAllBytes(release.resolve(ReleaseLayout.MANIFEST)));
        return new Thresholds(
                value(manifest, "min_cases"), value(manifest, "min_deficient"), value(manifest, "min_group"));
    }

    private static int value(Manifest manifest, String name) throws IOException {
        Manifest.Threshold threshold = manifest.thresholds().get(name);
        if (threshold == null) {
            throw new IOException("Audit, file " + ReleaseLayout.MANIFEST + ": expected the threshold " + name
                    + ", found none. The release cannot be audited; make it again.");
        }
        return threshold.value();
    }

    boolean areBelow(long cases, long deficient) {
        long met = cases - deficient;
        return cases > 0
                && (cases < minCases
                        || (deficient > 0 && deficient < minDeficient)
                        || (met > 0 && met < minDeficient)
                        || ((deficient == 0 || met == 0) && cases < minGroup));
    }

    /** Whether fewer than {@code minCases} values lie beyond a quantile that leaves this share of them there. */
    boolean isOfTooFew(long values, double share) {
        return values > 0 && values * share < minCases - ROUNDING;
    }
}
