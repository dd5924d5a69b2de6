package se.tillsyn.web.dataset;

/** What a dimension is, for tools that must know. */
public enum Role {
    TIME,
    GEO,
    METRIC,
    CLASSIFICATION
}
