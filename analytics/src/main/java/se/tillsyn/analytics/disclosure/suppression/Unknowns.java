package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import se.tillsyn.analytics.disclosure.suppression.Equations.Term;

/**
 * What an outsider has to find out of one count of a block: how much each withheld cell is above what it is known to be at
 * least, and how these numbers add up. Where the block tells how its cells add up, these are the equations; otherwise each
 * cell is the sum of its parts, which are unknown too. Numbers that an equation tells by itself are taken out.
 */
final class Unknowns {

    /**
     * Of a published cell: the equations it stands in, and its signs there; and whether another one, without unknowns, tells it
     * too, so that it could not be withheld alone.
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Held(int cell, int[] equations, int[] signs, boolean isTold) {}

    private static final double ROUNDING = 1e-9;
    private static final int OUT = -1;

    private final Block block;
    private final int count;
    private final BitSet withheld;
    private final long[] values;
    private final List<List<Term>> rows = new ArrayList<>();
    private final List<Integer> rowOfSum = new ArrayList<>();
    private final int[] rowOfCell;
    private final int[] unknownOfCell;
    private double[] right;
    private double[] least;
    private double[] start;
    private boolean[] isFixed;
    private int[] place;
    private int[] rowPlace;
    private final Equations equations;

    /**
     * @param block one without cells that are alike
     * @param remainders whether an outsider allows for what wholes hold beside their parts in all sums, and not only in lines of
     *     which published sums show it
     */
    Unknowns(Block block, int count, BitSet withheld, boolean remainders) {
        this.block = block;
        this.count = count;
        this.withheld = withheld;
        values = block.counts().get(count);
        unknownOfCell = new int[block.cells()];
        Arrays.fill(unknownOfCell, OUT);
        rowOfCell = unknownOfCell.clone();
        right = new double[0];
        if (block.sums().isEmpty()) {
            least = new double[block.parts() + block.cells()];
            start = new double[least.length];
            Arrays.fill(start, 1);
            enterParts();
        } else {
            // After the cells' numbers those of what wholes hold beside their parts.
            least = new double[block.cells() + block.sums().size()];
            start = new double[least.length];
            enterSums(remainders);
        }
        isFixed = new boolean[least.length];
        place = new int[least.length];
        rowPlace = new int[rows.size()];
        takeOutKnown();
        equations = left();
    }

