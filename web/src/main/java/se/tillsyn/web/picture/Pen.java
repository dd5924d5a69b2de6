package se.tillsyn.web.picture;

import java.util.List;
import se.tillsyn.web.chart.Mark;
import se.tillsyn.web.chart.Style;

/** Puts marks on paper; places in pixels from the upper left corner. */
interface Pen {

    void line(double x1, double y1, double x2, double y2, Style.Ink ink);

    void shape(List<Mark.Point> points, boolean closed, Style.Ink ink);

    void dot(double x, double y, double radius, Mark.Form form, Style.Ink ink);

    void box(double x, double y, double width, double height, Style.Ink ink);

    /** Words on one line; {@code y} is their base line. */
    void words(double x, double y, Mark.Anchor anchor, String text, Style.Ink ink, Face face);

    /** An area of a map: path data of moves, relative lines and closings, moved and scaled. */
    void area(String path, double x, double y, double scale, Style.Ink ink);

    /** Families of letters. */
    enum Face {
        SANS,
        SERIF
    }
}
