package se.tillsyn.web.release;

import java.util.List;

/** The code lists of a release that the pages use. */
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
        CodeList<Code.Named> valueUnits) {

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
