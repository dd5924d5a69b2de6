package se.tillsyn.analytics.cube;

import java.io.Serializable;

/** What some operations add to the cells of one region; parts merge in any order. */
final class CubePart implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Operations inspected in the period. */
    final CellSums inspected = new CellSums();
    /** Operations as last seen at the end of the year. */
    final CellSums latest = new CellSums();
    /** Any finding at all, by period and operation type; the topic is 0. */
    final CellSums coverage = new CellSums();
    /** Bounded evidence: {@link CellSums#CASES}, {@link #LOW}, {@link #HIGH}. */
    final CellSums bounds = new CellSums();
    /** Demands: {@link #DEMANDS}, {@link #FOLLOWED_UP}, {@link #REMEDIED}, {@link #RELAPSED}. */
    final CellSums followUps = new CellSums();
    /** Files by office and selection basis, which stand in the place of operation type and age group. */
    final CellSums offices = new CellSums();
    /** Waits and measured rules. */
    final ValueCounts values = new ValueCounts();
    /** Days from demand to remedy. */
    final ValueCounts remedyDays = new ValueCounts();

    static final int LOW = 0;
    static final int HIGH = 1;

    static final int DEMANDS = 0;
    static final int FOLLOWED_UP = 1;
    static final int REMEDIED = 2;
    static final int RELAPSED = 4;

    void merge(CubePart other) {
        inspected.merge(other.inspected);
        latest.merge(other.latest);
        coverage.merge(other.coverage);
        bounds.merge(other.bounds);
        followUps.merge(other.followUps);
        offices.merge(other.offices);
        values.merge(other.values);
        remedyDays.merge(other.remedyDays);
    }
}
