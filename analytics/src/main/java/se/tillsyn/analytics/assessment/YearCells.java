package se.tillsyn.analytics.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.release.RateColumns;

/** Cells of calendar years, all ages and types together, by what they are compared with; and by age beside. */
final class YearCells {

    record FamilyKey(String topic, String level, String period) {

        static final Comparator<FamilyKey> ORDER = Comparator.comparing(FamilyKey::topic)
                .thenComparing(FamilyKey::level)
                .thenComparing(FamilyKey::period);
    }

    record SeriesKey(String topic, String level, String region) {

        static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::topic)
                .thenComparing(SeriesKey::level)
                .thenComparing(SeriesKey::region);
    }

    final Map<FamilyKey, List<DeficiencyCell>> families = new TreeMap<>(FamilyKey.ORDER);
    final Map<SeriesKey, TreeMap<Integer, DeficiencyCell>> series = new TreeMap<>(SeriesKey.ORDER);
    final Map<String, List<DeficiencyCell>> byAge = new HashMap<>();
    private final Map<String, Denominator> denominators = new HashMap<>();
    private final Predicate<DeficiencyCell> published;
    private final CaseRates rates;

    YearCells(List<DeficiencyCell> cells, Predicate<DeficiencyCell> published, CaseRates rates) {
        this.rates = rates;
        this.published = published;
        Map<String, List<DeficiencyCell>> byTopic = new HashMap<>();
        for (DeficiencyCell cell : cells) {
            boolean year = cell.period().length() == 4;
            if (!year || !cell.operationType().equals(RateColumns.TOTAL)) {
                continue;
            }
            if (!cell.ageGroup().equals(RateColumns.TOTAL)) {
                byAge.computeIfAbsent(ageKey(cell), any -> new ArrayList<>()).add(cell);
                continue;
            }
            byTopic.computeIfAbsent(cell.topic(), any -> new ArrayList<>()).add(cell);
            families.computeIfAbsent(new FamilyKey(cell.topic(), cell.level(), cell.period()), any -> new ArrayList<>())
                    .add(cell);
            series.computeIfAbsent(new SeriesKey(cell.topic(), cell.level(), cell.region()), any -> new TreeMap<>())
                    .put(Integer.valueOf(cell.period()), cell);
        }
        byTopic.forEach((topic, all) -> denominators.put(topic, Figure.denominatorOf(all)));
    }

    static String ageKey(DeficiencyCell cell) {
        return cell.topic() + " " + cell.region() + " " + cell.period();
    }

    Denominator denominator(String topic) {
        return denominators.getOrDefault(topic, Denominator.UNITS);
    }

    boolean usable(DeficiencyCell cell, Denominator denominator) {
        return Figure.exists(cell, denominator) && mayBeSeen(cell, denominator);
    }

    /** Verdicts on operations are public; files are so only where the cell is published. */
    boolean mayBeSeen(DeficiencyCell cell, Denominator denominator) {
        return denominator == Denominator.UNITS || published.test(cell);
    }

    @Nullable
    Figure nation(String top, FamilyKey key) {
        Denominator denominator = denominator(key.topic());
        return families.getOrDefault(new FamilyKey(key.topic(), top, key.period()), List.of()).stream()
                .filter(cell -> usable(cell, denominator))
                .findFirst()
                .map(cell -> Figure.of(cell, denominator, rates))
                .orElse(null);
    }

    List<Figure> figures(FamilyKey key, Denominator denominator) {
        return families.getOrDefault(key, List.of()).stream()
                .filter(cell -> usable(cell, denominator))
                .sorted(Comparator.comparing(DeficiencyCell::region))
                .map(cell -> Figure.of(cell, denominator, rates))
                .toList();
    }

    CaseRates rates() {
        return rates;
    }
}
