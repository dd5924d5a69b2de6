package se.tillsyn.web.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/**
 * The profile of a region.
 *
 * @param place what kind of region it is and where
 * @param sentences the profile in a few sentences
 * @param nation whether the region is the nation, which has no comparison
 * @param groupName group of regions alike; empty for none
 * @param groups topics by subject
 */
record RegionPage(
        PageFrame frame,
        String name,
        String place,
        List<String> sentences,
        String period,
        List<Period> periods,
        String action,
        boolean nation,
        String groupName,
        @Nullable Extremes extremes,
        List<Group> groups,
        String scaleEnd,
        List<Change> changes,
        FollowUp followUp,
        List<Covered> coverage,
        Alike alike,
        Share share) {

    /** A year to choose. */
    record Period(String code, boolean chosen) {}

    /** Topics that lie furthest from the rest of the nation. */
    record Extremes(List<Line> worst, List<Line> best, String caution) {}

    /** Topics of a subject. */
    record Group(String name, List<Line> lines) {}

    /** A topic in the region. */
    record Line(
            String code,
            String topic,
            String href,
            String measure,
            FigureText figure,
            @Nullable IntervalMark mark,
            FigureText nation,
            FigureText group,
            DifferenceText difference,
            Outcome verdict,
            boolean unlike,
            @Nullable Sparkline spark,
            String trend) {}

    /** A topic whose years say something. */
    record Change(
            String topic,
            String href,
            String symbol,
            String sentence,
            @Nullable Sparkline spark) {}

    /**
     * What became of demands.
     *
     * @param steps demands, re-inspected, remedied, deficient again; none without any demand
     */
    record FollowUp(String sentence, List<Step> steps, List<Year> years) {}

    /** A step of the chain: a number, its share of the demands in percent, and how long its bar is. */
    record Step(String name, String number, String share, String width) {}

    /** Demands of one year. */
    record Year(
            String period,
            String demands,
            String followedUp,
            String remedied,
            String relapsed,
            String share,
            String limits) {}

    /** Inspected operations of a kind. */
    record Covered(
            String type,
            boolean total,
            String inspected,
            String eligible,
            String share,
            String deficient,
            String basis) {}

    /** Regions to compare with. */
    record Alike(String sentence, List<Link> regions, String compareHref, List<Link> below) {}

    record Link(String name, String href) {}
}
