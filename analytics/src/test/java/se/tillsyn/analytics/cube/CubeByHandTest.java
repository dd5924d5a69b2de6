package se.tillsyn.analytics.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.Findings;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Profile;

/**
 * The cube against counting by hand: for each cell all findings are gone through and what belongs to it is put into sets.
 * Nothing is packed, summed upwards or merged.
 */
class CubeByHandTest {

    private static final Map<String, List<String>> COUNTIES = Map.of(
            "00", List.of("C1", "C2", "C3", "C4", "UNKNOWN"),
            "C1", List.of("C1"),
            "C2", List.of("C2"),
            "C3", List.of("C3"),
            "C4", List.of("C4"),
            "G1", List.of("C1", "C2"),
            "G2", List.of("C2", "C3"));
    private static final List<String> AGES = List.of("15-17", "18-25", "26+");
    private static final List<String> TYPES = List.of("BOARD", "HOME");

    private final Profile profile = TestStore.miniland();

    /** A cell as text, and its figures as text. */
    private final Map<String, String> byHand = new TreeMap<>();

    @Test
    void everyCellOfEveryViewEqualsCountingByHand() {
        for (int seed = 1; seed <= 12; seed++) {
            List<Finding> findings = drawn(new Random(seed));
            byHand.clear();
            countByHand(findings);
            Cube cube = PlainCube.of(profile, dealt(findings, new Random(seed)), 1 + seed % 4);
            Map<String, String> found = new TreeMap<>();
            cube.inspected().forEach(cell -> found.put("inspected " + nameOf(cell), figuresOf(cell)));
            cube.latest().forEach(cell -> found.put("latest " + nameOf(cell), figuresOf(cell)));
            cube.coverage()
                    .forEach(cell -> found.put(
                            String.join(" ", "coverage", cell.region(), cell.period(), cell.operationType()),
                            cell.inspected() + " " + cell.judged() + " " + cell.deficient()));
            cube.values()
                    .forEach(cell -> found.put(
                            String.join(
                                    " ",
                                    "values",
                                    cell.topic(),
                                    cell.region(),
                                    cell.period(),
                                    cell.ageGroup(),
                                    cell.operationType()),
                            cell.whole() + " " + cell.censored() + " "
                                    + cell.values().stream()
                                            .mapToDouble(value -> value.value() * (value.whole() + value.censored()))
                                            .sum()));
            assertEquals(asLines(byHand), asLines(found), "seed " + seed);
        }
    }

    private static String asLines(Map<String, String> cells) {
        StringBuilder lines = new StringBuilder();
        cells.forEach((name, figures) ->
                lines.append(name).append(" = ").append(figures).append('\n'));
        return lines.toString();
    }

