package se.tillsyn.ingest.duplicates;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.FileKind;
import se.tillsyn.ingest.validation.Rule;

/**
 * Decides for one part of the keys which findings are loaded. The store's own stays; of equal ones in a run the first
 * stays, by file and place; of unequal ones in a run none. Memory grows with the keys of the part, not with how often they
 * stand.
 */
public final class Resolution {

    private final List<String> storedStems;
    private final SortedMap<Integer, String> runStems;
    private final int part;
    private final Map<Digest, Known> known = new HashMap<>();

    /** What is known of a key. */
    private static final class Known {
        private final Occurrence first;
        private @Nullable Occurrence unlike;

        Known(Occurrence first) {
            this.first = first;
        }

        boolean stored() {
            return first.place().batch() != Place.THIS_RUN;
        }
    }

    /**
     * A decision to be taken.
     *
     * @param storedStems stems of the occurrences in earlier batches, oldest batch first
     * @param runStems stems of the occurrences in this run, by the number of the task's file
     * @param part number of the part
     */
    public Resolution(List<String> storedStems, SortedMap<Integer, String> runStems, int part) {
        this.storedStems = List.copyOf(storedStems);
        this.runStems = new TreeMap<>(runStems);
        this.part = part;
    }

    /**
     * Writes what is not loaded, in file order.
     *
     * @param stem path that the names of the files written begin with
     * @return path of what was written, by number of the task's file; files that lose nothing are not in it
     */
    public SortedMap<Integer, String> write(String stem) throws IOException {
        for (String stored : storedStems) {
            learn(stored);
        }
        for (String run : runStems.values()) {
            learn(run);
        }
        SortedMap<Integer, String> written = new TreeMap<>();
        for (Map.Entry<Integer, String> run : runStems.entrySet()) {
            Path file = OccurrenceWriter.part(stem + "-" + run.getKey(), part);
            if (decide(run.getValue(), file)) {
                written.put(run.getKey(), file.toString());
            }
        }
        return written;
    }

    private void learn(String stem) throws IOException {
        Path file = OccurrenceWriter.part(stem, part);
        if (FileKind.of(file) == FileKind.NOTHING) {
            return;
        }
        try (DataInputStream in = RecordFile.open(file)) {
            for (Occurrence next = RecordFile.next(in, Occurrence::read);
                    next != null;
                    next = RecordFile.next(in, Occurrence::read)) {
                Known before = known.putIfAbsent(next.key(), new Known(next));
                if (before != null && before.unlike == null && !next.content().equals(before.first.content())) {
                    before.unlike = next;
                }
            }
        }
    }

    private boolean decide(String stem, Path into) throws IOException {
        Path file = OccurrenceWriter.part(stem, part);
        if (FileKind.of(file) == FileKind.NOTHING) {
            return false;
        }
        DataOutputStream out = null;
        try (DataInputStream in = RecordFile.open(file)) {
            for (Occurrence next = RecordFile.next(in, Occurrence::read);
                    next != null;
                    next = RecordFile.next(in, Occurrence::read)) {
                Drop drop = decide(next);
                if (drop != null) {
                    out = out == null ? RecordFile.create(into) : out;
                    drop.write(out);
                }
            }
        } finally {
            if (out != null) {
                out.close();
            }
        }
        return out != null;
    }

    private @Nullable Drop decide(Occurrence occurrence) {
        Known key = known.get(occurrence.key());
        if (key == null) {
            throw new IllegalStateException("every key of the part was learnt");
        }
        Occurrence first = key.first;
        boolean likeFirst = occurrence.content().equals(first.content());
        if (key.stored()) {
            Rule rule = likeFirst ? Rule.DUPLICATE_OF_BATCH : Rule.CONFLICT_WITH_BATCH;
            return new Drop(occurrence.ordinal(), rule, first.place());
        }
        Occurrence unlike = key.unlike;
        if (unlike != null) {
            return new Drop(occurrence.ordinal(), Rule.CONFLICT, likeFirst ? unlike.place() : first.place());
        }
        return occurrence.equals(first) ? null : new Drop(occurrence.ordinal(), Rule.DUPLICATE, first.place());
    }
}
