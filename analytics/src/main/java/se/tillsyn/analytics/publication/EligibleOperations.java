package se.tillsyn.analytics.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileException;

/** How many operations there are to inspect, as far as the profile knows, by region and operation type. */
final class EligibleOperations {

    private final Map<String, Integer> byRegionAndType = new HashMap<>();

    EligibleOperations(Profile profile) {
        String path = profile.description().eligibleOperations();
        Map<String, List<String>> groups = new HashMap<>();
        for (Map<String, String> member : profile.rows(profile.description().regionGroupMembers())) {
            groups.computeIfAbsent(field(member, "region", path), any -> new ArrayList<>())
                    .add(field(member, "group", path));
        }
        for (Map<String, String> row : profile.rows(path)) {
            String region = field(row, "region", path);
            String type = field(row, "operation_type", path);
            int operations = whole(field(row, "operations", path), path);
            for (String at : profile.regions().selfAndAbove(region)) {
                byRegionAndType.merge(at + ' ' + type, operations, Integer::sum);
            }
            for (String group : groups.getOrDefault(region, List.of())) {
                byRegionAndType.merge(group + ' ' + type, operations, Integer::sum);
            }
        }
    }

    /** Operations of a type in a region; {@code null} when not known, as for all types together. */
    @Nullable
    Integer of(String region, String operationType) {
        return operationType.equals(RateColumns.TOTAL) ? null : byRegionAndType.get(region + ' ' + operationType);
    }

    private static String field(Map<String, String> row, String name, String path) {
        String value = row.get(name);
        if (value == null) {
            throw new ProfileException(path + ": expected a column " + name);
        }
        return value;
    }

    private static int whole(String field, String path) {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            throw new ProfileException(path + ", column operations: expected a whole number", e);
        }
    }
}
