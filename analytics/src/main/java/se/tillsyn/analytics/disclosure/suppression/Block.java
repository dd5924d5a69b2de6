package se.tillsyn.analytics.disclosure.suppression;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;

/**
 * Cells of one table with all its margins, which must be protected together.
 *
 * <p>Each cell is the sum of some of the finest parts of the table. Only parts that an outsider cannot know to be empty are
 * numbered. A cell has one or several counts, all published or withheld together, each additive over the same parts.
 *
 * @param parts how many finest parts there are
 * @param partsOfCell for each cell its parts, ascending, at least one
 * @param counts for each count and cell its true value, 0 or more
 * @param least for each count and cell what an outsider knows it to be at least, 0 to the count
 * @param order every cell once, the most useful first
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Block(int parts, int[][] partsOfCell, List<long[]> counts, List<long[]> least, int[] order)
        implements Serializable {

    public Block {
        counts = List.copyOf(counts);
        least = List.copyOf(least);
        if (least.size() != counts.size()) {
            throw new IllegalArgumentException("expected what is known at least for every count");
        }
        if (order.length != partsOfCell.length) {
            throw new IllegalArgumentException("expected every cell once in the order of usefulness");
        }
        for (long[] count : counts) {
            if (count.length != partsOfCell.length) {
                throw new IllegalArgumentException("expected a count for every cell");
            }
        }
    }

    /** Number of cells. */
    public int cells() {
        return partsOfCell.length;
    }

    /** Of each part, whether a cell that is published with a count of 0 says that it is empty. */
    BitSet emptied(int count, BitSet withheld) {
        BitSet empty = new BitSet(parts);
        for (int cell = 0; cell < cells(); cell++) {
            if (counts.get(count)[cell] == 0 && !withheld.get(cell)) {
                for (int part : partsOfCell[cell]) {
                    empty.set(part);
                }
            }
        }
        return empty;
    }

    /** The parts of a cell that are not among some. */
    int[] partsWithout(int cell, BitSet some) {
        int[] all = partsOfCell[cell];
        int kept = 0;
        for (int part : all) {
            if (!some.get(part)) {
                kept++;
            }
        }
        if (kept == all.length) {
            return all;
        }
        int[] rest = new int[kept];
        int next = 0;
        for (int part : all) {
            if (!some.get(part)) {
                rest[next++] = part;
            }
        }
        return rest;
    }
}
