package se.tillsyn.analytics.disclosure.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
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
}
