package se.tillsyn.analytics.audit.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;

/** Puts the cells of a block into a {@link Lattice}: which cells there are, and how they add up. */
final class LatticeBuilder {

    private static final String ALL = RateColumns.TOTAL;
    private static final String REMAINDER = "~";

    private final Regions regions;
    private final PublishedShapes shapes;
    private final Map<Place, RateCell> published = new HashMap<>();
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final List<@Nullable RateCell> cells = new ArrayList<>();
    private final List<Lattice.Sum> sums = new ArrayList<>();
    private final List<Lattice.Line> lines = new ArrayList<>();
    private final TreeSet<String> ages = new TreeSet<>();
    private final TreeSet<String> types = new TreeSet<>();
    private final TreeSet<String> quarters = new TreeSet<>();
    private final Map<String, TreeSet<String>> below = new TreeMap<>();
    private final TreeSet<String> groups = new TreeSet<>();
    private final String year;
    private final int quarterLevel;

    private LatticeBuilder(Regions regions, PublishedShapes shapes, List<RateCell> block) {
        this.regions = regions;
        this.shapes = shapes;
        this.year = PublishedShapes.yearOf(block.get(0).key().period());
        this.quarterLevel = shapes.quarterLevel();
        block.forEach(this::enter);
    }

    /**
     * Builds.
     *
     * @param block cells of one topic, year and view, its quarters included; at least one
     */
    static Lattice of(Regions regions, PublishedShapes shapes, List<RateCell> block) {
        LatticeBuilder builder = new LatticeBuilder(regions, shapes, block);
        builder.relate();
        return new Lattice(builder.cells, builder.sums, builder.numbers, builder.lines);
    }

    private void enter(RateCell cell) {
        CellKey key = cell.key();
        published.put(new Place(key.region(), key.ageGroup(), key.operationType(), key.period()), cell);
        if (!key.ageGroup().equals(ALL)) {
            ages.add(key.ageGroup());
        }
        if (!key.operationType().equals(ALL)) {
            types.add(key.operationType());
        }
        if (PublishedShapes.isQuarter(key.period())) {
            quarters.add(key.period());
        }
        if (regions.isGroup(key.region())) {
            groups.add(key.region());
        }
        String region = key.region();
        for (String above = regions.above(region); above != null; above = regions.above(region)) {
            below.computeIfAbsent(above, any -> new TreeSet<>()).add(region);
            region = above;
        }
    }

    private void relate() {
        TreeSet<String> all = new TreeSet<>(below.keySet());
        below.values().forEach(all::addAll);
        published.keySet().stream()
                .map(Place::region)
                .filter(region -> !regions.isGroup(region))
                .forEach(all::add);
        List<String> withRemainders = new ArrayList<>(all);
        below.keySet().forEach(region -> withRemainders.add(REMAINDER + region));
        for (String region : withRemainders) {
            for (String period : periods(region)) {
                for (String ageGroup : all(ages, true)) {
                    for (String operationType : all(types, false)) {
                        relate(new Place(region, ageGroup, operationType, period));
                    }
                }
            }
        }
        for (String group : groups) {
            for (String ageGroup : all(ages, false)) {
                for (String operationType : all(types, false)) {
                    relateGroup(group, ageGroup, operationType);
                }
            }
        }
    }

    private static List<String> all(Set<String> codes, boolean withRemainder) {
        List<String> all = new ArrayList<>(codes);
        all.add(ALL);
        if (withRemainder && !codes.isEmpty()) {
            all.add(REMAINDER);
        }
        return all;
    }

    private List<String> periods(String region) {
        List<String> periods = new ArrayList<>(List.of(year));
        if (level(region) <= quarterLevel) {
            periods.addAll(quarters);
        }
        return periods;
    }

    /** A remainder lies one level below the region it is of. */
    private int level(String region) {
        return region.startsWith(REMAINDER) ? regions.level(region.substring(1)) + 1 : regions.level(region);
    }

