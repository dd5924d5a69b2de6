package se.tillsyn.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.tillsyn.analytics.disclosure.suppression.Block;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.ingest.profile.ProfileDescription;

/**
 * How the cells of a topic's year add up: a region's ages, types and quarters to its total, regions to broader ones, members to
 * their group.
 *
 * <p>That is all that counts of 0 or more must obey as long as ages, types and quarters stand side by side: whatever numbers add
 * up to the same total can be filled into a table that crosses them. Where cells are crossed, or a level shows a breakdown without
 * its total, or groups one without their members, this does not hold and there are no sums.
 */
final class CellSums {

    private static final String TOTAL = RateColumns.TOTAL;

    /** Which one of the dimensions beside the region a cell is broken down by. */
    private enum Breakdown {
        NONE,
        AGE,
        TYPE,
        QUARTER
    }

    /** What region and breakdown a cell is of. */
    private record Part(String region, Breakdown breakdown, String code) {}

    private record Published(String level, Breakdown breakdown) {}

    private final PlaceTree places;
    private final List<String> levels;
    private final Map<Part, Integer> numbers = new HashMap<>();
    private final Map<Part, List<Integer>> broken =
            new TreeMap<>(Comparator.comparing(Part::region).thenComparing(Part::breakdown));
    private final Set<Published> published = new HashSet<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Block.Sum> sums = new ArrayList<>();
    private final List<Block.Tie> ties = new ArrayList<>();
    private final Map<String, Integer> ageSums = new TreeMap<>();
    private final List<CountedCell> cells;

    private CellSums(PlaceTree places, List<String> levels, List<CountedCell> cells) {
        this.places = places;
        this.levels = levels;
        this.cells = cells;
    }

    /**
     * The sums, and the ties between what they hold beside their parts.
     *
     * @param levels from the broadest to the lowest, then that of groups
     * @return with no sums when they do not say all
     */
    static CellSums of(PlaceTree places, List<String> levels, List<CountedCell> cells) {
        CellSums sums = new CellSums(places, levels, cells);
        if (sums.enter() && sums.isEnough()) {
            sums.addBreakdowns();
            sums.addRegions();
            sums.addTies();
        }
        return sums;
    }

    List<Block.Sum> sums() {
        return sums;
    }

    List<Block.Tie> ties() {
        return ties;
    }

    /** Tells whether no cell is broken down twice. */
    private boolean enter() {
        for (int number = 0; number < cells.size(); number++) {
            CellName name = cells.get(number).name();
            if ((name.isOfAge() ? 1 : 0) + (name.isOfType() ? 1 : 0) + (name.isOfQuarter() ? 1 : 0) > 1) {
                return false;
            }
            Part part = partOf(name);
            numbers.put(part, number);
            published.add(new Published(cells.get(number).level(), part.breakdown()));
            if (part.breakdown() != Breakdown.NONE) {
                broken.computeIfAbsent(new Part(name.region(), part.breakdown(), TOTAL), any -> new ArrayList<>())
                        .add(number);
            }
        }
        return true;
    }

    private static Part partOf(CellName name) {
        if (name.isOfAge()) {
            return new Part(name.region(), Breakdown.AGE, name.ageGroup());
        }
        if (name.isOfType()) {
            return new Part(name.region(), Breakdown.TYPE, name.operationType());
        }
        return name.isOfQuarter()
                ? new Part(name.region(), Breakdown.QUARTER, name.period())
                : new Part(name.region(), Breakdown.NONE, TOTAL);
    }

    private boolean isEnough() {
        String lowest = levels.get(levels.size() - 2);
        return published.stream()
                .allMatch(shape -> published.contains(new Published(shape.level(), Breakdown.NONE))
                        && (!shape.level().equals(ProfileDescription.REGION_GROUP)
                                || published.contains(new Published(lowest, shape.breakdown()))));
    }

