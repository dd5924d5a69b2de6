package se.tillsyn.web.release;

import se.tillsyn.analytics.release.LocalText;

/**
 * A topic of inspection. Texts are empty where the profile has none.
 *
 * @param group code of the topic group
 * @param measure {@code RATE}, or another kind for which no rate is published
 * @param polarity {@code LOW_GOOD} or {@code HIGH_GOOD}
 * @param observedUnit code of what is judged
 * @param evidence code of what the judgement rests on
 * @param law the requirement's law
 * @param lawUntil last day on which it applied
 * @param lawStatus where the law is named: {@code SEED}, {@code EXT} or {@code UNVERIFIED}
 * @param breakOn day of a change of the requirement; the series breaks there
 */
public record Topic(
        String code,
        LocalText name,
        String group,
        String measure,
        String polarity,
        String observedUnit,
        String evidence,
        String law,
        String lawUntil,
        String lawStatus,
        String breakOn,
        LocalText definition)
        implements Code {

    private static final String RATE = "RATE";

    /** Whether rates are published for the topic. */
    public boolean hasRate() {
        return measure.equals(RATE);
    }
}
