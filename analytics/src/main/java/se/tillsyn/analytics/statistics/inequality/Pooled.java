package se.tillsyn.analytics.statistics.inequality;

import java.util.List;
import se.tillsyn.analytics.statistics.Proportion;

/** All units taken together. */
final class Pooled {

    private Pooled() {}

    static List<Proportion> withCases(List<Proportion> units) {
        for (Proportion unit : units) {
            if (unit.cases() == 0) {
                return units.stream().filter(any -> any.cases() > 0).toList();
            }
        }
        return units;
    }

    /** Σ x/Σ n; 0 when there is no case. */
    static double rate(List<Proportion> units) {
        long deficient = 0;
        long cases = 0;
        for (Proportion unit : units) {
            deficient += unit.deficient();
            cases += unit.cases();
        }
        return cases == 0 ? 0 : (double) deficient / cases;
    }
}