    private void addBreakdowns() {
        broken.forEach((of, parts) -> {
            Integer whole = numbers.get(new Part(of.region(), Breakdown.NONE, TOTAL));
            if (whole != null && of.breakdown() != Breakdown.AGE) {
                add(whole, parts, of.breakdown().name());
            }
        });
        // Bands overlap, so that files of a region may be of no age that is published, or all of them.
        for (int number = 0; number < cells.size(); number++) {
            Part part = partOf(cells.get(number).name());
            if (part.breakdown() == Breakdown.NONE
                    && published.contains(new Published(cells.get(number).level(), Breakdown.AGE))) {
                ageSums.put(part.region(), sums.size());
                add(
                        number,
                        broken.getOrDefault(new Part(part.region(), Breakdown.AGE, TOTAL), List.of()),
                        Breakdown.AGE.name());
            }
        }
    }

    /** The files of no age of a region are those of the regions inside, where these hold all its files. */
    private void addTies() {
        Map<String, List<String>> inside = new TreeMap<>();
        Map<String, Long> files = new HashMap<>();
        for (CountedCell cell : cells) {
            Part part = partOf(cell.name());
            if (part.breakdown() == Breakdown.NONE && ageSums.containsKey(part.region())) {
                for (String above : directlyAbove(cell, Breakdown.AGE)) {
                    inside.computeIfAbsent(above, any -> new ArrayList<>()).add(part.region());
                    files.merge(above, cell.whole(), Long::sum);
                }
            }
        }
        inside.forEach((region, parts) -> {
            Integer whole = numbers.get(new Part(region, Breakdown.NONE, TOTAL));
            Integer sum = ageSums.get(region);
            if (whole != null
                    && sum != null
                    && cells.get(whole).whole() == files.getOrDefault(region, 0L)
                    && !cells.get(whole).level().equals(ProfileDescription.REGION_GROUP)) {
                ties.add(new Block.Tie(
                        sum,
                        parts.stream()
                                .mapToInt(part -> ageSums.getOrDefault(part, 0))
                                .toArray()));
            }
        });
    }

    /** A region is the regions of the next level that shows the same breakdown. */
    private void addRegions() {
        Map<Part, List<Integer>> inside = new HashMap<>();
        for (int number = 0; number < cells.size(); number++) {
            CountedCell cell = cells.get(number);
            Part part = partOf(cell.name());
            for (String above : directlyAbove(cell, part.breakdown())) {
                inside.computeIfAbsent(new Part(above, part.breakdown(), part.code()), any -> new ArrayList<>())
                        .add(number);
            }
        }
        IntStream.range(0, cells.size()).forEach(number -> {
            Part part = partOf(cells.get(number).name());
            List<Integer> parts = inside.get(part);
            if (parts != null) {
                String span = part.breakdown() == Breakdown.QUARTER ? " quarter " : " year ";
                String type = part.breakdown() == Breakdown.TYPE ? part.code() : TOTAL;
                add(number, parts, cells.get(number).level() + span + type);
            }
        });
    }

    private List<String> directlyAbove(CountedCell cell, Breakdown breakdown) {
        List<String> above = places.within().get(cell.name().region());
        if (above == null) {
            above = places.within().getOrDefault(PlaceTree.restOf(cell.name().region()), List.of());
        }
        int own = levels.indexOf(cell.level());
        int next = -1;
        for (int level = own - 1; level >= 0 && next < 0; level--) {
            next = published.contains(new Published(levels.get(level), breakdown)) ? level : -1;
        }
        List<String> direct = new ArrayList<>();
        for (String region : above) {
            String level = places.levelOf().getOrDefault(region, "");
            boolean isGroup = level.equals(ProfileDescription.REGION_GROUP);
            if ((isGroup && own == levels.size() - 2) || (!isGroup && next >= 0 && level.equals(levels.get(next)))) {
                direct.add(region);
            }
        }
        return direct;
    }

    private void add(int whole, List<Integer> parts, String line) {
        int number = lines.computeIfAbsent(line, any -> lines.size());
        sums.add(new Block.Sum(whole, parts.stream().mapToInt(Integer::intValue).toArray(), number));
    }
}
