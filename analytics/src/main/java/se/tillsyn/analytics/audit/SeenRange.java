package se.tillsyn.analytics.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * How far apart the values of a sum are in the tables seen so far: its bounds are at least as wide. Tables of whole numbers
 * count in full. Tables of real numbers count where whole numbers would hardly narrow the bounds, from
 * {@link #PLAINLY_WIDE} on.
 */
final class SeenRange {

    private static final double PLAINLY_WIDE = 5;

    private final ProtectedSum protectedSum;
    private final Map<Integer, Expression> pieces;
    private final Map<Integer, Bounds> real = new HashMap<>();
    private final Map<Integer, Bounds> whole = new HashMap<>();

    SeenRange(ProtectedSum protectedSum, Map<Integer, Expression> pieces) {
        this.protectedSum = protectedSum;
        this.pieces = pieces;
    }

    ProtectedSum protectedSum() {
        return protectedSum;
    }

    /** The sum's unknowns by part. */
    Map<Integer, Expression> pieces() {
        return pieces;
    }

    boolean isWideEnough() {
        double required = protectedSum.width() - Bounds.SAME;
        return width(whole) >= required || width(real) >= Math.max(required, PLAINLY_WIDE);
    }

    private static double width(Map<Integer, Bounds> seen) {
        return seen.values().stream().mapToDouble(Bounds::width).sum();
    }

    /** Takes account of a table of one part. */
    void see(int part, double[] table) {
        Expression piece = pieces.get(part);
        if (piece != null && !isWideEnough()) {
            widen(real, part, piece.valueAt(table));
            if (WholeSearch.isWhole(table)) {
                widen(whole, part, piece.valueAt(table));
            }
        }
    }

    private static void widen(Map<Integer, Bounds> seen, int part, double value) {
        Bounds before = seen.getOrDefault(part, new Bounds(value, value));
        seen.put(part, new Bounds(Math.min(before.min(), value), Math.max(before.max(), value)));
    }
}
