package se.tillsyn.web.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.Topic;

/** The dimensions that the rows of a release are told apart by. */
final class Dimensions {

    static final String TOPIC = "Topic";
    private static final String TOTAL = RateColumns.TOTAL;

    private final ReleaseTables release;
    private final ValueSets valueSets;
    private final String dataset;

    /** @param dataset identifier of the dataset that they are of */
    Dimensions(ReleaseTables release, ValueSets valueSets, String dataset) {
        this.release = release;
        this.valueSets = valueSets;
        this.dataset = dataset;
    }

    /** Code of the dimension that a key becomes. */
    static String code(Shape.Key key) {
        return switch (key) {
            case LEVEL -> "RegionLevel";
            case TOPIC -> TOPIC;
            case REGION -> Dataset.REGION;
            case AGE_GROUP -> "AgeGroup";
            case OPERATION_TYPE -> "OperationType";
            case OFFICE -> "Office";
            case STATEMENT -> "Statement";
            case PERIOD, WHOLE_TIME -> Dataset.TIME;
        };
    }

    /**
     * The dimension of a key.
     *
     * @param present codes that stand in the rows
     * @param levels levels of regions that have a table
     */
    Dimension of(Shape.Key key, Set<String> present, List<String> levels) {
        return switch (key) {
            case LEVEL -> dimension(key, Role.CLASSIFICATION, levels(levels), "");
            case TOPIC ->
                dimension(
                        key,
                        Role.CLASSIFICATION,
                        listed(release.codes().topics().all(), present, "topic.total"),
                        total(present));
            case REGION -> regions(key, present, levels);
            case AGE_GROUP ->
                dimension(
                        key,
                        Role.CLASSIFICATION,
                        listed(release.codes().ageGroups().all(), present, "age.total"),
                        total(present));
            case OPERATION_TYPE ->
                dimension(
                        key,
                        Role.CLASSIFICATION,
                        listed(release.codes().operationTypes().all(), present, "type.total"),
                        total(present));
            case OFFICE ->
                dimension(key, Role.CLASSIFICATION, listed(release.codeList("offices"), present, "office.total"), "");
            case STATEMENT -> dimension(key, Role.CLASSIFICATION, new StatementValues(release).values(), "");
            case PERIOD, WHOLE_TIME ->
                dimension(
                        key,
                        Role.TIME,
                        present.stream().sorted().map(Dimensions::plain).toList(),
                        "");
        };
    }

    private static String total(Set<String> present) {
        return present.contains(TOTAL) ? TOTAL : "";
    }

    private Dimension dimension(Shape.Key key, Role role, List<DimensionValue> values, String total) {
        String code = code(key);
        LocalText label = DatasetTexts.of("dimension." + code);
        List<Note> notes = DatasetTexts.has("dimension." + code + ".note")
                ? List.of(Note.optional(DatasetTexts.of("dimension." + code + ".note")))
                : List.of();
        return new Dimension(code, label, role, values, total, valueSets.of(dataset, code, values), notes);
    }

    private Dimension regions(Shape.Key key, Set<String> present, List<String> levels) {
        Map<String, LocalText> names = new LinkedHashMap<>();
        Set<String> codes = new TreeSet<>(present);
        for (Region region : release.codes().regions().all()) {
            names.put(region.code(), region.name());
            if (levels.contains(region.level()) && region.successor().isEmpty()) {
                codes.add(region.code());
            }
        }
        Set<String> groups = new TreeSet<>();
        for (Code.Named group : release.codeList("region_groups")) {
            names.putIfAbsent(group.code(), group.name());
            groups.add(group.code());
        }
        List<DimensionValue> values = codes.stream()
                .sorted(Comparator.comparing((String code) -> groups.contains(code))
                        .thenComparing(Comparator.naturalOrder()))
                .map(code -> DimensionValue.of(code, names.getOrDefault(code, new LocalText(code, code))))
                .toList();
        String nation = release.manifest().nation();
        return dimension(key, Role.GEO, values, present.contains(nation) ? nation : "");
    }

    private static List<DimensionValue> levels(List<String> levels) {
        return levels.stream()
                .map(level -> DimensionValue.of(level, DatasetTexts.ofOr("level." + level, level)))
                .toList();
    }

    private static DimensionValue plain(String code) {
        return DimensionValue.of(code, new LocalText(code, code));
    }

    /** Values in the order of their list, the total first; codes that no list has come last. */
    private List<DimensionValue> listed(Collection<? extends Code> list, Set<String> present, String total) {
        Set<String> left = new TreeSet<>(present);
        List<DimensionValue> values = new ArrayList<>();
        if (left.remove(TOTAL)) {
            values.add(DimensionValue.of(TOTAL, DatasetTexts.of(total)));
        }
        for (Code code : list) {
            if (left.remove(code.code())) {
                values.add(new DimensionValue(code.code(), code.name(), notes(code)));
            }
        }
        left.forEach(code -> values.add(plain(code)));
        return values;
    }

    private static List<Note> notes(Code code) {
        return code instanceof Topic topic && !topic.definition().sv().isEmpty()
                ? List.of(Note.optional(topic.definition()))
                : List.of();
    }
}
