package se.tillsyn.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.tillsyn.analytics.Findings.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.audit.release.ReleaseAudit;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;

/** A profile that promises less than the audit demands: protected anew until the audit is content, or nothing is published. */
@Tag("spark")
class WiderWindowsSparkTest {

    private static final Instant MINUTE = Instant.parse("2026-03-01T07:00:00Z");

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private Profile withWindow(String window) throws IOException {
        Path from = TestStore.minilandFolder();
        Path to = folder.resolve("profile");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        Path description = to.resolve("profile.yaml");
        String text = Files.readString(description);
        String changed = text.replace("min_window: {value: 3,", "min_window: {value: " + window + ",")
                .replace("min_window_percent: {value: 20,", "min_window_percent: {value: 1,");
        Files.writeString(description, changed);
        return Profile.load(to.toString());
    }

    /** Two counties with few deficient files each, two with many: what the few have together lies within 1 to 3 for each. */
    private static List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            findings.add(at(List.of("C1", "C4").get(i), "few" + i, 2, 40));
        }
        for (int i = 0; i < 16; i++) {
            findings.add(at(List.of("C2", "C3").get(i % 2), "many" + i, 4 + i % 5, 12));
        }
        return findings;
    }

    private static Finding at(String county, String name, int deficient, int all) {
        return files("F" + name, "U" + name, deficient, all)
                .at(county, "18-25", "T1")
                .on(LocalDate.of(2020, 1, 10))
                .build();
    }

    private Publication.Outcome release(Profile profile) throws IOException {
        Path home = folder.resolve("home");
        new TestStore(home, profile).add(List.of(findings()), true);
        return new ReleaseJob(SharedSpark.session(), profile, home, Clock.fixed(MINUTE, ZoneOffset.UTC), said::add)
                .run(null, null);
    }

    @Test
    void whatTheAuditFindsTooNarrowIsProtectedAnew() throws IOException {
        Publication.Outcome outcome = release(withWindow("1"));

        assertEquals(
                2, said.stream().filter(line -> line.contains("wider windows")).count(), said::toString);
        Path published = folder.resolve("home/releases").resolve(outcome.release());
        assertTrue(ReleaseAudit.of(published, List.of()).report().passed());
    }

    @Test
    void whatCannotBeProtectedIsNotPublished() throws IOException {
        AuditBreachException breach = assertThrows(AuditBreachException.class, () -> release(withWindow("0")));

        assertTrue(breach.getMessage().contains("Nothing was published"), breach.getMessage());
        try (Stream<Path> left = Files.list(folder.resolve("home/releases"))) {
            assertEquals(
                    List.of(),
                    left.map(path -> path.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .toList());
        }
    }
}
