package se.tillsyn.analytics.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * An order that the profile gives to regions, as from large towns to the country. Regions on the same step are taken together,
 * since nothing says which of them comes first.
 *
 * @param stepOf step of each region that has one, ascending in the order's sense
 */
public record RegionOrder(Map<String, Integer> stepOf) {

    /** No region has a step. */
    public static final RegionOrder NONE = new RegionOrder(Map.of());

    /** Fewest steps over which a slope says more than a difference of two rates. */
    public static final int FEWEST_STEPS = 3;

    public RegionOrder {
        stepOf = Map.copyOf(stepOf);
    }

    /**
     * Counts of each step that is there, in the order of steps.
     *
     * @param regions codes
     * @param counts of each region
     * @return empty when a region has no step, or steps are fewer than {@value #FEWEST_STEPS}
     */
    List<Proportion> together(List<String> regions, List<Proportion> counts) {
        TreeMap<Integer, Proportion> steps = new TreeMap<>();
        for (int i = 0; i < regions.size(); i++) {
            Integer step = stepOf.get(regions.get(i));
            if (step == null) {
                return List.of();
            }
            steps.merge(
                    step,
                    counts.get(i),
                    (one, other) -> new Proportion(one.deficient() + other.deficient(), one.cases() + other.cases()));
        }
        return steps.size() < FEWEST_STEPS ? List.of() : new ArrayList<>(steps.values());
    }
}
