package se.tillsyn.ingest.duplicates;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The findings of one file that are not loaded because of others, read in file order. */
public final class Drops implements Closeable {

    private final List<DataInputStream> open = new ArrayList<>();
    private final PriorityQueue<Next> queue = new PriorityQueue<>(Comparator.comparingLong(Next::ordinal));

    private record Next(Drop drop, DataInputStream from) {
        long ordinal() {
            return drop.ordinal();
        }
    }

    private Drops() {}

    /**
     * Opens what was decided on a file.
     *
     * @param files what {@link Resolution#write} wrote, one per part of the keys; empty = nothing is dropped
     */
    public static Drops open(List<String> files) throws IOException {
        Drops drops = new Drops();
        for (String file : files) {
            DataInputStream in = RecordFile.open(Path.of(file));
            drops.open.add(in);
            drops.advance(in);
        }
        return drops;
    }

    /**
     * Why the finding is not loaded, or {@code null} when it is.
     *
     * @param ordinal larger than at the call before
     */
    public @Nullable Drop find(long ordinal) throws IOException {
        Next next = queue.peek();
        if (next == null || next.ordinal() != ordinal) {
            return null;
        }
        queue.remove();
        advance(next.from());
        return next.drop();
    }

    private void advance(DataInputStream from) throws IOException {
        Drop drop = RecordFile.next(from, Drop::read);
        if (drop != null) {
            queue.add(new Next(drop, from));
        }
    }

    @Override
    public void close() throws IOException {
        for (DataInputStream in : open) {
            in.close();
        }
    }
}
