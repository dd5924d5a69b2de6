package se.tillsyn.analytics.audit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * Which region lies in which, as the release's own code lists tell.
 *
 * @param parents region above each region of the tree; the nation has none
 * @param members municipalities of each group
 */
record Regions(Map<String, String> parents, Map<String, List<String>> members) {

    /** Level of a group of municipalities, which lies in no tree. */
    static final int GROUP = -1;

    Regions {
        parents = Map.copyOf(parents);
        members = Map.copyOf(members);
    }

    static Regions read(Path release) throws IOException {
        Map<String, String> parents = new HashMap<>();
        for (Map<String, String> region : CodeLists.read(release, "regions")) {
            String parent = CodeLists.field(region, "parent", "regions");
            if (!parent.isEmpty()) {
                parents.put(CodeLists.field(region, "code", "regions"), parent);
            }
        }
        Map<String, List<String>> members = new HashMap<>();
        if (Files.exists(release.resolve(ReleaseLayout.codeList("region_group_members")))) {
            for (Map<String, String> member : CodeLists.read(release, "region_group_members")) {
                members.computeIfAbsent(
                                CodeLists.field(member, "group", "region_group_members"), any -> new ArrayList<>())
                        .add(CodeLists.field(member, "region", "region_group_members"));
            }
        }
        return new Regions(parents, members);
    }

    @Nullable
    String above(String region) {
        return parents.get(region);
    }

    boolean isGroup(String region) {
        return members.containsKey(region);
    }

    /** Steps up to the nation; {@link #GROUP} for a group. */
    int level(String region) {
        if (isGroup(region)) {
            return GROUP;
        }
        int level = 0;
        for (String above = parents.get(region); above != null; above = parents.get(above)) {
            level++;
        }
        return level;
    }
}
