package se.tillsyn.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.release.AreaShapes;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.Region;

/**
 * A map of one topic in one period.
 *
 * @param viewBox of the drawing
 * @param areas in the order of their codes
 * @param legend classes and symbols with the number of areas in each
 * @param chosen code of the region that the page is about; empty for none
 */
public record AreaMap(String viewBox, List<Area> areas, List<Key> legend, String chosen) {

    /**
     * An area as drawn.
     *
     * @param style {@code c1} to {@code c5}, or the status
     * @param title name and figure
     * @param symbol status symbol drawn on it; empty with a number
     */
    public record Area(
            String code, String href, String path, String style, String title, String symbol, int labelX, int labelY) {}

    /** A row of the legend. */
    public record Key(String style, String symbol, String text, String count) {}

    /** What a map shows of a region. */
    public record Shown(Region region, Observation observation, String href) {}

    /** Draws a map; areas of the shapes that no region is shown for are left out. */
    public static AreaMap of(Texts texts, AreaShapes shapes, ClassLimits limits, List<Shown> regions, String chosen) {
        Map<String, Shown> byCode = new TreeMap<>();
        regions.forEach(shown -> byCode.put(shown.region().code(), shown));
        List<Area> areas = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (AreaShapes.Area shape : shapes.areas()) {
            Shown shown = byCode.get(shape.code());
            if (shown != null) {
                Area area = area(texts, shape, limits, shown);
                areas.add(area);
                counts.merge(area.style(), 1, Integer::sum);
            }
        }
        String viewBox = "0 0 " + shapes.width() + " " + shapes.height();
        return new AreaMap(viewBox, areas, legend(texts, limits, counts), byCode.containsKey(chosen) ? chosen : "");
    }

    private static Area area(Texts texts, AreaShapes.Area shape, ClassLimits limits, Shown shown) {
        FigureText figure = FigureText.of(texts, shown.observation());
        String name = texts.of(shown.region().name());
        boolean number = shown.observation().hasNumber();
        return new Area(
                shape.code(),
                shown.href(),
                shape.path(),
                number ? "c" + limits.classOf(shown.observation().rate()) : figure.status(),
                number
                        ? texts.of("map.area", name, figure.whole())
                        : texts.of("map.area.none", name, figure.value(), figure.spoken()),
                number ? "" : figure.value(),
                shape.labelX(),
                shape.labelY());
    }

    private static List<Key> legend(Texts texts, ClassLimits limits, Map<String, Integer> counts) {
        Function<String, String> count = style -> texts.of(
                counts.getOrDefault(style, 0) == 1 ? "map.count.one" : "map.count",
                texts.numbers().whole(counts.getOrDefault(style, 0)));
        List<Key> legend = new ArrayList<>();
        for (int i = 1; i <= ClassLimits.CLASSES; i++) {
            String style = "c" + i;
            legend.add(new Key(style, "", range(texts, limits, i), count.apply(style)));
        }
        for (String status : List.of("suppressed", "unreliable", "not-available", "not-applicable")) {
            if (counts.containsKey(status)) {
                String symbol = areasSymbol(status);
                legend.add(new Key(status, symbol, texts.of("status." + status), count.apply(status)));
            }
        }
        return legend;
    }

    private static String areasSymbol(String status) {
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
