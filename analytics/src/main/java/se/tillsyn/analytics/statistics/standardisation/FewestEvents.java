package se.tillsyn.analytics.statistics.standardisation;

/**
 * When a directly standardised rate may be shown: not from fewer than {@value #LIMIT} events in all. The rate itself is
 * defined and computed; it is left blank because one event more or less would move it too far.
 *
 * <p>Source: Public Health England, calculate_dsr of PHEindicatormethods. Checked against it (dsr_expected.csv).
 */
public final class FewestEvents {

    /** Events from which on a rate is shown. */
    public static final int LIMIT = 10;

    private FewestEvents() {}

    /** Whether a rate from so many events is shown. */
    public static boolean suffice(DirectRate rate) {
        return rate.events() >= LIMIT;
    }
}
