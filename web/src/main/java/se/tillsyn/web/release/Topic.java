package se.tillsyn.web.release;

import java.util.List;
import se.tillsyn.analytics.release.LocalText;

/**
 * A topic of inspection and what its indicator says of it. Texts are empty where the profile has none.
 *
 * @param group code of the topic group
 * @param measure {@code RATE}, or another kind for which no rate is published
 * @param hasCaseRate whether files of the topic are counted, so that there is a case rate
 * @param polarity {@code LOW_GOOD}, {@code HIGH_GOOD} or {@code NONE}
 * @param observedUnit code of what is judged
 * @param evidence code of what the judgement rests on
 * @param law the requirement's law
 * @param lawUntil last day on which it applied
 * @param lawStatus where the law is named: {@code SEED}, {@code EXT}, {@code UNVERIFIED} or {@code NOT_STATED}
 * @param breaks days of a change of the requirement, where the series breaks; earliest first
 */
public record Topic(
        String code,
        LocalText name,
        String group,
        String measure,
        boolean hasCaseRate,
        String polarity,
        String observedUnit,
        String evidence,
        String law,
        String lawUntil,
        String lawStatus,
        List<String> breaks,
        LocalText definition)
        implements Code {

    private static final String RATE = "RATE";
    private static final String WAIT = "WAIT";

    public Topic {
        breaks = List.copyOf(breaks);
    }

    /** Day of the latest break; empty for none. */
    public String latestBreak() {
        return breaks.isEmpty() ? "" : breaks.get(breaks.size() - 1);
    }

    /** Whether the topic is measured in days waited. */
    public boolean isWait() {
        return measure.equals(WAIT);
    }

    /** Whether rates are published for the topic. */
    public boolean hasRate() {
        return measure.equals(RATE);
    }
}
