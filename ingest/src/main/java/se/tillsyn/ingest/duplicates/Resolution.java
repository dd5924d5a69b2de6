package se.tillsyn.ingest.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.Rule;

/**
 * Decides which of several findings with one key are loaded. The store's own stays; of equal ones in a run the first
 * stays, by file and place; of unequal ones in a run none.
 */
public final class Resolution {

    private static final Comparator<Occurrence> BY_KEY =
            Comparator.comparing(Occurrence::findingId).thenComparingInt(Occurrence::revision);

    private static final Comparator<Occurrence> BY_PLACE =
            Comparator.comparingInt(Occurrence::input).thenComparingLong(Occurrence::ordinal);

    private final SortedMap<Integer, Drops> dropsByInput = new TreeMap<>();

    /**
     * Takes all occurrences of some keys.
     *
     * @param occurrences every occurrence, in this run and earlier batches, of each key among them; any order
     */
    public void add(Collection<Occurrence> occurrences) {
        List<Occurrence> sorted = new ArrayList<>(occurrences);
        sorted.sort(BY_KEY.thenComparing(BY_PLACE));
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || BY_KEY.compare(sorted.get(from), sorted.get(i)) != 0) {
                resolve(sorted.subList(from, i));
                from = i;
            }
        }
    }

    /** Findings that are not loaded, by number of their file in the run. */
    public SortedMap<Integer, Drops> drops() {
        return dropsByInput;
    }

    private void resolve(List<Occurrence> sameKey) {
        Occurrence stored = sameKey.stream()
                .filter(occurrence -> occurrence.batch() != null)
                .findFirst()
                .orElse(null);
        List<Occurrence> run = sameKey.stream()
                .filter(occurrence -> occurrence.batch() == null)
                .toList();
        if (stored != null) {
            for (Occurrence occurrence : run) {
                boolean equal = occurrence.content().equals(stored.content());
                drop(occurrence, equal ? Rule.DUPLICATE_OF_BATCH : Rule.CONFLICT_WITH_BATCH, stored);
            }
            return;
        }
        Occurrence first = run.get(0);
        Occurrence unlike = firstUnlike(first, run);
        for (Occurrence occurrence : run) {
            if (unlike != null) {
                boolean likeFirst = occurrence.content().equals(first.content());
                drop(occurrence, Rule.CONFLICT, likeFirst ? unlike : first);
            } else if (!occurrence.equals(first)) {
                drop(occurrence, Rule.DUPLICATE, first);
            }
        }
    }

    private static @Nullable Occurrence firstUnlike(Occurrence first, List<Occurrence> run) {
        for (Occurrence other : run) {
            if (!other.content().equals(first.content())) {
                return other;
            }
        }
        return null;
    }

    private void drop(Occurrence occurrence, Rule rule, Occurrence other) {
        dropsByInput
                .computeIfAbsent(occurrence.input(), input -> new Drops())
                .add(
                        occurrence.ordinal(),
                        new Drop(rule, new Rejection.Other(other.batch(), other.input(), other.line())));
    }
}
