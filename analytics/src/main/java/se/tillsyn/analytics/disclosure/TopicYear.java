package se.tillsyn.analytics.disclosure;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import se.tillsyn.analytics.disclosure.suppression.Block;
import se.tillsyn.analytics.disclosure.suppression.Protection;

/**
 * The cells of a topic in a year, all levels, ages, types and quarters together: published sums of one table, which must be
 * protected together. Topics that have the very same numbers of files in all cells stand in one, since what one of them
 * publishes is known of the others.
 *
 * @param topics names of the cells of each topic, as the block numbers them
 * @param primary numbers of the cells that must be withheld
 * @param block the sums
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TopicYear(List<List<CellName>> topics, int[] primary, Block block) implements Serializable {

    public TopicYear {
        topics = topics.stream().map(List::copyOf).toList();
    }

    /** Number of cells, each topic's counted. */
    public int cells() {
        return topics.size() * block.cells();
    }

    /**
     * Numbers of the cells that must be withheld, ascending.
     *
     * @param promised the narrowest window within which a withheld count may be bounded
     */
    public int[] protect(Protection.Window promised) {
        BitSet asked = new BitSet();
        for (int cell : primary) {
            asked.set(cell);
        }
        return Protection.of(block, asked, promised).withheld().stream().toArray();
    }
}
