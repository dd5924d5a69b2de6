package se.tillsyn.ingest.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.validation.Rule;

class ResolutionTest {

    private static final int PART = 3;

    @TempDir
    Path folder = Path.of(".");

    private final Map<String, Drop> drops = new HashMap<>();

    @Test
    void keepsTheFirstOfEqualRowsByFileAndPlace() throws IOException {
        resolve(run("A", "x", 1, 4), run("A", "x", 1, 9), run("A", "x", 2, 1));
        assertNull(drop(1, 4));
        assertEquals(Rule.DUPLICATE, rule(1, 9));
        assertEquals(Rule.DUPLICATE, rule(2, 1));
        assertEquals(new Place(Place.THIS_RUN, 1, 104), other(2, 1));
    }

    @Test
    void keepsNoneOfUnequalRowsAndNamesAnotherOne() throws IOException {
        resolve(run("A", "x", 1, 1), run("A", "x", 1, 2), run("A", "y", 2, 1));
        assertEquals(Rule.CONFLICT, rule(1, 1));
        assertEquals(Rule.CONFLICT, rule(1, 2));
        assertEquals(Rule.CONFLICT, rule(2, 1));
        assertEquals(new Place(Place.THIS_RUN, 2, 101), other(1, 1));
        assertEquals(new Place(Place.THIS_RUN, 1, 101), other(2, 1));
    }

    @Test
    void neverReplacesWhatTheStoreHolds() throws IOException {
        resolve(stored("A", "x", 0, 3), run("A", "x", 1, 1), run("A", "y", 1, 2));
        assertEquals(Rule.DUPLICATE_OF_BATCH, rule(1, 1));
        assertEquals(Rule.CONFLICT_WITH_BATCH, rule(1, 2));
        assertEquals(new Place(0, 3, 0), other(1, 2));
    }

    @Test
    void leavesOtherKeysAlone() throws IOException {
        resolve(run("A", "x", 1, 1), run("B", "x", 1, 2), run("C", "y", 1, 3));
        assertEquals(0, drops.size());
    }

    @Test
    void readsTheDropsOfAllPartsOfAFileInItsOrder() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        write(first, List.of(1L, 7L, 8L));
        write(second, List.of(2L, 9L));
        List<Long> found = new ArrayList<>();
        try (Drops both = Drops.open(List.of(first.toString(), second.toString()))) {
            for (long ordinal = 1; ordinal <= 10; ordinal++) {
                Drop drop = both.find(ordinal);
                if (drop != null) {
                    found.add(drop.ordinal());
                }
            }
        }
        assertEquals(List.of(1L, 2L, 7L, 8L, 9L), found);
    }

    private void write(Path file, List<Long> ordinals) throws IOException {
        try (DataOutputStream out = RecordFile.create(file)) {
            for (long ordinal : ordinals) {
                new Drop(ordinal, Rule.CONFLICT, new Place(0, 1, 0)).write(out);
            }
        }
    }

    /** Occurrences in the order of files and places. */
    private void resolve(Occurrence... occurrences) throws IOException {
        Map<Integer, List<Occurrence>> stored = by(Arrays.asList(occurrences), false);
        Map<Integer, List<Occurrence>> run = by(Arrays.asList(occurrences), true);
        List<String> storedStems = new ArrayList<>();
        for (List<Occurrence> file : stored.values()) {
            storedStems.add(writeAll("stored-" + file.get(0).place().input(), file));
        }
        SortedMap<Integer, String> runStems = new TreeMap<>();
        for (Map.Entry<Integer, List<Occurrence>> file : run.entrySet()) {
            runStems.put(file.getKey(), writeAll("run-" + file.getKey(), file.getValue()));
        }
        SortedMap<Integer, String> written = new Resolution(storedStems, runStems, PART)
                .write(folder.resolve("drops").toString());
        for (Map.Entry<Integer, String> file : written.entrySet()) {
            try (Drops read = Drops.open(List.of(file.getValue()))) {
                for (long ordinal = 1; ordinal < 20; ordinal++) {
                    Drop drop = read.find(ordinal);
                    if (drop != null) {
                        drops.put(file.getKey() + "/" + ordinal, drop);
                    }
                }
            }
        }
    }

    private static Map<Integer, List<Occurrence>> by(Collection<Occurrence> all, boolean inRun) {
        return all.stream()
                .filter(occurrence -> (occurrence.place().batch() == Place.THIS_RUN) == inRun)
                .collect(Collectors.groupingBy(
                        occurrence -> occurrence.place().input(),
                        TreeMap::new,
                        Collectors.mapping(Function.identity(), Collectors.toList())));
    }

    private String writeAll(String name, List<Occurrence> occurrences) throws IOException {
        String stem = folder.resolve(name).toString();
        try (DataOutputStream out = RecordFile.create(OccurrenceWriter.part(stem, PART))) {
            for (Occurrence occurrence : occurrences) {
                occurrence.write(out);
            }
        }
        return stem;
    }

    private static Occurrence run(String key, String content, int input, long ordinal) {
        return new Occurrence(digest(key), digest(content), new Place(Place.THIS_RUN, input, ordinal + 100), ordinal);
    }

    private static Occurrence stored(String key, String content, int batch, int input) {
        return new Occurrence(digest(key), digest(content), new Place(batch, input, 0), 0);
    }

    private static Digest digest(String text) {
        return new Digest(text.hashCode(), 1);
    }

    private @Nullable Drop drop(int input, long ordinal) {
        return drops.get(input + "/" + ordinal);
    }

    private @Nullable Rule rule(int input, long ordinal) {
        Drop drop = drop(input, ordinal);
        return drop == null ? null : drop.rule();
    }

    private @Nullable Place other(int input, long ordinal) {
        Drop drop = drop(input, ordinal);
        return drop == null ? null : drop.other();
    }
}
