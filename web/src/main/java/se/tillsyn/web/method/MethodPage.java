package se.tillsyn.web.method;

import java.util.List;
import se.tillsyn.web.page.PageFrame;

/**
 * How the figures are made.
 *
 * @param bases ways in which operations come to be inspected
 * @param thresholds of disclosure control
 * @param withheld how much of each level is not shown
 * @param notes what the release says beside its figures
 */
record MethodPage(
        PageFrame frame,
        List<Named> bases,
        List<Named> thresholds,
        List<WithheldShares> withheld,
        List<String> notes,
        String releaseHref,
        String methodVersion,
        String qualityHref,
        String glossaryHref) {

    /** A name and what it means. */
    record Named(String name, String text) {}
}
