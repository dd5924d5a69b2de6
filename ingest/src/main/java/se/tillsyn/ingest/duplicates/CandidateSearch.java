package se.tillsyn.ingest.duplicates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the key hashes that occur twice with at least one occurrence in this run, and merges the run's key files into
 * one. Goes through the hashes range by range, so that memory holds one range.
 */
public final class CandidateSearch {

    private static final long KEYS_PER_RANGE = 2_000_000;

    private CandidateSearch() {}

    /**
     * Writes the candidates to a new key file, ascending, each once.
     *
     * @param run key files of this run
     * @param earlier key files of the store's batches
     * @param merged new file that gets every distinct hash of the run
     * @param candidates new file that gets the candidates
     */
    public static void search(List<Path> run, List<Path> earlier, Path merged, Path candidates) throws IOException {
        search(run, earlier, merged, candidates, KEYS_PER_RANGE);
    }

    static void search(List<Path> run, List<Path> earlier, Path merged, Path found, long keysPerRange)
            throws IOException {
        long total = 0;
        List<KeyFile.Cursor> runCursors = new ArrayList<>();
        for (Path file : run) {
            runCursors.add(new KeyFile.Cursor(file));
            total += KeyFile.count(file);
        }
        List<KeyFile.Cursor> earlierCursors = new ArrayList<>();
        for (Path file : earlier) {
            earlierCursors.add(new KeyFile.Cursor(file));
            total += KeyFile.count(file);
        }
        long ranges = total / keysPerRange + 1;
        LongList runKeys = new LongList();
        LongList earlierKeys = new LongList();
        try (KeyFile.Writer out = new KeyFile.Writer(merged);
                KeyFile.Writer candidates = new KeyFile.Writer(found)) {
            for (long range = 1; range <= ranges; range++) {
                long last = lastOf(range, ranges);
                runKeys.clear();
                earlierKeys.clear();
                for (KeyFile.Cursor cursor : runCursors) {
                    cursor.readUpTo(last, runKeys);
                }
                for (KeyFile.Cursor cursor : earlierCursors) {
                    cursor.readUpTo(last, earlierKeys);
                }
                compare(runKeys, earlierKeys, out, candidates);
            }
        }
    }

    private static long lastOf(long range, long ranges) {
        if (range == ranges) {
            return Long.MAX_VALUE;
        }
        long width = Long.divideUnsigned(-1L, ranges);
        return Long.MIN_VALUE + width * range;
    }

    private static void compare(LongList run, LongList earlier, KeyFile.Writer out, KeyFile.Writer candidates)
            throws IOException {
        run.sort();
        earlier.sort();
        int at = 0;
        for (int i = 0; i < run.size(); ) {
            long key = run.get(i);
            int next = i + 1;
            while (next < run.size() && run.get(next) == key) {
                next++;
            }
            while (at < earlier.size() && earlier.get(at) < key) {
                at++;
            }
            boolean known = at < earlier.size() && earlier.get(at) == key;
            if (known || next - i > 1) {
                candidates.add(key);
            }
            out.add(key);
            i = next;
        }
    }
}
