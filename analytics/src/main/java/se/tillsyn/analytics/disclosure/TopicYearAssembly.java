package se.tillsyn.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.disclosure.suppression.Block;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.ingest.profile.ProfileDescription;

/** Finds the finest parts of one topic's year, and which of them each cell is the sum of. */
final class TopicYearAssembly {

    /** What is in no code of a dimension. */
    private static final String OTHER = "";

    /** Siblings are withheld together when more than this share of them must be. */
    private static final double MOST = 0.75;

    /** Which of the three dimensions beside the region a cell is broken down by. */
    private record Shape(String level, boolean quarter, boolean age, boolean type) {

        static Shape of(CountedCell cell) {
            CellName name = cell.name();
            return new Shape(cell.level(), name.isOfQuarter(), name.isOfAge(), name.isOfType());
        }
    }

    private record Place(String region, String period, String age, String type) {}

    /** Cells that share a total. */
    private record Siblings(String region, Shape shape) {}

    /** A region's cells of one shape. */
    private record Broken(String region, Shape shape) {}

    private final PlaceTree places;
    private final List<String> levels;
    private final List<List<CountedCell>> topics;
    private final List<CountedCell> cells;
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final Map<String, String> levelOf = new HashMap<>();
    private final Set<Shape> shapes = new HashSet<>();
    private final String year;
    private final Map<Broken, Long> sums = new HashMap<>();
    private final SortedSet<String> quarters = new TreeSet<>();
    private final SortedSet<String> ages = new TreeSet<>();
    private final SortedSet<String> types = new TreeSet<>();

    /** @param topics cells of each topic in the same order, the same numbers of files in all */
    TopicYearAssembly(PlaceTree places, List<String> levels, List<List<CountedCell>> topics) {
        this.places = places;
        this.levels = levels;
        this.topics = topics;
        cells = topics.get(0);
        year = cells.get(0).name().year();
        for (int i = 0; i < cells.size(); i++) {
            CellName name = cells.get(i).name();
            numbers.put(new Place(name.region(), name.period(), name.ageGroup(), name.operationType()), i);
            levelOf.put(name.region(), cells.get(i).level());
            Shape shape = Shape.of(cells.get(i));
            shapes.add(shape);
            sums.merge(new Broken(name.region(), shape), cells.get(i).whole(), Long::sum);
            if (name.isOfQuarter()) {
                quarters.add(name.period());
            }
            if (name.isOfAge()) {
                ages.add(name.ageGroup());
            }
            if (name.isOfType()) {
                types.add(name.operationType());
            }
        }
    }

    TopicYear topicYear() {
        Map<List<Integer>, Integer> partOf = new HashMap<>();
        List<List<Integer>> partsOfCell = new ArrayList<>();
        cells.forEach(cell -> partsOfCell.add(new ArrayList<>()));
        SortedSet<String> allQuarters = withOther(quarters);
        SortedSet<String> allAges = withOther(ages);
        SortedSet<String> allTypes = withOther(types);
        for (Map.Entry<String, List<String>> place : places.within().entrySet()) {
            List<String> regions =
                    place.getValue().stream().filter(levelOf::containsKey).toList();
            if (!isPossible(place.getKey(), place.getValue())) {
                continue;
            }
            for (String age : allAges) {
                for (String type : allTypes) {
                    for (String quarter : allQuarters) {
                        List<Integer> around = around(regions, quarter, age, type);
                        if (around != null && !partOf.containsKey(around)) {
                            int part = partOf.size();
                            partOf.put(around, part);
                            around.forEach(cell -> partsOfCell.get(cell).add(part));
                        }
                    }
                }
            }
        }
        int[][] parts = new int[cells.size()][];
        for (int cell = 0; cell < parts.length; cell++) {
            parts[cell] =
                    partsOfCell.get(cell).stream().mapToInt(Integer::intValue).toArray();
            if (parts[cell].length == 0) {
                throw new IllegalStateException("a cell with files has no part that could hold them");
            }
        }
        List<long[]> counts = new ArrayList<>();
        List<long[]> least = new ArrayList<>();
        for (List<CountedCell> topic : topics) {
            counts.add(topic.stream().mapToLong(CountedCell::part).toArray());
            counts.add(topic.stream().mapToLong(CountedCell::rest).toArray());
            least.add(topic.stream().mapToLong(CountedCell::leastPart).toArray());
            least.add(topic.stream().mapToLong(CountedCell::leastRest).toArray());
        }
        CellSums sums = CellSums.of(places, levels, cells);
        return new TopicYear(
                topics.stream()
                        .map(topic -> topic.stream().map(CountedCell::name).toList())
                        .toList(),
                primary(),
                new Block(partOf.size(), parts, counts, least, order(), sums.sums(), sums.ties()));
    }

