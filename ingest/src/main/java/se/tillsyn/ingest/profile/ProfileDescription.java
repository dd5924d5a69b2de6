package se.tillsyn.ingest.profile;

import java.util.List;
import java.util.Map;

/**
 * {@code profile.yaml} as it stands. Unknown keys are refused.
 *
 * @param id short name, ASCII
 * @param version raised with every change of the profile
 * @param country ISO 3166 code
 * @param name what the atlas is called
 * @param publisher who publishes; a function, never a person
 * @param contact address of a function
 * @param licence SPDX identifier of the published data's licence
 * @param licenceUrl where it stands
 * @param disclaimer what the statistics are not
 * @param nation code of the top region
 * @param levels region levels from the top down
 * @param codeLists path of each code list
 * @param indicators paths of the indicator files; those of a built-in profile cannot be listed otherwise
 * @param regionGroupMembers path of the list {@code group,region}; empty = no groups
 * @param similarRegions path of the list {@code region,similar_region}; empty = none
 * @param maps GeoJSON by region level; features carry the region code as {@code id}
 * @param findings files of findings that come with the profile
 * @param layouts layouts that come with the profile
 * @param plan what is published
 * @param disclosure thresholds
 * @param sources sources and licences of what the profile carries
 */
public record ProfileDescription(
        String id,
        int version,
        String country,
        LocalText name,
        LocalText publisher,
        String contact,
        String licence,
        String licenceUrl,
        LocalText disclaimer,
        String nation,
        List<String> levels,
        Map<String, String> codeLists,
        List<String> indicators,
        String regionGroupMembers,
        String similarRegions,
        Map<String, String> maps,
        List<String> findings,
        List<String> layouts,
        Plan plan,
        Map<String, Threshold> disclosure,
        List<Source> sources) {

    /** Declared tables; nothing else is computed or published. */
    public record Plan(List<PlannedTable> tables) {}

    /**
     * One published table: a region level by year and topic, and further dimensions either crossed with each other or
     * each on its own.
     *
     * @param level region level
     * @param cross dimensions published in every combination, totals included
     * @param margins dimensions published one at a time, the others at their total
     */
    public record PlannedTable(String level, List<String> cross, List<String> margins) {}

    /** A threshold and why it stands where it does. */
    public record Threshold(int value, LocalText reason) {}

    /** Where something in the profile comes from. */
    public record Source(LocalText text, String licence) {}
}
