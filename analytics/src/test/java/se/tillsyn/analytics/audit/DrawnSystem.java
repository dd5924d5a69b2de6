package se.tillsyn.analytics.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A small table drawn at random and what was released of it. */
final class DrawnSystem {

    private final double[] truth;
    private final LinearSystem system;

    private DrawnSystem(double[] truth, LinearSystem system) {
        this.truth = truth;
        this.system = system;
    }

    /** The counts. */
    double[] truth() {
        return truth;
    }

    /** What an outsider knows; every limit finite. */
    LinearSystem system() {
        return system;
    }

    static final int LARGEST = 6;

    static DrawnSystem of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int unknowns = random.nextInt(2, 7);
        double[] truth = new double[unknowns];
        LinearSystem system = LinearSystem.ofCounts(unknowns);
        for (int unknown = 0; unknown < unknowns; unknown++) {
            truth[unknown] = random.nextInt(0, 5);
            system = system.withLimits(unknown, 0, LARGEST);
        }
        List<Released> released = new ArrayList<>();
        for (int figure = random.nextInt(0, 4); figure > 0; figure--) {
            Expression sum = sum(random, unknowns);
            double value = sum.valueAt(truth);
            released.add(
                    random.nextInt(3) == 0
                            ? new Released(sum, value - random.nextInt(3) - 0.5, value + random.nextInt(2))
                            : Released.exactly(sum, value));
        }
        return new DrawnSystem(truth, system.with(released));
    }

    static Expression sum(SplittableRandom random, int unknowns) {
        Map<Integer, Double> coefficients = new HashMap<>();
        for (int unknown = 0; unknown < unknowns; unknown++) {
            coefficients.put(unknown, (double) random.nextInt(-1, 3));
        }
        return Expression.of(coefficients);
    }
}
