package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription;
import se.tillsyn.ingest.profile.ProfileException;
import se.tillsyn.ingest.profile.Regions;

/**
 * Regions and groups of regions as indexes in the order of their codes, and where the cells of an operation are first
 * added: at the lowest level that the plan asks for, from where they are added upwards, since an operation lies in one
 * region. An operation whose findings name several regions is added to each of theirs and to all above, once to each.
 */
final class CubeRegions implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<String> codes = new ArrayList<>();
    private final List<String> levels;
    private final int[] levelOf;
    /** Each region itself, what lies above it and the groups it is in, by index. */
    private final int[][] selfAndAbove;
    /** Where findings with a region code belong; for unknown regions what lies above, for outside nothing. */
    private final Map<String, Integer> homeOf = new HashMap<>();
    /** Where an operation's cells are first added, by region and shape; −1 = nowhere. */
    private final int[][] leafOf;

    private final CubePlan plan;

    CubeRegions(Profile profile) {
        Regions tree = profile.regions();
        ProfileDescription description = profile.description();
        levels = new ArrayList<>(tree.levels());
        levels.add(ProfileDescription.REGION_GROUP);
        plan = new CubePlan(description.plan(), levels);
        Map<String, List<String>> groupsOf = new HashMap<>();
        for (Map<String, String> member : profile.rows(description.regionGroupMembers())) {
            groupsOf.computeIfAbsent(field(member, "region"), any -> new ArrayList<>())
                    .add(field(member, "group"));
        }
        for (Code region : tree.codes().codes()) {
            if (!tree.levelOf(region.code()).equals("none")) {
                codes.add(region.code());
            }
        }
        for (Code group : profile.codes(CodeListName.REGION_GROUPS).codes()) {
            if (codes.contains(group.code())) {
                throw new ProfileException("code list region_groups: " + group.code() + " is the code of a region too");
            }
            codes.add(group.code());
        }
        Collections.sort(codes);
        levelOf = new int[codes.size()];
        selfAndAbove = new int[codes.size()][];
        for (int i = 0; i < codes.size(); i++) {
            boolean group = tree.codes().find(codes.get(i)) == null;
            levelOf[i] = group ? levels.size() - 1 : levels.indexOf(tree.levelOf(codes.get(i)));
        }
        for (int i = 0; i < codes.size(); i++) {
            selfAndAbove[i] = chain(i, tree, groupsOf);
        }
        for (Code region : tree.codes().codes()) {
            List<String> chain = tree.selfAndAbove(region.code());
            homeOf.put(region.code(), chain.isEmpty() ? -1 : indexOf(chain.get(0)));
        }
        leafOf = new int[codes.size()][CubePlan.SHAPES];
        for (int region = 0; region < codes.size(); region++) {
            for (int shape = 0; shape < CubePlan.SHAPES; shape++) {
                leafOf[region][shape] = leaf(region, shape);
            }
        }
    }

    private static String field(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new ProfileException("region_group_members: expected a column " + name);
        }
        return value;
    }

    /**
     * Index of a region or group.
     *
     * @throws ProfileException when the profile has no such region
     */
    int indexOf(String code) {
        int index = Collections.binarySearch(codes, code);
        if (index < 0) {
            throw new ProfileException("expected a region or group of regions of the profile, found another code");
        }
        return index;
    }

    private int[] chain(int region, Regions tree, Map<String, List<String>> groupsOf) {
        List<Integer> chain = new ArrayList<>();
        if (levelOf[region] == levels.size() - 1) {
            chain.add(region);
        } else {
            for (String code : tree.selfAndAbove(codes.get(region))) {
                chain.add(indexOf(code));
            }
            for (String group : groupsOf.getOrDefault(codes.get(region), List.of())) {
                chain.add(indexOf(group));
            }
        }
        return chain.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The lowest region in the chain that the plan asks for; a group is reached from its members only. */
    private int leaf(int region, int shape) {
        for (int at : selfAndAbove[region]) {
            boolean inGroup = levelOf[at] < levels.size() - 1 && plansGroupOf(at, shape);
            if (inGroup || plan.plans(shape, levelOf[at])) {
                return at;
            }
        }
        return -1;
    }

    private boolean plansGroupOf(int region, int shape) {
        if (!plan.plans(shape, levels.size() - 1)) {
            return false;
        }
        for (int at : selfAndAbove[region]) {
            if (levelOf[at] == levels.size() - 1) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return codes.size();
    }

    CubePlan plan() {
        return plan;
    }

    String code(int region) {
        return codes.get(region);
    }

    String level(int region) {
        return levels.get(levelOf[region]);
    }

    /** Index of the region that findings with a code belong to; −1 outside the country; {@code null} for no such code. */
    @Nullable
    Integer home(String code) {
        return homeOf.get(code);
    }

    /** The region, what lies above it and the groups it is in. */
    int[] selfAndAbove(int region) {
        return selfAndAbove[region];
    }

    /** Where cells of an operation in a region are first added, by shape; −1 = nowhere. */
    int[] leaves(int region) {
        return leafOf[region];
    }

    /** Whether this is a group of regions and not a region. */
    boolean isGroup(int region) {
        return levelOf[region] == levels.size() - 1;
    }

    /** Whether the plan publishes cells of a shape for a region or group. */
    boolean planned(int region, int shape) {
        return plan.plans(shape, levelOf[region]);
    }

    /** The region one level below the top that a region lies in, or −1 when it lies higher. */
    int county(int region) {
        for (int at : selfAndAbove[region]) {
            if (levelOf[at] == 1) {
                return at;
            }
        }
        return -1;
    }
}
