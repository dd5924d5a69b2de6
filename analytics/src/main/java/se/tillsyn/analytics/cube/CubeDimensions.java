package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeList;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription.PlannedTable;
import se.tillsyn.ingest.profile.ProfileException;
import se.tillsyn.ingest.profile.Regions;

/**
 * The cube's dimensions as index ↔ code, taken from a profile, and which combinations its plan publishes. Codes are in
 * sorted order, so that the order of packed keys is the order of the published tables. Index 0 of age groups and
 * operation types is the total.
 */
final class CubeDimensions implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 1900;
    private static final String AGE_GROUP = RateColumns.AGE_GROUP;
    private static final String OPERATION_TYPE = RateColumns.OPERATION_TYPE;

    private final List<String> topics;
    private final List<String> regions;
    private final List<String> ageGroups;
    private final List<String> operationTypes;
    private final List<String> bases;
    private final Map<String, Integer> topicIndex;
    private final Map<String, Integer> bandIndex;
    private final Map<String, Integer> typeIndex;
    private final Map<String, Integer> basisIndex;
    private final Map<String, int[]> regionChains;
    private final List<CaseRule> caseRules;
    private final Map<String, Boolean> protectedUnits;
    private final Map<String, Boolean> syntheticProgrammes;
    private final String[] levelOfRegion;
    private final Map<String, PlanRule> plan;

    private record PlanRule(boolean crossed, boolean byAge, boolean byType) implements Serializable {}

    /** Which findings of a topic enter its case rate; nothing does when both sets are empty. */
    private record CaseRule(Set<String> observedUnits, Set<String> evidence, boolean ofEligible)
            implements Serializable {

        static CaseRule of(Indicator.@Nullable Conditions conditions) {
            return conditions == null
                    ? new CaseRule(Set.of(), Set.of(), false)
                    : new CaseRule(
                            conditions.observedUnits(),
                            conditions.evidence(),
                            conditions.denominator() == Indicator.Denominator.ELIGIBLE);
        }
    }

    CubeDimensions(Profile profile) {
        Regions tree = profile.regions();
        topics = sorted(profile.indicators().stream()
                .filter(indicator -> indicator.kind() == Indicator.Kind.RATE)
                .map(Indicator::id)
                .toList());
        regions = sorted(tree.codes().codes().stream()
                .map(Code::code)
                .filter(code -> !tree.levelOf(code).equals("none"))
                .toList());
        ageGroups = new ArrayList<>(List.of(RateColumns.TOTAL));
        ageGroups.addAll(sorted(profile.codes(CodeListName.AGE_GROUPS).codes().stream()
                .filter(age -> age.code().equals(age.attribute("analysis_band")))
                .map(Code::code)
                .toList()));
        operationTypes = new ArrayList<>(List.of(RateColumns.TOTAL));
        operationTypes.addAll(sorted(codesOf(profile, CodeListName.OPERATION_TYPES)));
        bases = new ArrayList<>(codesOf(profile, CodeListName.SELECTION_BASES));
        limit("topics", topics.size(), CellKey.TOPICS);
        limit("regions", regions.size(), CellKey.REGIONS);
        limit("age groups", ageGroups.size(), CellKey.AGE_GROUPS);
        limit("operation types", operationTypes.size(), CellKey.OPERATION_TYPES);
        limit("selection bases", bases.size(), Long.SIZE - Marks.FIRST_BASIS);
        topicIndex = indexOf(topics);
        typeIndex = indexOf(operationTypes);
        basisIndex = indexOf(bases);
        bandIndex = new HashMap<>();
        for (Code age : profile.codes(CodeListName.AGE_GROUPS).codes()) {
            String band = age.attribute("analysis_band");
            bandIndex.put(age.code(), band == null ? 0 : ageGroups.indexOf(band));
        }
        regionChains = new HashMap<>();
        Map<String, Integer> regionIndex = indexOf(regions);
        for (Code region : tree.codes().codes()) {
            regionChains.put(
                    region.code(),
                    tree.selfAndAbove(region.code()).stream()
                            .mapToInt(code -> position(regionIndex, code))
                            .toArray());
        }
        levelOfRegion = regions.stream().map(tree::levelOf).toArray(String[]::new);
        caseRules = new ArrayList<>(topics.stream()
                .map(topic -> CaseRule.of(profile.indicatorOf(topic).conditions()))
                .toList());
        syntheticProgrammes = flags(profile.codes(CodeListName.PROGRAMMES), "synthetic");
        protectedUnits = flags(profile.codes(CodeListName.OBSERVED_UNITS), "protected");
        plan = new HashMap<>();
        for (PlannedTable table : profile.description().plan().tables()) {
            plan.put(
                    table.level(),
                    new PlanRule(
                            table.cross().contains(AGE_GROUP) && table.cross().contains(OPERATION_TYPE),
                            table.cross().contains(AGE_GROUP) || table.margins().contains(AGE_GROUP),
                            table.cross().contains(OPERATION_TYPE)
                                    || table.margins().contains(OPERATION_TYPE)));
        }
    }

    private static List<String> codesOf(Profile profile, CodeListName name) {
        return profile.codes(name).codes().stream().map(Code::code).toList();
    }

    private static List<String> sorted(List<String> codes) {
        return new ArrayList<>(codes.stream().sorted().toList());
    }

    private static Map<String, Boolean> flags(CodeList list, String attribute) {
        Map<String, Boolean> flags = new HashMap<>();
        for (Code code : list.codes()) {
            flags.put(code.code(), code.flag(attribute));
        }
        return flags;
    }

    private static Map<String, Integer> indexOf(List<String> codes) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            index.put(codes.get(i), i);
        }
        return index;
    }

    private static void limit(String what, int found, int most) {
        if (found >= most) {
            throw new ProfileException("Profile: expected fewer than " + most + " " + what + ", found " + found);
        }
    }

    private static int position(Map<String, Integer> index, String code) {
        Integer at = index.get(code);
        if (at == null) {
            throw new IllegalStateException("a finding in the store carries a code that the profile does not have;"
                    + " run the release with the profile that the store was loaded with");
        }
        return at;
    }

    /** Index of a topic, or {@code null} when no rate is published for it. */
    @Nullable
    Integer topic(String code) {
        return topicIndex.get(code);
    }

    /** Index of the analysis band of a published age group; 0 when it has none and enters totals only. */
    int band(String ageGroup) {
        return position(bandIndex, ageGroup);
    }

    int operationType(String code) {
        return position(typeIndex, code);
    }

    /** Index of a calendar year. */
    int period(int year) {
        int index = year - FIRST_YEAR;
        if (index < 0 || index >= CellKey.PERIODS) {
            throw new IllegalArgumentException("year: expected 1900 to 2155");
        }
        return index;
    }

    /** Indexes of a region and of all above it. */
    int[] chain(String region) {
        int[] chain = regionChains.get(region);
        if (chain == null) {
            throw new IllegalStateException("a finding in the store carries a region that the profile does not have");
        }
        return chain;
    }

    /** Whether a topic's case rate is of those to whom the requirement applied, where the finding gives them. */
    boolean ofEligible(int topic) {
        return caseRules.get(topic).ofEligible();
    }

    /** Marks of a finding by its codes. */
    long marks(int topic, String basis, String observedUnit, String evidence, String programme) {
        CaseRule rule = caseRules.get(topic);
        boolean cases =
                rule.observedUnits().contains(observedUnit) && rule.evidence().contains(evidence);
        boolean guarded = cases && protectedUnits.getOrDefault(observedUnit, true);
        boolean synthetic = syntheticProgrammes.getOrDefault(programme, false);
        return Marks.basis(position(basisIndex, basis))
                | (cases ? Marks.CASE_RATE : 0)
                | (guarded ? Marks.PROTECTED : 0)
                | (synthetic ? Marks.SYNTHETIC : 0)
                | (guarded && !synthetic ? Marks.REAL_PERSONS : 0);
    }

    /** Whether the plan publishes this combination at the region's level. */
    boolean planned(int region, int ageGroup, int operationType) {
        PlanRule rule = plan.get(levelOfRegion[region]);
        if (rule == null) {
            return false;
        }
        boolean ages = ageGroup != 0;
        boolean types = operationType != 0;
        return (!ages || rule.byAge()) && (!types || rule.byType()) && (!(ages && types) || rule.crossed());
    }

    String topicCode(long key) {
        return topics.get(CellKey.topic(key));
    }

    String regionCode(long key) {
        return regions.get(CellKey.region(key));
    }

    String levelOf(long key) {
        return levelOfRegion[CellKey.region(key)];
    }

    String periodCode(long key) {
        return Integer.toString(FIRST_YEAR + CellKey.period(key));
    }

    String ageGroupCode(long key) {
        return ageGroups.get(CellKey.ageGroup(key));
    }

    String operationTypeCode(long key) {
        return operationTypes.get(CellKey.operationType(key));
    }

    /** Code of the only selection basis, or {@link RateColumns#MIXED}. */
    String basisCode(long marks) {
        int only = Marks.onlyBasis(marks);
        return only < 0 ? RateColumns.MIXED : bases.get(only);
    }
}
