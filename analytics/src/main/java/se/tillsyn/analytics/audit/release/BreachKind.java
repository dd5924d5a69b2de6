package se.tillsyn.analytics.audit.release;

/** In which way a release tells more than it may. */
public enum BreachKind {
    /** The formats of a table do not say the same. */
    FORMATS_DIFFER,
    /** A field of a table is no figure where one belongs, so that nobody can tell what the row says. */
    MALFORMED,
    /** A file's statistics or dictionary hold a value that no row shows. */
    TRACE_IN_FILE,
    /** A withheld cell has a figure in one of its columns, or a published one lacks its count. */
    BUNDLE_NOT_WHOLE,
    /** A published count is below the release's own thresholds. */
    BELOW_THRESHOLD,
    /** A derived table has figures of a withheld cell, or of a set of regions that tells of one. */
    DERIVED_FIGURE,
    /** Confidence limits tell how few files an operation of the cell has. */
    LIMITS_TELL,
    /** Figures of published cells contradict each other, so that nothing can be said of the withheld ones. */
    CONTRADICTION,
    /** A withheld count follows exactly. */
    DERIVABLE,
    /** A withheld count is known too closely: found by passing limits from sum to sum. */
    BOUNDED,
    /** A withheld count is known too closely: found by linear programmes. */
    NARROW,
    /** The search ended before a window wide enough was found. Counts as a breach. */
    UNDECIDED,
    /** A quantile of too few values. */
    QUANTILE_OF_FEW,
    /** A count withheld in one release follows from it and others. */
    RELEASE_PAIR
}
