package se.tillsyn.ingest.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/** The codes that the sample uses by name, checked against the profile before anything is written. */
final class SampleCodes {

    static final String NATIONAL = "SYN-NATIONAL";
    static final String YOUTH = "SYN-YOUTH";
    static final String RISK = "SYN-RISK";
    static final String FOLLOW_UP = "SYN-FOLLOWUP";
    static final List<String> PROGRAMMES = List.of(NATIONAL, YOUTH, RISK, FOLLOW_UP);

    static final String ALL_AGES = "ALL";
    static final List<String> AGE_GROUPS = List.of("0-17", "15-17", "15-18", "18-25", "18+", "26+", ALL_AGES);

    static final String DAYS = "DAYS";
    static final String MONTHS = "MONTHS";
    static final String KM = "KM";

    /** Whether measures were demanded of the operation as a whole; decides on demands in the visit's other findings. */
    static final String DEMAND_TOPIC = "KRAV_ATGARD";

    /** Topics whose requirement applies to some of the files only. */
    private static final List<String> ELIGIBILITY_TOPICS = List.of("SIP", "TVANG_EJ_OVERVAGT");

    private SampleCodes() {}

    static boolean hasEligible(TopicEntry topic) {
        return ELIGIBILITY_TOPICS.contains(topic.code());
    }

    /**
     * @throws SampleException when the profile lacks a code, has it for part of the years only, or has a programme that
     *     is not marked as synthetic
     */
    static void check(Profile profile) {
        Map<CodeListName, List<String>> needed = new TreeMap<>(Map.of(
                CodeListName.PROGRAMMES,
                PROGRAMMES,
                CodeListName.AGE_GROUPS,
                AGE_GROUPS,
                CodeListName.VALUE_UNITS,
                List.of(DAYS, MONTHS, KM),
                CodeListName.EVIDENCE,
                List.of("CASE_FILE", "INTERVIEW"),
                CodeListName.SELECTION_BASES,
                SelectionBasis.codes(),
                CodeListName.OPERATION_TYPES,
                OperationRule.types()));
        needed.forEach((list, codes) -> codes.forEach(code -> check(profile, list, code)));
        for (String programme : PROGRAMMES) {
            if (!profile.codes(CodeListName.PROGRAMMES).get(programme).flag("synthetic")) {
                throw new SampleException("Sample: expected synthetic=true for programme " + programme
                        + " in the profile's code list programmes, found none; a sample may stand under synthetic"
                        + " programmes only");
            }
        }
    }

    private static void check(Profile profile, CodeListName list, String code) {
        Code found = profile.codes(list).find(code);
        if (found == null || !found.validOn(InspectionDays.FIRST_DAY) || !found.validOn(InspectionDays.LAST_DAY)) {
            throw new SampleException("Sample: expected the code " + code + ", valid from " + InspectionDays.FIRST_DAY
                    + " to " + InspectionDays.LAST_DAY + ", in the profile's code list " + list.key()
                    + ", found none such; add it or choose another profile");
        }
    }
}
