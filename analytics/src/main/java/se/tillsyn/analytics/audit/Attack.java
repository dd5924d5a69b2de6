package se.tillsyn.analytics.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What follows from released figures about counts that were withheld.
 *
 * <p>Three answers, each sharper than the one before. <b>Derivable</b>: the value follows by adding and subtracting
 * released sums (elimination modulo two primes; certain but for a chance of 1e-9). <b>Real bounds</b>: smallest and largest value
 * over all tables of real numbers within the unknowns' limits that have the released sums (two linear programmes).
 * <b>Whole bounds</b>: the same over tables of whole numbers.
 *
 * <p>Unit: counts. Bounds are infinite where nothing released limits a count. Sums that share no unknown are searched
 * apart, after limits have been passed from sum to sum. Assumes an attacker who knows nothing of single persons or files
 * beyond what was released.
 *
 * <p>Source: M. Fischetti, J. J. Salazar (2000), Models and algorithms for optimizing cell suppression in tabular data with
 * linear constraints, Journal of the American Statistical Association 95, 916–928, doi:10.1080/01621459.2000.10474282.
 * Checked against HiGHS (sdc_audit_cases.json, sdc_hierarchical_patterns.json, sdc_release_pairs.json).
 */
public final class Attack {

    private static final int DIRECTIONS = 60;
    private static final int FEW_DIRECTIONS = 3;

    /** Unknowns that released sums connect. */
    private static final class Part {
        private final int[] unknowns;
        private final List<Released> figures;
        private @Nullable Simplex simplex;
        private @Nullable Simplex whole;

        Part(int[] unknowns, List<Released> figures) {
            this.unknowns = unknowns;
            this.figures = figures;
        }
    }

    private final LinearSystem system;
    private final LinearSpan span;
    private final Propagation limits;
    private final int[] partOf;
    private final int[] placeInPart;
    private final List<Part> parts = new ArrayList<>();

    private Attack(LinearSystem system) {
        this.system = system;
        this.span = LinearSpan.of(system);
        this.limits = Propagation.of(system);
        this.partOf = new int[system.unknowns()];
        this.placeInPart = new int[system.unknowns()];
        split();
    }

    /**
     * Prepares the attack on everything that is known.
     *
     * @throws ContradictionException when the released figures contradict each other
     */
    public static Attack on(LinearSystem system) {
        return new Attack(system);
    }

    /** Whether the sum follows from the released sums by adding and subtracting alone. */
    public boolean isDerivable(Expression sum) {
        system.checkUnknowns(sum);
        return span.contains(sum);
    }

    /**
     * Bounds over the tables of real numbers.
     *
     * @throws ContradictionException when no table fits
     */
    public Bounds realBounds(Expression sum) {
        system.checkUnknowns(sum);
        Bounds bounds = new Bounds(fixed(sum), fixed(sum));
        for (Map.Entry<Integer, Expression> piece : pieces(sum).entrySet()) {
            Simplex simplex = simplex(parts.get(piece.getKey()));
            double min = simplex.minimise(piece.getValue()).value();
            double max = -simplex.minimise(negated(piece.getValue())).value();
            bounds = bounds.plus(ordered(min, max));
        }
        return bounds;
    }

    /**
     * Bounds over the tables of whole numbers.
     *
     * @throws ContradictionException when no such table fits
     * @throws UndecidedException when the search would take too long
     */
    public Bounds wholeBounds(Expression sum) {
        system.checkUnknowns(sum);
        Bounds bounds = new Bounds(fixed(sum), fixed(sum));
        for (Map.Entry<Integer, Expression> piece : pieces(sum).entrySet()) {
            Simplex whole = whole(parts.get(piece.getKey()));
            double min = WholeSearch.minimum(whole, piece.getValue()).value();
            double max = -WholeSearch.minimum(whole, negated(piece.getValue())).value();
            bounds = bounds.plus(ordered(min, max));
        }
        return bounds;
    }

