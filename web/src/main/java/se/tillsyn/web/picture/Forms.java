package se.tillsyn.web.picture;

import java.util.List;
import se.tillsyn.web.chart.Mark;

/** Corners of dots that are not round. */
final class Forms {

    private Forms() {}

    static List<Mark.Point> corners(double x, double y, double r, Mark.Form form) {
        return switch (form) {
            case CIRCLE, SQUARE ->
                List.of(
                        new Mark.Point(x - r, y - r),
                        new Mark.Point(x + r, y - r),
                        new Mark.Point(x + r, y + r),
                        new Mark.Point(x - r, y + r));
            case TRIANGLE ->
                List.of(new Mark.Point(x, y - r), new Mark.Point(x + r, y + r), new Mark.Point(x - r, y + r));
            case DIAMOND ->
                List.of(
                        new Mark.Point(x, y - r),
                        new Mark.Point(x + r, y),
                        new Mark.Point(x, y + r),
                        new Mark.Point(x - r, y));
        };
    }
}
