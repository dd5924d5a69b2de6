package se.tillsyn.analytics.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.Findings;
import se.tillsyn.analytics.SharedSpark;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.analytics.reference.ReferenceFolder;
import se.tillsyn.analytics.reference.ReferenceTable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

@Tag("spark")
class DeficiencyCubeSparkTest {

    private final Profile profile = TestStore.miniland();

    @TempDir
    private Path home;

    private List<DeficiencyCell> cube(Findings... findings) {
        List<Finding> built = new ArrayList<>();
        for (Findings finding : findings) {
            built.add(finding.build());
        }
        return cubeOf(List.of(built));
    }

    private List<DeficiencyCell> cubeOf(List<List<Finding>> files) {
        Batch batch = new TestStore(home, profile).add(files, true);
        return new DeficiencyCube(SharedSpark.session(), profile)
                .compute(List.of(batch))
                .inspected();
    }

    private static Optional<DeficiencyCell> cell(
            List<DeficiencyCell> cells, String region, String age, String type, String topic) {
        return cells.stream()
                .filter(cell -> cell.region().equals(region)
                        && cell.ageGroup().equals(age)
                        && cell.operationType().equals(type)
                        && cell.topic().equals(topic))
                .findFirst();
    }

    /** The reference counts distinct files and boards; its rows are one file and topic each. */
    @Test
    void countsFilesAndBoardsAsTheReferenceDoes() {
        List<Finding> findings = ReferenceFolder.CHOSEN.table("unit_rollup_findings.csv").rows().stream()
                .map(row -> {
                    boolean assessed = row.text("outcome").equals("deficient")
                            || row.text("outcome").equals("ok");
                    String id = row.text("file_id") + "-" + row.text("topic");
                    return files(
                                    id,
                                    row.text("board"),
                                    row.text("outcome").equals("deficient") ? 1 : 0,
                                    assessed ? 1 : 0)
                            .at(row.text("county"), row.text("age_group"), row.text("topic"))
                            .build();
                })
                .toList();
        List<DeficiencyCell> cells = cubeOf(List.of(findings));
        List<ReferenceTable.Row> expected = ReferenceFolder.CHOSEN.table("unit_rollup_expected.csv").rows().stream()
                .filter(row -> !row.text("topic").equals("Any"))
                .toList();
        for (ReferenceTable.Row row : expected) {
            String county = row.text("county").equals("Total") ? "00" : row.text("county");
            String age = row.text("age_group").equals("Total") ? "TOTAL" : row.text("age_group");
            DeficiencyCell found =
                    cell(cells, county, age, "TOTAL", row.text("topic")).orElseThrow();
            String where = county + " " + age + " " + row.text("topic");
            assertEquals(row.whole("assessed_files"), found.cases().cases(), where);
            assertEquals(row.whole("deficient_files"), found.cases().deficient(), where);
            assertEquals(row.whole("assessed_boards"), found.units(), where);
            assertEquals(row.whole("boards_with_deficiency"), found.deficientUnits(), where);
        }
        assertEquals(48, expected.size());
    }

    @Test
    void countsAnOperationOnceHoweverManyFindingsItHas() {
        List<DeficiencyCell> cells = cube(
                files("F1", "U1", 2, 10),
                files("F2", "U1", 0, 5).on(LocalDate.of(2020, 11, 1)),
                files("F3", "U1", 1, 4).at("C1", "26+", "T1"));
        DeficiencyCell total = cell(cells, "00", "TOTAL", "TOTAL", "T1").orElseThrow();
        assertEquals(1, total.units());
        assertEquals(1, total.deficientUnits());
        assertEquals(19, total.cases().cases());
        assertEquals(1, total.cases().clusters());
        assertEquals(19 * 19, total.cases().squaredCases());
    }

    @Test
    void keepsWhatIsStatedOfSeveralOperationsOutOfTheCellsAndInItsNewestRevision() {
        TestStore store = new TestStore(home, profile);
        Batch first = store.add(
                List.of(List.of(
                        files("F1", "U1", 2, 10).build(),
                        files("S1", "U", 0, 0).stated(16, 9, 16).build())),
                true);
        Batch second = store.add(
                List.of(List.of(
                        files("S1", "U", 0, 0).stated(16, 10, 16).revised(2).build())),
                true);
        Cube cube = new DeficiencyCube(SharedSpark.session(), profile).compute(List.of(first, second));
        assertEquals(
                10,
                cell(cube.inspected(), "00", "TOTAL", "TOTAL", "T1")
                        .orElseThrow()
                        .cases()
                        .cases());
        assertEquals(
                List.of(2), cube.statements().stream().map(Finding::revision).toList());
    }

    @Test
    void keepsInterviewsOutOfTheCaseRate() {
        List<DeficiencyCell> cells = cube(
                files("F1", "U1", 0, 10),
                files("F2", "U2", 3, 3).restingOn("CASE", "INTERVIEW"),
                files("F3", "U3", 1, 1).restingOn("OPERATION", "INTERVIEW"));
        DeficiencyCell total = cell(cells, "00", "TOTAL", "TOTAL", "T1").orElseThrow();
        assertEquals(10, total.cases().cases());
        assertEquals(3, total.units());
        assertEquals(2, total.deficientUnits());
    }

