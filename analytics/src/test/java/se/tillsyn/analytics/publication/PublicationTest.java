package se.tillsyn.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.Findings;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.analytics.cube.BoundedCases;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.DisclosureControl;
import se.tillsyn.analytics.disclosure.Publishable;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.release.DamagedReleaseException;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.PublishedIndicator;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

class PublicationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T07:00:00Z"), ZoneOffset.UTC);

    private static final Profile PROFILE = TestStore.miniland();

    private final Profile profile = PROFILE;

    @TempDir
    private Path home;

    static DeficiencyCell cell(String region, int deficient, int cases, int deficientUnits, int units) {
        return new DeficiencyCell(
                "T1",
                region.equals("00") ? "nation" : "county",
                region,
                "2020",
                "TOTAL",
                "TOTAL",
                "CENSUS",
                true,
                true,
                true,
                new ClusterSums(
                        1,
                        cases,
                        deficient,
                        (long) deficient * deficient,
                        (long) deficient * cases,
                        (long) cases * cases),
                units,
                deficientUnits,
                BoundedCases.NONE);
    }

    private static Cube cubeOf(List<DeficiencyCell> cells) {
        return new Cube(cells, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Disclosure control as the job does it, without Spark. */
    private static Publishable publishable(List<DeficiencyCell> cells) {
        DisclosureControl control = new DisclosureControl(PROFILE);
        Set<CellName> withheld = new HashSet<>();
        for (TopicYear block : control.rates(cubeOf(cells))) {
            for (int cell : block.protect(control.window())) {
                block.topics().forEach(topic -> withheld.add(topic.get(cell)));
            }
        }
        return control.publishable(withheld, Set.of());
    }

    private Publication.Outcome publish(List<DeficiencyCell> cells) throws IOException {
        return publish(home, cells);
    }

    /** Publishes cells and one statement. */
    static Publication.Outcome publish(Path home, List<DeficiencyCell> cells) throws IOException {
        Batch batch = new TestStore(home, PROFILE)
                .add(List.of(List.of(Findings.files("F1", "U1", 2, 10).build())), true);
        Statement statement =
                Statement.of(Findings.files("S1", "U", 0, 0).stated(16, 9, 16).build());
        return new Publication(home, CLOCK, "test")
                .publish(new ReleaseContent(
                        PROFILE, List.of(batch), cubeOf(cells), publishable(cells), List.of(statement)));
    }

    private ReleaseFolder current() throws IOException {
        return ReleaseFolder.open(
                home.resolve("releases").resolve(ReleaseFolder.current(home).orElseThrow()));
    }

    @Test
    void publishesAWholeReleaseAndServesIt() throws IOException {
        Publication.Outcome outcome =
                publish(List.of(cell("00", 30, 60, 2, 3), cell("C1", 3, 9, 1, 1), cell("C2", 27, 51, 1, 2)));
        assertEquals(outcome.release(), ReleaseFolder.current(home).orElseThrow());
        assertEquals(3, outcome.cells());
        assertEquals(2, outcome.withheld());
        ReleaseFolder release = current();
        release.verify();
        assertTrue(release.manifest().synthetic());
        assertEquals(List.of("2020"), release.manifest().periods());
        List<String> lines = Files.readAllLines(release.file("tables/rates_nation.csv"), StandardCharsets.UTF_8);
        List<String> fields = List.of(lines.get(1).split(",", -1));
        assertEquals(List.of("T1", "00", "2020", "TOTAL", "TOTAL", "CENSUS", "60", "30", "0.5"), fields.subList(0, 9));
        assertEquals(0.377350, Double.parseDouble(fields.get(9)), 1e-6);
        assertEquals(0.622650, Double.parseDouble(fields.get(10)), 1e-6);
        assertEquals(List.of("plain", "", "3", "2"), fields.subList(13, 17));
        assertEquals("true", fields.get(fields.size() - 1), "labelled synthetic in the file itself");
    }

    @Test
    void tellsNothingOfAWithheldCell() throws IOException {
        publish(List.of(cell("C1", 3, 9, 1, 1)));
        List<String> lines = Files.readAllLines(current().file("tables/rates_county.csv"), StandardCharsets.UTF_8);
        assertTrue(lines.get(1).startsWith("T1,C1,2020,TOTAL,TOTAL,CENSUS,,,,,,,,,c,1,1,1,"), "row: " + lines.get(1));
    }

    @Test
    void statesBoundedEvidenceAsBounds() throws IOException {
        publish(List.of(cell("00", 30, 60, 2, 3)));
        String line = Files.readAllLines(current().file("tables/statements.csv"), StandardCharsets.UTF_8)
                .get(1);
        assertTrue(line.contains(",16,9,16,,0.5625,1,0.3317"), "row: " + line);
    }

    @Test
    void statesTheIndicatorsOfTheProfile() throws IOException {
        publish(List.of(cell("00", 30, 60, 2, 3)));
        byte[] json = Files.readAllBytes(current().file(ReleaseLayout.INDICATORS));
        List<PublishedIndicator> indicators = PublishedIndicator.parse(json);
        assertEquals(
                List.of("T1", "T2", "T3", "W1"),
                indicators.stream().map(PublishedIndicator::id).toList());
        assertArrayEquals(json, PublishedIndicator.toJson(indicators), "read and written again");
        PublishedIndicator rate = indicators.get(0);
        assertEquals(
                new PublishedIndicator.Conditions(List.of("CASE"), List.of("CASE_FILE"), "eligible"),
                rate.conditions());
        assertEquals(
                List.of("CASE_RATE", "UNIT_RATE"),
                rate.figures().stream().map(PublishedIndicator.Figure::figure).toList());
        assertEquals(
                List.of("NOT_APPLICABLE", "NOT_ASSESSED"), rate.exclusions().outcomes());
        PublishedIndicator wait = indicators.get(3);
        assertEquals("WAIT", wait.kind());
        assertNull(wait.conditions());
        assertEquals(new PublishedIndicator.Range(0, 3650), wait.range());
        List<String> topics = Files.readAllLines(current().file("codelists/topics.csv"), StandardCharsets.UTF_8);
        assertEquals("code,name_sv,name_en,valid_from,valid_to,group", topics.get(0));
    }

    /** Every key of the document is there in the order of the record, whatever it holds, so that readers may rely on it. */
    @Test
    void writesTheKeysOfAnIndicatorInOneOrder() {
        Profile sweden = Profile.load("sweden");
        String json = new String(IndicatorDocument.of(sweden), StandardCharsets.UTF_8);
        List<String> keys = Pattern.compile("(?m)^  \"([a-z_]+)\" :")
                .matcher(json)
                .results()
                .map(key -> key.group(1))
                .toList();
        List<String> expected = List.of(
                "id",
                "kind",
                "name",
                "definition",
                "topics",
                "observed_unit",
                "evidence",
                "age_groups",
                "conditions",
                "figures",
                "exclusions",
                "range",
                "polarity",
                "requirement",
                "breaks",
                "bounded_evidence",
                "author",
                "checker",
                "reviewed_on");
        assertEquals(sweden.indicators().size() * expected.size(), keys.size());
        for (int i = 0; i < keys.size(); i++) {
            assertEquals(expected.get(i % expected.size()), keys.get(i));
        }
    }

    @Test
    void makesNoSecondReleaseOfTheSameContent() throws IOException {
        Publication.Outcome first = publish(List.of(cell("00", 30, 60, 2, 3)));
        Batch batch = new se.tillsyn.ingest.store.Store(home).batches().get(0);
        Statement statement =
                Statement.of(Findings.files("S1", "U", 0, 0).stated(16, 9, 16).build());
        Publication.Outcome again = new Publication(home, CLOCK, "test")
                .publish(new ReleaseContent(
                        profile,
                        List.of(batch),
                        cubeOf(List.of(cell("00", 30, 60, 2, 3))),
                        publishable(List.of(cell("00", 30, 60, 2, 3))),
                        List.of(statement)));
        assertTrue(again.unchanged());
        assertEquals(first.release(), again.release());
        assertEquals(1, ReleaseFolder.identifiers(home).size());
    }

    @Test
    void numbersReleasesAndNamesThePredecessor() throws IOException {
        Publication.Outcome first = publish(List.of(cell("00", 30, 60, 2, 3)));
        Publication.Outcome second = publish(List.of(cell("00", 31, 60, 2, 3)));
        assertNotEquals(first.release(), second.release());
        assertEquals(first.release(), current().manifest().predecessor());
        assertEquals(2, current().manifest().sequence());
    }

    @Test
    void tellsWhatChangedSinceThePredecessor() throws IOException {
        publish(List.of(cell("00", 30, 60, 2, 3), cell("C1", 3, 9, 1, 1), cell("C2", 27, 51, 1, 2)));
        assertFalse(Files.exists(current().file(ReleaseLayout.CHANGES)), "the first has no predecessor");
        publish(List.of(cell("00", 31, 60, 2, 3), cell("C1", 4, 9, 1, 1), cell("C2", 27, 51, 1, 2)));
        current().verify();
        List<String> lines = Files.readAllLines(current().file(ReleaseLayout.CHANGES));
        assertTrue(lines.stream()
                .anyMatch(line ->
                        line.startsWith("rates_nation,T1,00,2020,TOTAL,TOTAL,,,cases_deficient,30,31,CHANGED,")));
        assertTrue(lines.stream().noneMatch(line -> line.contains(",cases_assessed,")), "the same number is no change");
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("rates_county")), "withheld before and after");
        Manifest.PublishedFile file = current().manifest().files().stream()
                .filter(one -> one.path().equals(ReleaseLayout.CHANGES))
                .findFirst()
                .orElseThrow();
        assertEquals(lines.size() - 1L, file.rows());
    }

    /** Publishing again is what is asked for when a release is damaged; nothing may rest on its numbers. */
    @Test
    void comparesWithTheNewestReleaseThatIsWhole() throws IOException {
        Publication.Outcome first = publish(List.of(cell("00", 30, 60, 2, 3)));
        publish(List.of(cell("00", 31, 60, 2, 3)));
        Files.writeString(current().file("tables/rates_nation.csv"), "garbage");
        publish(List.of(cell("00", 32, 60, 2, 3)));
        assertEquals(3, current().manifest().sequence());
        assertEquals(first.release(), current().manifest().predecessor());
        assertTrue(Files.readString(current().file(ReleaseLayout.CHANGES)).contains(",cases_deficient,30,32,CHANGED,"));
    }

    @Test
    void findsAChangedMissingOrAddedFile() throws IOException {
        publish(List.of(cell("00", 30, 60, 2, 3)));
        Path csv = current().file("tables/rates_nation.csv");
        byte[] bytes = Files.readAllBytes(csv);
        bytes[bytes.length / 2] ^= 1;
        Files.write(csv, bytes);
        DamagedReleaseException changed =
                assertThrows(DamagedReleaseException.class, () -> current().verify());
        assertTrue(changed.getMessage().contains("tables/rates_nation.csv: its bytes differ"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(csv, bytes);
        Files.writeString(csv.resolveSibling("extra.csv"), "x");
        assertTrue(assertThrows(DamagedReleaseException.class, () -> current().verify())
                .getMessage()
                .contains("tables/extra.csv: the manifest does not name it"));
        Files.delete(csv.resolveSibling("extra.csv"));
        Files.delete(csv);
        assertTrue(assertThrows(DamagedReleaseException.class, () -> current().verify())
                .getMessage()
                .contains("the file is missing"));
    }

    @Test
    void ignoresAPointerThatNamesNoRelease() throws IOException {
        publish(List.of(cell("00", 30, 60, 2, 3)));
        Files.writeString(home.resolve("releases/CURRENT"), "../../etc\n");
        assertFalse(ReleaseFolder.current(home).isPresent());
    }
}
