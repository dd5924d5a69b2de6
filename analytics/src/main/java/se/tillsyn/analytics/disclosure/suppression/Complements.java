package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses published cells to be withheld too, so that cells with windows that are too narrow get wider: always the one that adds
 * most to what is lacking, by its loss, until nothing is lacking any more.
 *
 * <p>Moving a published cell by one moves a narrow one by its restraint, and how far it could be moved is seen from the middle
 * of the possible tables. What it adds is the product, as far as it is needed.
 */
final class Complements {

    /** A cell whose own window would be too narrow counts less: it would need complements itself. */
    private static final double NEEDY = 0.3;

    /** Less than this share of what is lacking is no help. */
    private static final double HELP = 0.5;

    /** What holds a cell less holds it by rounding only. */
    private static final double HOLDS = 1e-6;

    private static final double ROUNDING = 1e-9;

    private final PossibleTables tables;
    private final Protection.Window promised;
    private final List<Candidate> candidates;
    private final double[] reach;
    /** Of each narrow cell, what each candidate adds to its window. */
    private final List<double[]> gains = new ArrayList<>();
    /** Of each narrow cell, the candidates that add anything. */
    private final List<int[]> helping = new ArrayList<>();

    private final List<Double> lacking = new ArrayList<>();

    /**
     * A published cell that might be withheld for others.
     *
     * @param held how it holds the unknown ones
     * @param count its count
     * @param least what that is known to be at least
     * @param loss how much would be lost with it, more than 0
     */
    record Candidate(Unknowns.Held held, double count, double least, double loss) {}

    Complements(PossibleTables tables, Protection.Window promised, List<Candidate> candidates) {
        this.tables = tables;
        this.promised = promised;
        this.candidates = candidates;
        reach = new double[candidates.size()];
        Arrays.fill(reach, -1);
    }

    /**
     * Takes a narrow cell.
     *
     * @param restraint how much each equation holds it back
     * @param lack by how much its window is too narrow
     * @return whether any candidate would help
     */
    boolean add(double[] restraint, double lack) {
        double[] gain = new double[candidates.size()];
        double best = 0;
        int nearest = -1;
        double most = HOLDS;
        for (int number = 0; number < gain.length; number++) {
            Unknowns.Held held = candidates.get(number).held();
            double holds = 0;
            for (int i = 0; i < held.equations().length; i++) {
                holds += held.signs()[i] * restraint[held.equations()[i]];
            }
            double room =
                    candidates.get(number).count() - candidates.get(number).least();
            double use = Math.abs(holds)
                    * Math.min(room, lack)
                    / candidates.get(number).loss();
            if (use > most) {
                most = use;
                nearest = number;
            }
            // Most candidates hold a cell hardly at all; how far these can be moved need not be known.
            if (!held.isTold() && Math.abs(holds) * room > HELP * lack) {
                gain[number] = Math.abs(holds) * reach(number);
                best = Math.max(best, gain[number]);
            }
        }
        if (best < HELP * lack) {
            if (nearest < 0) {
                return false;
            }
            // Several sums together leave no room to move: a cell by which they hold it must go, and what tells that
            // one.
            gain = new double[candidates.size()];
            gain[nearest] = lack;
        }
        double[] found = gain;
        gains.add(found);
        helping.add(IntStream.range(0, found.length)
                .filter(number -> found[number] > 0)
                .toArray());
        lacking.add(lack);
        return true;
    }

    private double reach(int number) {
        if (reach[number] < 0) {
            Candidate candidate = candidates.get(number);
            double[] change = tables.alone(candidate.held());
            double room = candidate.count() - candidate.least();
            double own = Math.min(Windows.FAR, PossibleTables.reach(tables.start(), change, 1))
                    + Math.min(room, PossibleTables.reach(tables.start(), change, -1));
            boolean isNeedy = own < promised.around(candidate.count());
            reach[number] = isNeedy ? NEEDY * own : own;
        }
        return reach[number];
    }

    /** The cells that should be withheld too. */
    List<Integer> chosen() {
        int[][] helped = helped();
        double[] left = lacking.stream().mapToDouble(Double::doubleValue).toArray();
        double[] worth = new double[candidates.size()];
        for (int number = 0; number < worth.length; number++) {
            worth[number] = worth(number, helped[number], left);
        }
        List<Integer> chosen = new ArrayList<>();
        while (true) {
            int best = -1;
            double most = 0;
            for (int number = 0; number < worth.length; number++) {
                if (worth[number] > most + ROUNDING) {
                    most = worth[number];
                    best = number;
                }
            }
            if (best < 0) {
                return chosen;
            }
            chosen.add(candidates.get(best).held().cell());
            BitSet changed = new BitSet(worth.length);
            for (int i : helped[best]) {
                double added = gains.get(i)[best];
                left[i] = added < HELP * lacking.get(i) ? left[i] : Math.max(0, left[i] - added);
                gains.get(i)[best] = 0;
                for (int number : helping.get(i)) {
                    changed.set(number);
                }
            }
            changed.stream().forEach(number -> worth[number] = worth(number, helped[number], left));
        }
    }

    /** Narrow cells that each candidate would help. */
    private int[][] helped() {
        int[] size = new int[candidates.size()];
        helping.forEach(numbers -> Arrays.stream(numbers).forEach(number -> size[number]++));
        int[][] helped = new int[size.length][];
        Arrays.setAll(helped, number -> new int[size[number]]);
        for (int i = helping.size() - 1; i >= 0; i--) {
            for (int number : helping.get(i)) {
                helped[number][--size[number]] = i;
            }
        }
        return helped;
    }

    /** What a candidate adds to what is left lacking, by its loss. */
    private double worth(int number, int[] helped, double[] left) {
        double gain = 0;
        for (int i : helped) {
            gain += Math.min(left[i], gains.get(i)[number]) / lacking.get(i);
        }
        return gain / candidates.get(number).loss();
    }
}
