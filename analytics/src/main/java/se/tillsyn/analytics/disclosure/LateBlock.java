package se.tillsyn.analytics.disclosure;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import se.tillsyn.analytics.disclosure.suppression.Block;
import se.tillsyn.analytics.disclosure.suppression.Protection;

/**
 * The table of what late findings add to a topic's year that an earlier release showed.
 *
 * <p>A reader of both releases sees it: each cell shown in both, less what it was. As long as cells that were withheld stay
 * withheld, the earlier table and this one are independent of each other, and nothing else follows from the two; so both
 * releases together are safe when the earlier one was and this table is protected by the same rules as any.
 *
 * @param topics names of the cells of each topic
 * @param levels of each cell
 * @param shown whether each cell was shown before
 * @param unmoved cells that were withheld and to which nothing is added: they stay so and need nothing of this table
 * @param numbers for each cell of the block its number among the names
 * @param asked numbers, in the block, of cells that must be withheld
 * @param block what is added
 * @param onlyAdded whether nothing was taken away or corrected, so that an outsider may know that nothing is negative
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record LateBlock(
        List<List<CellName>> topics,
        List<String> levels,
        boolean[] shown,
        BitSet unmoved,
        int[] numbers,
        BitSet asked,
        Block block,
        boolean onlyAdded)
        implements Serializable {

    public LateBlock {
        topics = topics.stream().map(List::copyOf).toList();
        levels = List.copyOf(levels);
    }

    /** Number of cells, each topic's counted. */
    public int cells() {
        return topics.size() * numbers.length;
    }

    /**
     * What publishing the late findings takes.
     *
     * @param withheld numbers of all cells that must be withheld then
     * @param lost numbers of those among them that were shown before
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Price(int[] withheld, int[] lost) implements Serializable {}

    /**
     * Finds out what publishing takes.
     *
     * @param promised the narrowest window within which a withheld count may be bounded
     */
    public Price price(Protection.Window promised) {
        BitSet inBlock;
        try {
            // Where counts may go down, nothing but sums bounds what is withheld.
            inBlock = onlyAdded ? Protection.of(block, asked, promised).withheld() : Protection.exactOnly(block, asked);
        } catch (IllegalStateException e) {
            // Nothing is left to withhold for a window that is too narrow: what is added is too little to be seen at
            // all.
            inBlock = new BitSet();
            inBlock.set(0, numbers.length);
        }
        BitSet withheld = (BitSet) unmoved.clone();
        inBlock.stream().forEach(cell -> withheld.set(numbers[cell]));
        return new Price(
                withheld.stream().toArray(),
                withheld.stream().filter(cell -> shown[cell]).toArray());
    }
}
