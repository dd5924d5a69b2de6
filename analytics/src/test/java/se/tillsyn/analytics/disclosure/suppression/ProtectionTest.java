package se.tillsyn.analytics.disclosure.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tillsyn.analytics.audit.Attack;
import se.tillsyn.analytics.audit.ProtectedSum;

class ProtectionTest {

    private static final Protection.Window PROMISE = new Protection.Window(3, 0.2);

    private static final int LARGE = 1_000;

    static Stream<ReferenceTables> safe() {
        return ReferenceTables.safe();
    }

    /** The audit shares nothing with the suppressor. */
    @ParameterizedTest
    @MethodSource("safe")
    void nothingWithheldFollowsAndNoMoreIsWithheldThanByTheReference(ReferenceTables table) {
        BitSet withheld = Protection.exactOnly(table.block(), table.primary());
        Attack attack = Attack.on(table.table().released(table.published(withheld)));
        assertTrue(withheld.stream()
                .noneMatch(cell ->
                        attack.isDerivable(table.table().cell(table.codes().get(cell)))));
        assertTrue(withheld.cardinality() <= table.reference());
    }

    static Stream<ReferenceTables> small() {
        return safe().filter(table -> table.counts().length < LARGE);
    }

    static Stream<ReferenceTables> large() {
        return safe().filter(table -> table.counts().length >= LARGE);
    }

    @ParameterizedTest
    @MethodSource("small")
    void noWindowIsNarrowerThanPromised(ReferenceTables table) {
        assertNoWindowIsNarrow(table);
    }

    @ParameterizedTest
    @MethodSource("large")
    @Tag("slow")
    void noWindowOfALargeTableIsNarrowerThanPromised(ReferenceTables table) {
        assertNoWindowIsNarrow(table);
    }

    private static void assertNoWindowIsNarrow(ReferenceTables table) {
        Protection.Outcome outcome = Protection.of(table.block(), table.primary(), PROMISE);
        Attack attack = Attack.on(table.table().released(table.published(outcome.withheld())));
        assertEquals(
                List.of(),
                attack.tooNarrow(outcome.withheld().stream()
                        .mapToObj(cell -> new ProtectedSum(
                                table.table().cell(table.codes().get(cell)), Math.max(3, 0.2 * table.counts()[cell])))
                        .toList()));
    }

    /**
     * Places A and B with files of one age each, none of them deficient, beside C with both. Their totals and their ages have
     * the same parts, and it is the total of C, in which none of the ages stands, that tells that A and B have none deficient.
     */
    @Test
    void aCellIsProtectedInTheSumsOfAllThatShareItsParts() {
        int nation = 0;
        int nationYoung = 1;
        int nationOld = 2;
        int young = 3;
        int ofA = 4;
        int old = 5;
        int ofB = 6;
        int ofC = 7;
        int youngOfC = 8;
        int oldOfC = 9;
        Block block = new Block(
                4,
                new int[][] {{0, 1, 2, 3}, {0, 2}, {1, 3}, {0}, {0}, {1}, {1}, {2, 3}, {2}, {3}},
                List.of(new long[] {17, 8, 9, 0, 0, 0, 0, 17, 8, 9}, new long[] {70, 33, 37, 13, 13, 12, 12, 45, 20, 25
                }),
                List.of(new long[10], new long[10]),
                new int[] {nation, nationYoung, nationOld, ofC, youngOfC, oldOfC, ofA, young, ofB, old},
                List.of(
                        new Block.Sum(nation, new int[] {ofA, ofB, ofC}, 0),
                        new Block.Sum(nationYoung, new int[] {young, youngOfC}, 0),
                        new Block.Sum(nationOld, new int[] {old, oldOfC}, 0),
                        new Block.Sum(nation, new int[] {nationYoung, nationOld}, 1),
                        new Block.Sum(ofA, new int[] {young}, 1),
                        new Block.Sum(ofB, new int[] {old}, 1),
                        new Block.Sum(ofC, new int[] {youngOfC, oldOfC}, 1)),
                List.of());
        BitSet asked = new BitSet();
        asked.set(young, ofC);

        BitSet withheld = Protection.of(block, asked, PROMISE).withheld();

        assertTrue(withheld.get(ofC), withheld::toString);
        assertFalse(withheld.get(nation) || withheld.get(nationYoung) || withheld.get(nationOld), withheld::toString);
    }
}
