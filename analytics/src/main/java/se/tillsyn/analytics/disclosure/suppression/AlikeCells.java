package se.tillsyn.analytics.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells of the same parts have the same counts and share their fate. Here a block holds each of them once, so that whatever
 * is known of one of them is known of all: the total of a place that has files of one age and one type of operation stands
 * in the sums of its county's totals, of that age and of that type.
 */
final class AlikeCells {

    private final int[] numbers;
    private final int[] sizes;
    private final Block block;

    private AlikeCells(int[] numbers, int[] sizes, Block block) {
        this.numbers = numbers;
        this.sizes = sizes;
        this.block = block;
    }

    static AlikeCells of(Block block) {
        Map<List<Integer>, Integer> known = new HashMap<>();
        int[] numbers = new int[block.cells()];
        List<Integer> firsts = new ArrayList<>();
        for (int cell = 0; cell < numbers.length; cell++) {
            List<Integer> parts = new ArrayList<>(block.partsOfCell()[cell].length);
            for (int part : block.partsOfCell()[cell]) {
                parts.add(part);
            }
            Integer number = known.putIfAbsent(parts, firsts.size());
            numbers[cell] = number == null ? firsts.size() : number;
            if (number == null) {
                firsts.add(cell);
            }
        }
        int[] sizes = new int[firsts.size()];
        for (int number : numbers) {
            sizes[number]++;
        }
        List<long[]> least = block.least().stream()
                .map(counts -> most(counts, numbers, sizes.length))
                .toList();
        int[] kept = new int[block.sums().size()];
        List<Block.Sum> sums = sums(block.sums(), numbers, kept);
        Block once = new Block(
                block.parts(),
                firsts.stream().map(cell -> block.partsOfCell()[cell]).toArray(int[][]::new),
                block.counts().stream()
                        .map(count ->
                                firsts.stream().mapToLong(cell -> count[cell]).toArray())
                        .toList(),
                least,
                Arrays.stream(block.order())
                        .map(cell -> numbers[cell])
                        .distinct()
                        .toArray(),
                sums,
                ties(block.ties(), kept));
        return new AlikeCells(numbers, sizes, once);
    }

    private static long[] most(long[] least, int[] numbers, int size) {
        long[] most = new long[size];
        for (int cell = 0; cell < numbers.length; cell++) {
            most[numbers[cell]] = Math.max(most[numbers[cell]], least[cell]);
        }
        return most;
    }

    /**
     * A cell that is the sum of itself tells nothing, and a sum told twice no more than once.
     *
     * @param kept takes the number of each sum among those that are left, or −1
     */
    private static List<Block.Sum> sums(List<Block.Sum> sums, int[] numbers, int[] kept) {
        Map<List<Integer>, Integer> known = new HashMap<>();
        List<Block.Sum> different = new ArrayList<>();
        for (int number = 0; number < kept.length; number++) {
            Block.Sum sum = sums.get(number);
            int whole = numbers[sum.whole()];
            int[] parts = Arrays.stream(sum.parts())
                    .map(part -> numbers[part])
                    .sorted()
                    .toArray();
            kept[number] = -1;
            if (parts.length != 1 || parts[0] != whole) {
                List<Integer> all = new ArrayList<>(List.of(sum.line(), whole));
                Arrays.stream(parts).forEach(all::add);
                Integer before = known.putIfAbsent(all, different.size());
                kept[number] = before == null ? different.size() : before;
                if (before == null) {
                    different.add(new Block.Sum(whole, parts, sum.line()));
                }
            }
        }
        return different;
    }

    /** Where a sum tells nothing, it holds nothing beside its parts. */
    private static List<Block.Tie> ties(List<Block.Tie> ties, int[] kept) {
        List<Block.Tie> left = new ArrayList<>();
        for (Block.Tie tie : ties) {
            int[] parts = Arrays.stream(tie.parts())
                    .map(part -> kept[part])
                    .filter(part -> part >= 0)
                    .sorted()
                    .toArray();
            if (kept[tie.whole()] >= 0 && (parts.length != 1 || parts[0] != kept[tie.whole()])) {
                left.add(new Block.Tie(kept[tie.whole()], parts));
            }
        }
        return left;
    }

    /** The block that holds each of them once. */
    Block block() {
        return block;
    }

    /** How many cells one of that block stands for. */
    int size(int number) {
        return sizes[number];
    }

    /** Numbers in that block. */
    BitSet once(BitSet cells) {
        BitSet once = new BitSet(block.cells());
        cells.stream().forEach(cell -> once.set(numbers[cell]));
        return once;
    }

    /** All cells that those of that block stand for. */
    BitSet all(BitSet once) {
        BitSet all = new BitSet(numbers.length);
        for (int cell = 0; cell < numbers.length; cell++) {
            all.set(cell, once.get(numbers[cell]));
        }
        return all;
    }
}
