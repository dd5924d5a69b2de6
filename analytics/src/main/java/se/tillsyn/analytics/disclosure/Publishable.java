package se.tillsyn.analytics.disclosure;

import java.util.Set;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.ValueCell;

/** Which counts may be published, after disclosure control. */
public final class Publishable {

    private final DisclosureControl control;
    private final Set<CellName> withheldRates;
    private final Set<CellName> withheldValues;

    Publishable(DisclosureControl control, Set<CellName> withheldRates, Set<CellName> withheldValues) {
        this.control = control;
        this.withheldRates = Set.copyOf(withheldRates);
        this.withheldValues = Set.copyOf(withheldValues);
    }

    /** Whether a cell's counts of files may be published, in the view of operations inspected in the period. */
    public boolean inspected(DeficiencyCell cell) {
        return !cell.countsProtected() || !withheldRates.contains(CellName.of(cell));
    }

    /** Whether a cell's counts of files may be published, in the view of operations as last known. */
    public boolean latest(DeficiencyCell cell) {
        return !cell.countsProtected();
    }

    /** Whether a cell's numbers of values may be published. */
    public boolean values(ValueCell cell) {
        return !control.areOfPersons(cell) || !withheldValues.contains(CellName.of(cell));
    }

    /**
     * Whether a quantile may be published beside the numbers: at least as many values lie on the side of it that has fewer
     * as the fewest files that are published.
     *
     * @param share share of the values on that side
     */
    public boolean quantile(ValueCell cell, double share) {
        return values(cell)
                && (!control.areOfPersons(cell)
                        || !control.rule().withholdsValues(cell.whole() + cell.censored(), share));
    }

    /** Fewest files on which a figure over many cells may rest. */
    public int fewestFiles() {
        return control.rule().minCases();
    }
}
