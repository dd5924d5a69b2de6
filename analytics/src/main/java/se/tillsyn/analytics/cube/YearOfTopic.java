package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A calendar year of a topic: what adds up to nothing else and is protected by itself.
 *
 * @param topic code
 * @param year calendar year in which operations were inspected
 */
public record YearOfTopic(String topic, String year) implements Comparable<YearOfTopic>, Serializable {

    private static final Comparator<YearOfTopic> ORDER =
            Comparator.comparing(YearOfTopic::topic).thenComparing(YearOfTopic::year);

    @Override
    public int compareTo(YearOfTopic other) {
        return ORDER.compare(this, other);
    }
}
