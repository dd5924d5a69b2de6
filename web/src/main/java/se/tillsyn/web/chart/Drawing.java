package se.tillsyn.web.chart;

import java.util.List;

/**
 * A figure made on the server: marks in the order in which they lie over each other. The same drawing is put into pages
 * ({@link #svg()}) and into pictures that leave the site.
 *
 * @param height of the plot in pixels
 * @param left room left of the plot for words, pixels
 * @param bottom room below the plot for words, pixels
 * @param description the figure in words: what it shows, its extremes, what is missing
 */
public record Drawing(int height, int left, int bottom, String description, List<Mark> marks) {

    public Drawing {
        marks = List.copyOf(marks);
    }

    /** The drawing as an SVG element of a page; every text in it is escaped. */
    public String svg() {
        return InlineSvg.of(this);
    }

    /** The same as an ornament beside words that say it: so many pixels wide, and nothing for those who hear the page. */
    public String ornament(int width) {
        return InlineSvg.ornament(this, width);
    }
}
