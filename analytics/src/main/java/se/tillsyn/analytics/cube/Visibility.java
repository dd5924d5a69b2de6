package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@link KnownFindings} as tasks use them: numbers instead of codes, and the revisions known after each batch in question. */
final class Visibility implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int YEARS = 1 << 12;

    private final int newest;
    private final Map<Long, Integer> held = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> revisions = new HashMap<>();
    private final Map<String, Integer> numberOfFile = new HashMap<>();

    /** @param newestRevisions highest revision, after the newest batch, of each finding that has more than one */
    Visibility(int newest, Map<String, Integer> newestRevisions) {
        this.newest = newest;
        revisions.put(newest, newestRevisions);
    }

    /** All findings of all files. */
    static Visibility ofAll(Map<String, Integer> newestRevisions) {
        return new Visibility(Integer.MAX_VALUE, newestRevisions);
    }

    /** Counts a topic's year in a region as it was known after a batch. */
    void hold(int topic, int year, int region, int batch) {
        held.put(key(topic, year, region), batch);
    }

    private static long key(int topic, int year, int region) {
        return ((long) topic * YEARS + year) * CellKey.REGIONS + region;
    }

    /** @param newestRevisions highest revision after {@code batch} of each finding that has more than one */
    void knowRevisions(int batch, Map<String, Integer> newestRevisions) {
        revisions.put(batch, newestRevisions);
    }

    void number(Path file, int batch) {
        numberOfFile.put(file.toString(), batch);
    }

    boolean holdsAny() {
        return !held.isEmpty();
    }

    boolean knowsRevisions() {
        return revisions.values().stream().anyMatch(known -> !known.isEmpty());
    }

    int newest() {
        return newest;
    }

    /** Number of the batch of a file. */
    int numberOf(Path file) {
        return numberOfFile.getOrDefault(file.toString(), 0);
    }

    /**
     * Number of the batch after which findings of a topic's year are known.
     *
     * @param regions the regions they lie in
     */
    int limit(int topic, int year, int[] regions) {
        int limit = newest;
        boolean any = false;
        for (int region : regions) {
            Integer batch = held.get(key(topic, year, region));
            if (batch != null) {
                limit = any ? Math.min(limit, batch) : batch;
                any = true;
            }
        }
        return limit;
    }

    Map<String, Integer> revisionsAfter(int batch) {
        return revisions.getOrDefault(batch, Map.of());
    }
}
