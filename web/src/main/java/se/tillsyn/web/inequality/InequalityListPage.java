package se.tillsyn.web.inequality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Share;

/**
 * How unequal regions are on every topic.
 *
 * @param sentence on how many topics regions differ by more than chance
 * @param caution what so many tests do
 */
record InequalityListPage(
        PageFrame frame,
        String sentence,
        String caution,
        List<Select> selects,
        String action,
        String caption,
        List<Group> groups,
        Share share) {

    record Group(String name, List<Line> lines) {}

    /**
     * A topic.
     *
     * @param spread tau in percentage points; the symbol of missing figures where there is none
     * @param limits of the spread; empty where they are not given
     * @param width of a bar for the spread; empty without one
     * @param shown whether regions differ by more than chance
     */
    record Line(
            String topic,
            String href,
            String regions,
            String nation,
            String spread,
            String limits,
            String width,
            boolean known,
            boolean shown,
            String verdict,
            String gap,
            String gapByChance,
            @Nullable Sparkline spark) {}
}
