package se.tillsyn.analytics.audit.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.audit.ContradictionException;
import se.tillsyn.analytics.audit.Expression;
import se.tillsyn.analytics.audit.KernelMoves;
import se.tillsyn.analytics.audit.UndecidedException;

/**
 * The attack on one block: the cells of a topic, year and view. Cheap steps first: conclusions from sum to sum, elimination,
 * a walk through tables that fit; linear programmes for what these leave open.
 */
final class BlockAttack {

    private final Lattice lattice;
    private final Ranges ranges;
    private final ProtectedCounts counts;
    private final BitSet open;
    private final Map<Integer, Verdict> verdicts = new HashMap<>();

    /**
     * What was found.
     *
     * @param assumption what was assumed; {@code null} when figures contradict each other without any assumption
     * @param verdicts of each withheld cell, by its number in the lattice
     */
    record Result(Lattice lattice, @Nullable Assumption assumption, Map<Integer, Verdict> verdicts) {

        Map<Verdict, Long> counts() {
            Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
            verdicts.values().forEach(verdict -> counts.merge(verdict, 1L, Long::sum));
            return counts;
        }
    }

    private BlockAttack(Lattice lattice, Ranges ranges) {
        this.lattice = lattice;
        this.ranges = ranges;
        this.counts = new ProtectedCounts(lattice);
        this.open = lattice.withheld();
    }

    /**
     * Attacks.
     *
     * @param operationsHold whether published cells of the topic bear out what files say of operations
     */
    static Result on(Lattice lattice, boolean operationsHold) {
        return on(lattice, Assumption.ladder(operationsHold));
    }

    /**
     * Attacks.
     *
     * @param assumptions the first that does not contradict the published figures is used
     */
    static Result on(Lattice lattice, List<Assumption> assumptions) {
        for (Assumption assumption : assumptions) {
            Ranges ranges = Knowledge.of(lattice, assumption);
            if (!ranges.contradicts()) {
                try {
                    BlockAttack attack = new BlockAttack(lattice, ranges);
                    try {
                        attack.run();
                    } catch (UndecidedException e) {
                        attack.open.stream().forEach(cell -> attack.verdicts.put(cell, Verdict.UNDECIDED));
                    }
                    return new Result(lattice, assumption, attack.verdicts);
                } catch (ContradictionException e) {
                    // The assumption does not fit the published figures; the next one assumes less.
                }
            }
        }
        Map<Integer, Verdict> verdicts = new HashMap<>();
        lattice.withheld().stream().forEach(cell -> verdicts.put(cell, Verdict.CONTRADICTION));
        return new Result(lattice, null, verdicts);
    }

    private void run() {
        judgeByRanges();
        if (open.isEmpty()) {
            return;
        }
        List<KernelMoves> moves = List.of(moves(Ranges.DEFICIENT), moves(Ranges.MET));
        judgeByMoves(moves);
        if (open.isEmpty()) {
            return;
        }
        List<RealTables> real =
                List.of(new RealTables(lattice, ranges, Ranges.DEFICIENT), new RealTables(lattice, ranges, Ranges.MET));
        judgeByRealTables(real);
        if (open.isEmpty()) {
            return;
        }
        long[][] table = FittingTable.find(lattice, ranges, new double[][] {
            real.get(0).guide(), real.get(1).guide()
        });
        if (table == null) {
            table = NearbyTables.mended(
                    lattice, ranges, real.get(0).guide(), real.get(1).guide());
        }
        BitSet unfilled = new BitSet();
        if (table == null) {
            table = new LocalProgrammes(lattice, ranges, counts, null, unfilled).someTable(unfilled);
        }
        takeOutMisfits(table, unfilled);
        BitSet before = (BitSet) open.clone();
        SeenTables seen = new SeenTables(ranges, counts, table, unfilled, moves, open);
        open.and(seen.walk());
        open.and(seen.reach(new NearbyTables(lattice, ranges, table), unfilled));
        before.andNot(open);
        before.stream().forEach(cell -> verdicts.put(cell, Verdict.WIDE_BY_TABLES));
        LocalProgrammes programmes = new LocalProgrammes(lattice, ranges, counts, table, unfilled);
        open.stream()
                .forEach(cell -> verdicts.put(cell, programmes.judge(cell, measure -> seen.isWide(measure, cell))));
    }

