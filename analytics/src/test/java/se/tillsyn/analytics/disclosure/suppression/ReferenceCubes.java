package se.tillsyn.analytics.disclosure.suppression;

import java.util.List;

/** How much is withheld of the reference cubes: by us, and by the program that the reference is of. */
public final class ReferenceCubes {

    private static final Protection.Window PROMISE = new Protection.Window(3, 0.2);

    private ReferenceCubes() {}

    /**
     * One cube.
     *
     * @param cells how many there are
     * @param primary of these, withheld by the primary rule
     * @param reference withheld by the reference's program, so that nothing follows exactly
     * @param exact withheld by us, so that nothing follows exactly
     * @param windows withheld by us, so that no window is too narrow either
     */
    public record Count(String name, int cells, int primary, int reference, int exact, int windows) {}

    public static List<Count> counts() {
        return ReferenceTables.safe()
                .map(table -> new Count(
                        table.name(),
                        table.counts().length,
                        table.primary().cardinality(),
                        table.reference(),
                        Protection.exactOnly(table.block(), table.primary()).cardinality(),
                        Protection.of(table.block(), table.primary(), PROMISE)
                                .withheld()
                                .cardinality()))
                .toList();
    }
}
