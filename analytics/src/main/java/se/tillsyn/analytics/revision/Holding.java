package se.tillsyn.analytics.revision;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.tillsyn.analytics.cube.HeldPlace;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.ingest.profile.Regions;

/**
 * Where findings are held back, and as known after which batch figures are there.
 *
 * @param held by place
 */
public record Holding(SortedMap<HeldPlace, Held> held) {

    /** Nothing is held. */
    public static final Holding NONE = new Holding(new TreeMap<>());

    public Holding {
        held = new TreeMap<>(held);
    }

    /**
     * One place.
     *
     * @param batch number of the batch after which its figures were known
     * @param since publication of the first release that held any of its findings
     */
    public record Held(int batch, Instant since) {}

    /** Number of the batch by place. */
    public Map<HeldPlace, Integer> batches() {
        return held.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .batch()));
    }

    /**
     * The same with a place held as well, as it was known in an earlier release.
     *
     * @param before what the earlier release held
     * @param batch number of the newest batch of the earlier release
     * @param since publication of the first release that holds it, if the earlier one did not
     */
    Holding with(HeldPlace place, Holding before, int batch, Instant since, Regions regions) {
        SortedMap<HeldPlace, Held> all = new TreeMap<>(held);
        all.keySet().removeIf(other -> isInside(other, place, regions));
        int known = batch;
        for (Map.Entry<HeldPlace, Held> earlier : before.held.entrySet()) {
            if (isInside(earlier.getKey(), place, regions)) {
                all.put(earlier.getKey(), new Held(earlier.getValue().batch(), since));
            } else if (earlier.getKey().equals(place) || isInside(place, earlier.getKey(), regions)) {
                known = Math.min(known, earlier.getValue().batch());
            }
        }
        all.put(place, new Held(known, since));
        return new Holding(all);
    }

    private static boolean isInside(HeldPlace inner, HeldPlace outer, Regions regions) {
        return inner.yearOfTopic().equals(outer.yearOfTopic())
                && !inner.region().equals(outer.region())
                && regions.selfAndAbove(inner.region()).contains(outer.region());
    }

    /** When findings of a topic's year were first held, or another instant where none are. */
    Instant since(YearOfTopic year, Instant otherwise) {
        return held.entrySet().stream()
                .filter(entry -> entry.getKey().yearOfTopic().equals(year))
                .map(entry -> entry.getValue().since())
                .min(Instant::compareTo)
                .orElse(otherwise);
    }

    /**
     * Number of the batch after which findings are known.
     *
     * @param regionsAround the regions they lie in
     * @param newest number of the batch where nothing is held
     */
    public int limit(String topic, String year, Iterable<String> regionsAround, int newest) {
        int limit = newest;
        boolean any = false;
        for (String region : regionsAround) {
            Held found = held.get(new HeldPlace(topic, year, region));
            if (found != null) {
                limit = any ? Math.min(limit, found.batch()) : found.batch();
                any = true;
            }
        }
        return limit;
    }
}
