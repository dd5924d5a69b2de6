package se.tillsyn.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.ReleaseTables;

/** The lists of values that a release offers beside whole dimensions: regions by level, topics by group. */
final class ValueSets {

    static final String REGIONS = "vs_region_";
    static final String GROUPS_OF_REGIONS = "region_group";
    private static final String TOPICS = "vs_topic_";

    private final List<ValueSet> all = new ArrayList<>();

    ValueSets(ReleaseTables release) {
        for (String level : release.manifest().levels()) {
            List<DimensionValue> regions = release.codes().regions().all().stream()
                    .filter(region -> region.level().equals(level))
                    .map(ValueSets::value)
                    .toList();
            add(REGIONS + level, "level." + level, level, Dataset.REGION, regions);
        }
        List<DimensionValue> groups =
                release.codeList("region_groups").stream().map(ValueSets::value).toList();
        add(REGIONS + GROUPS_OF_REGIONS, "level.region_group", GROUPS_OF_REGIONS, Dataset.REGION, groups);
        for (Code.Named group : release.codes().topicGroups().all()) {
            List<DimensionValue> topics = release.codes().topicsOf(group.code()).stream()
                    .map(ValueSets::value)
                    .toList();
            if (!topics.isEmpty()) {
                String id = TOPICS + group.code().toLowerCase(Locale.ROOT);
                all.add(new ValueSet(id, group.name(), Dimensions.TOPIC, topics));
            }
        }
    }

    private void add(String id, String key, String code, String dimension, List<DimensionValue> values) {
        if (!values.isEmpty()) {
            all.add(new ValueSet(id.toLowerCase(Locale.ROOT), DatasetTexts.ofOr(key, code), dimension, values));
        }
    }

    private static DimensionValue value(Code code) {
        return DimensionValue.of(code.code(), code.name());
    }

    List<ValueSet> all() {
        return all;
    }

    Optional<ValueSet> find(String id) {
        return all.stream().filter(set -> set.id().equalsIgnoreCase(id)).findFirst();
    }

    /** Lists of a dimension's values, cut to the values that it has; empty ones are left out. */
    List<ValueSet> of(String dimension, List<DimensionValue> values) {
        List<ValueSet> offered = new ArrayList<>();
        for (ValueSet set : all) {
            List<DimensionValue> present = values.stream()
                    .filter(value -> set.codes().contains(value.code()))
                    .toList();
            if (set.dimension().equals(dimension) && !present.isEmpty()) {
                offered.add(new ValueSet(set.id(), set.label(), dimension, present));
            }
        }
        return offered;
    }
}
