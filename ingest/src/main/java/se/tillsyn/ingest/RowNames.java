package se.tillsyn.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import se.tillsyn.ingest.duplicates.Place;
import se.tillsyn.ingest.validation.Rejection;

/**
 * What the quarantine calls other rows.
 *
 * @param batches ids of the earlier batches, oldest first
 * @param inputs by number of the task's file its number in the batch, for files that are not refused
 */
record RowNames(List<String> batches, Map<Integer, Integer> inputs) implements Serializable {

    /** No other row is named. */
    static final RowNames NONE = new RowNames(List.of(), Map.of());

    RowNames {
        batches = List.copyOf(batches);
        inputs = Map.copyOf(inputs);
    }

    Rejection.Other of(Place place) {
        return place.batch() == Place.THIS_RUN
                ? new Rejection.Other(null, inputs.getOrDefault(place.input(), 0), place.line())
                : new Rejection.Other(batches.get(place.batch()), place.input(), 0);
    }
}
