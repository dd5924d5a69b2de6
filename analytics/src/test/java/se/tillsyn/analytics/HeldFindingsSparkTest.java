package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/** Late findings through the whole job: held back, told of, published with others, each time past the audit. */
@Tag("spark")
class HeldFindingsSparkTest {

    private static final Instant START = Instant.parse("2026-03-01T07:00:00Z");

    private final Profile profile = TestStore.miniland();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Batch first;
    private ReleaseFolder before;

    @BeforeEach
    void releaseSomething() throws IOException {
        home = folder.resolve("home");
        first = store().add(List.of(many("A", 60)), true);
        before = release(START);
    }

    private TestStore store() {
        return new TestStore(home, profile);
    }

    /** Operations of two topics with twelve files each, in every county and of both types. */
    private static List<Finding> many(String name, int operations) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            for (String topic : List.of("T1", "T2")) {
                findings.add(files(name + topic + i, "U" + name + i, 3 + i % 6, 12)
                        .at("C" + (1 + i % 4), List.of("15-17", "18-25", "26+").get(i % 3), topic)
                        .ofType(i % 8 < 4 ? "BOARD" : "HOME")
                        .on(LocalDate.of(2020, 1 + 3 * (i % 4), 10))
                        .build());
            }
        }
        return findings;
    }

    private ReleaseFolder release(Instant minute) throws IOException {
        new ReleaseJob(SharedSpark.session(), profile, home, Clock.fixed(minute, ZoneOffset.UTC), said::add)
                .run(null, null);
        return ReleaseFolder.open(
                home.resolve("releases").resolve(ReleaseFolder.current(home).orElseThrow()));
    }

    private static List<String> rates(ReleaseFolder release, String topic) throws IOException {
        return Files.readAllLines(release.file("tables/rates_nation.csv"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(topic + ","))
                .toList();
    }

    private static List<String> changes(ReleaseFolder release, String topic) throws IOException {
        return Files.readAllLines(release.file(ReleaseLayout.CHANGES), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("rates_nation," + topic + ","))
                .toList();
    }

    private Batch addOneLateOperation() {
        return store().add(
                        List.of(List.of(files("L1", "ULATE", 1, 3)
                                .at("C1", "18-25", "T1")
                                .on(LocalDate.of(2020, 1, 10))
                                .build())),
                        true);
    }

    @Test
    void holdsOneLateOperationAndPublishesItWithMany() throws IOException {
        addOneLateOperation();
        ReleaseFolder holding = release(START.plusSeconds(86_400));
        assertEquals(
                List.of(new Manifest.Held("T1", "2020", "00", first.folder().id(), "2026-03-02T07:00:00Z")),
                holding.manifest().heldBack());
        assertEquals(rates(before, "T1"), rates(holding, "T1"));
        assertEquals(List.of(), changes(holding, "T1"));
        String quality = Files.readString(holding.file(ReleaseLayout.QUALITY));
        assertTrue(quality.contains("\"judgements\" : 1"), quality);
        assertTrue(Files.readString(holding.file(ReleaseLayout.DISCLOSURE)).contains("\"topic\" : \"T1\""));
        assertTrue(said.stream().anyMatch(line -> line.contains("1 judgements") && line.contains("1 topics' years")));

        Batch third = store().add(List.of(many("B", 120)), true);
        ReleaseFolder all = release(START.plusSeconds(2 * 86_400));
        assertEquals(List.of(), all.manifest().heldBack());
        assertTrue(
                rates(all, "T1").get(0).startsWith("T1,00,2020,TOTAL,TOTAL,CENSUS,2163,"),
                rates(all, "T1").get(0));
        String second = holding.manifest().batch();
        assertTrue(
                changes(all, "T1").stream()
                        .allMatch(line -> line.endsWith(
                                second + ":added " + third.folder().id() + ":added")),
                "changes name the batch that was held, too: "
                        + changes(all, "T1").get(0));
        assertTrue(changes(all, "T2").stream()
                .allMatch(line -> line.endsWith(third.folder().id() + ":added") && !line.contains(second)));
    }

    @Test
    void holdsAWithdrawalAsItHoldsAnAddition() throws IOException {
        Batch second = store().add(
                        List.of(List.of(files("AT10", "UA0", 3, 12)
                                .at("C1", "15-17", "T1")
                                .on(LocalDate.of(2020, 1, 10))
                                .retracted(2)
                                .build())),
                        true);
        ReleaseFolder holding = release(START.plusSeconds(86_400));
        assertEquals(second.folder().id(), holding.manifest().batch());
        assertEquals(rates(before, "T1"), rates(holding, "T1"));
        assertEquals(1, holding.manifest().heldBack().size());
        assertNotEquals(List.of(), rates(holding, "T1"));
    }

    /** Same store and same releases before: same bytes. */
    @Test
    void givesTheSameBytesAgain() throws IOException {
        addOneLateOperation();
        Path copy = folder.resolve("copy");
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.toList()) {
                Files.copy(path, copy.resolve(home.relativize(path).toString()));
            }
        }
        ReleaseFolder one = release(START.plusSeconds(86_400));
        home = copy;
        ReleaseFolder other = release(START.plusSeconds(86_400));
        assertFalse(one.manifest().heldBack().isEmpty());
        assertEquals(ContentHash.ofFiles(one.path()), ContentHash.ofFiles(other.path()));
        assertArrayEquals(
                Files.readAllBytes(one.file(ReleaseLayout.MANIFEST)),
                Files.readAllBytes(other.file(ReleaseLayout.MANIFEST)));
    }
}
