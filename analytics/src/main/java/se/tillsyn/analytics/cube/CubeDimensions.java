package se.tillsyn.analytics.cube;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import se.tillsyn.ingest.profile.ProfileDescription.Further;
import se.tillsyn.ingest.profile.ProfileException;

/**
 * The cube's dimensions as index ↔ code, taken from a profile. Codes are in sorted order, so that the order of packed keys
 * is the order of the published tables. Index 0 of age groups and operation types is the total.
 */
final class CubeDimensions implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 1900;
    private static final long FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    private static final int MONTHS_OF_QUARTER = 3;

    private final List<String> topics;
    private final List<String> ageGroups;
    private final List<String> operationTypes;
    private final List<String> bases;
    private final List<String> offices;
    private final Map<String, Integer> topicIndex;
    private final Map<String, Integer> bandIndex;
    private final Map<String, Integer> typeIndex;
    private final Map<String, Integer> basisIndex;
    private final Map<String, Integer> officeIndex;
    private final List<CaseRule> caseRules;
    private final Map<String, Boolean> protectedUnits;
    private final Map<String, Boolean> syntheticProgrammes;
    /** Whether the topic of an index is a rate; else it has values. */
    private final boolean[] rates;
    /** First days on which a topic's law differs from before, in order, by topic; days since 1900-01-01. */
    private final int[][] breaks;

    private final CubeRegions regions;
    private final boolean coverage;
    private final boolean officeEffect;
    private final boolean followUps;

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
        regions = new CubeRegions(profile);
        coverage = profile.description().plan().asksFor(Further.COVERAGE);
        followUps = profile.description().plan().asksFor(Further.FOLLOW_UP);
        officeEffect = profile.description().plan().asksFor(Further.OFFICE_EFFECT);
        List<Indicator> figures = profile.indicators().stream()
                .filter(indicator -> indicator.kind() == Indicator.Kind.RATE
                        || indicator.kind().measuresValues())
                .sorted(Comparator.comparing(Indicator::id))
                .toList();
        topics = new ArrayList<>(figures.stream().map(Indicator::id).toList());
        rates = new boolean[topics.size()];
        breaks = new int[topics.size()][];
        caseRules = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            Indicator indicator = figures.get(i);
            rates[i] = indicator.kind() == Indicator.Kind.RATE;
            breaks[i] = indicator.breaks().stream()
                    .mapToInt(change -> day(change.on().toEpochDay()))
                    .toArray();
            caseRules.add(CaseRule.of(indicator.conditions()));
        }
        ageGroups = new ArrayList<>(List.of(RateColumns.TOTAL));
        ageGroups.addAll(sorted(profile.codes(CodeListName.AGE_GROUPS).codes().stream()
                .filter(age -> age.code().equals(age.attribute("analysis_band")))
                .map(Code::code)
                .toList()));
        operationTypes = new ArrayList<>(List.of(RateColumns.TOTAL));
        operationTypes.addAll(sorted(codesOf(profile, CodeListName.OPERATION_TYPES)));
        bases = new ArrayList<>(codesOf(profile, CodeListName.SELECTION_BASES));
        offices = sorted(codesOf(profile, CodeListName.OFFICES));
        limit("topics", topics.size(), CellKey.TOPICS);
        limit("regions", regions.size(), CellKey.REGIONS);
        limit("age groups", ageGroups.size(), CellKey.AGE_GROUPS);
        limit("operation types", operationTypes.size(), CellKey.OPERATION_TYPES);
        limit("selection bases", bases.size(), FindingCode.BASES);
        limit("offices", offices.size(), CellKey.OPERATION_TYPES);
        topicIndex = indexOf(topics);
        typeIndex = indexOf(operationTypes);
        basisIndex = indexOf(bases);
        officeIndex = indexOf(offices);
        bandIndex = new HashMap<>();
        for (Code age : profile.codes(CodeListName.AGE_GROUPS).codes()) {
            String band = age.attribute("analysis_band");
            bandIndex.put(age.code(), band == null ? 0 : ageGroups.indexOf(band));
        }
        syntheticProgrammes = flags(profile.codes(CodeListName.PROGRAMMES), "synthetic");
        protectedUnits = flags(profile.codes(CodeListName.OBSERVED_UNITS), "protected");
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

    CubeRegions regions() {
        return regions;
    }

    /** Whether the plan asks how many operations were inspected at all. */
    boolean countsCoverage() {
        return coverage;
    }

    /** Whether the plan asks what became of demands. */
    boolean countsFollowUps() {
        return followUps;
    }

    /** Whether the plan asks for the effect of offices. */
    boolean countsOffices() {
        return officeEffect;
    }

    /** Index of a topic, or {@code null} when no figure is published for it. */
    @Nullable
    Integer topic(String code) {
        return topicIndex.get(code);
    }

    /** Whether a topic is a rate and not a measured value. */
    boolean isRate(int topic) {
        return rates[topic];
    }

    /** Whether a topic's case rate is of those to whom the requirement applied, where the finding gives them. */
    boolean ofEligible(int topic) {
        return caseRules.get(topic).ofEligible();
    }

    /** Whether the topic's law changed after one day and on or before another. */
    boolean broken(int topic, int from, int to) {
        for (int day : breaks[topic]) {
            if (from < day && day <= to) {
                return true;
            }
        }
        return false;
    }

    /** Index of the analysis band of a published age group; 0 when it has none and enters totals only. */
    int band(String ageGroup) {
        return position(bandIndex, ageGroup);
    }

    int operationType(String code) {
        return position(typeIndex, code);
    }

    int basis(String code) {
        return position(basisIndex, code);
    }

    int office(String code) {
        return position(officeIndex, code);
    }

    /** Index of the region a finding belongs to; −1 = outside the country. */
    int region(String code) {
        Integer home = regions.home(code);
        if (home == null) {
            throw new IllegalStateException("a finding in the store carries a region that the profile does not have;"
                    + " run the release with the profile that the store was loaded with");
        }
        return home;
    }

    /** Days since 1900-01-01. */
    static int day(long epochDay) {
        long day = epochDay - FIRST_DAY;
        if (day < 0 || day >= FindingCode.DAYS) {
            throw new IllegalArgumentException("day: expected 1900-01-01 to 2258-11-10");
        }
        return (int) day;
    }

    private static LocalDate dateOf(int day) {
        return LocalDate.ofEpochDay(FIRST_DAY + day);
    }

    /** Period of the year that a day is in. */
    static int yearPeriod(int day) {
        return (dateOf(day).getYear() - FIRST_YEAR) * CellKey.PERIODS_OF_YEAR;
    }

    /** Number of a year, as {@link #yearPeriod} counts them. */
    static int yearNumber(String year) {
        return Integer.parseInt(year) - FIRST_YEAR;
    }

    /** Period of the quarter that a day is in. */
    static int quarterPeriod(int day) {
        LocalDate date = dateOf(day);
        return yearPeriod(day) + (date.getMonthValue() + MONTHS_OF_QUARTER - 1) / MONTHS_OF_QUARTER;
    }

    /** Last day of a year, by the year's period. */
    static int lastDayOf(int yearPeriod) {
        return day(LocalDate.of(FIRST_YEAR + yearPeriod / CellKey.PERIODS_OF_YEAR, 12, 31)
                .toEpochDay());
    }

    /** Whether the files of a finding may enter a case rate, and what else its codes say; flags of {@link FindingCode}. */
    int flags(int topic, String observedUnit, String evidence, String programme) {
        CaseRule rule = caseRules.get(topic);
        boolean cases =
                rule.observedUnits().contains(observedUnit) && rule.evidence().contains(evidence);
        boolean guarded = cases && protectedUnits.getOrDefault(observedUnit, true);
        boolean synthetic = syntheticProgrammes.getOrDefault(programme, false);
        return (cases ? FindingCode.CASE_RATE : 0)
                | (guarded ? FindingCode.PROTECTED : 0)
                | (synthetic ? FindingCode.SYNTHETIC : 0);
    }

    String topicCode(long key) {
        return topics.get(CellKey.topic(key));
    }

    String regionCode(long key) {
        return regions.code(CellKey.region(key));
    }

    String levelOf(long key) {
        return regions.level(CellKey.region(key));
    }

    /** {@code 2015}, or {@code 2015-Q1}. */
    static String periodCode(long key) {
        int period = CellKey.period(key);
        int year = FIRST_YEAR + period / CellKey.PERIODS_OF_YEAR;
        int quarter = period % CellKey.PERIODS_OF_YEAR;
        return quarter == 0 ? Integer.toString(year) : year + "-Q" + quarter;
    }

    String ageGroupCode(long key) {
        return ageGroups.get(CellKey.ageGroup(key));
    }

    String operationTypeCode(long key) {
        return operationTypes.get(CellKey.operationType(key));
    }

    String officeCode(int office) {
        return offices.get(office);
    }

    String basisCode(int basis) {
        return bases.get(basis);
    }

    /** Code of the only selection basis, or {@link RateColumns#MIXED}. */
    String basisOf(long marks) {
        int only = Marks.onlyBasis(marks);
        return only < 0 ? RateColumns.MIXED : bases.get(only);
    }
}