    private static SortedSet<String> withOther(SortedSet<String> codes) {
        SortedSet<String> all = new TreeSet<>(codes);
        all.add(OTHER);
        return all;
    }

    /**
     * Whether any file can be in a place: regions around it whose level is published have files, and for the rest of a
     * region lower regions do not add up to it.
     */
    private boolean isPossible(String place, List<String> regions) {
        for (String region : regions) {
            String level = places.levelOf().getOrDefault(region, "");
            if (!levelOf.containsKey(region) && shapes.contains(new Shape(level, false, false, false))) {
                return false;
            }
        }
        if (!PlaceTree.isRest(place)) {
            return true;
        }
        String region = regions.get(0);
        Integer own = numbers.get(new Place(region, year, RateColumns.TOTAL, RateColumns.TOTAL));
        return own == null || cells.get(own).whole() > sumBelow(region);
    }

    private long sumBelow(String region) {
        int below = levels.indexOf(levelOf.getOrDefault(region, "")) + 1;
        long sum = 0;
        for (CountedCell cell : cells) {
            boolean isTotal = depth(cell.name()) == 0;
            if (isTotal
                    && levels.indexOf(cell.level()) == below
                    && liesIn(cell.name().region(), region)) {
                sum += cell.whole();
            }
        }
        return sum;
    }

    /** Groups of regions lie in no region. */
    private boolean liesIn(String region, String broader) {
        List<String> above = places.within().get(region);
        if (above == null) {
            above = places.within().getOrDefault(PlaceTree.restOf(region), List.of());
        }
        return above.contains(broader);
    }

    /** Numbers of the cells around a part, ascending; {@code null} when a published one around it is empty. */
    private @Nullable List<Integer> around(List<String> regions, String quarter, String age, String type) {
        SortedSet<Integer> around = new TreeSet<>();
        for (Shape shape : shapes) {
            for (String region : regions) {
                if (!shape.level().equals(levelOf.get(region))) {
                    continue;
                }
                String period = shape.quarter() ? quarter : year;
                String ofAge = shape.age() ? age : RateColumns.TOTAL;
                String ofType = shape.type() ? type : RateColumns.TOTAL;
                if (period.isEmpty() || ofAge.isEmpty() || ofType.isEmpty()) {
                    if (!hasOther(region, shape)) {
                        return null;
                    }
                    continue;
                }
                Integer cell = numbers.get(new Place(region, period, ofAge, ofType));
                if (cell == null) {
                    return null;
                }
                around.add(cell);
            }
        }
        return around.isEmpty() ? null : List.copyOf(around);
    }

    /** Whether a region's total is more than its cells of a shape together. */
    private boolean hasOther(String region, Shape shape) {
        Integer total = numbers.get(new Place(region, year, RateColumns.TOTAL, RateColumns.TOTAL));
        return total == null || cells.get(total).whole() > sums.getOrDefault(new Broken(region, shape), 0L);
    }

    /**
     * Cells that the primary rule withholds, and with them their siblings when most of those are withheld: what is left says
     * little and would have to make up for the others.
     */
    private int[] primary() {
        BitSet primary = new BitSet();
        Map<Siblings, List<Integer>> siblings = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            int cell = i;
            primary.set(cell, topics.stream().anyMatch(topic -> topic.get(cell).mustBeWithheld()));
            CellName name = cells.get(cell).name();
            siblings.computeIfAbsent(new Siblings(name.region(), Shape.of(cells.get(cell))), any -> new ArrayList<>())
                    .add(cell);
        }
        BitSet all = (BitSet) primary.clone();
        siblings.forEach((key, group) -> {
            long withheld = group.stream().filter(primary::get).count();
            if (group.size() > 1 && withheld > MOST * group.size()) {
                group.forEach(all::set);
            }
        });
        return all.stream().toArray();
    }

    /** Single breakdowns before crossed ones, broader regions first, totals before parts, the larger first. */
    private int[] order() {
        return IntStream.range(0, cells.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> depth(cells.get(i).name()) > 1)
                        .thenComparingInt(i -> levelRank(cells.get(i)))
                        .thenComparingInt(i -> depth(cells.get(i).name()))
                        .thenComparingLong(i -> -cells.get(i).whole())
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int levelRank(CountedCell cell) {
        int level = levels.indexOf(cell.level());
        // Groups of the lowest regions are more useful than these and less than what lies above.
        return cell.level().equals(ProfileDescription.REGION_GROUP) ? 2 * level - 3 : 2 * level;
    }

    private int depth(CellName name) {
        return (name.isOfAge() ? 1 : 0) + (name.isOfType() ? 1 : 0) + (name.isOfQuarter() ? 1 : 0);
    }
}
