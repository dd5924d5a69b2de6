package se.tillsyn.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.suppression.Block;

/** Sorts topics' years by what became of them since an earlier release. */
public final class LateBlocks {

    private final TopicYears topicYears;
    private final PrimaryRule rule;

    LateBlocks(TopicYears topicYears, PrimaryRule rule) {
        this.topicYears = topicYears;
        this.rule = rule;
    }

    /**
     * Topics' years by what became of them.
     *
     * @param kept names of withheld cells where no count has changed: the same as before
     * @param fresh what was not shown before, or cannot be compared with what was; the cells withheld then stay so
     * @param late what was shown before and has other counts now
     */
    public record Sorted(Set<CellName> kept, List<TopicYear> fresh, List<LateBlock> late) {

        public Sorted {
            kept = Set.copyOf(kept);
            fresh = List.copyOf(fresh);
            late = List.copyOf(late);
        }
    }

    /**
     * Sorts.
     *
     * @param before cells as they were counted for the earlier release
     * @param now cells as they are counted now
     * @param shown what the earlier release showed of them
     */
    public Sorted sort(List<CountedCell> before, List<CountedCell> now, ShownBefore shown) {
        Map<YearOfTopic, Map<CellName, CountedCell>> then = byYear(before);
        Set<CellName> kept = new HashSet<>();
        List<CountedCell> fresh = new ArrayList<>();
        SortedMap<String, Map<List<Object>, List<List<CountedCell>>>> late = new TreeMap<>();
        byYear(now).forEach((year, cells) -> {
            Map<CellName, CountedCell> earlier = then.getOrDefault(year, Map.of());
            List<CountedCell> ordered = List.copyOf(cells.values());
            if (earlier.isEmpty() || shown.unlike().contains(year)) {
                fresh.addAll(ordered);
            } else if (isSame(earlier, cells)) {
                cells.keySet().stream().filter(shown.withheld()::contains).forEach(kept::add);
            } else {
                List<Object> alike = new ArrayList<>(TopicYears.files(ordered));
                alike.addAll(TopicYears.files(List.copyOf(earlier.values())));
                late.computeIfAbsent(year.year(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(alike, any -> new ArrayList<>())
                        .add(ordered);
            }
        });
        return new Sorted(
                kept,
                topicYears.of(fresh).stream()
                        .map(block -> withFloor(block, shown.withheld()))
                        .toList(),
                late.values().stream()
                        .flatMap(families -> families.values().stream())
                        .map(family -> block(family, then, shown.withheld()))
                        .toList());
    }

    private static SortedMap<YearOfTopic, Map<CellName, CountedCell>> byYear(List<CountedCell> cells) {
        SortedMap<YearOfTopic, Map<CellName, CountedCell>> byYear = new TreeMap<>();
        for (CountedCell cell : cells) {
            byYear.computeIfAbsent(cell.name().yearOfTopic(), any -> new TreeMap<>(CellName.ORDER))
                    .put(cell.name(), cell);
        }
        return byYear;
    }

    private static boolean isSame(Map<CellName, CountedCell> before, Map<CellName, CountedCell> now) {
        return before.keySet().equals(now.keySet())
                && now.values().stream().allMatch(cell -> Added.of(cell, before.get(cell.name()))
                        .isNothing());
    }

    private static TopicYear withFloor(TopicYear block, Set<CellName> withheldBefore) {
        BitSet primary = new BitSet();
        for (int cell : block.primary()) {
            primary.set(cell);
        }
        for (List<CellName> topic : block.topics()) {
            for (int cell = 0; cell < topic.size(); cell++) {
                if (withheldBefore.contains(topic.get(cell))) {
                    primary.set(cell);
                }
            }
        }
        return new TopicYear(block.topics(), primary.stream().toArray(), block.block());
    }

    /** What has come to a cell, or gone from it. */
    private record Added(long part, long rest, long leastPart, long leastRest, List<Long> bounds) {

        static Added of(CountedCell now, @Nullable CountedCell before) {
            long part = now.part() - (before == null ? 0 : before.part());
            long rest = now.rest() - (before == null ? 0 : before.rest());
            return new Added(
                    part,
                    rest,
                    least(now.leastPart() - (before == null ? 0 : before.leastPart()), part),
                    least(now.leastRest() - (before == null ? 0 : before.leastRest()), rest),
                    List.of(
                            now.bounded().cases()
                                    - (before == null ? 0 : before.bounded().cases()),
                            now.bounded().low()
                                    - (before == null ? 0 : before.bounded().low()),
                            now.bounded().high()
                                    - (before == null ? 0 : before.bounded().high())));
        }

        private static long least(long operations, long files) {
            return Math.max(0, Math.min(operations, files));
        }

        boolean isNothing() {
            return part == 0 && rest == 0 && bounds.stream().allMatch(bound -> bound == 0);
        }

        boolean isNegative() {
            return part < 0 || rest < 0;
        }

        boolean isSmall(PrimaryRule rule) {
            boolean small = rule.withholdsDifference(part, rest);
            for (long bound : bounds) {
                small |= bound != 0 && Math.abs(bound) < rule.minCases();
            }
            return small;
        }
    }

    private LateBlock block(
            List<List<CountedCell>> topics,
            Map<YearOfTopic, Map<CellName, CountedCell>> then,
            Set<CellName> withheldBefore) {
        Map<CellName, CountedCell> before = new HashMap<>();
        topics.forEach(
                topic -> before.putAll(then.getOrDefault(topic.get(0).name().yearOfTopic(), Map.of())));
        TopicYear now = topicYears.together(topics);
        int cells = now.block().cells();
        List<List<Added>> added = topics.stream()
                .map(topic -> topic.stream()
                        .map(cell -> Added.of(cell, before.get(cell.name())))
                        .toList())
                .toList();
        boolean[] shown = new boolean[cells];
        BitSet unmoved = new BitSet();
        BitSet mustBe = new BitSet();
        for (int i = 0; i < cells; i++) {
            int cell = i;
            boolean was = topics.stream()
                    .anyMatch(topic -> withheldBefore.contains(topic.get(cell).name()));
            boolean existed = topics.stream()
                    .anyMatch(topic -> before.containsKey(topic.get(cell).name()));
            shown[cell] = existed && !was;
            boolean moved = added.stream().anyMatch(topic -> !topic.get(cell).isNothing());
            unmoved.set(cell, was && !moved);
            mustBe.set(
                    cell,
                    was
                            || topics.stream().anyMatch(topic -> topic.get(cell).mustBeWithheld())
                            || added.stream().anyMatch(topic -> topic.get(cell).isSmall(rule)));
        }
        int[] numbers = IntStream.range(0, cells).filter(i -> !unmoved.get(i)).toArray();
        BitSet asked = new BitSet();
        for (int i = 0; i < numbers.length; i++) {
            asked.set(i, mustBe.get(numbers[i]));
        }
        return new LateBlock(
                now.topics(),
                topics.get(0).stream().map(CountedCell::level).toList(),
                shown,
                unmoved,
                numbers,
                asked,
                new Block(
                        now.block().parts(),
                        partsOf(now.block(), numbers),
                        counts(added, numbers, Added::part, Added::rest),
                        counts(added, numbers, Added::leastPart, Added::leastRest),
                        order(now.block().order(), numbers, shown),
                        // A sum of which a cell is left out is none; the parts say all.
                        List.of(),
                        List.of()),
                added.stream().noneMatch(topic -> topic.stream().anyMatch(Added::isNegative))
                        && isNothingGone(topics, before));
    }

    /** Cells that have no file any more are no cells now. */
    private static boolean isNothingGone(List<List<CountedCell>> topics, Map<CellName, CountedCell> before) {
        return topics.stream()
                .flatMap(List::stream)
                .map(CountedCell::name)
                .collect(Collectors.toSet())
                .containsAll(before.keySet());
    }

    private static int[][] partsOf(Block block, int[] numbers) {
        int[][] parts = new int[numbers.length][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = block.partsOfCell()[numbers[i]];
        }
        return parts;
    }

    private static List<long[]> counts(
            List<List<Added>> topics, int[] numbers, Function<Added, Long> first, Function<Added, Long> second) {
        List<long[]> counts = new ArrayList<>();
        for (List<Added> topic : topics) {
            for (Function<Added, Long> count : List.of(first, second)) {
                long[] of = new long[numbers.length];
                for (int i = 0; i < of.length; i++) {
                    of[i] = Math.abs(count.apply(topic.get(numbers[i])));
                }
                counts.add(of);
            }
        }
        return counts;
    }

    /** What was shown before is to be shown again before anything else. */
    private static int[] order(int[] order, int[] numbers, boolean[] shown) {
        Map<Integer, Integer> inBlock = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            inBlock.put(numbers[i], i);
        }
        return Stream.of(Boolean.TRUE, Boolean.FALSE)
                .flatMap(was ->
                        Arrays.stream(order).boxed().filter(cell -> inBlock.containsKey(cell) && shown[cell] == was))
                .mapToInt(inBlock::get)
                .toArray();
    }
}