    private static List<Finding> drawn(Random random) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int n = random.nextInt(9);
            String unit = "U" + random.nextInt(25);
            // Most operations stay in one county; some have findings in several, some in none that is known.
            String home = "C" + (1 + unit.hashCode() % 4);
            String region =
                    random.nextInt(12) == 0 ? List.of("C1", "C3", "UNKNOWN").get(random.nextInt(3)) : home;
            String age = List.of("15-17", "18-25", "26+", "15-18").get(random.nextInt(4));
            LocalDate day = LocalDate.of(2014 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String topic = random.nextInt(8) == 0 ? "W1" : "T" + (1 + random.nextInt(2));
            Findings finding = files("F" + i, unit, n == 0 ? 0 : random.nextInt(n + 1), n)
                    .at(region, age, topic)
                    .on(day)
                    .ofType(random.nextInt(5) == 0 ? "HOME" : "BOARD");
            if (topic.equals("W1")) {
                finding.waited(random.nextInt(100), random.nextInt(4) == 0);
            } else if (random.nextInt(10) == 0) {
                finding.restingOn("OPERATION", "INTERVIEW");
            } else if (random.nextInt(15) == 0) {
                finding.judged(Outcome.NOT_APPLICABLE, null, null);
            }
            findings.add(finding.build());
        }
        return findings;
    }

    private static List<List<Finding>> dealt(List<Finding> findings, Random random) {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(shuffled.size());
        return List.of(shuffled.subList(0, cut), shuffled.subList(cut, shuffled.size()));
    }

    private void countByHand(List<Finding> findings) {
        for (String region : COUNTIES.keySet()) {
            Predicate<Finding> here = finding -> COUNTIES.get(region).contains(finding.regionCode());
            boolean nation = region.equals("00");
            boolean county = region.startsWith("C");
            boolean group = region.startsWith("G");
            for (String topic : List.of("T1", "T2", "T3", "W1")) {
                for (int year = 2014; year <= 2022; year++) {
                    for (int quarter = 0; quarter <= (nation ? 4 : 0); quarter++) {
                        String period = quarter == 0 ? "" + year : year + "-Q" + quarter;
                        Predicate<Finding> then = finding -> topic.equals(finding.topic())
                                && here.test(finding)
                                && (periodOf(finding, false).equals(period)
                                        || periodOf(finding, true).equals(period));
                        inspected(findings, topic, region, period, "TOTAL", "TOTAL", then);
                        for (String age : AGES) {
                            if (!group) {
                                inspected(findings, topic, region, period, age, "TOTAL", then);
                            }
                            for (String type : TYPES) {
                                if (nation && quarter == 0) {
                                    inspected(findings, topic, region, period, age, type, then);
                                }
                            }
                        }
                        for (String type : TYPES) {
                            if (quarter == 0) {
                                inspected(findings, topic, region, period, "TOTAL", type, then);
                            }
                        }
                    }
                    if (nation || county) {
                        latest(findings, topic, region, year, "TOTAL", here);
                    }
                    if (nation) {
                        for (String age : AGES) {
                            latest(findings, topic, region, year, age, here);
                        }
                    }
                }
            }
            for (int year = 2014; year <= 2022; year++) {
                for (int quarter = 0; quarter <= (nation ? 4 : 0); quarter++) {
                    String period = quarter == 0 ? "" + year : year + "-Q" + quarter;
                    covered(findings, region, period, "TOTAL", here);
                    for (String type : TYPES) {
                        if (quarter == 0) {
                            covered(findings, region, period, type, here);
                        }
                    }
                }
            }
        }
    }

    private void covered(List<Finding> findings, String region, String period, String type, Predicate<Finding> here) {
        List<Finding> seen = findings.stream()
                .filter(here)
                .filter(finding -> periodOf(finding, false).equals(period)
                        || periodOf(finding, true).equals(period))
                .filter(finding -> type.equals("TOTAL") || type.equals(finding.operationType()))
                .toList();
        if (!seen.isEmpty()) {
            byHand.put(
                    String.join(" ", "coverage", region, period, type),
                    units(seen, finding -> true) + " "
                            + units(seen, CubeByHandTest::judged) + " "
                            + units(seen, finding -> judged(finding) && finding.outcome() == Outcome.DEFICIENT));
        }
    }

    private static int units(List<Finding> findings, Predicate<Finding> which) {
        Set<String> units = new HashSet<>();
        findings.stream().filter(which).forEach(finding -> units.add(String.valueOf(finding.unitId())));
        return units.size();
    }

    private static boolean judged(Finding finding) {
        Integer assessed = finding.casesAssessed();
        return finding.outcome().judged() && (assessed == null || assessed != 0);
    }

    private static String periodOf(Finding finding, boolean quarter) {
        LocalDate day = finding.inspectedOn();
        return quarter ? day.getYear() + "-Q" + ((day.getMonthValue() - 1) / 3 + 1) : "" + day.getYear();
    }

    private void inspected(
            List<Finding> findings,
            String topic,
            String region,
            String period,
            String age,
            String type,
            Predicate<Finding> then) {
        List<Finding> of = findings.stream()
                .filter(then)
                .filter(finding -> age.equals("TOTAL") || age.equals(finding.ageGroup()))
                .filter(finding -> type.equals("TOTAL") || type.equals(finding.operationType()))
                .toList();
        if (of.isEmpty()) {
            return;
        }
        String name = String.join(" ", topic, region, period, age, type);
        if (topic.equals("W1")) {
            long waiting = of.stream()
                    .filter(finding -> Boolean.TRUE.equals(finding.censored()))
                    .count();
            double sum = of.stream().mapToDouble(CubeByHandTest::daysOf).sum();
            byHand.put("values " + name, (of.size() - waiting) + " " + waiting + " " + sum);
        } else {
            byHand.put("inspected " + name, figures(of));
        }
    }

    private static double daysOf(Finding finding) {
        Double value = finding.value();
        return value == null ? 0 : value;
    }

    private static String figures(List<Finding> findings) {
        Map<String, int[]> byUnit = new TreeMap<>();
        for (Finding finding : findings) {
            int[] sums = byUnit.computeIfAbsent(String.valueOf(finding.unitId()), any -> new int[2]);
            Integer assessed = finding.casesAssessed();
            Integer deficient = finding.casesDeficient();
            if (judged(finding) && finding.observedUnit().equals("CASE") && assessed != null && deficient != null) {
                sums[0] += assessed;
                sums[1] += deficient;
            }
        }
        long products = byUnit.values().stream()
                .mapToLong(sums -> (long) sums[0] * sums[1])
                .sum();
        return String.join(
                " ",
                "units " + units(findings, CubeByHandTest::judged),
                "deficient " + units(findings, finding -> judged(finding) && finding.outcome() == Outcome.DEFICIENT),
                "clusters "
                        + byUnit.values().stream().filter(sums -> sums[0] > 0).count(),
                "cases " + byUnit.values().stream().mapToInt(sums -> sums[0]).sum(),
                "deficient "
                        + byUnit.values().stream().mapToInt(sums -> sums[1]).sum(),
                "products " + products);
    }

    /** Operations by what was last judged on the topic, at most five year-ends ago. */
    private void latest(
            List<Finding> findings, String topic, String region, int year, String age, Predicate<Finding> here) {
        Map<String, LocalDate> last = new TreeMap<>();
        findings.stream()
                .filter(finding -> topic.equals(finding.topic()) && judged(finding))
                .filter(finding -> finding.inspectedOn().getYear() <= year)
                .forEach(finding -> last.merge(
                        String.valueOf(finding.unitId()), finding.inspectedOn(), (a, b) -> a.isAfter(b) ? a : b));
        int newest = findings.stream()
                .mapToInt(finding -> finding.inspectedOn().getYear())
                .max()
                .orElseThrow();
        List<Finding> of = findings.stream()
                .filter(finding -> topic.equals(finding.topic()) && judged(finding) && here.test(finding))
                .filter(finding -> finding.inspectedOn().equals(last.get(String.valueOf(finding.unitId()))))
                .filter(finding -> finding.inspectedOn().getYear() > year - 5 && year <= newest)
                .filter(finding -> age.equals("TOTAL") || age.equals(finding.ageGroup()))
                .toList();
        if (!of.isEmpty() && !topic.equals("W1")) {
            byHand.put("latest " + String.join(" ", topic, region, "" + year, age, "TOTAL"), figures(of));
        }
    }

    private static String nameOf(DeficiencyCell cell) {
        return String.join(" ", cell.topic(), cell.region(), cell.period(), cell.ageGroup(), cell.operationType());
    }

    private static String figuresOf(DeficiencyCell cell) {
        return String.join(
                " ",
                "units " + cell.units(),
                "deficient " + cell.deficientUnits(),
                "clusters " + cell.cases().clusters(),
                "cases " + cell.cases().cases(),
                "deficient " + cell.cases().deficient(),
                "products " + cell.cases().products());
    }

    @Test
    void followsADemandToItsRemedyAndTellsARelapse() {
        LocalDate first = LocalDate.of(2018, 1, 10);
        LocalDate second = LocalDate.of(2018, 6, 10);
        LocalDate third = LocalDate.of(2018, 9, 18);
        Cube cube = PlainCube.of(
                profile,
                List.of(List.of(
                        // Demanded, not remedied, demanded again on that day, remedied, deficient later.
                        files("F1", "U1", 2, 10)
                                .on(first)
                                .demanded(second, false)
                                .build(),
                        files("F2", "U1", 1, 10)
                                .on(second)
                                .demanded(third, true)
                                .build(),
                        files("F3", "U1", 3, 10).on(LocalDate.of(2020, 1, 1)).build(),
                        // Demanded and never followed up.
                        files("F4", "U2", 2, 10).on(first).demanded(null, null).build(),
                        // The last day of the store.
                        files("F5", "U3", 0, 10).on(LocalDate.of(2020, 1, 10)).build())),
                2);
        FollowUpCell cell = cube.followUps().stream()
                .filter(at -> at.region().equals("C1") && at.period().equals("2018"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, cell.demands());
        assertEquals(1, cell.followedUp());
        assertEquals(1, cell.remedied());
        assertEquals(1, cell.relapsed());
        assertEquals(List.of(new CountedValue(251, 1, 0), new CountedValue(730, 0, 1)), cell.days());
    }

    @Test
    void keepsBoundsApartFromWhatWasCounted() {
        Cube cube = PlainCube.of(
                profile,
                List.of(List.of(
                        files("F1", "U1", 2, 10).build(),
                        files("F2", "U2", 1, 16).bounded(9, 16).build())),
                1);
        DeficiencyCell cell = cube.inspected().stream()
                .filter(at -> at.region().equals("00") && at.ageGroup().equals("TOTAL"))
                .filter(at -> at.operationType().equals("TOTAL"))
                .findFirst()
                .orElseThrow();
        assertEquals(10, cell.cases().cases());
        assertEquals(2, cell.units());
        assertEquals(new BoundedCases(16, 9, 16), cell.bounded());
    }

    @Test
    void countsFilesOfEachOfficeByStratum() {
        Cube cube = PlainCube.of(
                profile,
                List.of(List.of(
                        files("F1", "U1", 2, 10).build(),
                        files("F2", "U2", 4, 10).by("O2").build(),
                        files("F3", "U3", 5, 20).by("O2").build())),
                2);
        assertEquals(2, cube.offices().size());
        OfficeCell second = cube.offices().get(1);
        assertEquals("O2", second.office());
        assertEquals(30, second.cases().cases());
        assertEquals(9, second.cases().deficient());
        assertEquals(2, second.units());
        assertTrue(cube.offices().stream().allMatch(cell -> cell.county().equals("C1")));
    }
}
