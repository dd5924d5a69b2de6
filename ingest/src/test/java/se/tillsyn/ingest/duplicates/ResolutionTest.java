package se.tillsyn.ingest.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tillsyn.ingest.validation.Rule;

class ResolutionTest {

    private final Resolution resolution = new Resolution();

    @Test
    void keepsTheFirstOfEqualRowsByFileAndPlace() {
        resolution.add(List.of(run("A", "x", 2, 1), run("A", "x", 1, 9), run("A", "x", 1, 4)));
        assertNull(drop(1, 4));
        assertEquals(Rule.DUPLICATE, rule(1, 9));
        assertEquals(Rule.DUPLICATE, rule(2, 1));
        Drop drop = drop(2, 1);
        assertEquals(104, drop == null ? 0 : drop.other().line());
    }

    @Test
    void keepsNoneOfUnequalRowsAndNamesAnotherOne() {
        resolution.add(List.of(run("A", "x", 1, 1), run("A", "x", 1, 2), run("A", "y", 2, 1)));
        assertEquals(Rule.CONFLICT, rule(1, 1));
        assertEquals(Rule.CONFLICT, rule(1, 2));
        assertEquals(Rule.CONFLICT, rule(2, 1));
        Drop first = drop(1, 1);
        assertEquals(2, first == null ? 0 : first.other().input());
    }

    @Test
    void neverReplacesWhatTheStoreHolds() {
        Occurrence stored = new Occurrence("A", 1, "x", "000001-aaaaaaaaaaaa", 3, 0, 0);
        resolution.add(List.of(run("A", "x", 1, 1), stored, run("A", "y", 1, 2)));
        assertEquals(Rule.DUPLICATE_OF_BATCH, rule(1, 1));
        assertEquals(Rule.CONFLICT_WITH_BATCH, rule(1, 2));
    }

    @Test
    void leavesOtherKeysAndRevisionsAlone() {
        resolution.add(List.of(run("A", "x", 1, 1), run("B", "x", 1, 2), new Occurrence("A", 2, "y", null, 1, 3, 103)));
        assertEquals(0, resolution.drops().size());
    }

    private static Occurrence run(String id, String content, int input, long ordinal) {
        return new Occurrence(id, 1, content, null, input, ordinal, ordinal + 100);
    }

    private @Nullable Drop drop(int input, long ordinal) {
        return resolution.drops().getOrDefault(input, Drops.NONE).find(ordinal);
    }

    private @Nullable Rule rule(int input, long ordinal) {
        Drop drop = drop(input, ordinal);
        return drop == null ? null : drop.rule();
    }
}