    @Test
    void treatsZeroOfZeroAndMissingAnswersAsNotReviewed() {
        List<DeficiencyCell> cells =
                cube(files("F1", "U1", 0, 0), files("F2", "U2", 1, 2).judged(Outcome.NOT_APPLICABLE, null, null));
        DeficiencyCell total = cell(cells, "00", "TOTAL", "TOTAL", "T1").orElseThrow();
        assertEquals(0, total.units());
        assertEquals(0, total.cases().cases());
    }

    @Test
    void takesThoseToWhomTheRequirementAppliedAsTheDenominator() {
        List<DeficiencyCell> cells = cube(files("F1", "U1", 2, 10).ofWhichEligible(4));
        assertEquals(
                4,
                cell(cells, "00", "TOTAL", "TOTAL", "T1").orElseThrow().cases().cases());
    }

    @Test
    void countsOverlappingAgeBandsInTheTotalOnly() {
        List<DeficiencyCell> cells =
                cube(files("F1", "U1", 2, 10), files("F2", "U2", 3, 10).at("C1", "15-18", "T1"));
        assertEquals(
                20,
                cell(cells, "00", "TOTAL", "TOTAL", "T1").orElseThrow().cases().cases());
        assertEquals(
                10,
                cell(cells, "00", "18-25", "TOTAL", "T1").orElseThrow().cases().cases());
        assertTrue(cell(cells, "00", "15-17", "TOTAL", "T1").isEmpty());
    }

    @Test
    void countsUnknownRegionsInTheNationOnly() {
        List<DeficiencyCell> cells = cube(files("F1", "U1", 2, 10).at("UNKNOWN", "18-25", "T1"));
        assertTrue(cells.stream().allMatch(cell -> cell.region().equals("00")));
        assertFalse(cells.isEmpty());
    }

    @Test
    void publishesOnlyWhatThePlanDeclares() {
        List<DeficiencyCell> cells = cube(files("F1", "U1", 2, 10));
        assertTrue(cell(cells, "00", "18-25", "BOARD", "T1").isPresent());
        assertTrue(cell(cells, "C1", "18-25", "TOTAL", "T1").isPresent());
        assertTrue(cell(cells, "C1", "TOTAL", "BOARD", "T1").isPresent());
        assertTrue(cell(cells, "C1", "18-25", "BOARD", "T1").isEmpty(), "not crossed at county level");
        assertTrue(cube(files("F9", "U1", 2, 10).at("C1", "18-25", "W1")).isEmpty(), "a wait has no rate");
    }

    @Test
    void namesTheOnlySelectionBasisAndTellsMixedOnes() {
        List<DeficiencyCell> cells = cube(
                files("F1", "U1", 2, 10),
                files("F2", "U2", 2, 10).chosenBy("SYN", "RISK_BASED").at("C2", "18-25", "T1"));
        assertEquals(
                "RISK_BASED",
                cell(cells, "C2", "TOTAL", "TOTAL", "T1").orElseThrow().selectionBasis());
        assertEquals(
                "MIXED", cell(cells, "00", "TOTAL", "TOTAL", "T1").orElseThrow().selectionBasis());
    }

    @Test
    void takesTheHighestRevisionAndLeavesOutWhatIsWithdrawn() {
        TestStore store = new TestStore(home, profile);
        Batch first = store.add(
                List.of(List.of(
                        files("F1", "U1", 2, 10).build(),
                        files("F2", "U2", 9, 10).build(),
                        files("F3", "U3", 1, 10).build())),
                true);
        Batch second = store.add(
                List.of(List.of(
                        files("F1", "U1", 7, 10).revised(2).build(),
                        files("F2", "U2", 9, 10).retracted(2).build())),
                true);
        DeficiencyCube cube = new DeficiencyCube(SharedSpark.session(), profile);
        DeficiencyCell before = cell(cube.compute(List.of(first)).inspected(), "00", "TOTAL", "TOTAL", "T1")
                .orElseThrow();
        DeficiencyCell after = cell(cube.compute(List.of(first, second)).inspected(), "00", "TOTAL", "TOTAL", "T1")
                .orElseThrow();
        assertEquals(12, before.cases().deficient());
        assertEquals(3, before.units());
        assertEquals(8, after.cases().deficient());
        assertEquals(2, after.units());
    }

    @Test
    void doesNotDependOnTheOrderOrTheFilesOfTheFindings() {
        Random random = new Random(7);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int n = random.nextInt(12);
            String age = List.of("15-17", "18-25", "26+", "15-18").get(random.nextInt(4));
            findings.add(files("F" + i, "U" + random.nextInt(40), n == 0 ? 0 : random.nextInt(n + 1), n)
                    .at("C" + (1 + random.nextInt(4)), age, "T" + (1 + random.nextInt(3)))
                    .ofType(random.nextBoolean() ? "BOARD" : "HOME")
                    .build());
        }
        List<DeficiencyCell> once = cubeOf(List.of(findings));
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, random);
        List<DeficiencyCell> again =
                cubeOf(List.of(shuffled.subList(0, 10), shuffled.subList(10, 300), shuffled.subList(300, 500)));
        assertEquals(once, again);
    }
}
