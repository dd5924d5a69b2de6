package se.tillsyn.web.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.HtmlUtils;
import se.tillsyn.web.chart.Mark;
import se.tillsyn.web.chart.Style;

/** Writes a picture as an SVG file that needs no style sheet. */
final class SvgPen implements Pen {

    private final StringBuilder svg = new StringBuilder();

    SvgPen(int width, int height, String title) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        svg.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ");
        svg.append(width).append(' ').append(height).append("\" role=\"img\"><title>");
        svg.append(escaped(title)).append("</title><defs><pattern id=\"hatch\" width=\"6\" height=\"6\"");
        svg.append(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
        svg.append("<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>");
        svg.append("<line x1=\"0\" x2=\"0\" y1=\"0\" y2=\"6\" stroke=\"#545b6e\" stroke-width=\"2\"/>");
        svg.append("</pattern></defs>\n");
    }

    byte[] bytes() {
        return (svg + "</svg>\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Style.Ink ink) {
        svg.append("<line x1=\"").append(at(x1)).append("\" y1=\"").append(at(y1));
        svg.append("\" x2=\"").append(at(x2)).append("\" y2=\"").append(at(y2)).append('"');
        look(ink);
    }

    @Override
    public void shape(List<Mark.Point> points, boolean closed, Style.Ink ink) {
        svg.append(closed ? "<polygon points=\"" : "<polyline points=\"");
        for (Mark.Point point : points) {
            svg.append(at(point.x())).append(',').append(at(point.y())).append(' ');
        }
        svg.append('"');
        look(ink);
    }

    @Override
    public void dot(double x, double y, double radius, Mark.Form form, Style.Ink ink) {
        if (form == Mark.Form.CIRCLE) {
            svg.append("<circle cx=\"").append(at(x)).append("\" cy=\"").append(at(y));
            svg.append("\" r=\"").append(at(radius)).append("\" stroke=\"#ffffff\"");
            look(ink);
            return;
        }
        shape(Forms.corners(x, y, radius, form), true, ink);
    }

    @Override
    public void box(double x, double y, double width, double height, Style.Ink ink) {
        svg.append("<rect x=\"").append(at(x)).append("\" y=\"").append(at(y));
        svg.append("\" width=\"")
                .append(at(width))
                .append("\" height=\"")
                .append(at(height))
                .append('"');
        look(ink);
    }

    @Override
    public void words(double x, double y, Mark.Anchor anchor, String text, Style.Ink ink, Face face) {
        String anchored =
                switch (anchor) {
                    case START -> "start";
                    case MIDDLE -> "middle";
                    case END -> "end";
                };
        svg.append("<text x=\"").append(at(x)).append("\" y=\"").append(at(y));
        svg.append("\" text-anchor=\"")
                .append(anchored)
                .append("\" font-size=\"")
                .append(at(ink.width()));
        svg.append("\" font-family=\"").append(face == Face.SERIF ? "Georgia, serif" : "Arial, sans-serif");
        svg.append(ink.bold() ? "\" font-weight=\"bold" : "")
                .append("\" fill=\"")
                .append(ink.fill());
        svg.append("\">").append(escaped(text)).append("</text>\n");
    }

    @Override
    public void area(String path, double x, double y, double scale, Style.Ink ink) {
        svg.append("<path fill-rule=\"evenodd\" vector-effect=\"non-scaling-stroke\" transform=\"translate(");
        svg.append(at(x)).append(' ').append(at(y)).append(") scale(");
        svg.append(BigDecimal.valueOf(scale).setScale(4, RoundingMode.HALF_UP).toPlainString());
        svg.append(")\" d=\"").append(path).append('"');
        look(ink);
    }

    private void look(Style.Ink ink) {
        String fill = ink.hatch().isEmpty() ? ink.fill() : "url(#hatch)";
        svg.append(" fill=\"").append(fill.isEmpty() ? "none" : fill).append('"');
        if (ink.opacity() < 1) {
            svg.append(" fill-opacity=\"").append(ink.opacity()).append('"');
        }
        if (!ink.stroke().isEmpty()) {
            svg.append(" stroke=\"").append(ink.stroke()).append("\" stroke-width=\"");
            svg.append(at(ink.width())).append("\" stroke-linejoin=\"round\"");
            svg.append(ink.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + ink.dashes() + "\"");
        }
        svg.append("/>\n");
    }

    private static String at(double place) {
        return BigDecimal.valueOf(place)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
