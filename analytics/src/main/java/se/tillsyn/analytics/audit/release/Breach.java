package se.tillsyn.analytics.audit.release;

import java.util.Comparator;

/**
 * A cell of which a release tells too much. Holds codes only; a dimension that the table lacks is empty.
 *
 * @param kind in which way
 * @param table name of the table without its ending
 * @param topic code
 * @param region code; in the table of offices the office
 * @param period year or quarter
 * @param ageGroup code
 * @param operationType code
 * @param detail a column, an earlier release or what was assumed; empty when there is nothing to add
 */
public record Breach(
        BreachKind kind,
        String table,
        String topic,
        String region,
        String period,
        String ageGroup,
        String operationType,
        String detail)
        implements Comparable<Breach> {

    private static final Comparator<Breach> ORDER = Comparator.comparing(Breach::kind)
            .thenComparing(Breach::table)
            .thenComparing(Breach::topic)
            .thenComparing(Breach::region)
            .thenComparing(Breach::period)
            .thenComparing(Breach::ageGroup)
            .thenComparing(Breach::operationType)
            .thenComparing(Breach::detail);

    static Breach of(BreachKind kind, String table, CellKey key, String detail) {
        return new Breach(
                kind, table, key.topic(), key.region(), key.period(), key.ageGroup(), key.operationType(), detail);
    }

    /** A breach of a table as a whole. */
    static Breach ofTable(BreachKind kind, String table, String detail) {
        return new Breach(kind, table, "", "", "", "", "", detail);
    }

    @Override
    public int compareTo(Breach other) {
        return ORDER.compare(this, other);
    }
}
