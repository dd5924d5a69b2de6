package se.tillsyn.web.picture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.Mark;
import se.tillsyn.web.chart.Style;
import se.tillsyn.web.map.AreaMap;

/**
 * A figure to take away.
 *
 * @param title what it shows
 * @param subtitle measure, period, ages and kinds of operation
 * @param drawing the figure; {@code null} for a map
 * @param map the map; {@code null} for a drawing
 * @param keys what lines and colours are
 * @param footer source, release, address: one line each
 */
public record Picture(
        String title,
        String subtitle,
        @Nullable Drawing drawing,
        @Nullable AreaMap map,
        List<Key> keys,
        List<String> footer) {

    static final int WIDTH = 960;

    private static final Object ONE_AT_A_TIME = new Object();
    private static final int EDGE = 32;
    private static final int TITLE = 27;
    /** Letters that fit a line: wide ones, since the fonts of a server are not known. */
    private static final int TITLE_CHARACTERS = 50;

    private static final int SUBTITLE_CHARACTERS = 102;
    private static final int FOOTER_CHARACTERS = 118;
    private static final int MAP_HEIGHT = 640;
    private static final Style.Ink TITLE_INK = new Style.Ink("#14192b", 1, "", TITLE, "", "", true);
    private static final Style.Ink SUBTITLE_INK = new Style.Ink("#545b6e", 1, "", 15, "", "", false);
    private static final Style.Ink KEY_INK = new Style.Ink("#14192b", 1, "", 13, "", "", false);
    private static final Style.Ink FOOTER_INK = new Style.Ink("#545b6e", 1, "", 12, "", "", false);
    private static final Style.Ink PAPER = new Style.Ink("#ffffff", 1, "", 0, "", "", false);
    private static final Style.Ink EDGE_INK = new Style.Ink("", 1, "#8a8778", 1, "", "", false);

    /** A line, colour or symbol of the figure and what it stands for. */
    public record Key(Style style, String symbol, String text) {}

    /** The same under another title. */
    public Picture entitled(String other) {
        return new Picture(other, subtitle, drawing, map, keys, footer);
    }

    /** The picture as SVG. */
    public byte[] svg() {
        SvgPen pen = new SvgPen(WIDTH, height(), title + ". " + subtitle);
        draw(pen);
        return pen.bytes();
    }

    /** The picture as PNG, two dots to the pixel, a tall one with one. One at a time: its dots take 4 bytes each. */
    public byte[] png() {
        synchronized (ONE_AT_A_TIME) {
            PixelPen pen = new PixelPen(WIDTH, height());
            draw(pen);
            return pen.bytes();
        }
    }

    private int height() {
        return bodyTop() + bodyHeight() + 30 + footerLines().size() * 18 + EDGE;
    }

    private int bodyTop() {
        return EDGE + titleLines().size() * (TITLE + 8) + subtitleLines().size() * 20 + 16 + (map == null ? 30 : 0);
    }

    private int bodyHeight() {
        return drawing == null ? MAP_HEIGHT : drawing.height() + drawing.bottom();
    }

    private void draw(Pen pen) {
        pen.box(0, 0, WIDTH, height(), PAPER);
        double y = EDGE;
        for (String line : titleLines()) {
            y += TITLE;
            pen.words(EDGE, y, Mark.Anchor.START, line, TITLE_INK, Pen.Face.SERIF);
            y += 8;
        }
        for (String line : subtitleLines()) {
            pen.words(EDGE, y + 16, Mark.Anchor.START, line, SUBTITLE_INK, Pen.Face.SANS);
            y += 20;
        }
        if (drawing != null) {
            keysInRow(pen, y + 28);
            marks(pen, drawing);
        } else if (map != null) {
            areas(pen, map);
        }
        double bottom = bodyTop() + bodyHeight() + 34d;
        pen.line(EDGE, bottom - 22, WIDTH - EDGE, bottom - 22, Style.GRID.ink());
        for (String line : footerLines()) {
            pen.words(EDGE, bottom, Mark.Anchor.START, line, FOOTER_INK, Pen.Face.SANS);
            bottom += 18;
        }
    }

    private void keysInRow(Pen pen, double y) {
        double x = EDGE;
        for (Key key : keys) {
            sample(pen, key, x, y - 5);
            pen.words(x + 40, y, Mark.Anchor.START, key.text(), KEY_INK, Pen.Face.SANS);
            x += 66 + key.text().length() * 6.8;
        }
    }

    private static void sample(Pen pen, Key key, double x, double y) {
        Style.Ink ink = key.style().ink();
        if (ink.fill().isEmpty()) {
            pen.line(x, y, x + 32, y, ink);
        } else if (key.style().name().startsWith("DOT")) {
            pen.dot(x + 16, y, 5, Mark.Form.CIRCLE, ink);
        } else {
            pen.box(x, y - 8, 32, 16, ink);
            pen.shape(rectangle(x, y - 8, 32, 16), true, EDGE_INK);
        }
        if (!key.symbol().isEmpty()) {
            pen.words(x + 16, y + 4, Mark.Anchor.MIDDLE, key.symbol(), Style.ON_LIGHT.ink(), Pen.Face.SANS);
        }
    }

    private static List<Mark.Point> rectangle(double x, double y, double width, double height) {
        return List.of(
                new Mark.Point(x, y),
                new Mark.Point(x + width, y),
                new Mark.Point(x + width, y + height),
                new Mark.Point(x, y + height));
    }

    private void marks(Pen pen, Drawing figure) {
        double left = EDGE + (double) figure.left();
        double width = WIDTH - EDGE - left - 12;
        double top = bodyTop();
        for (Mark mark : figure.marks()) {
            Style.Ink ink = mark.style().ink();
            if (mark instanceof Mark.Line line) {
                pen.line(left + line.x1() * width, top + line.y1(), left + line.x2() * width, top + line.y2(), ink);
            } else if (mark instanceof Mark.Shape shape) {
                List<Mark.Point> points = shape.points().stream()
                        .map(point -> new Mark.Point(left + point.x() * width, top + point.y()))
                        .toList();
                pen.shape(points, shape.closed(), ink);
            } else if (mark instanceof Mark.Dot dot) {
                pen.dot(left + dot.x() * width, top + dot.y(), dot.radius(), dot.form(), ink);
            } else if (mark instanceof Mark.Box box) {
                pen.box(left + box.x() * width, top + box.y(), box.width() * width, box.height(), ink);
            } else if (mark instanceof Mark.Words words) {
                double x = left + words.x() * width + words.dx();
                pen.words(x, top + words.y(), words.anchor(), words.text(), ink, Pen.Face.SANS);
            }
        }
    }

    private void areas(Pen pen, AreaMap drawn) {
        double scale = Math.min((double) MAP_HEIGHT / drawn.height(), 420d / drawn.width());
        double top = bodyTop();
        double left = EDGE + 20;
        for (AreaMap.Area area : drawn.areas()) {
            pen.area(area.path(), left, top, scale, area.style().ink());
        }
        for (AreaMap.Area area : drawn.areas()) {
            pen.area(area.path(), left, top, scale, Style.CASING.ink());
        }
        for (AreaMap.Area area : drawn.areas()) {
            pen.area(area.path(), left, top, scale, Style.OUTLINE.ink());
            if (area.code().equals(drawn.chosen())) {
                pen.area(area.path(), left, top, scale, Style.CHOSEN.ink());
            }
        }
        for (AreaMap.Area area : drawn.areas()) {
            lines(pen, area, left, top, scale);
        }
        double y = top + 24;
        for (AreaMap.Key key : drawn.legend()) {
            sample(pen, new Key(key.style(), key.symbol(), key.text()), 540, y - 5);
            pen.words(584, y, Mark.Anchor.START, key.text(), KEY_INK, Pen.Face.SANS);
            pen.words(WIDTH - EDGE, y, Mark.Anchor.END, key.count(), FOOTER_INK, Pen.Face.SANS);
            y += 28;
        }
    }

    private static void lines(Pen pen, AreaMap.Area area, double left, double top, double scale) {
        boolean dark = area.style() == Style.CLASS_4 || area.style() == Style.CLASS_5;
        Style.Ink ink = (dark ? Style.ON_DARK : Style.ON_LIGHT).ink();
        int count = area.lines().size();
        for (int i = 0; i < count; i++) {
            double y = top + area.labelY() * scale + (i - (count - 1) / 2d) * 15 + 4;
            pen.words(
                    left + area.labelX() * scale,
                    y,
                    Mark.Anchor.MIDDLE,
                    area.lines().get(i),
                    ink,
                    Pen.Face.SANS);
        }
    }

    private List<String> titleLines() {
        return wrapped(title, TITLE_CHARACTERS);
    }

    private List<String> subtitleLines() {
        return wrapped(subtitle, SUBTITLE_CHARACTERS);
    }

    private List<String> footerLines() {
        return footer.stream()
                .flatMap(line -> wrapped(line, FOOTER_CHARACTERS).stream())
                .toList();
    }

    /** A text on lines of at most so many letters. */
    private static List<String> wrapped(String text, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
