package se.tillsyn.analytics.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import se.tillsyn.ingest.profile.ProfileDescription.View;

/**
 * The chain from a demand to its remedy at one operation. An episode starts with a demand on a topic and ends on the day of
 * the re-inspection that found it remedied; further demands on the topic before that day belong to it. An episode without
 * a verified remedy goes on until the last inspection day of the store and is censored there. A relapse is a deficiency on
 * the topic after the remedy.
 */
final class FollowUps {

    private final CubeDimensions dimensions;
    private final IntFunction<CubePart> leaf;
    private final int lastDay;

    /**
     * @param leaf part of a region where cells are first added
     * @param lastDay last inspection day of the store
     */
    FollowUps(CubeDimensions dimensions, IntFunction<CubePart> leaf, int lastDay) {
        this.dimensions = dimensions;
        this.leaf = leaf;
        this.lastDay = lastDay;
    }

    /** One demand and what became of it; {@code followedUp} is −1 without a re-inspection. */
    private record Demand(long code, int followedUp, boolean remedied) {

        int topic() {
            return FindingCode.topic(code);
        }

        int day() {
            return FindingCode.day(code);
        }
    }

    /**
     * Adds the episodes of one operation.
     *
     * @param codes its findings from {@code from} to {@code to}, by topic and day
     */
    void add(LongRows rows, long[] codes, int from, int to) {
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            demands.add(new Demand(
                    rows.at(i, FindingRows.CODE),
                    (int) rows.at(i, FindingRows.FOLLOWED_UP),
                    rows.at(i, FindingRows.REMEDIED) == 1));
        }
        demands.sort(Comparator.comparingInt(Demand::topic)
                .thenComparingInt(Demand::day)
                .thenComparingLong(Demand::code)
                .thenComparingInt(Demand::followedUp)
                .thenComparing(Demand::remedied));
        int start = 0;
        while (start < demands.size()) {
            start = addEpisode(demands, start, codes, from, to);
        }
    }

    /** Adds the episode that starts with a demand; returns the first demand after it. */
    private int addEpisode(List<Demand> demands, int start, long[] codes, int from, int to) {
        Demand first = demands.get(start);
        boolean followedUp = false;
        int remedy = Integer.MAX_VALUE;
        int next = start;
        while (next < demands.size()
                && demands.get(next).topic() == first.topic()
                && demands.get(next).day() < remedy) {
            Demand demand = demands.get(next++);
            followedUp |= demand.followedUp() >= 0;
            if (demand.remedied() && demand.followedUp() >= demand.day()) {
                remedy = Math.min(remedy, demand.followedUp());
            }
        }
        boolean remedied = remedy != Integer.MAX_VALUE;
        boolean relapsed = remedied && deficientAfter(remedy, first.topic(), codes, from, to);
        count(first, followedUp, remedy, relapsed);
        return next;
    }

    private static boolean deficientAfter(int day, int topic, long[] codes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (FindingCode.topic(codes[i]) == topic
                    && FindingCode.day(codes[i]) > day
                    && FindingCode.has(codes[i], FindingCode.DEFICIENT)) {
                return true;
            }
        }
        return false;
    }

    private void count(Demand first, boolean followedUp, int remedy, boolean relapsed) {
        int region = FindingCode.region(first.code());
        long cell = CellKey.of(first.topic(), 0, CubeDimensions.yearPeriod(first.day()), 0, 0);
        int at = dimensions.regions().leaves(region)[CubePlan.shape(View.INSPECTED, cell)];
        if (at < 0) {
            return;
        }
        long key = CellKey.at(cell, at);
        CubePart part = leaf.apply(at);
        boolean remedied = remedy != Integer.MAX_VALUE;
        part.followUps.add(key, CubePart.DEMANDS, 1);
        part.followUps.add(key, CubePart.FOLLOWED_UP, followedUp ? 1 : 0);
        part.followUps.add(key, CubePart.REMEDIED, remedied ? 1 : 0);
        part.followUps.add(key, CubePart.RELAPSED, relapsed ? 1 : 0);
        int days = (remedied ? remedy : Math.max(first.day(), lastDay)) - first.day();
        part.remedyDays.add(key, days, remedied ? 1 : 0, remedied ? 0 : 1);
    }
}
