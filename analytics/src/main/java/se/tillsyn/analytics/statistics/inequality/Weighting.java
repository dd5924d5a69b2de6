package se.tillsyn.analytics.statistics.inequality;

/** Whether groups count by their weight or equally. */
public enum Weighting {
    WEIGHTED,
    EQUAL
}
