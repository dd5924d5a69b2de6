package se.tillsyn.analytics.statistics.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * The funnel that is published of a family of proportions: none, plain or adjusted for overdispersion by {@link FunnelRule}.
 *
 * <p>In an adjusted funnel a unit is outside only if it is so by the plain limits too, which are exact: the normal limits of the
 * adjusted funnel alone flag too many small units. The target is the rate of all units together. Counts
 * must be of independent cases; of cases drawn within operations give effective numbers. Source: at {@link FunnelLimits}
 * and {@link Overdispersion}. Share of units flagged by chance: TruthTest.
 *
 * @param rule which funnel is drawn
 * @param dispersion around the target; {@code null} without a funnel
 */
public record ProportionFunnel(FunnelRule rule, @Nullable Overdispersion dispersion) {

    /**
     * Draws the funnel.
     *
     * @param units each with at least one case
     */
    public static ProportionFunnel of(List<Proportion> units) {
        FunnelRule rule = FunnelRule.forUnits(units.size());
        return new ProportionFunnel(
                rule,
                rule == FunnelRule.NONE
                        ? null
                        : Overdispersion.ofProportions(
                                units.stream().mapToLong(Proportion::deficient).toArray(),
                                units.stream().mapToLong(Proportion::cases).toArray()));
    }

    /** Where a unit lies; {@code null} without a funnel. */
    public @Nullable FunnelPosition position(Proportion unit) {
        if (dispersion == null) {
            return null;
        }
        FunnelPosition plain = plain(unit, dispersion);
        if (rule == FunnelRule.PLAIN) {
            return plain;
        }
        int cases = Math.toIntExact(unit.cases());
        FunnelPosition adjusted = FunnelPosition.of(
                unit.rate(),
                dispersion.limits(cases, FunnelPosition.INNER),
                dispersion.limits(cases, FunnelPosition.OUTER));
        return plain.isMilderThan(adjusted) ? plain : adjusted;
    }

    private static FunnelPosition plain(Proportion unit, Overdispersion dispersion) {
        int cases = Math.toIntExact(unit.cases());
        return FunnelPosition.of(
                unit.rate(),
                FunnelLimits.deciding(dispersion.target(), cases, FunnelPosition.INNER),
                FunnelLimits.deciding(dispersion.target(), cases, FunnelPosition.OUTER));
    }
}
