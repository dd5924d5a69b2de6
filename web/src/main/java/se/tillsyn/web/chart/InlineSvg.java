package se.tillsyn.web.chart;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** Writes a drawing for a page: widths in percent, looks by class. Shapes lie in inner drawings that stretch. */
final class InlineSvg {

    private static final int PARTS = 1_000;

    private final Drawing drawing;
    private final StringBuilder svg = new StringBuilder();
    private boolean stretching;

    private InlineSvg(Drawing drawing) {
        this.drawing = drawing;
    }

    static String of(Drawing drawing) {
        return new InlineSvg(drawing).write();
    }

    static String ornament(Drawing drawing, int width) {
        InlineSvg inline = new InlineSvg(drawing);
        inline.svg
                .append("<svg class=\"key-line\" aria-hidden=\"true\" width=\"")
                .append(width);
        inline.svg.append("\" height=\"").append(drawing.height()).append("\">");
        return inline.marks();
    }

    private String write() {
        svg.append("<svg class=\"plot-area\" role=\"img\" height=\"").append(drawing.height());
        svg.append("\" aria-label=\"").append(escaped(drawing.description())).append("\">");
        return marks();
    }

    private String marks() {
        for (Mark mark : drawing.marks()) {
            stretch(mark instanceof Mark.Shape);
            append(mark);
        }
        stretch(false);
        return svg.append("</svg>").toString();
    }

    private void stretch(boolean wanted) {
        if (wanted && !stretching) {
            svg.append("<svg width=\"100%\" height=\"").append(drawing.height()).append("\" viewBox=\"0 0 ");
            svg.append(PARTS).append(' ').append(drawing.height()).append("\" preserveAspectRatio=\"none\">");
        } else if (!wanted && stretching) {
            svg.append("</svg>");
        }
        stretching = wanted;
    }

    private void append(Mark mark) {
        if (mark instanceof Mark.Line line) {
            open("line", line.style());
            attribute("x1", percent(line.x1()));
            attribute("x2", percent(line.x2()));
            attribute("y1", Place.of(line.y1()));
            attribute("y2", Place.of(line.y2()));
            svg.append("/>");
        } else if (mark instanceof Mark.Shape shape) {
            open(shape.closed() ? "polygon" : "polyline", shape.style());
            attribute("points", points(shape.points()));
            svg.append(" vector-effect=\"non-scaling-stroke\"/>");
        } else if (mark instanceof Mark.Dot dot) {
            append(dot);
        } else if (mark instanceof Mark.Box box) {
            open("rect", box.style());
            attribute("x", percent(box.x()));
            attribute("width", percent(box.width()));
            attribute("y", Place.of(box.y()));
            attribute("height", Place.of(box.height()));
            svg.append("/>");
        } else if (mark instanceof Mark.Words words) {
            svg.append("<text class=\"").append(words.style().css()).append(words.minor() ? " minor\"" : "\"");
            attribute("x", percent(words.x()));
            attribute("dx", Place.of(words.dx()));
            attribute("y", Place.of(words.y()));
            attribute("text-anchor", words.anchor().svg());
            svg.append(" aria-hidden=\"true\">").append(escaped(words.text())).append("</text>");
        }
    }

    /** A dot at a place in percent: other forms than circles are paths in an inner drawing at that place. */
    private void append(Mark.Dot dot) {
        String radius = Place.of(dot.radius());
        if (dot.form() == Mark.Form.CIRCLE) {
            open("circle", dot.style());
            attribute("cx", percent(dot.x()));
            attribute("cy", Place.of(dot.y()));
            attribute("r", radius);
            svg.append("/>");
            return;
        }
        svg.append("<svg class=\"at\" aria-hidden=\"true\"");
        attribute("x", percent(dot.x()));
        attribute("y", Place.of(dot.y()));
        svg.append('>');
        open("path", dot.style());
        attribute("d", form(dot.form(), dot.radius()));
        svg.append("/></svg>");
    }

    /** Outline of a form around 0. */
    static String form(Mark.Form form, double radius) {
        String r = Place.of(radius);
        String wide = Place.of(2 * radius);
        return switch (form) {
            case CIRCLE ->
                "M-" + r + " 0a" + r + ' ' + r + " 0 1 0 " + wide + " 0a" + r + ' ' + r + " 0 1 0 -" + wide + " 0z";
            case SQUARE -> "M-" + r + " -" + r + "h" + wide + "v" + wide + "h-" + wide + "z";
            case TRIANGLE -> "M0 -" + r + "L" + r + ' ' + r + "L-" + r + ' ' + r + "z";
            case DIAMOND -> "M0 -" + r + "L" + r + " 0L0 " + r + "L-" + r + " 0z";
        };
    }

    private void open(String element, Style style) {
        svg.append('<').append(element).append(" class=\"").append(style.css()).append('"');
    }

    private void attribute(String name, String value) {
        svg.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private static String points(List<Mark.Point> points) {
        StringBuilder text = new StringBuilder();
        for (Mark.Point point : points) {
            text.append(text.isEmpty() ? "" : " ").append(Place.of(PARTS * point.x()));
            text.append(',').append(Place.of(point.y()));
        }
        return text.toString();
    }

    private static String percent(double part) {
        return Place.percentOf(part, 1);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
