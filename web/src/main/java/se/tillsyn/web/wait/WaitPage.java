package se.tillsyn.web.wait;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Share;

/**
 * Waits and rules.
 *
 * @param headline the finding in a sentence
 * @param tiles what the nation's waits and rules are
 * @param figures {@code null} where the release has no waits
 */
record WaitPage(
        PageFrame frame,
        String title,
        String headline,
        String context,
        List<Select> selects,
        String action,
        List<Tile> tiles,
        @Nullable Figures figures) {

    record Tile(String name, QuantityText figure, String unit, String meaning) {}

    /**
     * The figures.
     *
     * @param rules names of the rules, with their units
     */
    record Figures(
            String topicHref,
            Drawing regionPlot,
            String regionCaption,
            List<String> rules,
            List<Line> regions,
            Drawing yearPlot,
            String yearCaption,
            List<Line> years,
            Share share) {}

    /** Waits of a region or of a year; the address is empty for a year. */
    record Line(
            String label,
            String href,
            boolean nation,
            QuantityText count,
            QuantityText waiting,
            QuantityText median,
            QuantityText p90,
            QuantityText completedMedian,
            List<QuantityText> rules) {}
}
