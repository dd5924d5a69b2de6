package se.tillsyn.ingest.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param eligibleOperations path of the list {@code region,operation_type,operations}: how many there are to inspect;
 *     empty = not known
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
        String eligibleOperations,
        Map<String, String> maps,
        List<String> findings,
        List<String> layouts,
        Plan plan,
        Map<String, Threshold> disclosure,
        List<Source> sources) {

    /**
     * Declared tables; nothing else is computed or published.
     *
     * @param latestYears for how many year-ends an operation's latest result counts, the year of the visit included
     * @param further what is published beside rates and values
     */
    public record Plan(int latestYears, List<PlannedTable> tables, List<Further> further) {

        public Plan {
            if (latestYears < 1) {
                throw new IllegalArgumentException("plan, latest_years: expected 1 or more");
            }
            tables = List.copyOf(tables);
            further = further == null ? List.of() : List.copyOf(further);
        }

        public boolean asksFor(Further what) {
            return further.contains(what);
        }
    }

    /** What is published beside rates and values. */
    public enum Further {
        /** How many operations were inspected, and of how many. */
        @JsonProperty("coverage")
        COVERAGE,
        /** Demands, re-inspections and remedies. */
        @JsonProperty("follow_up")
        FOLLOW_UP,
        /** Whether offices judge alike. */
        @JsonProperty("office_effect")
        OFFICE_EFFECT
    }

    /** Stands in a planned table for the groups of regions. */
    public static final String REGION_GROUP = "region_group";

    /**
     * One published table: a region level by period and topic, and further dimensions either crossed with each other or
     * each on its own.
     *
     * @param level region level, or {@code region_group} for the groups of regions
     * @param view what is counted; {@code inspected} when left out
     * @param periods kinds of period; calendar years when left out
     * @param cross dimensions published in every combination, totals included
     * @param margins dimensions published one at a time, the others at their total
     */
    public record PlannedTable(
            String level, View view, List<PeriodKind> periods, List<String> cross, List<String> margins) {

        public PlannedTable {
            view = view == null ? View.INSPECTED : view;
            periods = periods == null ? List.of(PeriodKind.YEAR) : List.copyOf(periods);
            cross = cross == null ? List.of() : List.copyOf(cross);
            margins = margins == null ? List.of() : List.copyOf(margins);
        }
    }

    /** What a table counts. */
    public enum View {
        /** Operations inspected in the period, and all their findings of the period. */
        @JsonProperty("inspected")
        INSPECTED,
        /** Operations as they were last seen when the period ended. */
        @JsonProperty("latest")
        LATEST
    }

    /** Kinds of period. */
    public enum PeriodKind {
        @JsonProperty("year")
        YEAR,
        @JsonProperty("quarter")
        QUARTER
    }

    /** A threshold and why it stands where it does. */
    public record Threshold(int value, LocalText reason) {}

    /** Where something in the profile comes from. */
    public record Source(LocalText text, String licence) {}
}
