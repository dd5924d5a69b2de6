package se.tillsyn.analytics.audit.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.audit.Attack;
import se.tillsyn.analytics.audit.Bounds;
import se.tillsyn.analytics.audit.Expression;
import se.tillsyn.analytics.audit.LinearSystem;
import se.tillsyn.analytics.audit.Released;
import se.tillsyn.analytics.audit.UndecidedException;

/**
 * Linear programmes for single cells. Around the cell as many cells as stated are free, all others stay as in a table that fits: the
 * window found is at most as wide as the true one, so that a window wide enough is proof. More cells are freed until it is, or
 * until all that are connected are free; then the window is the true one.
 */
final class LocalProgrammes {

    /** Cells set free around one, in turn. */
    private static final List<Integer> NEAR = List.of(40, 150, 500);

    /** Largest number of connected cells that are searched together. */
    private static final int MOST = 2500;
    /** Real bounds closer than this are looked at in whole numbers. */
    static final double PLAINLY_WIDE = 5;

    private static final double ROUNDING = 1e-6;

    private final Lattice lattice;
    private final Ranges ranges;
    private final ProtectedCounts counts;
    private final long @Nullable [][] table;
    private final BitSet unfilled;
    private final BitSet tooMany = new BitSet();
    private final List<List<Lattice.Sum>> sumsOfCell = new ArrayList<>();
    private final Map<Integer, Integer> allFree = new LinkedHashMap<>();
    private @Nullable Attack whole;

    /**
     * @param table a table that fits; {@code null} when none is known, so that only all connected cells together are searched
     * @param unfilled cells that the table holds nothing of
     */
    LocalProgrammes(
            Lattice lattice, Ranges ranges, ProtectedCounts counts, long @Nullable [][] table, BitSet unfilled) {
        this.lattice = lattice;
        this.ranges = ranges;
        this.counts = counts;
        this.table = table;
        this.unfilled = unfilled;
        for (int cell = 0; cell < lattice.size(); cell++) {
            sumsOfCell.add(new ArrayList<>());
        }
        for (Lattice.Sum sum : lattice.sums()) {
            if (sum.whole() != Lattice.ZERO) {
                sumsOfCell.get(sum.whole()).add(sum);
            }
            for (int part : sum.parts()) {
                sumsOfCell.get(part).add(sum);
            }
        }
        enterFree();
    }

    private void enterFree() {
        BitSet seen = new BitSet();
        for (int cell = 0; cell < lattice.size(); cell++) {
            if (isFree(cell) && !seen.get(cell)) {
                Map<Integer, Integer> connected = near(cell, Integer.MAX_VALUE);
                for (int other : connected.keySet()) {
                    seen.set(other);
                    if (connected.size() > MOST) {
                        tooMany.set(other);
                    } else {
                        allFree.put(other, allFree.size());
                    }
                }
            }
        }
    }

    /**
     * Judges one cell.
     *
     * @param seenWide measures whose window is known to be wide enough
     * @throws se.tillsyn.analytics.audit.ContradictionException when no table fits
     */
    Verdict judge(int cell, IntPredicate seenWide) {
        List<Integer> measures = counts.of(cell).stream()
                .filter(measure -> !seenWide.test(measure))
                .toList();
        try {
            if (table != null && !unfilled.get(cell) && isWideNearby(cell, measures)) {
                return Verdict.WIDE_BY_PROGRAMME;
            }
            if (tooMany.get(cell)) {
                return Verdict.UNDECIDED;
            }
            return isWide(whole(), measures, cell, allFree) ? Verdict.WIDE_BY_PROGRAMME : Verdict.NARROW_BY_PROGRAMME;
        } catch (UndecidedException e) {
            return Verdict.UNDECIDED;
        }
    }

    /** Whether ever more cells around one leave it a window wide enough. */
    private boolean isWideNearby(int cell, List<Integer> measures) {
        int seen = 0;
        for (int most : NEAR) {
            Map<Integer, Integer> near = near(cell, most);
            if (near.size() == seen) {
                return false;
            }
            seen = near.size();
            try {
                if (isWide(attack(near), measures, cell, near)) {
                    return true;
                }
            } catch (UndecidedException e) {
                // A larger surrounding may decide it.
            }
        }
        return false;
    }

    private Attack whole() {
        if (whole == null) {
            whole = attack(allFree);
        }
        return whole;
    }

    /**
     * A table of whole numbers that fits.
     *
     * @param without takes the cells of which none was found
     * @return deficient and other files of each cell
     * @throws se.tillsyn.analytics.audit.ContradictionException when there is none
     */
    long[][] someTable(BitSet without) {
        double[] found = whole().someTable();
        without.or(tooMany);
        long[][] numbers = new long[2][lattice.size()];
        for (int measure : List.of(Ranges.DEFICIENT, Ranges.MET)) {
            for (int cell = 0; cell < lattice.size(); cell++) {
                Integer place = allFree.get(cell);
                double number = place == null ? ranges.low(measure, cell) : found[place + measure * allFree.size()];
                if (Double.isNaN(number)) {
                    near(cell, Integer.MAX_VALUE).keySet().forEach(without::set);
                }
                numbers[measure][cell] = Math.round(number);
            }
        }
        return numbers;
    }

