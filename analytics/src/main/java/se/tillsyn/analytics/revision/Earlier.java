package se.tillsyn.analytics.revision;

import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.disclosure.ShownBefore;

/**
 * The release before.
 *
 * @param batch number of its newest batch, or {@link #NOT_IN_STORE}
 * @param holding what it held back
 * @param cube true counts behind it, counted again
 * @param rates what it showed of rates
 * @param values what it showed of persons' values
 */
public record Earlier(int batch, Holding holding, Cube cube, ShownBefore rates, ShownBefore values) {

    /** Instead of a number: the store lacks a batch that the release rests on. */
    public static final int NOT_IN_STORE = 0;
}
