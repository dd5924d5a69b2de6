package se.tillsyn.analytics.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.Findings;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleaseComparisonTest {

    private static final String HEADER =
            "topic,region,period,age_group,operation_type,selection_basis,cases_assessed,case_rate,case_status,"
                    + "units_assessed,unit_status\n";

    @TempDir
    private Path home;

    private List<Batch> batches = List.of();

    @BeforeEach
    void storeHoldsThreeBatches() throws IOException {
        TestStore store = new TestStore(home, TestStore.miniland());
        LocalDate day = LocalDate.of(2020, 5, 4);
        store.add(List.of(List.of(Findings.files("F1", "U1", 2, 10).on(day).build())), true);
        store.add(
                List.of(List.of(
                        Findings.files("F1", "U1", 3, 10)
                                .on(day)
                                .at("C1", "18-25", "T1")
                                .revised(2)
                                .build(),
                        Findings.files("F2", "U2", 1, 10)
                                .on(LocalDate.of(2021, 5, 4))
                                .at("C1", "18-25", "T1")
                                .build())),
                true);
        store.add(
                List.of(List.of(Findings.files("F3", "U1", 0, 10)
                        .on(day)
                        .at("C1", "18-25", "T2")
                        .retracted(2)
                        .build())),
                true);
        batches = new Store(home).batches();
    }

    private Edition edition(String name, int batch, String profile) throws IOException {
        Path folder = home.resolve(name);
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("indicators.json"), "[]");
        return new Edition(folder, batches.get(batch - 1).folder().id(), profile, "1", "v", List.of());
    }

    private static void table(Edition edition, String name, String... lines) throws IOException {
        Files.writeString(edition.folder().resolve("tables").resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }

    private static void rates(Edition edition, String... rows) throws IOException {
        Files.writeString(edition.folder().resolve("tables/rates_county.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    private List<String> changes(Edition before, Edition after) throws IOException {
        List<String> lines = new ArrayList<>();
        comparison(before, after)
                .forEach(change -> lines.add(String.join(
                        " ",
                        change.table(),
                        String.join("/", change.keys()),
                        change.column(),
                        '[' + change.before() + ']',
                        '[' + change.after() + ']',
                        change.kind().name(),
                        change.reason())));
        return lines;
    }

    private ReleaseComparison comparison(Edition before, Edition after) throws IOException {
        return new ReleaseComparison(before, after, Corrections.between(before, after, batches));
    }

    private String id(int batch) {
        return batches.get(batch - 1).folder().id();
    }

    @Test
    void tellsEachNumberThatDiffersWithTheBatchBehindIt() throws IOException {
        Edition before = edition("a", 1, "p");
        Edition after = edition("b", 2, "p");
        rates(before, "T1,C1,2020,TOTAL,TOTAL,CENSUS,20,0.5,,3,");
        rates(after, "T1,C1,2020,TOTAL,TOTAL,MIXED,21,0.5,,3,", "T1,C1,2021,TOTAL,TOTAL,CENSUS,,,c,4,");
        assertEquals(
                List.of(
                        "rates_county T1/C1/2020/TOTAL/TOTAL// cases_assessed [20] [21] CHANGED " + id(2) + ":revised",
                        "rates_county T1/C1/2021/TOTAL/TOTAL// units_assessed [] [4] NEW " + id(2) + ":added"),
                changes(before, after));
    }

    @Test
    void repeatsNoNumberOfACellThatIsWithheldNow() throws IOException {
        Edition before = edition("a", 1, "p");
        Edition after = edition("b", 3, "p");
        rates(before, "T1,C1,2020,TOTAL,TOTAL,CENSUS,20,0.5,,3,", "T2,C1,2020,TOTAL,TOTAL,CENSUS,,,c,3,");
        rates(after, "T1,C1,2020,TOTAL,TOTAL,CENSUS,,,c,3,", "T2,C1,2020,TOTAL,TOTAL,CENSUS,30,0.2,,3,");
        assertEquals(
                List.of(
                        "rates_county T1/C1/2020/TOTAL/TOTAL// cases_assessed [] [] NOW_WITHHELD " + id(2) + ":revised",
                        "rates_county T1/C1/2020/TOTAL/TOTAL// case_rate [] [] NOW_WITHHELD " + id(2) + ":revised",
                        "rates_county T2/C1/2020/TOTAL/TOTAL// cases_assessed [] [30] NOW_PUBLISHED " + id(3)
                                + ":withdrawn",
                        "rates_county T2/C1/2020/TOTAL/TOTAL// case_rate [] [0.2] NOW_PUBLISHED " + id(3)
                                + ":withdrawn"),
                changes(before, after));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Change("t", List.of("", "", "", "", "", "", ""), "c", "5", "", ChangeKind.NOW_WITHHELD, ""));
    }

    /** Comparisons leave out a region whose counts are withheld: the rate it had must not be told again. */
    @Test
    void repeatsNoNumberWhereATableDoesNotSayWhyTheRowIsGone() throws IOException {
        Edition before = edition("a", 1, "p");
        Edition after = edition("b", 2, "p");
        String header = "topic,region,period,denominator,rate";
        table(before, "comparisons_county", header, "T1,C1,2020,cases,0.25", "T1,C2,2020,cases,0.5");
        table(after, "comparisons_county", header, "T1,C2,2020,cases,0.5");
        assertEquals(
                List.of("comparisons_county T1/C1/2020//// rate [] [] WITHDRAWN " + id(2) + ":revised"),
                changes(before, after));
    }

    @Test
    void tellsWhatIsGoneFromATableThatSaysWhy() throws IOException {
        Edition before = edition("a", 3, "p");
        Edition after = edition("b", 1, "p");
        rates(before, "T1,C1,2021,TOTAL,TOTAL,CENSUS,20,0.5,,3,");
        rates(after);
        List<String> changes = changes(before, after);
        assertEquals(3, changes.size());
        assertEquals(
                "rates_county T1/C1/2021/TOTAL/TOTAL// cases_assessed [20] [] WITHDRAWN -" + id(2) + ":added",
                changes.get(0));
    }

    @Test
    void namesOtherReasonsWhenNoBatchHoldsTheTopicAndYear() throws IOException {
        Edition before = edition("a", 1, "p");
        Edition after = edition("b", 2, "q");
        rates(before, "T3,C1,2020,TOTAL,TOTAL,CENSUS,20,0.5,,3,");
        rates(after, "T3,C1,2020,TOTAL,TOTAL,CENSUS,20,0.5,,4,");
        assertTrue(changes(before, after).get(0).endsWith(" CHANGED profile"));
        Edition same = new Edition(after.folder(), after.batch(), "p", "1", "v", List.of());
        assertTrue(changes(before, same).get(0).endsWith(" CHANGED elsewhere"));
        batches = List.of();
        assertTrue(changes(before, same).get(0).endsWith(" CHANGED batches:" + before.batch() + ".." + after.batch()));
    }

    /** The view "latest" carries an earlier year's findings on. */
    @Test
    void givesEarlierYearsAsReasonOfTheLatestView() throws IOException {
        Edition before = edition("a", 1, "p");
        Edition after = edition("b", 2, "p");
        String header = "topic,region,period,age_group,operation_type,units_assessed,unit_status";
        table(before, "latest_county", header, "T1,C1,2022,TOTAL,TOTAL,3,");
        table(after, "latest_county", header, "T1,C1,2022,TOTAL,TOTAL,4,");
        assertTrue(changes(before, after).get(0).endsWith(" CHANGED " + id(2) + ":added+revised"));
    }

    @Test
    void comparesTheSameWhateverTheOrderOfRows() throws IOException {
        Edition before = edition("a", 1, "p");
        Edition after = edition("b", 2, "p");
        rates(before, "T1,C2,2020,TOTAL,TOTAL,CENSUS,20,0.5,,3,", "T1,C1,2020,TOTAL,TOTAL,CENSUS,10,0.5,,3,");
        rates(
                after,
                "T1,C1,2020,TOTAL,TOTAL,CENSUS,11,0.5,,3,",
                "T1,C1,2020,18-25,TOTAL,CENSUS,5,0.5,,1,",
                "T1,C2,2020,TOTAL,TOTAL,CENSUS,20,0.5,,3,");
        List<String> changes = changes(before, after);
        assertEquals(4, changes.size());
        assertTrue(changes.get(0).startsWith("rates_county T1/C1/2020/TOTAL/TOTAL// cases_assessed [10] [11]"));
        assertTrue(changes.get(1).startsWith("rates_county T1/C1/2020/18-25/TOTAL// cases_assessed [] [5] NEW"));
    }

    @Test
    void findsNothingBetweenEqualReleases() throws IOException {
        Edition one = edition("a", 1, "p");
        rates(one, "T1,C1,2020,TOTAL,TOTAL,CENSUS,20,0.5,,3,");
        assertEquals(List.of(), changes(one, one));
    }

    @Test
    void saysTheSameOnTheTerminalInCsvAndInJson() throws IOException {
        Edition before = edition("a", 1, "p");
        Edition after = edition("b", 2, "p");
        rates(before, "T1,C1,2020,TOTAL,TOTAL,CENSUS,20,0.5,,3,");
        List<String> rows = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            rows.add("T1,C1,2020,A" + i + ",TOTAL,CENSUS,,,z,1,");
        }
        rates(after, rows.toArray(String[]::new));
        Path csv = home.resolve("changes.csv");
        assertEquals(53, ChangeFiles.csv(csv, comparison(before, after)));
        List<String> lines = Files.readAllLines(csv);
        assertEquals(
                "table,topic,region,period,age_group,operation_type,office,statement,column,before,after,kind,reason",
                lines.get(0));
        assertEquals(
                "rates_county,T1,C1,2020,TOTAL,TOTAL,,,cases_assessed,20,,WITHDRAWN," + id(2) + ":revised",
                lines.get(1));
        assertEquals(54, lines.size());

        Path json = home.resolve("changes.json");
        ChangeFiles.json(json, "a", "b", comparison(before, after));
        JsonNode read = JsonMapper.shared().readTree(Files.readAllBytes(json));
        assertEquals(53, read.get("changes").size());
        assertEquals("20", read.get("changes").get(0).get("before").asString());
        assertFalse(read.get("changes").get(0).has("after"));
        assertEquals(50, read.get("totals").get("NEW").asInt());
        assertEquals(3, read.get("totals").get("WITHDRAWN").asInt());

        StringWriter text = new StringWriter();
        ChangeFiles.print(new PrintWriter(text), comparison(before, after));
        assertEquals(1 + ChangeFiles.SHOWN + 2, text.toString().lines().count());
        assertTrue(text.toString().contains("and 13 more"));
        assertTrue(text.toString().contains("53 numbers differ, NEW 50, WITHDRAWN 3"));
    }
}