    /**
     * Which sums the released figures tell more closely than they may: those that are derivable, and those whose whole
     * bounds are narrower than required. Whole numbers are searched where the real bounds are closer than 5. Each table found on the way also shows how uncertain other sums are, so most need
     * no search of their own. A sum whose search is given up counts as too narrow unless tables seen show otherwise.
     *
     * @return the sums that are too narrow, in the order of {@code sums}
     * @throws ContradictionException when no table of whole numbers fits
     */
    public List<ProtectedSum> tooNarrow(List<ProtectedSum> sums) {
        sums.forEach(sum -> system.checkUnknowns(sum.sum()));
        List<SeenRange> ranges =
                sums.stream().map(sum -> new SeenRange(sum, pieces(sum.sum()))).toList();
        for (int part : new TreeSet<>(ranges.stream()
                .flatMap(range -> range.pieces().keySet().stream())
                .toList())) {
            WholeSearch.someTables(whole(parts.get(part)), DIRECTIONS)
                    .forEach(table -> ranges.forEach(range -> range.see(part, table)));
        }
        List<ProtectedSum> found = new ArrayList<>();
        for (SeenRange range : ranges) {
            if (span.contains(range.protectedSum().sum()) || (!range.isWideEnough() && isTooNarrow(range, ranges))) {
                found.add(range.protectedSum());
            }
        }
        return found;
    }

    /**
     * Some table of whole numbers that has every released figure: for unknowns that sums connect, the first that is whole
     * among few corners in random directions; the draw is fixed.
     *
     * @return a value of each unknown; not a number for those of which none was found
     * @throws ContradictionException when no table fits
     */
    public double[] someTable() {
        double[] table = new double[system.unknowns()];
        for (int unknown = 0; unknown < table.length; unknown++) {
            table[unknown] = limits.isFixed(unknown) ? limits.lower(unknown) : Double.NaN;
        }
        for (Part part : parts) {
            WholeSearch.someTables(whole(part), FEW_DIRECTIONS).stream()
                    .filter(WholeSearch::isWhole)
                    .findFirst()
                    .ifPresent(found -> {
                        for (int place = 0; place < found.length; place++) {
                            table[part.unknowns[place]] = Math.rint(found[place]);
                        }
                    });
        }
        return table;
    }

    /** Searches over real numbers, then, where those leave it open, over whole ones. */
    private boolean isTooNarrow(SeenRange range, List<SeenRange> all) {
        double width = 0;
        for (Map.Entry<Integer, Expression> piece : range.pieces().entrySet()) {
            Simplex whole = whole(parts.get(piece.getKey()));
            for (Expression sum : directions(piece.getValue())) {
                Simplex.Optimum optimum = whole.minimise(sum);
                all.forEach(other -> other.see(piece.getKey(), optimum.point()));
                width -= optimum.value();
            }
        }
        if (width < range.protectedSum().width() - Bounds.SAME) {
            return true;
        }
        return !Double.isInfinite(width) && !range.isWideEnough() && isTooNarrowInWholeNumbers(range, all);
    }

    private boolean isTooNarrowInWholeNumbers(SeenRange range, List<SeenRange> all) {
        for (Map.Entry<Integer, Expression> piece : range.pieces().entrySet()) {
            for (Expression sum : directions(piece.getValue())) {
                Simplex.Optimum optimum = minimumIfFound(whole(parts.get(piece.getKey())), sum);
                if (optimum != null) {
                    all.forEach(other -> other.see(piece.getKey(), optimum.point()));
                }
            }
        }
        return !range.isWideEnough();
    }

    private static List<Expression> directions(Expression sum) {
        return List.of(sum, negated(sum));
    }

    private static Simplex.@Nullable Optimum minimumIfFound(Simplex whole, Expression sum) {
        try {
            return WholeSearch.minimum(whole, sum);
        } catch (UndecidedException e) {
            return null;
        }
    }

