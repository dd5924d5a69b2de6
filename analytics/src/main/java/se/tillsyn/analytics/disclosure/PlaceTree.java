package se.tillsyn.analytics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription;
import se.tillsyn.ingest.profile.ProfileException;

/**
 * Where files can be: in a region of the lowest level, or somewhere in a broader region without its lowest one being known.
 *
 * @param within for each place the regions and groups that it lies in; a place is named as its lowest region, one without as
 *     {@code rest of} the broader region
 * @param levelOf level of each region and group
 */
record PlaceTree(Map<String, List<String>> within, Map<String, String> levelOf) {

    private static final String REST_OF = "rest of ";

    static PlaceTree of(Profile profile) {
        ProfileDescription description = profile.description();
        List<String> levels = profile.regions().levels();
        String lowest = levels.get(levels.size() - 1);
        Map<String, List<String>> groups = new HashMap<>();
        Map<String, String> levelOf = new HashMap<>();
        if (!description.regionGroupMembers().isEmpty()) {
            for (Map<String, String> member : profile.rows(description.regionGroupMembers())) {
                groups.computeIfAbsent(field(member, "region"), any -> new ArrayList<>())
                        .add(field(member, "group"));
                levelOf.put(field(member, "group"), ProfileDescription.REGION_GROUP);
            }
        }
        Map<String, List<String>> within = new TreeMap<>();
        for (Code region : profile.regions().codes().codes()) {
            String level = profile.regions().levelOf(region.code());
            levelOf.put(region.code(), level);
            List<String> above = new ArrayList<>(profile.regions().selfAndAbove(region.code()));
            if (level.equals(lowest)) {
                above.addAll(groups.getOrDefault(region.code(), List.of()));
                within.put(region.code(), List.copyOf(above));
            } else if (levels.contains(level)) {
                within.put(restOf(region.code()), List.copyOf(above));
            }
        }
        return new PlaceTree(within, levelOf);
    }

    /** The place that stands for what is in a region and in no lower one. */
    static String restOf(String region) {
        return REST_OF + region;
    }

    static boolean isRest(String place) {
        return place.startsWith(REST_OF);
    }

    private static String field(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new ProfileException("region_group_members: expected a column " + name);
        }
        return value;
    }
}
