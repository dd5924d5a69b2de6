package se.tillsyn.analytics.audit.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which counts of withheld cells must stay uncertain: files, deficient files and files without deficiency, but for what a
 * published 0 says outright. Where a release tells that none of the files of a county is deficient, none of a municipality's is
 * either: that is the published statement itself, made about a group large enough to be published, and how many files the municipality has
 * stays uncertain.
 */
final class ProtectedCounts {

    private static final List<Integer> MEASURES = List.of(Ranges.DEFICIENT, Ranges.MET, Ranges.ALL);

    private final BitSet[] told = {new BitSet(), new BitSet()};

    ProtectedCounts(Lattice lattice) {
        List<List<Lattice.Sum>> sumsOfWhole = new ArrayList<>();
        for (int cell = 0; cell < lattice.size(); cell++) {
            sumsOfWhole.add(new ArrayList<>());
        }
        for (Lattice.Sum sum : lattice.sums()) {
            if (sum.whole() != Lattice.ZERO) {
                sumsOfWhole.get(sum.whole()).add(sum);
            }
        }
        for (int measure : List.of(Ranges.DEFICIENT, Ranges.MET)) {
            Deque<Integer> waiting = new ArrayDeque<>();
            for (int cell = 0; cell < lattice.size(); cell++) {
                RateCell shown = lattice.cell(cell);
                if (shown != null && !shown.isWithheld() && count(shown, measure) == 0) {
                    told[measure].set(cell);
                    waiting.add(cell);
                }
            }
            while (!waiting.isEmpty()) {
                for (Lattice.Sum sum : sumsOfWhole.get(waiting.remove())) {
                    for (int part : sum.parts()) {
                        if (!told[measure].get(part)) {
                            told[measure].set(part);
                            waiting.add(part);
                        }
                    }
                }
            }
        }
    }

    private static long count(RateCell cell, int measure) {
        return measure == Ranges.DEFICIENT ? cell.deficient() : cell.assessed() - cell.deficient();
    }

    /** Measures of the cell that must stay uncertain. */
    List<Integer> of(int cell) {
        return MEASURES.stream()
                .filter(measure -> measure == Ranges.ALL || !told[measure].get(cell))
                .toList();
    }
}
