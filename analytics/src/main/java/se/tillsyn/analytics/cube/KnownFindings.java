package se.tillsyn.analytics.cube;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.tillsyn.ingest.store.Batch;

/**
 * Which findings are counted: those known after a batch, but for some topics' years and places those known after another
 * one, the earliest where several hold them. A cube is
 * counted from one set of findings, so that everything in it fits together whatever is held back.
 *
 * @param batches batches that hold these findings, oldest first, at least one
 * @param newest number of the batch after which findings are known
 * @param held number of another batch, for the topics' years and places that are counted as they were known then
 */
public record KnownFindings(List<Batch> batches, int newest, SortedMap<HeldPlace, Integer> held) {

    public KnownFindings {
        batches = List.copyOf(batches);
        held = new TreeMap<>(held);
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("expected at least one batch");
        }
    }

    /** Everything in some batches. */
    public static KnownFindings in(List<Batch> batches) {
        return new KnownFindings(
                batches, batches.get(batches.size() - 1).folder().sequence(), new TreeMap<>());
    }

    /**
     * Everything known after a batch, but for what is held.
     *
     * @param store all batches of the store, of which those that are needed are taken
     */
    public static KnownFindings after(int newest, List<Batch> store, Map<HeldPlace, Integer> held) {
        int last = Stream.concat(Stream.of(newest), held.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(newest);
        return new KnownFindings(
                store.stream()
                        .filter(batch -> batch.folder().sequence() <= last)
                        .toList(),
                newest,
                new TreeMap<>(held));
    }

    /** Batches up to and with a number. */
    List<Batch> upTo(int number) {
        return batches.stream()
                .filter(batch -> batch.folder().sequence() <= number)
                .toList();
    }
}
