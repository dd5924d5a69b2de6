package se.tillsyn.analytics.disclosure.suppression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

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
 * @param sums how cells add up, as far as counts of 0 or more must; empty when only the parts tell, because cells are crossed
 *     in ways that no cell shows
 * @param ties how what sums hold beside their parts adds up
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Block(
        int parts,
        int[][] partsOfCell,
        List<long[]> counts,
        List<long[]> least,
        int[] order,
        List<Sum> sums,
        List<Tie> ties)
        implements Serializable {

    /**
     * A cell that is the sum of others. What it holds beside them is taken to be known to be there or not, as published sums of
     * the same line tell.
     *
     * @param whole number of the cell
     * @param parts numbers of the others
     * @param line what kind of sum it is; sums of a kind hold more than their parts for the same reason
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Sum(int whole, int[] parts, int line) implements Serializable {}

    /**
     * What a sum holds beside its parts is what other sums hold beside theirs: files of no age of a county are those of its
     * municipalities.
     *
     * @param whole number of a sum
     * @param parts numbers of the others; none is in two ties
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Tie(int whole, int[] parts) implements Serializable {}

    public Block {
        sums = List.copyOf(sums);
        ties = List.copyOf(ties);
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

    /** Cells of each group that tell of each other: those in a sum; where there are no sums, those around a part. */
    List<int[]> tied() {
        List<int[]> tied = new ArrayList<>();
        for (Sum sum : sums) {
            int[] all = Arrays.copyOf(sum.parts(), sum.parts().length + 1);
            all[sum.parts().length] = sum.whole();
            tied.add(all);
        }
        if (sums.isEmpty()) {
            List<List<Integer>> around = new ArrayList<>();
            IntStream.range(0, parts).forEach(part -> around.add(new ArrayList<>()));
            for (int cell = 0; cell < cells(); cell++) {
                for (int part : partsOfCell[cell]) {
                    around.get(part).add(cell);
                }
            }
            around.forEach(
                    cells -> tied.add(cells.stream().mapToInt(Integer::intValue).toArray()));
        }
        return tied;
    }

    /** What a sum's whole holds beside its parts. */
    long remainder(Sum sum, int count) {
        long remainder = counts.get(count)[sum.whole()];
        for (int part : sum.parts()) {
            remainder -= counts.get(count)[part];
        }
        return remainder;
    }

    /** Lines of which published sums show that a whole can hold more than its parts. */
    BitSet linesWithRemainders(BitSet withheld) {
        BitSet lines = new BitSet();
        for (Sum sum : sums) {
            if (sum.parts().length == 0) {
                // None of the parts has a file, and the whole has.
                lines.set(sum.line());
            }
            boolean isPublished = !withheld.get(sum.whole());
            for (int part : sum.parts()) {
                isPublished &= !withheld.get(part);
            }
            for (int count = 0; isPublished && count < counts.size(); count++) {
                if (remainder(sum, count) > 0) {
                    lines.set(sum.line());
                }
            }
        }
        return lines;
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
