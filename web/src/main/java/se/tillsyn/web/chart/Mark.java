package se.tillsyn.web.chart;

import java.util.List;

/**
 * One mark of a drawing. Horizontal places are parts of the drawing's width, 0 to 1, so that it fits any screen; vertical
 * ones are pixels from the top, so that text keeps its size.
 */
public sealed interface Mark {

    Style style();

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, Style style) implements Mark {}

    /** Lines from point to point; filled when closed. */
    record Shape(List<Point> points, boolean closed, Style style) implements Mark {

        public Shape {
            points = List.copyOf(points);
        }
    }

    /** A dot; its form differs besides its colour. */
    record Dot(double x, double y, double radius, Form form, Style style) implements Mark {}

    /** A box whose width is a part and whose height is pixels. */
    record Box(double x, double y, double width, double height, Style style) implements Mark {}

    /**
     * Words.
     *
     * @param dx pixels to the right of the place
     * @param minor whether it gives way on narrow screens
     */
    record Words(double x, double y, double dx, Anchor anchor, String text, Style style, boolean minor)
            implements Mark {}

    /** A place. */
    record Point(double x, double y) {}

    /** Form of a dot. */
    enum Form {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND;

        /** The form of the nth series, counted from 1. */
        static Form of(int series) {
            return values()[Math.min(series, values().length) - 1];
        }
    }

    /** Which end of the words stands at their place. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        String svg() {
            return switch (this) {
                case START -> "start";
                case MIDDLE -> "middle";
                case END -> "end";
            };
        }
    }
}
