package se.tillsyn.analytics.disclosure.suppression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Protects one block: no withheld count follows from published ones, nor can it be bounded within a window narrower than
 * the promised one.
 *
 * <p>Where a window is too narrow, the published total that holds it most, and of several the least useful, is withheld too,
 * and the whole begins again with it among the cells that must be withheld.
 */
public final class Protection {

    /**
     * Most cells of a block in which windows allow for what cells are known to be at least: with it there is an equation for
     * each withheld cell besides those for published ones, and the work grows with their cube.
     */
    private static final int MOST_WITH_LEAST = 250;

    private final Block block;
    private final Window promised;
    private final ExactProtection exact;
    private final int[] place;

    private Protection(Block block, Window promised) {
        this.block = block;
        this.promised = promised;
        exact = new ExactProtection(block);
        place = new int[block.cells()];
        for (int i = 0; i < block.order().length; i++) {
            place[block.order()[i]] = i;
        }
    }

    /**
     * The narrowest window within which a withheld count may be bounded.
     *
     * @param least width in any case
     * @param share width as a share of the count, 0 to 1
     */
    public record Window(double least, double share) implements Serializable {

        double around(double count) {
            return Math.max(least, share * count);
        }
    }

    /**
     * Outcome.
     *
     * @param withheld all cells that must be withheld, those asked for included
     * @param forWindows how many of these were added because a window was too narrow
     * @param rounds how often the whole was done
     */
    public record Outcome(BitSet withheld, int forWindows, int rounds) {}

    /** Withholds what follows exactly only. */
    public static BitSet exactOnly(Block block, BitSet primary) {
        return new ExactProtection(block).withheld(primary);
    }

    /**
     * Protects a block.
     *
     * @param primary cells that must be withheld in any case
     * @throws IllegalStateException when a withheld cell still follows from published ones
     */
    public static Outcome of(Block block, BitSet primary, Window promised) {
        return new Protection(block, promised).protect(primary);
    }

    private Outcome protect(BitSet primary) {
        BitSet asked = (BitSet) primary.clone();
        List<BitSet> wide = new ArrayList<>();
        block.counts().forEach(count -> wide.add(new BitSet()));
        int added = 0;
        for (int round = 1; ; round++) {
            BitSet withheld = exact.withheld(asked);
            BitSet more = new BitSet();
            for (int count = 0; count < block.counts().size(); count++) {
                addComplements(count, withheld, wide.get(count), more);
            }
            if (more.isEmpty()) {
                if (!exact.exposed(withheld).isEmpty()) {
                    throw new IllegalStateException("a withheld cell follows from published ones");
                }
                return new Outcome(withheld, added, round);
            }
            asked.or(withheld);
            asked.or(more);
            added += more.cardinality();
        }
    }

    /**
     * Adds published cells that should be withheld too, because a withheld count is bounded too narrowly.
     *
     * @param wide cells whose window was found wide enough when more was published than now; added to
     */
    private void addComplements(int count, BitSet withheld, BitSet wide, BitSet more) {
        BitSet empty = block.emptied(count, withheld);
        List<Integer> published = new ArrayList<>();
        List<Integer> hidden = new ArrayList<>();
        for (int cell = 0; cell < block.cells(); cell++) {
            if (exact.isFirst(cell)) {
                if (!withheld.get(cell)) {
                    if (block.counts().get(count)[cell] > 0) {
                        published.add(cell);
                    }
                } else if (!wide.get(cell)) {
                    hidden.add(cell);
                }
            }
        }
        if (hidden.isEmpty()) {
            return;
        }
        // Narrow sums first, broad ones last: so the equations stay sparse.
        published.sort(Comparator.comparingInt((Integer cell) -> -place[cell]));
        // Then what withheld cells are known to be at least.
        List<Integer> atLeast = new ArrayList<>();
        for (int cell = withheld.nextSetBit(0); cell >= 0; cell = withheld.nextSetBit(cell + 1)) {
            if (block.cells() <= MOST_WITH_LEAST
                    && exact.isFirst(cell)
                    && block.least().get(count)[cell] > 0) {
                atLeast.add(cell);
            }
        }
        atLeast.sort(Comparator.comparingInt((Integer cell) -> -place[cell]));
        double[] totals = new double[published.size() + atLeast.size()];
        int[][] partsOfTotal = new int[totals.length][];
        for (int i = 0; i < totals.length; i++) {
            boolean isPublished = i < published.size();
            int cell = isPublished ? published.get(i) : atLeast.get(i - published.size());
            totals[i] = (isPublished ? block.counts() : block.least()).get(count)[cell];
            partsOfTotal[i] = block.partsWithout(cell, empty);
        }
        int[] cells = hidden.stream().mapToInt(Integer::intValue).toArray();
        int[][] partsOfCell = new int[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            partsOfCell[i] = block.partsWithout(cells[i], empty);
        }
        Known known = Known.of(block.parts(), partsOfTotal, totals, published.size());
        Windows windows = new Windows(new PossibleTables(known), cells, partsOfCell, promised);
        double[] totalNeeds = Arrays.stream(known.names())
                .filter(total -> total < published.size())
                .mapToDouble(total -> promised.around((double) block.counts().get(count)[published.get(total)]))
                .toArray();
        List<Windows.Narrow> narrow = windows.narrow(Arrays.copyOf(known.totals(), totalNeeds.length), totalNeeds);
        hidden.forEach(wide::set);
        for (Windows.Narrow one : narrow) {
            wide.clear(one.cell());
            one.complements().forEach(total -> more.set(published.get(known.names()[total])));
            if (one.complements().isEmpty()) {
                more.set(nearest(one.cell(), published));
            }
        }
    }

    /** The least useful published cell that shares a part with a cell. */
    private int nearest(int cell, List<Integer> published) {
        BitSet parts = new BitSet(block.parts());
        for (int part : block.partsOfCell()[cell]) {
            parts.set(part);
        }
        for (int other : published) {
            for (int part : block.partsOfCell()[other]) {
                if (parts.get(part)) {
                    return other;
                }
            }
        }
        throw new IllegalStateException(
                "a withheld cell is bounded too narrowly and no published cell shares its parts");
    }
}
