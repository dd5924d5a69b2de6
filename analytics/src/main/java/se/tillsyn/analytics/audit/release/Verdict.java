package se.tillsyn.analytics.audit.release;

import org.jspecify.annotations.Nullable;

/** What the attack on a block found of one withheld cell, and by which step. */
enum Verdict {
    /** Sums alone, counts being whole and not negative, leave one number. */
    FIXED(BreachKind.DERIVABLE),
    /** Elimination leaves one number. */
    ELIMINATED(BreachKind.DERIVABLE),
    /** Limits passed from sum to sum leave too few numbers. */
    BOUNDED(BreachKind.BOUNDED),
    /** Tables seen on a walk leave numbers enough. */
    WIDE_BY_TABLES(null),
    /** Tables of real numbers leave a window so wide that whole numbers would not narrow it much. */
    WIDE_BY_REAL_TABLES(null),
    /** A linear programme leaves numbers enough. */
    WIDE_BY_PROGRAMME(null),
    /** A linear programme leaves too few. */
    NARROW_BY_PROGRAMME(BreachKind.NARROW),
    /** Neither was shown. */
    UNDECIDED(BreachKind.UNDECIDED),
    /** The block's published figures contradict each other. */
    CONTRADICTION(BreachKind.CONTRADICTION);

    private final @Nullable BreachKind breach;

    Verdict(@Nullable BreachKind breach) {
        this.breach = breach;
    }

    /** The breach it is, or {@code null} for none. */
    @Nullable
    BreachKind breach() {
        return breach;
    }
}
