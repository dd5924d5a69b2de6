package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where findings are held back: those of a topic's year in a region and all below it.
 *
 * @param topic code
 * @param year calendar year in which operations were inspected
 * @param region code
 */
public record HeldPlace(String topic, String year, String region) implements Comparable<HeldPlace>, Serializable {

    private static final Comparator<HeldPlace> ORDER = Comparator.comparing(HeldPlace::topic)
            .thenComparing(HeldPlace::year)
            .thenComparing(HeldPlace::region);

    public YearOfTopic yearOfTopic() {
        return new YearOfTopic(topic, year);
    }

    @Override
    public int compareTo(HeldPlace other) {
        return ORDER.compare(this, other);
    }
}
