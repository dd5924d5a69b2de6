package se.tillsyn.web.release;

import java.util.List;
import java.util.Map;

/**
 * The code lists of a release that the pages use.
 *
 * @param regionGroups groups of municipalities alike, as regions of the level {@link #GROUP_LEVEL}
 * @param groupOf group of each region that has one
 * @param similar regions that each region is compared with first, most alike first
 */
public record ReleaseCodes(
        CodeList<Region> regions,
        CodeList<Topic> topics,
        CodeList<Code.Named> topicGroups,
        CodeList<Code.Named> ageGroups,
        CodeList<Code.Named> operationTypes,
        CodeList<Code.Named> observedUnits,
        CodeList<Code.Named> evidence,
        CodeList<Code.Named> selectionBases,
        CodeList<Code.Named> programmes,
        CodeList<Code.Named> valueUnits,
        CodeList<Region> regionGroups,
        CodeList<Code.Named> offices,
        Map<String, String> groupOf,
        Map<String, List<String>> similar) {

    /** Level of the groups of municipalities, beside the levels of the manifest. */
    public static final String GROUP_LEVEL = "region_group";

    /** Regions of a level, in the order of their codes; those that a successor has replaced are left out. */
    public List<Region> regionsOf(String level) {
        return regions.all().stream()
                .filter(region ->
                        region.level().equals(level) && region.successor().isEmpty())
                .toList();
    }

    /** Regions directly below a region, as {@link #regionsOf}. */
    public List<Region> regionsBelow(String parent) {
        return regions.all().stream()
                .filter(region ->
                        region.parent().equals(parent) && region.successor().isEmpty())
                .toList();
    }

    /** Topics of a group, in the list's order. */
    public List<Topic> topicsOf(String group) {
        return topics.all().stream()
                .filter(topic -> topic.group().equals(group))
                .toList();
    }
}
