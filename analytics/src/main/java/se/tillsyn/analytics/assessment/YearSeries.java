package se.tillsyn.analytics.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.assessment.YearCells.SeriesKey;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.statistics.Proportion;

/**
 * A region's years on a topic since the law last changed; years without inspections are not there.
 *
 * @param key topic and region
 * @param denominator what the rates are shares of
 * @param cells by year, at least one
 * @param whole whether the counts of all of them may be seen
 */
record YearSeries(SeriesKey key, Denominator denominator, NavigableMap<Integer, DeficiencyCell> cells, boolean whole) {

    /** The series of a region; {@code null} when no year has figures. */
    static @Nullable YearSeries of(
            SeriesKey key, NavigableMap<Integer, DeficiencyCell> all, YearCells years, List<LocalDate> breaks) {
        Denominator denominator = years.denominator(key.topic());
        TreeMap<Integer, DeficiencyCell> with = new TreeMap<>();
        all.forEach((year, cell) -> {
            if (Figure.exists(cell, denominator)) {
                with.put(year, cell);
            }
        });
        NavigableMap<Integer, DeficiencyCell> used = unbroken(with, breaks);
        return used.isEmpty()
                ? null
                : new YearSeries(
                        key,
                        denominator,
                        used,
                        used.values().stream().allMatch(cell -> years.mayBeSeen(cell, denominator)));
    }

    /** The last years under one and the same law; a year in which the law changed belongs to neither side. */
    static <V> NavigableMap<Integer, V> unbroken(NavigableMap<Integer, V> years, List<LocalDate> breaks) {
        NavigableMap<Integer, V> before = years;
        for (LocalDate day : breaks.stream().sorted(Comparator.reverseOrder()).toList()) {
            int firstWhole = day.getDayOfYear() == 1 ? day.getYear() : day.getYear() + 1;
            NavigableMap<Integer, V> after = before.tailMap(firstWhole, true);
            if (!after.isEmpty()) {
                return after;
            }
            before = before.headMap(day.getYear(), false);
        }
        return before;
    }

    /** What was counted in a year; 0 of 0 without inspections. */
    Proportion counts(int year) {
        DeficiencyCell cell = cells.get(year);
        return cell == null ? new Proportion(0, 0) : counts(cell);
    }

    private Proportion counts(DeficiencyCell cell) {
        return denominator == Denominator.UNITS
                ? new Proportion(cell.deficientUnits(), cell.units())
                : new Proportion(cell.cases().deficient(), cell.cases().cases());
    }

    /** All years together. */
    Proportion counts() {
        long deficient = 0;
        long counted = 0;
        for (DeficiencyCell cell : cells.values()) {
            deficient += counts(cell).deficient();
            counted += counts(cell).cases();
        }
        return new Proportion(deficient, counted);
    }

    /** Each year at its number of independent cases, in order. */
    List<Proportion> effective(@Nullable Likeness likeness) {
        List<Proportion> years = new ArrayList<>();
        for (DeficiencyCell cell : cells.values()) {
            Proportion counts = counts(cell);
            years.add(at(counts.rate(), effectiveCases(counts.cases(), cell.units(), likeness)));
        }
        return years;
    }

    /** Number of independent cases of all years together; an operation inspected in two years counts as two. */
    double effectiveCases(@Nullable Likeness likeness) {
        long operations = 0;
        for (DeficiencyCell cell : cells.values()) {
            operations += cell.units();
        }
        return effectiveCases(counts().cases(), operations, likeness);
    }

    private double effectiveCases(long counted, long operations, @Nullable Likeness likeness) {
        return denominator == Denominator.UNITS || likeness == null
                ? (double) counted
                : likeness.effectiveCases(counted, operations);
    }

    /** A rate at a number of cases, to the nearest whole. */
    static Proportion at(double rate, double cases) {
        long whole = Math.max(1, Math.round(cases));
        return new Proportion(Math.min(whole, Math.round(rate * whole)), whole);
    }
}
