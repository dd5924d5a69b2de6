package se.tillsyn.analytics.audit.release;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what is published and assumed into numbers for each cell of a lattice. */
final class Knowledge {

    private final Lattice lattice;
    private final Ranges ranges;

    private Knowledge(Lattice lattice) {
        this.lattice = lattice;
        ranges = new Ranges(lattice);
    }

    /** Numbers that fit, as far as conclusions from sum to sum go; they contradict each other when the assumption is wrong. */
    static Ranges of(Lattice lattice, Assumption assumption) {
        Knowledge knowledge = new Knowledge(lattice);
        knowledge.enterPublished();
        knowledge.enterWithheld(assumption);
        if (assumption.wholeSums()) {
            knowledge.enterRemainders();
        }
        knowledge.ranges.settle();
        return knowledge.ranges;
    }

    private void enterPublished() {
        for (int cell = 0; cell < lattice.size(); cell++) {
            RateCell shown = lattice.cell(cell);
            if (shown != null && !shown.isWithheld()) {
                narrowTo(Ranges.ALL, cell, shown.assessed());
                narrowTo(Ranges.DEFICIENT, cell, shown.deficient());
            }
        }
    }

    private void narrowTo(int measure, int cell, long number) {
        ranges.narrow(measure, cell, number, number);
    }

    /** A cell of 0 is published as 0, so a withheld one is not. */
    private void enterWithheld(Assumption assumption) {
        for (int cell = 0; cell < lattice.size(); cell++) {
            RateCell shown = lattice.cell(cell);
            if (shown != null && shown.isWithheld()) {
                ranges.narrow(Ranges.ALL, cell, 1, Ranges.ENDLESS);
                if (assumption.operations()) {
                    ranges.narrow(Ranges.DEFICIENT, cell, shown.deficientUnits(), Ranges.ENDLESS);
                    ranges.narrow(Ranges.MET, cell, shown.units() - shown.deficientUnits(), Ranges.ENDLESS);
                }
            }
        }
    }

    /** Where no published line of a kind shows a remainder, there is none: as far as a reader can see, parts are the whole. */
    private void enterRemainders() {
        Map<String, Boolean> told = new HashMap<>();
        for (Lattice.Sum sum : lattice.sums()) {
            Boolean inFull = toldInFull(sum);
            if (inFull != null) {
                told.merge(sum.line(), inFull, Boolean::logicalAnd);
            }
        }
        for (Lattice.Sum sum : lattice.sums()) {
            boolean hasParts = sum.parts().length > 1;
            if (sum.remainder() != Lattice.ZERO && told.getOrDefault(sum.line(), hasParts)) {
                narrowTo(Ranges.ALL, sum.remainder(), 0);
            }
        }
    }

    /** Whether published parts hold the published whole; {@code null} when not all of it is published. */
    private @Nullable Boolean toldInFull(Lattice.Sum sum) {
        if (sum.remainder() == Lattice.ZERO || sum.whole() == Lattice.ZERO) {
            return null;
        }
        RateCell whole = lattice.cell(sum.whole());
        if (whole == null || whole.isWithheld()) {
            return null;
        }
        long rest = whole.assessed();
        for (int part : sum.parts()) {
            if (part != sum.remainder()) {
                RateCell shown = lattice.cell(part);
                if (shown == null || shown.isWithheld()) {
                    return null;
                }
                rest -= shown.assessed();
            }
        }
        return rest == 0;
    }
}
