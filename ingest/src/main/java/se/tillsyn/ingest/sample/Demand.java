package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The follow-up chain of one row: demand, re-inspection, result. */
record Demand(
        @Nullable Boolean made,
        @Nullable LocalDate followedUpOn,
        @Nullable Boolean remedied) {

    /** Nothing was judged, so nothing could be demanded. */
    static final Demand UNSTATED = new Demand(null, null, null);

    static final Demand NOT_MADE = new Demand(false, null, null);

    /** A demand that nobody has looked at again. */
    static final Demand OPEN = new Demand(true, null, null);

    /** Made; with a day it has been followed up with this result, without one not yet. */
    static Demand made(@Nullable LocalDate followedUpOn, boolean remedied) {
        return followedUpOn == null ? OPEN : new Demand(true, followedUpOn, remedied);
    }
}