    /** What fits everything is a witness and nothing else is: cells of which the table does not are not filled. */
    private void takeOutMisfits(long[][] table, BitSet unfilled) {
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int cell = 0; cell < lattice.size(); cell++) {
            if (!fits(table, cell)) {
                waiting.add(cell);
            }
        }
        for (Lattice.Sum sum : lattice.sums()) {
            for (int measure : List.of(Ranges.DEFICIENT, Ranges.MET)) {
                long rest = sum.whole() == Lattice.ZERO ? 0 : table[measure][sum.whole()];
                for (int part : sum.parts()) {
                    rest -= table[measure][part];
                }
                if (rest != 0) {
                    forEachCell(sum, waiting::add);
                }
            }
        }
        List<List<Lattice.Sum>> sumsOfCell = new ArrayList<>();
        for (int cell = 0; cell < lattice.size(); cell++) {
            sumsOfCell.add(new ArrayList<>());
        }
        lattice.sums()
                .forEach(sum -> forEachCell(sum, cell -> sumsOfCell.get(cell).add(sum)));
        while (!waiting.isEmpty()) {
            int cell = waiting.remove();
            if (isOpen(cell) && !unfilled.get(cell)) {
                unfilled.set(cell);
                sumsOfCell.get(cell).forEach(sum -> forEachCell(sum, waiting::add));
            }
        }
    }

    private boolean isOpen(int cell) {
        return !ranges.isFixed(Ranges.DEFICIENT, cell) || !ranges.isFixed(Ranges.MET, cell);
    }

    private boolean fits(long[][] table, int cell) {
        long all = table[Ranges.DEFICIENT][cell] + table[Ranges.MET][cell];
        return isWithin(Ranges.DEFICIENT, cell, table[Ranges.DEFICIENT][cell])
                && isWithin(Ranges.MET, cell, table[Ranges.MET][cell])
                && isWithin(Ranges.ALL, cell, all);
    }

    private boolean isWithin(int measure, int cell, long number) {
        return number >= ranges.low(measure, cell) && number <= ranges.high(measure, cell);
    }

    private static void forEachCell(Lattice.Sum sum, IntConsumer action) {
        if (sum.whole() != Lattice.ZERO) {
            action.accept(sum.whole());
        }
        for (int part : sum.parts()) {
            action.accept(part);
        }
    }

    private void decide(int cell, Verdict verdict) {
        verdicts.put(cell, verdict);
        open.clear(cell);
    }

    private void judgeByRanges() {
        for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
            boolean fixed = false;
            boolean narrow = false;
            for (int measure : counts.of(cell)) {
                fixed |= ranges.isFixed(measure, cell);
                narrow |= !Window.isWideEnough(ranges.low(measure, cell), ranges.high(measure, cell));
            }
            if (fixed) {
                decide(cell, Verdict.FIXED);
            } else if (narrow) {
                decide(cell, Verdict.BOUNDED);
            }
        }
    }

    /**
     * Deficient and other files are free of each other but where the files of a cell together have a limit of their own; there tables
     * of one kind prove nothing.
     */
    private void judgeByRealTables(List<RealTables> real) {
        for (int cell = 0; cell < lattice.size(); cell++) {
            if (ranges.low(Ranges.ALL, cell) > ranges.low(Ranges.DEFICIENT, cell) + ranges.low(Ranges.MET, cell)) {
                return;
            }
        }
        real.forEach(tables -> tables.look(open));
        for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
            boolean wide = true;
            for (int measure : counts.of(cell)) {
                wide &= measure == Ranges.ALL || real.get(measure).isWide(cell);
            }
            if (wide && counts.of(cell).size() > 1) {
                decide(cell, Verdict.WIDE_BY_REAL_TABLES);
            }
        }
    }

    /** A cell that no move of all moves changes has one number. */
    private void judgeByMoves(List<KernelMoves> moves) {
        for (int measure : List.of(Ranges.DEFICIENT, Ranges.MET)) {
            KernelMoves ofMeasure = moves.get(measure);
            BitSet moved = new BitSet(lattice.size());
            for (KernelMoves.Move move : ofMeasure.moves()) {
                for (int place = 0; place < move.size(); place++) {
                    moved.set(move.unknown(place));
                }
            }
            for (int cell = open.nextSetBit(0); cell >= 0; cell = open.nextSetBit(cell + 1)) {
                if (!moved.get(cell)
                        && ofMeasure.isComplete()
                        && counts.of(cell).contains(measure)) {
                    decide(cell, Verdict.ELIMINATED);
                }
            }
        }
    }

    /** Moves of the cells that have more than one number left. */
    private KernelMoves moves(int measure) {
        List<Expression> equations = new ArrayList<>();
        for (Lattice.Sum sum : lattice.sums()) {
            Map<Integer, Double> terms = new HashMap<>();
            if (sum.whole() != Lattice.ZERO && !ranges.isFixed(measure, sum.whole())) {
                terms.put(sum.whole(), -1.0);
            }
            for (int part : sum.parts()) {
                if (!ranges.isFixed(measure, part)) {
                    terms.put(part, 1.0);
                }
            }
            if (!terms.isEmpty()) {
                equations.add(Expression.of(terms));
            }
        }
        for (int cell = 0; cell < lattice.size(); cell++) {
            if (ranges.isFixed(measure, cell)) {
                equations.add(Expression.of(cell));
            }
        }
        return KernelMoves.of(lattice.size(), equations);
    }
}
