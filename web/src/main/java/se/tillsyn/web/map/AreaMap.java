package se.tillsyn.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.AreaShapes;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.Region;

/**
 * A map of one topic in one period.
 *
 * @param width of the drawing in its own units
 * @param height likewise
 * @param kind what the areas are drawn as
 * @param areas in the order of their codes
 * @param legend classes and symbols with the number of areas in each
 * @param chosen code of the region that the page is about; empty for none
 */
public record AreaMap(int width, int height, Kind kind, List<Area> areas, List<Key> legend, String chosen) {

    /** Ways to draw a map. */
    public enum Kind {
        /** Areas, each a link. */
        AREAS("areas"),
        /** A square for each area, with its name and number; each a link. */
        TILES("tiles"),
        /** Many small areas: a picture beside a table, without links of its own. */
        PICTURE("picture");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * An area as drawn.
     *
     * @param style class, hatch or void
     * @param title name and figure
     * @param lines what is written on it: a symbol, or the name and the number of a tile
     */
    public record Area(
            String code,
            String href,
            String path,
            Style style,
            String title,
            List<String> lines,
            int labelX,
            int labelY) {}

    /** A row of the legend. */
    public record Key(Style style, String symbol, String text, String count) {}

    /** What a map shows of a region. */
    public record Shown(Region region, Observation observation, String href) {}

    /** Draws a map; areas of the shapes that no region is shown for are left out. */
    public static AreaMap of(
            Texts texts, Kind kind, AreaShapes shapes, ClassLimits limits, List<Shown> regions, String chosen) {
        Map<String, Shown> byCode = new TreeMap<>();
        regions.forEach(shown -> byCode.put(shown.region().code(), shown));
        Map<String, String> names = new TreeMap<>();
        regions.forEach(shown ->
                names.put(shown.region().code(), texts.of(shown.region().name())));
        Map<String, String> tiles = kind == Kind.TILES ? TileNames.of(names) : Map.of();
        AreaShapes drawn = kind == Kind.TILES ? TileShapes.of(shapes) : shapes;
        List<Area> areas = new ArrayList<>();
        Map<Style, Integer> counts = new TreeMap<>();
        Map<String, Integer> missing = new TreeMap<>();
        for (AreaShapes.Area shape : drawn.areas()) {
            Shown shown = byCode.get(shape.code());
            if (shown != null) {
                Area area = area(texts, kind, shape, limits, shown, tiles.getOrDefault(shape.code(), ""));
                areas.add(area);
                counts.merge(area.style(), 1, Integer::sum);
                missing.merge(FigureText.statusName(shown.observation()), 1, Integer::sum);
            }
        }
        return new AreaMap(
                drawn.width(),
                drawn.height(),
                kind,
                areas,
                legend(texts, limits, counts, missing),
                byCode.containsKey(chosen) ? chosen : "");
    }

    /** The map as an SVG element of a page; every text in it is escaped. */
    public String svg(String title) {
        return new MapSvg(this, title).write();
    }

    private static Area area(
            Texts texts, Kind kind, AreaShapes.Area shape, ClassLimits limits, Shown shown, String tile) {
        FigureText figure = FigureText.of(texts, shown.observation());
        String name = texts.of(shown.region().name());
        boolean number = shown.observation().hasNumber();
        return new Area(
                shape.code(),
                shown.href(),
                shape.path(),
                style(limits, shown.observation()),
                number
                        ? texts.of("map.area", name, figure.whole())
                        : texts.of("map.area.none", name, figure.value(), figure.spoken()),
                lines(texts, kind, tile, shown.observation()),
                shape.labelX(),
                shape.labelY());
    }

    private static List<String> lines(Texts texts, Kind kind, String tile, Observation observation) {
        String symbol = observation.status().symbol();
        if (kind != Kind.TILES) {
            return symbol.isEmpty() || kind == Kind.PICTURE ? List.of() : List.of(symbol);
        }
        String number = observation.hasNumber() ? texts.numbers().wholePercent(observation.rate()) : symbol;
        return List.of(tile, number);
    }

    private static Style style(ClassLimits limits, Observation observation) {
        return switch (observation.status()) {
            case VALUE -> Style.mapClass(limits.classOf(observation.rate()));
            case SUPPRESSED -> Style.SUPPRESSED;
            case UNRELIABLE, NOT_AVAILABLE, NOT_APPLICABLE -> Style.VOID;
        };
    }

    private static List<Key> legend(
            Texts texts, ClassLimits limits, Map<Style, Integer> counts, Map<String, Integer> missing) {
        Function<Integer, String> count = number -> texts.of(
                number == 1 ? "map.count.one" : "map.count", texts.numbers().whole(number));
        List<Key> legend = new ArrayList<>();
        for (int i = 1; i <= ClassLimits.CLASSES; i++) {
            Style style = Style.mapClass(i);
            legend.add(new Key(style, "", range(texts, limits, i), count.apply(counts.getOrDefault(style, 0))));
        }
        for (String status : List.of("suppressed", "unreliable", "not-available", "not-applicable")) {
            Integer number = missing.get(status);
            if (number != null) {
                Style style = status.equals("suppressed") ? Style.SUPPRESSED : Style.VOID;
                legend.add(new Key(style, symbol(status), texts.of("status." + status), count.apply(number)));
            }
        }
        return legend;
    }

    private static String symbol(String status) {
        return switch (status) {
            case "suppressed" -> ":";
            case "not-applicable" -> ".";
            default -> "..";
        };
    }

    private static String range(Texts texts, ClassLimits limits, int number) {
        if (number == 1 && limits.start() > 0) {
            return texts.of("map.class.below", texts.numbers().percent(limits.to(1)));
        }
        if (number == ClassLimits.CLASSES && limits.to(number) < 1) {
            return texts.of("map.class.above", texts.numbers().percent(limits.from(number)));
        }
        return texts.numbers().points(limits.from(number)) + "–"
                + texts.numbers().percent(limits.to(number));
    }
}
