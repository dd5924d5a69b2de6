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
        Path merged = folder.resolve("merged");
        Path candidates = folder.resolve("candidates");
        CandidateSearch.search(List.of(a, b), List.of(earlier), merged, candidates);
        assertArrayEquals(new long[] {-5, 3, 9, Long.MAX_VALUE}, KeyFile.shared(candidates, candidates));
        assertArrayEquals(new long[] {-5, 3, Long.MAX_VALUE}, KeyFile.shared(a, candidates));
        assertArrayEquals(new long[] {-5, 9}, KeyFile.shared(b, candidates));
        assertTrue(KeyFile.share(merged, keys("lowest", Long.MIN_VALUE)));
        assertEquals(5, KeyFile.count(merged));
        assertFalse(KeyFile.share(earlier, keys("others", 3, 11)));
        assertFalse(KeyFile.share(keys("none"), candidates));
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
        KeyFile.write(file, all);
        Path candidates = folder.resolve("candidates");
        CandidateSearch.search(List.of(file), List.of(), folder.resolve("merged"), candidates, 1_000);
        assertArrayEquals(
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .mapToLong(entry -> entry.getKey())
                        .toArray(),
                KeyFile.shared(file, candidates));
        assertEquals(counts.size(), KeyFile.count(folder.resolve("merged")));
    }

    private Path keys(String name, long... ascending) throws IOException {
        Path file = folder.resolve(name);
        LongList list = new LongList();
        for (long key : ascending) {
            list.add(key);
        }
        KeyFile.write(file, list);
        return file;
    }
}
