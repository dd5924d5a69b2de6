package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One inspection that will take place.
 *
 * @param year the year in whose schedule it was drawn; for a follow-up that of the visit it follows
 * @param index which of the operation's visits on this basis in this year
 * @param followUpOf the earlier visit, for follow-ups
 */
record Visit(
        Operation operation,
        int year,
        SelectionBasis basis,
        int index,
        LocalDate day,
        @Nullable Visit followUpOf) {

    /** By day, then in an order without ties. */
    static final Comparator<Visit> ORDER = Comparator.comparing(Visit::day)
            .thenComparingInt(visit -> visit.operation().number())
            .thenComparing(Visit::basis)
            .thenComparingInt(Visit::year)
            .thenComparing(visit -> visit.followUpOf() == null
                    ? visit.basis()
                    : visit.followUpOf().basis())
            .thenComparingInt(Visit::index);
}