    private void enterSums(boolean remainders) {
        long[] known = block.least().get(count);
        for (int cell = withheld.nextSetBit(0); cell >= 0; cell = withheld.nextSetBit(cell + 1)) {
            unknownOfCell[cell] = cell;
            least[cell] = known[cell];
            start[cell] = Math.max(1, values[cell] - known[cell]);
        }
        List<Double> rights = new ArrayList<>();
        BitSet isOpen = new BitSet();
        BitSet withRemainders = block.linesWithRemainders(withheld);
        for (int number = 0; number < block.sums().size(); number++) {
            Block.Sum sum = block.sums().get(number);
            List<Term> terms = new ArrayList<>();
            double rest = 0;
            if (withheld.get(sum.whole())) {
                terms.add(new Term(sum.whole(), -1));
                rest -= values[sum.whole()];
            }
            for (int part : sum.parts()) {
                if (withheld.get(part)) {
                    terms.add(new Term(part, 1));
                    rest += values[part];
                }
            }
            if (!terms.isEmpty() && mayHoldMore(number, remainders, withRemainders)) {
                long remainder = block.remainder(sum, count);
                terms.add(new Term(block.cells() + number, 1));
                start[block.cells() + number] = Math.max(1, remainder);
                rest += remainder;
                isOpen.set(number);
            }
            rowOfSum.add(terms.isEmpty() ? OUT : rows.size());
            if (!terms.isEmpty()) {
                rows.add(terms);
                rights.add(rest);
            }
        }
        enterTies(isOpen, rights);
        right = rights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether there is something beside the parts; what there is need not be of this count. */
    private boolean mayHoldMore(int number, boolean remainders, BitSet withRemainders) {
        Block.Sum sum = block.sums().get(number);
        if (!remainders && !withRemainders.get(sum.line())) {
            return false;
        }
        for (int other = 0; other < block.counts().size(); other++) {
            if (block.remainder(sum, other) > 0) {
                return true;
            }
        }
        return false;
    }

    private void enterTies(BitSet isOpen, List<Double> rights) {
        for (Block.Tie tie : block.ties()) {
            List<Term> terms = new ArrayList<>();
            double rest = 0;
            for (int part : tie.parts()) {
                if (isOpen.get(part)) {
                    terms.add(new Term(block.cells() + part, 1));
                    rest += block.remainder(block.sums().get(part), count);
                }
            }
            if (isOpen.get(tie.whole())) {
                terms.add(new Term(block.cells() + tie.whole(), -1));
                rest -= block.remainder(block.sums().get(tie.whole()), count);
            }
            if (!terms.isEmpty()) {
                rows.add(terms);
                rights.add(rest);
            }
        }
    }

    private void enterParts() {
        BitSet empty = block.emptied(count, withheld);
        List<Double> rights = new ArrayList<>();
        for (int cell = 0; cell < block.cells(); cell++) {
            int[] parts = block.partsWithout(cell, empty);
            long known = block.least().get(count)[cell];
            if (withheld.get(cell) && parts.length == 1) {
                unknownOfCell[cell] = parts[0];
                least[parts[0]] = Math.max(least[parts[0]], (double) known);
            } else if (parts.length > 0) {
                List<Term> terms = new ArrayList<>();
                for (int part : parts) {
                    terms.add(new Term(part, 1));
                }
                if (withheld.get(cell)) {
                    unknownOfCell[cell] = block.parts() + cell;
                    least[unknownOfCell[cell]] = known;
                    terms.add(new Term(unknownOfCell[cell], -1));
                }
                rowOfCell[cell] = rows.size();
                rows.add(terms);
                rights.add(withheld.get(cell) ? 0.0 : values[cell]);
            }
        }
        right = rights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A number that stands alone is known; so are all of a sum that comes to what they are at least. */
    private void takeOutKnown() {
        for (int row = 0; row < rows.size(); row++) {
            for (Term term : rows.get(row)) {
                right[row] -= term.sign() * least[term.unknown()];
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = 0; row < rows.size(); row++) {
                List<Term> open = open(row);
                if (open.isEmpty()) {
                    continue;
                }
                int sign = open.get(0).sign();
                boolean alike = open.stream().allMatch(term -> term.sign() == sign);
                if (open.size() == 1 || (alike && sign * right[row] < ROUNDING)) {
                    double each = open.size() == 1 ? Math.max(0, sign * right[row]) : 0;
                    open.forEach(term -> fix(term.unknown(), each));
                    changed = true;
                }
            }
        }
    }

    private List<Term> open(int row) {
        return rows.get(row).stream().filter(term -> !isFixed[term.unknown()]).toList();
    }

    private void fix(int unknown, double above) {
        isFixed[unknown] = true;
        for (int row = 0; row < rows.size(); row++) {
            for (Term term : rows.get(row)) {
                if (term.unknown() == unknown) {
                    right[row] -= term.sign() * above;
                }
            }
        }
    }

    private Equations left() {
        boolean[] isUsed = new boolean[least.length];
        rows.forEach(terms -> terms.forEach(term -> isUsed[term.unknown()] = true));
        for (int unknown : unknownOfCell) {
            if (unknown >= 0) {
                isUsed[unknown] = true;
            }
        }
        int unknowns = 0;
        for (int unknown = 0; unknown < place.length; unknown++) {
            place[unknown] = isUsed[unknown] && !isFixed[unknown] ? unknowns++ : OUT;
        }
        double[] above = new double[unknowns];
        double[] base = new double[unknowns];
        for (int unknown = 0; unknown < place.length; unknown++) {
            if (place[unknown] >= 0) {
                above[place[unknown]] = start[unknown];
                base[place[unknown]] = least[unknown];
            }
        }
        start = above;
        least = base;
        List<List<Term>> kept = new ArrayList<>();
        List<Double> rights = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Term> open = open(row);
            rowPlace[row] = open.isEmpty() ? OUT : kept.size();
            if (!open.isEmpty()) {
                kept.add(open.stream()
                        .map(term -> new Term(place[term.unknown()], term.sign()))
                        .toList());
                rights.add(right[row]);
            }
        }
        right = rights.stream().mapToDouble(Double::doubleValue).toArray();
        return Equations.of(unknowns, kept);
    }

    /** How the unknown numbers add up. */
    Equations equations() {
        return equations;
    }

    /** What each equation comes to. */
    double[] right() {
        return right;
    }

    /** Of each unknown number, what is added to it to give the count; 0 or more. */
    double[] least() {
        return least;
    }

    /** Something above 0 to begin with. */
    double[] start() {
        return start;
    }

    /** The number that a withheld cell's count is, or −1 when it is known. */
    int unknownOf(int cell) {
        return unknownOfCell[cell] < 0 ? OUT : place[unknownOfCell[cell]];
    }

    /** How the published cells among some hold the unknown ones, in their order; those that hold none are left out. */
    List<Held> held(List<Integer> published) {
        List<List<Term>> places = new ArrayList<>();
        for (int cell = 0; cell < block.cells(); cell++) {
            places.add(new ArrayList<>());
        }
        BitSet closed = new BitSet();
        for (int number = 0; number < rowOfSum.size(); number++) {
            Block.Sum sum = block.sums().get(number);
            int row = rowOfSum.get(number) < 0 ? OUT : rowPlace[rowOfSum.get(number)];
            enter(sum.whole(), -1, row, places, closed);
            for (int part : sum.parts()) {
                enter(part, 1, row, places, closed);
            }
        }
        List<Held> held = new ArrayList<>();
        for (int cell : published) {
            if (rowOfCell[cell] >= 0 && rowPlace[rowOfCell[cell]] >= 0) {
                places.get(cell).add(new Term(rowPlace[rowOfCell[cell]], -1));
            }
            List<Term> of = places.get(cell);
            if (!of.isEmpty()) {
                held.add(new Held(
                        cell,
                        of.stream().mapToInt(Term::unknown).toArray(),
                        of.stream().mapToInt(Term::sign).toArray(),
                        closed.get(cell)));
            }
        }
        return held;
    }

    private static void enter(int cell, int sign, int row, List<List<Term>> places, BitSet closed) {
        if (row < 0) {
            closed.set(cell);
        } else {
            places.get(cell).add(new Term(row, sign));
        }
    }
}
