package se.tillsyn.analytics.statistics.inequality;

/** Which end of an indicator is good. */
public enum Favourable {
    HIGH,
    /** As with every rate of deficiency. */
    LOW
}
