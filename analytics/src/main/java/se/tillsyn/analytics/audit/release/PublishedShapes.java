package se.tillsyn.analytics.audit.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.tillsyn.analytics.release.RateColumns;

/**
 * Which combinations a release publishes at each level: ages together or apart, operation types together or apart, by year or
 * quarter. Taken from the rows that are there, as a reader would: a combination that no row of a level has is not published; where it
 * is published, a cell without a row is a cell of 0.
 */
final class PublishedShapes {

    /** A combination. */
    private record Shape(int level, boolean quarter, boolean byAge, boolean byType) {}

    private final Regions regions;
    private final Set<Shape> shapes = new HashSet<>();
    private boolean isCrossed;

    private PublishedShapes(Regions regions) {
        this.regions = regions;
    }

    static PublishedShapes of(Regions regions, List<RateCell> cells) {
        PublishedShapes shapes = new PublishedShapes(regions);
        cells.forEach(cell -> shapes.shapes.add(shapes.shape(
                cell.key().region(),
                cell.key().period(),
                cell.key().ageGroup(),
                cell.key().operationType())));
        shapes.isCrossed =
                shapes.shapes.stream().anyMatch(shape -> breakdowns(shape.quarter, shape.byAge, shape.byType) > 1);
        return shapes;
    }

    private Shape shape(String region, String period, String ageGroup, String operationType) {
        return new Shape(
                regions.level(region),
                isQuarter(period),
                !ageGroup.equals(RateColumns.TOTAL),
                !operationType.equals(RateColumns.TOTAL));
    }

    boolean publishes(String region, String period, String ageGroup, String operationType) {
        return shapes.contains(shape(region, period, ageGroup, operationType));
    }

    /**
     * Whether cells of a combination that is not published at a level can tie published ones together. They do where some level
     * crosses ages, operation types and quarters with each other. Where only single ones of them are published, any numbers of
     * ages, types and quarters that add up to the same total can be filled into a crossed table, so that it ties nothing.
     */
    boolean tiesBy(Place place, int level) {
        boolean byAge = !place.ageGroup().equals(RateColumns.TOTAL);
        boolean byType = !place.operationType().equals(RateColumns.TOTAL);
        int breakdowns = breakdowns(isQuarter(place.period()), byAge, byType);
        if (breakdowns == 0 || isCrossed) {
            return true;
        }
        return breakdowns == 1
                && shapes.stream()
                        .anyMatch(shape -> shape.level == level && (shape.byAge || shape.byType || shape.quarter));
    }

    private static int breakdowns(boolean quarter, boolean byAge, boolean byType) {
        return (quarter ? 1 : 0) + (byAge ? 1 : 0) + (byType ? 1 : 0);
    }

    /** The finest level that has quarters, or −1. */
    int quarterLevel() {
        return shapes.stream()
                .filter(Shape::quarter)
                .mapToInt(Shape::level)
                .max()
                .orElse(-1);
    }

    /** A year is written with four digits, a quarter with more. */
    static boolean isQuarter(String period) {
        return period.length() > 4;
    }

    static String yearOf(String period) {
        return period.substring(0, 4);
    }
}
