package se.tillsyn.web.table;

import java.util.List;
import se.tillsyn.web.release.Observation;

/** A published figure as cells of a view's table. */
public final class ObservationCells {

    private ObservationCells() {}

    /** Numerator, denominator, rate, lower and upper limit; without a number five times the reason. */
    public static List<TableCell> of(Observation observation) {
        if (!observation.hasNumber()) {
            TableCell none = TableCell.without(observation.status());
            return List.of(none, none, none, none, none);
        }
        return List.of(
                TableCell.of(observation.deficient()),
                TableCell.of(observation.assessed()),
                TableCell.of(observation.rate()),
                TableCell.of(observation.lower()),
                TableCell.of(observation.upper()));
    }

    /** The rate alone. */
    public static TableCell rate(Observation observation) {
        return observation.hasNumber() ? TableCell.of(observation.rate()) : TableCell.without(observation.status());
    }
}
