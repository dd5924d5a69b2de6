package se.tillsyn.analytics.statistics.trend;

/** Whether large moving ranges are left out of the limits of a control chart. */
public enum Screening {
    /** Ranges of at least 3.267 times their mean are left out, once. */
    SCREENED,
    UNSCREENED
}
