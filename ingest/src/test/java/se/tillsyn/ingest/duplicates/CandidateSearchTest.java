package se.tillsyn.ingest.duplicates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateSearchTest {

    @TempDir
    Path folder = Path.of(".");

    @Test
    void findsTwiceInTheRunAndOnceInEach() throws IOException {
        Path a = keys("a", Long.MIN_VALUE, -5, 3, 3, Long.MAX_VALUE);
        Path b = keys("b", -5, 9);
        Path earlier = keys("earlier", 9, 10, Long.MAX_VALUE);
        long[] candidates = CandidateSearch.search(List.of(a, b), List.of(earlier), folder.resolve("merged"));
        assertArrayEquals(new long[] {-5, 3, 9, Long.MAX_VALUE}, candidates);
        assertTrue(KeyFile.holdsAny(folder.resolve("merged"), new long[] {Long.MIN_VALUE}));
        assertEquals(5, KeyFile.count(folder.resolve("merged")));
        assertFalse(KeyFile.holdsAny(earlier, new long[] {3, 11}));
    }

    @Test
    void agreesWithCountingAcrossRanges() throws IOException {
        Random random = new Random(20_240_601);
        TreeMap<Long, Integer> counts = new TreeMap<>();
        LongList all = new LongList();
        for (int i = 0; i < 20_000; i++) {
            long key = KeyHash.of("F-" + random.nextInt(100_000), 1);
            all.add(key);
            counts.merge(key, 1, Integer::sum);
        }
        Path file = folder.resolve("big");
        KeyFile.write(file, all.sorted());
        long[] candidates = CandidateSearch.search(List.of(file), List.of(), folder.resolve("merged"), 1_000);
        assertArrayEquals(
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .mapToLong(entry -> entry.getKey())
                        .toArray(),
                candidates);
        assertEquals(counts.size(), KeyFile.count(folder.resolve("merged")));
    }

    private Path keys(String name, long... ascending) throws IOException {
        Path file = folder.resolve(name);
        KeyFile.write(file, ascending);
        return file;
    }
}
