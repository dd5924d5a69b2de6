package se.tillsyn.analytics.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ways to change counts together so that no released sum changes: whole-number solutions of the equations with right-hand sides
 * 0, one for each unknown that elimination leaves free. An unknown that no solution moves follows from the released sums.
 *
 * <p>Elimination is modulo a prime; a solution is taken as the whole numbers nearest to 0 and kept only when these solve
 * the equations exactly, which they do on tables of counts unless elimination met a coefficient that is no small whole number.
 */
public final class KernelMoves {

    private static final long PRIME = 2_147_483_647L;
    private static final long LARGEST = 50;

    private final List<Move> moves;
    private final boolean complete;

    /** A change of some unknowns. */
    public static final class Move {
        private final int[] unknowns;
        private final int[] steps;

        private Move(int[] unknowns, int[] steps) {
            this.unknowns = unknowns;
            this.steps = steps;
        }

        /** How many unknowns change. */
        public int size() {
            return unknowns.length;
        }

        /** Number of one of them; they ascend. */
        public int unknown(int place) {
            return unknowns[place];
        }

        /** By how much it changes, not 0. */
        public int step(int place) {
            return steps[place];
        }
    }

    private KernelMoves(List<Move> moves, boolean complete) {
        this.moves = moves;
        this.complete = complete;
    }

    /**
     * Finds them.
     *
     * @param unknowns number of unknowns
     * @param equations left-hand sides of the released sums
     */
    public static KernelMoves of(int unknowns, List<Expression> equations) {
        ModularEchelon echelon = ModularEchelon.of(unknowns, equations, PRIME);
        List<List<Integer>> rowsByColumn = echelon.rowsByColumn();
        List<List<Expression>> uses = new ArrayList<>();
        for (int unknown = 0; unknown < unknowns; unknown++) {
            uses.add(new ArrayList<>());
        }
        for (Expression equation : equations) {
            for (int term = 0; term < equation.size(); term++) {
                uses.get(equation.unknown(term)).add(equation);
            }
        }
        List<Move> moves = new ArrayList<>();
        int[] free = echelon.freeColumns();
        double[] values = new double[unknowns];
        for (int column : free) {
            Move move = small(echelon.kernelVector(column, rowsByColumn));
            if (move != null && solves(move, uses, values)) {
                moves.add(move);
            }
        }
        return new KernelMoves(List.copyOf(moves), moves.size() == free.length);
    }

    /** The moves; together they span all changes when {@link #isComplete()}. */
    public List<Move> moves() {
        return moves;
    }

    /** Whether every solution found was of small whole numbers. */
    public boolean isComplete() {
        return complete;
    }

    private static @Nullable Move small(Map<Integer, Long> vector) {
        int[] unknowns = new int[vector.size()];
        int[] steps = new int[vector.size()];
        int place = 0;
        for (Map.Entry<Integer, Long> entry : vector.entrySet()) {
            long step = entry.getValue() > PRIME / 2 ? entry.getValue() - PRIME : entry.getValue();
            if (Math.abs(step) > LARGEST) {
                return null;
            }
            unknowns[place] = entry.getKey();
            steps[place] = (int) step;
            place++;
        }
        return new Move(unknowns, steps);
    }

    private static boolean solves(Move move, List<List<Expression>> uses, double[] values) {
        for (int i = 0; i < move.unknowns.length; i++) {
            values[move.unknowns[i]] = move.steps[i];
        }
        boolean solves = true;
        for (int unknown : move.unknowns) {
            for (Expression equation : uses.get(unknown)) {
                solves &= equation.valueAt(values) == 0;
            }
        }
        for (int unknown : move.unknowns) {
            values[unknown] = 0;
        }
        return solves;
    }
}
