package se.tillsyn.ingest.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.sample.TopicEntry.Measure;

/** Every finding of the default sample keeps the contract and the profile. */
class SampleContractTest {

    @Test
    void hasAboutTheWantedNumberOfFindings() {
        assertEquals(VisitRates.DEFAULT_FINDINGS, DefaultSample.FINDINGS.size(), 0.04 * VisitRates.DEFAULT_FINDINGS);
        assertEquals(1500, DefaultSample.MODEL.operations().size(), 50);
    }

    @Test
    void usesOnlyCodesThatAreValidOnTheDayOfTheVisit() {
        for (Finding finding : DefaultSample.FINDINGS) {
            LocalDate day = finding.inspectedOn();
            valid(CodeListName.REGIONS, finding.regionCode(), day);
            valid(CodeListName.OFFICES, finding.office(), day);
            valid(CodeListName.SELECTION_BASES, finding.selectionBasis(), day);
            valid(CodeListName.OPERATION_TYPES, finding.operationType(), day);
            valid(CodeListName.AGE_GROUPS, finding.ageGroup(), day);
            valid(CodeListName.TOPICS, finding.topic(), day);
            valid(CodeListName.OBSERVED_UNITS, finding.observedUnit(), day);
            valid(CodeListName.EVIDENCE, finding.evidence(), day);
            assertTrue(valid(CodeListName.PROGRAMMES, finding.programme(), day).flag("synthetic"));
            if (finding.valueUnit() != null) {
                valid(CodeListName.VALUE_UNITS, finding.valueUnit(), day);
            }
        }
    }

    private static Code valid(CodeListName list, String code, LocalDate day) {
        Code found = DefaultSample.PROFILE.codes(list).get(code);
        assertTrue(found.validOn(day), () -> list + " " + code + " on " + day);
        return found;
    }

    @Test
    void coversEveryTopicButTextsAndEveryMunicipality() {
        Set<String> topics = new TreeSet<>();
        Set<String> regions = new TreeSet<>();
        DefaultSample.FINDINGS.forEach(finding -> {
            topics.add(finding.topic());
            regions.add(finding.regionCode());
        });
        Set<String> expected = DefaultSample.MODEL.entries().stream()
                .filter(entry -> entry.measure() != Measure.TEXT)
                .map(TopicEntry::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, topics);
        assertEquals(290, regions.stream().filter(code -> code.length() == 4).count());
        assertEquals(21, regions.stream().filter(code -> code.length() == 2).count());
    }

    @Test
    void leavesSomeYearsOfSomeMunicipalitiesWithoutInspection() {
        Set<String> inspected = new HashSet<>();
        for (Finding finding : DefaultSample.FINDINGS) {
            if (finding.operationType().equals("SOC_BOARD")) {
                inspected.add(finding.regionCode() + finding.inspectedOn().getYear());
            }
        }
        assertTrue(inspected.size() < 290 * InspectionDays.YEARS - 500);
    }

    @Test
    void countsFitTheOutcome() {
        for (Finding finding : DefaultSample.FINDINGS) {
            Integer assessed = finding.casesAssessed();
            Integer deficient = finding.casesDeficient();
            if (assessed == null || deficient == null) {
                continue;
            }
            Integer eligible = finding.eligible();
            int denominator = eligible == null ? assessed : eligible;
            assertTrue(deficient <= denominator && denominator <= assessed);
            if (denominator == 0) {
                assertFalse(finding.outcome().judged());
            } else {
                assertEquals(deficient > 0 ? Outcome.DEFICIENT : Outcome.MET, finding.outcome());
            }
        }
    }

    @Test
    void holdsRowsOfEveryAwkwardKind() {
        List<Finding> all = DefaultSample.FINDINGS;
        assertTrue(all.stream().anyMatch(finding -> Integer.valueOf(0).equals(finding.casesAssessed())));
        assertTrue(all.stream().anyMatch(finding -> finding.outcome() == Outcome.NOT_ASSESSED));
        assertTrue(all.stream().anyMatch(finding -> finding.outcome() == Outcome.NOT_APPLICABLE));
        assertTrue(all.stream().anyMatch(finding -> finding.eligible() != null));
        assertTrue(all.stream().anyMatch(finding -> finding.revision() == 2 && !finding.withdrawn()));
        assertTrue(all.stream().anyMatch(finding -> finding.revision() == 2 && finding.withdrawn()));
        assertTrue(all.stream().anyMatch(finding -> Boolean.TRUE.equals(finding.censored())));
        for (SelectionBasis basis : SelectionBasis.values()) {
            assertTrue(all.stream().anyMatch(finding -> finding.selectionBasis().equals(basis.name())));
        }
    }

