package se.tillsyn.analytics.register;

/** What can happen to a release. Lines are written before what they tell is done, so that a killed run is finished later. */
public enum EventKind {
    /** It was built; its hash binds every later event. */
    MADE,
    /** Somebody other than its maker approves of it as it is. */
    APPROVED,
    /** It was taken off before it was published, or was not let through. */
    REFUSED,
    /** It is public. */
    PUBLISHED,
    /** It is the one served. */
    SERVED,
    /** An earlier one is served again. */
    ROLLED_BACK,
    /** It was removed. */
    RETIRED
}