    /** Rounding may cross two bounds that are one; zero has no sign. */
    private static Bounds ordered(double min, double max) {
        return new Bounds(Math.min(min, max) + 0.0, Math.max(min, max) + 0.0);
    }

    private static Expression negated(Expression sum) {
        return Expression.sum().minus(sum);
    }

    private void split() {
        int[] root = new int[system.unknowns()];
        Arrays.setAll(root, unknown -> unknown);
        for (Released figure : system.released()) {
            Expression sum = figure.sum();
            int first = -1;
            for (int term = 0; term < sum.size(); term++) {
                int unknown = sum.unknown(term);
                if (!limits.isFixed(unknown)) {
                    first = first < 0 ? unknown : first;
                    root[rootOf(root, unknown)] = rootOf(root, first);
                }
            }
        }
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int unknown = 0; unknown < root.length; unknown++) {
            if (!limits.isFixed(unknown)) {
                members.computeIfAbsent(rootOf(root, unknown), key -> new ArrayList<>())
                        .add(unknown);
            }
        }
        Arrays.fill(partOf, -1);
        for (List<Integer> connected : members.values()) {
            for (int place = 0; place < connected.size(); place++) {
                partOf[connected.get(place)] = parts.size();
                placeInPart[connected.get(place)] = place;
            }
            parts.add(new Part(connected.stream().mapToInt(Integer::intValue).toArray(), new ArrayList<>()));
        }
        system.released().forEach(this::assign);
    }

    private static int rootOf(int[] root, int unknown) {
        int top = unknown;
        while (root[top] != top) {
            root[top] = root[root[top]];
            top = root[top];
        }
        return top;
    }

    private void assign(Released figure) {
        double known = fixed(figure.sum());
        pieces(figure.sum())
                .forEach((part, piece) ->
                        parts.get(part).figures.add(new Released(piece, figure.min() - known, figure.max() - known)));
    }

    /** Value of the unknowns of the sum that have but one. */
    private double fixed(Expression sum) {
        double total = 0;
        for (int term = 0; term < sum.size(); term++) {
            if (limits.isFixed(sum.unknown(term))) {
                total += sum.coefficient(term) * limits.lower(sum.unknown(term));
            }
        }
        return total + 0.0;
    }

    /** The sum's other unknowns by part, numbered within it. */
    private Map<Integer, Expression> pieces(Expression sum) {
        Map<Integer, Map<Integer, Double>> coefficients = new TreeMap<>();
        for (int term = 0; term < sum.size(); term++) {
            int unknown = sum.unknown(term);
            if (!limits.isFixed(unknown)) {
                coefficients
                        .computeIfAbsent(partOf[unknown], key -> new HashMap<>())
                        .put(placeInPart[unknown], sum.coefficient(term));
            }
        }
        Map<Integer, Expression> pieces = new TreeMap<>();
        coefficients.forEach((part, terms) -> pieces.put(part, Expression.of(terms)));
        return pieces;
    }

    private Simplex simplex(Part part) {
        if (part.simplex == null) {
            part.simplex = new Simplex(
                    Arrays.stream(part.unknowns).mapToDouble(system::lower).toArray(),
                    Arrays.stream(part.unknowns).mapToDouble(system::upper).toArray(),
                    part.figures);
        }
        return part.simplex;
    }

    /** The same with the limits of the unknowns moved to whole numbers. */
    private Simplex whole(Part part) {
        if (part.whole == null) {
            Simplex whole = simplex(part).copy();
            for (int place = 0; place < part.unknowns.length; place++) {
                int unknown = part.unknowns[place];
                whole.narrow(
                        place,
                        Math.ceil(limits.lower(unknown) - Bounds.SAME),
                        Math.floor(limits.upper(unknown) + Bounds.SAME));
            }
            part.whole = whole;
        }
        return part.whole;
    }
}
