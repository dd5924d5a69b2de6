package se.tillsyn.ingest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.ingest.validation.Rejection;

/** Counts the rejections of one file in memory that does not grow with them. */
public final class Tallies {

    private record Key(String rule, String column) {}

    private static final class Count {
        private long count;
        private final List<RuleTally.Place> first = new ArrayList<>();
    }

    private final Map<Key, Count> counts = new LinkedHashMap<>();

    public void add(Rejection rejection) {
        Count count = counts.computeIfAbsent(new Key(rejection.rule().name(), rejection.column()), key -> new Count());
        count.count++;
        if (count.first.size() < RuleTally.KEPT) {
            count.first.add(
                    new RuleTally.Place(rejection.line(), rejection.record(), rejection.length(), rejection.other()));
        }
    }

    /** Most frequent first; equal ones by rule and column. */
    public List<RuleTally> toList() {
        return counts.entrySet().stream()
                .map(entry -> new RuleTally(
                        entry.getKey().rule(), entry.getKey().column(), entry.getValue().count, entry.getValue().first))
                .sorted(Comparator.comparingLong(RuleTally::count)
                        .reversed()
                        .thenComparing(RuleTally::rule)
                        .thenComparing(RuleTally::column))
                .toList();
    }
}
