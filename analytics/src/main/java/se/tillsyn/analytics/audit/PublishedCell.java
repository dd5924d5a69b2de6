package se.tillsyn.analytics.audit;

import java.util.List;

/**
 * A count that a release shows.
 *
 * @param codes a code of each dimension of the table, in their order
 * @param count the number shown, 0 or more
 */
public record PublishedCell(List<String> codes, long count) {

    public PublishedCell {
        codes = List.copyOf(codes);
        if (count < 0) {
            throw new IllegalArgumentException("published cell: expected a count of 0 or more");
        }
    }
}
