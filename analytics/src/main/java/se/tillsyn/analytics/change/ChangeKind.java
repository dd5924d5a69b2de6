package se.tillsyn.analytics.change;

/** What happened to a published number between two releases. */
public enum ChangeKind {
    /** There was none, and nothing was withheld: it is told for the first time. */
    NEW,
    /** Another number. */
    CHANGED,
    /** It is no longer told, and not because it is withheld; in tables without a status column for whatever reason. */
    WITHDRAWN,
    /** It is withheld now. The earlier number is not repeated. */
    NOW_WITHHELD,
    /** It was withheld before. */
    NOW_PUBLISHED
}