    private void relate(Place place) {
        if (!isNeeded(place)) {
            return;
        }
        boolean quarter = PublishedShapes.isQuarter(place.period());
        String span = quarter ? " quarter" : " year";
        Place ofAge =
                ages.isEmpty() ? place : new Place(place.region(), ages.first(), place.operationType(), place.period());
        if (place.ageGroup().equals(ALL) && !ages.isEmpty() && isNeeded(ofAge)) {
            List<Place> parts = new ArrayList<>();
            ages.forEach(age -> parts.add(new Place(place.region(), age, place.operationType(), place.period())));
            add(
                    place,
                    parts,
                    new Place(place.region(), REMAINDER, place.operationType(), place.period()),
                    "ages " + place.operationType() + span);
        }
        Place ofType =
                types.isEmpty() ? place : new Place(place.region(), place.ageGroup(), types.first(), place.period());
        if (place.operationType().equals(ALL) && !types.isEmpty() && isNeeded(ofType)) {
            List<Place> parts = new ArrayList<>();
            types.forEach(type -> parts.add(new Place(place.region(), place.ageGroup(), type, place.period())));
            add(place, parts, null, "types");
        }
        if (!quarter && !quarters.isEmpty() && level(place.region()) <= quarterLevel) {
            List<Place> parts = new ArrayList<>();
            quarters.forEach(
                    part -> parts.add(new Place(place.region(), place.ageGroup(), place.operationType(), part)));
            add(place, parts, null, "quarters");
        }
        TreeSet<String> inside = below.get(place.region());
        Place first = inside == null
                ? place
                : new Place(inside.first(), place.ageGroup(), place.operationType(), place.period());
        if (inside != null && isNeeded(first) && (!quarter || level(place.region()) < quarterLevel)) {
            List<Place> parts = new ArrayList<>();
            inside.forEach(
                    region -> parts.add(new Place(region, place.ageGroup(), place.operationType(), place.period())));
            add(
                    place,
                    parts,
                    new Place(REMAINDER + place.region(), place.ageGroup(), place.operationType(), place.period()),
                    "regions " + regions.level(place.region()) + ' ' + place.operationType() + span);
        }
    }

    private void relateGroup(String group, String ageGroup, String operationType) {
        if (shapes.publishes(group, year, ageGroup, operationType)) {
            List<Place> parts = new ArrayList<>();
            for (String member : regions.members().getOrDefault(group, List.of())) {
                parts.add(new Place(member, ageGroup, operationType, year));
            }
            add(new Place(group, ageGroup, operationType, year), parts, null, "group");
        }
    }

    private void add(Place whole, List<Place> parts, @Nullable Place remainder, String line) {
        int of = number(whole);
        int rest = remainder == null ? Lattice.ZERO : number(remainder);
        List<Integer> known = new ArrayList<>();
        for (Place part : parts) {
            int number = number(part);
            if (number != Lattice.ZERO) {
                known.add(number);
            }
        }
        if (rest != Lattice.ZERO) {
            known.add(rest);
        }
        if (of != Lattice.ZERO || !known.isEmpty()) {
            List<Place> all = new ArrayList<>(parts);
            if (remainder != null) {
                all.add(remainder);
            }
            lines.add(new Lattice.Line(whole, all));
            sums.add(new Lattice.Sum(of, known, rest, line));
        }
    }

    private int number(Place place) {
        Integer known = numbers.get(place);
        if (known != null) {
            return known;
        }
        int number = Lattice.ZERO;
        if (isShown(place)) {
            RateCell cell = published.get(place);
            if (cell != null && !cell.isZero()) {
                number = cells.size();
                cells.add(cell);
            }
        } else if (!isZero(place)) {
            number = cells.size();
            cells.add(null);
        }
        numbers.put(place, number);
        return number;
    }

    private boolean isNeeded(Place place) {
        return isShown(place) || shapes.tiesBy(place, level(place.region()));
    }

    private boolean isShown(Place place) {
        return !place.region().startsWith(REMAINDER)
                && !place.ageGroup().equals(REMAINDER)
                && shapes.publishes(place.region(), place.period(), place.ageGroup(), place.operationType());
    }

    /** Whether a cell that is not shown lies in one that is known to be 0. */
    private boolean isZero(Place place) {
        if (!place.ageGroup().equals(ALL)
                && number(new Place(place.region(), ALL, place.operationType(), place.period())) == Lattice.ZERO) {
            return true;
        }
        if (!place.operationType().equals(ALL)
                && number(new Place(place.region(), place.ageGroup(), ALL, place.period())) == Lattice.ZERO) {
            return true;
        }
        if (PublishedShapes.isQuarter(place.period())
                && number(new Place(place.region(), place.ageGroup(), place.operationType(), year)) == Lattice.ZERO) {
            return true;
        }
        String above =
                place.region().startsWith(REMAINDER) ? place.region().substring(1) : regions.above(place.region());
        return above != null
                && number(new Place(above, place.ageGroup(), place.operationType(), place.period())) == Lattice.ZERO;
    }
}
