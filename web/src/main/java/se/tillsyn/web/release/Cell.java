package se.tillsyn.web.release;

import se.tillsyn.analytics.release.Status;

/**
 * What a release says of one cell.
 *
 * @param cases case rate
 * @param units unit rate
 * @param selectionBasis code of how the operations came to be inspected; empty when none was
 * @param synthetic whether any finding behind it is synthetic
 */
public record Cell(Observation cases, Observation units, String selectionBasis, boolean synthetic) {

    /** A combination of dimensions that the release has no row for. */
    public static final Cell NOT_INSPECTED =
            new Cell(Observation.without(Status.NOT_AVAILABLE), Observation.without(Status.NOT_AVAILABLE), "", false);

    public Observation of(Measure measure) {
        return switch (measure) {
            case CASE -> cases;
            case UNIT -> units;
        };
    }
}
