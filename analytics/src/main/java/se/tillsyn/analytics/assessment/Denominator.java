package se.tillsyn.analytics.assessment;

import java.util.Locale;

/** What a compared rate is a share of. */
public enum Denominator {
    /** Files reviewed. */
    CASES,
    /** Operations judged; for topics that judge an operation as a whole. */
    UNITS;

    /** As it stands in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
