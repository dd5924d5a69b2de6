package se.tillsyn.analytics.cube;

import java.util.List;

/**
 * What became of the demands of a year on a topic in a region. An episode is a first demand with those that followed on the
 * same topic at the same operation until it was remedied.
 *
 * @param topic code
 * @param level level of the region
 * @param region code
 * @param period year of the first demand
 * @param demands episodes
 * @param followedUp of these, with a re-inspection
 * @param remedied of these, with a re-inspection that found the deficiency remedied
 * @param relapsed of these, with a deficiency on the topic after that
 * @param days days from the first demand to the verified remedy; censored where there was none yet
 */
public record FollowUpCell(
        String topic,
        String level,
        String region,
        String period,
        long demands,
        long followedUp,
        long remedied,
        long relapsed,
        List<CountedValue> days) {

    public FollowUpCell {
        days = List.copyOf(days);
        if (followedUp > demands || remedied > followedUp || relapsed > remedied) {
            throw new IllegalArgumentException("expected relapsed <= remedied <= followed up <= demands");
        }
    }
}
