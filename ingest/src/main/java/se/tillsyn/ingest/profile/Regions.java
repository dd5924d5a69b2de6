package se.tillsyn.ingest.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The region tree of a profile. */
public final class Regions {

    private final CodeList codes;
    private final List<String> levels;

    Regions(CodeList codes, List<String> levels) {
        this.codes = codes;
        this.levels = List.copyOf(levels);
        for (Code region : codes.codes()) {
            String parent = region.attribute("parent");
            if (parent != null && !codes.contains(parent)) {
                throw new ProfileException("code list regions: parent of " + region.code() + " is not in the list");
            }
            String level = region.attribute("level");
            if (level == null || !(level.equals("none") || this.levels.contains(level))) {
                throw new ProfileException(
                        "code list regions: level of " + region.code() + " is none of the profile's levels");
            }
        }
    }

    public CodeList codes() {
        return codes;
    }

    /** Levels from the top down. */
    public List<String> levels() {
        return levels;
    }

    /** Level of a region; {@code none} for unknown and outside. */
    public String levelOf(String region) {
        String level = codes.get(region).attribute("level");
        return level == null ? "none" : level;
    }

    public @Nullable String parentOf(String region) {
        return codes.get(region).attribute("parent");
    }

    /**
     * The regions whose figures an operation in {@code region} belongs to: itself and all above it. Unknown and outside
     * have no figures of their own and are left out; what stands above them stays.
     */
    public List<String> selfAndAbove(String region) {
        List<String> chain = new ArrayList<>();
        for (String at = region; at != null; at = parentOf(at)) {
            if (chain.size() > levels.size() + 1) {
                throw new ProfileException("code list regions: the parents of " + region + " go round in a circle");
            }
            if (!levelOf(at).equals("none")) {
                chain.add(at);
            }
        }
        return chain;
    }
}
