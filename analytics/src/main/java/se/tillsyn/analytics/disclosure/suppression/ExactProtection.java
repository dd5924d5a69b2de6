package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Withholds further cells until no withheld count follows from the published ones by adding and subtracting.
 *
 * <p>Cells are published in the order of their usefulness; one that would lay a withheld cell open is withheld too. A count
 * of 0 in a published cell says that all its parts are 0, so that no withheld cell may lie inside. Every kind of count has
 * its own published zeros and is followed in a span of its own.
 */
final class ExactProtection {

    /** Blocks of at most so many cells are searched further, with so many trials. */
    private static final int SMALL = 300;

    private static final int TRIALS = 60;

    private final AlikeCells alike;
    private final Block block;
    private final int[] rankOfPart;

    ExactProtection(AlikeCells alike) {
        this.alike = alike;
        block = alike.block();
        rankOfPart = rankOfPart(block);
    }

    /** Parts whose cells come last in usefulness rank highest. */
    private static int[] rankOfPart(Block block) {
        long[] sum = new long[block.parts()];
        int[] cells = new int[block.parts()];
        for (int place = 0; place < block.order().length; place++) {
            for (int part : block.partsOfCell()[block.order()[place]]) {
                sum[part] += place;
                cells[part]++;
            }
        }
        int[] rank = new int[block.parts()];
        for (int part = 0; part < rank.length; part++) {
            rank[part] = cells[part] == 0 ? 0 : (int) (sum[part] / cells[part]);
        }
        return rank;
    }

    /**
     * All cells that must be withheld.
     *
     * <p>Small blocks are searched further: each cell that was withheld for others is tried as the first to be published,
     * and stays so when fewer cells are withheld then, or as many with fewer counts.
     *
     * @param atLeast cells that must be withheld in any case
     */
    BitSet withheld(BitSet atLeast) {
        return withheld(atLeast, new BitSet());
    }

    /**
     * The same when some of them were found not to follow from everything else. They do not follow from less either, so that only
     * the others are watched.
     *
     * @param safe what an earlier search has withheld, a part of {@code atLeast}
     */
    BitSet withheld(BitSet atLeast, BitSet safe) {
        BitSet best = withheld(atLeast, safe, block.order());
        if (block.cells() > SMALL) {
            return best;
        }
        int[] order = block.order();
        BitSet tried = new BitSet();
        for (int trial = 0; trial < TRIALS; trial++) {
            int next = nextToTry(best, atLeast, tried);
            if (next < 0) {
                break;
            }
            tried.set(next);
            int[] other = withFirst(order, next);
            BitSet found = withheld(atLeast, safe, other);
            if (weight(found) < weight(best)) {
                best = found;
                order = other;
            }
        }
        return best;
    }

    /** The most useful cell that is withheld for others and was not tried. */
    private int nextToTry(BitSet withheld, BitSet atLeast, BitSet tried) {
        for (int cell : block.order()) {
            if (withheld.get(cell) && !atLeast.get(cell) && !tried.get(cell)) {
                return cell;
            }
        }
        return -1;
    }

    private static int[] withFirst(int[] order, int first) {
        int[] other = new int[order.length];
        other[0] = first;
        int next = 1;
        for (int cell : order) {
            if (cell != first) {
                other[next++] = cell;
            }
        }
        return other;
    }

    private double weight(BitSet withheld) {
        double sum = 0;
        double all = 1;
        for (long[] count : block.counts()) {
            for (int cell = 0; cell < count.length; cell++) {
                all += count[cell];
                sum += withheld.get(cell) ? count[cell] : 0;
            }
        }
        return withheld.stream().map(alike::size).sum() + sum / all;
    }

    private BitSet withheld(BitSet atLeast, BitSet safe, int[] order) {
        BitSet primary = withoutZerosAround(atLeast);
        BitSet watched = (BitSet) primary.clone();
        watched.andNot(safe);
        List<BitSet> emptied = new ArrayList<>();
        for (int count = 0; count < block.counts().size(); count++) {
            BitSet empty = block.emptied(count, primary);
            if (!emptied.contains(empty)) {
                emptied.add(empty);
            }
        }
        List<Span> spans =
                emptied.stream().map(empty -> span(Span.PRIME, watched, empty)).toList();
        BitSet withheld = (BitSet) primary.clone();
        for (int cell : order) {
            if (primary.get(cell)) {
                continue;
            }
            List<Column> reduced = new ArrayList<>();
            boolean exposes = false;
            for (int i = 0; i < spans.size() && !exposes; i++) {
                Column column = spans.get(i).reduce(Column.of(block.partsWithout(cell, emptied.get(i))));
                exposes = spans.get(i).exposes(column);
                reduced.add(column);
            }
            if (exposes) {
                withheld.set(cell);
            } else {
                for (int i = 0; i < spans.size(); i++) {
                    spans.get(i).publish(reduced.get(i));
                }
            }
        }
        return withheld;
    }

    /** Withheld cells that follow from the published ones; none after {@link #withheld}. Another prime than there. */
    BitSet exposed(BitSet withheld) {
        BitSet exposed = new BitSet(block.cells());
        for (int count = 0; count < block.counts().size(); count++) {
            BitSet empty = block.emptied(count, withheld);
            Span span = span(Span.SECOND_PRIME, new BitSet(), empty);
            for (int cell : block.order()) {
                if (!withheld.get(cell)) {
                    span.publish(span.reduce(Column.of(block.partsWithout(cell, empty))));
                }
            }
            for (int cell = withheld.nextSetBit(0); cell >= 0; cell = withheld.nextSetBit(cell + 1)) {
                if (span.reduce(Column.of(block.partsWithout(cell, empty))).isZero()) {
                    exposed.set(cell);
                }
            }
        }
        return exposed;
    }

    private Span span(long prime, BitSet mustNotFollow, BitSet empty) {
        List<Column> columns = new ArrayList<>();
        mustNotFollow.stream().forEach(cell -> columns.add(Column.of(block.partsWithout(cell, empty))));
        return new Span(prime, rankOfPart, columns);
    }

    /** Adds the cells whose count of 0 would tell the count of a withheld cell inside, or inside several of them. */
    private BitSet withoutZerosAround(BitSet primary) {
        BitSet withheld = primary;
        boolean changed = true;
        while (changed) {
            BitSet more = (BitSet) withheld.clone();
            for (int count = 0; count < block.counts().size(); count++) {
                BitSet empty = block.emptied(count, withheld);
                BitSet told = new BitSet(block.parts());
                for (int cell = withheld.nextSetBit(0); cell >= 0; cell = withheld.nextSetBit(cell + 1)) {
                    if (block.partsWithout(cell, empty).length == 0) {
                        for (int part : block.partsOfCell()[cell]) {
                            told.set(part);
                        }
                    }
                }
                addZeros(count, told, more);
            }
            changed = !more.equals(withheld);
            withheld = more;
        }
        return withheld;
    }

    private void addZeros(int count, BitSet told, BitSet withheld) {
        for (int cell = 0; cell < block.cells(); cell++) {
            if (block.counts().get(count)[cell] == 0 && !withheld.get(cell)) {
                for (int part : block.partsOfCell()[cell]) {
                    if (told.get(part)) {
                        withheld.set(cell);
                        break;
                    }
                }
            }
        }
    }
}
