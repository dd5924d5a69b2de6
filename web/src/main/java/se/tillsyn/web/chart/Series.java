package se.tillsyn.web.chart;

import java.util.List;
import se.tillsyn.web.release.Observation;

/** A named row of observations, one for each period of a figure. */
public record Series(String label, List<Observation> observations) {

    public Series {
        observations = List.copyOf(observations);
    }
}