    @Test
    void revisionsShareAKeyAndFollowEachOther() {
        Map<String, Integer> last = new HashMap<>();
        for (Finding finding : DefaultSample.FINDINGS) {
            int before = last.getOrDefault(finding.findingId(), 0);
            assertEquals(before + 1, finding.revision());
            last.put(finding.findingId(), finding.revision());
            assertTrue(finding.findingId().matches("[A-Za-z0-9-]{1,64}"));
        }
    }

    @Test
    void followUpsComeAfterTheVisitAndWithinTheYears() {
        int open = 0;
        int remedied = 0;
        int notRemedied = 0;
        for (Finding finding : DefaultSample.FINDINGS) {
            assertFalse(finding.inspectedOn().isAfter(InspectionDays.LAST_DAY));
            assertFalse(finding.inspectedOn().isBefore(InspectionDays.FIRST_DAY));
            LocalDate followedUpOn = finding.followedUpOn();
            if (followedUpOn == null) {
                assertEquals(null, finding.remedied());
                open += Boolean.TRUE.equals(finding.demand()) ? 1 : 0;
            } else {
                assertEquals(true, finding.demand());
                assertEquals(Outcome.DEFICIENT, finding.outcome());
                assertFalse(followedUpOn.isBefore(finding.inspectedOn()));
                assertFalse(followedUpOn.isAfter(InspectionDays.LAST_DAY));
                remedied += Boolean.TRUE.equals(finding.remedied()) ? 1 : 0;
                notRemedied += Boolean.FALSE.equals(finding.remedied()) ? 1 : 0;
            }
        }
        assertTrue(open > 1000 && remedied > 1000 && notRemedied > 1000);
    }

    @Test
    void everyFollowUpMeetsADemandOnTheSameUnitTopicAndDay() {
        Map<String, Boolean> followed = new HashMap<>();
        for (Finding finding : DefaultSample.FINDINGS) {
            if (finding.followedUpOn() != null) {
                followed.put(key(finding, finding.followedUpOn()), finding.remedied());
            }
        }
        for (Finding finding : DefaultSample.FINDINGS) {
            if (finding.selectionBasis().equals("FOLLOW_UP")) {
                @Nullable Boolean remedied = followed.get(key(finding, finding.inspectedOn()));
                assertNotNull(remedied, finding.findingId());
                assertEquals(remedied ? Outcome.MET : Outcome.DEFICIENT, finding.outcome());
            }
        }
    }

    private static String key(Finding finding, LocalDate day) {
        return finding.unitId() + finding.topic() + finding.ageGroup() + day;
    }

    @Test
    void partsOfATopicSumToIt() {
        Map<String, Integer> whole = new HashMap<>();
        Map<String, Integer> parts = new HashMap<>();
        for (Finding finding : DefaultSample.FINDINGS) {
            Integer deficient = finding.casesDeficient();
            if (deficient == null || finding.selectionBasis().equals("FOLLOW_UP")) {
                continue;
            }
            String at = finding.inspectionId() + finding.ageGroup();
            if (finding.topic().equals("TVANG_EJ_OVERVAGT")) {
                whole.merge(at, deficient, Integer::sum);
            } else if (finding.topic().startsWith("TVANG_EJ_")) {
                parts.merge(at, deficient, Integer::sum);
            }
        }
        assertEquals(whole, parts);
        assertFalse(whole.isEmpty());
    }

    @Test
    void unitsKeepTheirRegionAndTypeAndNamesWithoutMeaning() {
        Map<String, String> places = new HashMap<>();
        for (Finding finding : DefaultSample.FINDINGS) {
            String unit = finding.unitId();
            assertNotNull(unit);
            assertTrue(unit.matches("U-[0-9]{5,}"));
            String place = finding.regionCode() + finding.operationType();
            assertEquals(place, places.getOrDefault(unit, place));
            places.put(unit, place);
        }
    }
}