    private boolean isFree(int cell) {
        return !ranges.isFixed(Ranges.DEFICIENT, cell) || !ranges.isFixed(Ranges.MET, cell);
    }

    /** Cells connected with one, nearest first, with their places. */
    private Map<Integer, Integer> near(int cell, int most) {
        Map<Integer, Integer> near = new LinkedHashMap<>(Map.of(cell, 0));
        Deque<Integer> waiting = new ArrayDeque<>(List.of(cell));
        while (!waiting.isEmpty() && near.size() < most) {
            for (Lattice.Sum sum : sumsOfCell.get(waiting.remove())) {
                visit(sum.whole(), near, waiting, most);
                for (int part : sum.parts()) {
                    visit(part, near, waiting, most);
                }
            }
        }
        return near;
    }

    private void visit(int cell, Map<Integer, Integer> near, Deque<Integer> waiting, int most) {
        if (cell != Lattice.ZERO && near.size() < most && isFree(cell) && !near.containsKey(cell)) {
            near.put(cell, near.size());
            waiting.add(cell);
        }
    }

    /** Unknowns are the deficient files of the near cells, then their other files. */
    private Attack attack(Map<Integer, Integer> near) {
        int cells = near.size();
        double[] low = new double[2 * cells];
        double[] high = new double[2 * cells];
        List<Released> figures = new ArrayList<>();
        near.forEach((cell, place) -> {
            for (int measure : List.of(Ranges.DEFICIENT, Ranges.MET)) {
                low[place + measure * cells] = ranges.low(measure, cell);
                high[place + measure * cells] = endless(ranges.high(measure, cell));
            }
            long least = ranges.low(Ranges.ALL, cell);
            long most = ranges.high(Ranges.ALL, cell);
            if (least > ranges.low(Ranges.DEFICIENT, cell) + ranges.low(Ranges.MET, cell)
                    || most < ranges.high(Ranges.DEFICIENT, cell) + ranges.high(Ranges.MET, cell)) {
                figures.add(new Released(Expression.sum(place, place + cells), (double) least, endless(most)));
            }
        });
        near.keySet().stream()
                .flatMap(cell -> sumsOfCell.get(cell).stream())
                .distinct()
                .forEach(sum -> {
                    for (int measure : List.of(Ranges.DEFICIENT, Ranges.MET)) {
                        figures.add(equation(sum, measure, near));
                    }
                });
        return Attack.on(LinearSystem.within(low, high).with(figures));
    }

    private static double endless(long number) {
        return number >= Ranges.ENDLESS ? Double.POSITIVE_INFINITY : number;
    }

    private Released equation(Lattice.Sum sum, int measure, Map<Integer, Integer> near) {
        Map<Integer, Double> terms = new HashMap<>();
        long known = 0;
        if (sum.whole() != Lattice.ZERO) {
            known -= put(sum.whole(), -1, measure, near, terms);
        }
        for (int part : sum.parts()) {
            known += put(part, 1, measure, near, terms);
        }
        return Released.exactly(Expression.of(terms), (double) -known);
    }

    /** Enters a near cell as a term and tells 0; tells the number of any other. */
    private long put(int cell, int sign, int measure, Map<Integer, Integer> near, Map<Integer, Double> terms) {
        Integer place = near.get(cell);
        if (place != null) {
            terms.put(place + measure * near.size(), (double) sign);
            return 0;
        }
        return table == null || ranges.isFixed(measure, cell) ? ranges.low(measure, cell) : table[measure][cell];
    }

    private static boolean isWide(Attack attack, List<Integer> measures, int cell, Map<Integer, Integer> near) {
        int place = near.getOrDefault(cell, 0);
        int cells = near.size();
        return measures.stream()
                .allMatch(measure -> isWide(
                        attack,
                        measure == Ranges.ALL
                                ? Expression.sum(place, place + cells)
                                : Expression.of(place + measure * cells)));
    }

    private static boolean isWide(Attack attack, Expression count) {
        Bounds real = attack.realBounds(count);
        if (!Window.isWideEnough(real.min(), real.max())) {
            return false;
        }
        if (real.width() >= PLAINLY_WIDE) {
            return true;
        }
        if (!Window.isWideEnough((long) Math.ceil(real.min() - ROUNDING), (long) Math.floor(real.max() + ROUNDING))) {
            return false;
        }
        Bounds whole = attack.wholeBounds(count);
        return Window.isWideEnough(whole.min(), whole.max());
    }
}
