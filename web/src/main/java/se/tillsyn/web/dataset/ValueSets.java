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
                    // Regions that are no more have no figures: those of their successors are told.
                    .filter(region -> region.successor().isEmpty())
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
                all.add(new ValueSet(id, id, group.name(), Dimensions.TOPIC, topics));
            }
        }
    }

    private void add(String id, String key, String code, String dimension, List<DimensionValue> values) {
        if (!values.isEmpty()) {
            String address = id.toLowerCase(Locale.ROOT);
            all.add(new ValueSet(address, address, DatasetTexts.ofOr(key, code), dimension, values));
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

    /**
     * Lists of a dimension's values, cut to the values that it has; empty ones are left out. A list that is cut has an
     * address of its own, since clients ask for every value that they find at the address.
     */
    List<ValueSet> of(String dataset, String dimension, List<DimensionValue> values) {
        List<ValueSet> offered = new ArrayList<>();
        for (ValueSet set : all) {
            List<DimensionValue> present = values.stream()
                    .filter(value -> set.codes().contains(value.code()))
                    .toList();
            if (set.dimension().equals(dimension) && !present.isEmpty()) {
                boolean cut = present.size() < set.values().size();
                String id = cut ? set.id() + '_' + dataset : set.id();
                offered.add(new ValueSet(id, set.id(), set.label(), dimension, present));
            }
        }
        return offered;
    }
}
