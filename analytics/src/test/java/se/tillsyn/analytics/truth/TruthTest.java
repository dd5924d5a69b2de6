package se.tillsyn.analytics.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.profile.Profile;

/**
 * Planted effects are found, what was not planted is flagged no more often than stated, and 95 % intervals hold the truth. Each
 * form leaves its table in {@code target/truth}, the long ones also what they counted of each sample. {@code
 * -Dtillsyn.truth.seeds=50} ends the long form after that many, {@code -Dtillsyn.truth.resume=true} takes samples as counted
 * before: only when nothing has changed since.
 */
class TruthTest {

    /** As many as the ordinary tests have time for. */
    private static final int SHORT = 8;

    /** 200 samples: coverage of the smallest group asked for is known to about 0.2 points. */
    private static final int LONG = 200;

    /** Every planted effect of verdicts comes up at least 16 times: an 80 % method finds 8 or more of 16. */
    private static final int LARGE = 8;

    private static final Path KEPT = Path.of("target", "truth");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aFewSamples() throws IOException {
        Profile profile = TruthSample.profile(folder);
        Tally tally = new Tally();
        for (int seed = 1; seed <= SHORT; seed++) {
            tally.add(SampleChecks.of(TruthSample.draw(seed, SampleSize.DEFAULT.findings(), profile)));
        }
        check("short", SampleSize.DEFAULT, tally);
    }

    @Test
    @Tag("slow")
    void twoHundredSamples() throws IOException {
        Tally tally = counted(Integer.getInteger("tillsyn.truth.seeds", LONG), SampleSize.DEFAULT);
        check("table", SampleSize.DEFAULT, tally);
    }

    @Test
    @Tag("slow")
    void largeSamplesShowVerdictsToo() throws IOException {
        check("large", SampleSize.LARGE, counted(LARGE, SampleSize.LARGE));
    }

    private static void check(String table, SampleSize size, Tally tally) throws IOException {
        Files.createDirectories(KEPT);
        Files.writeString(KEPT.resolve(table + ".md"), tally.table(size));
        assertEquals(List.of(), tally.faults(size));
    }

    /** Samples are independent and their counts are sums, so several are drawn at once. */
    private Tally counted(int seeds, SampleSize size) throws IOException {
        Profile profile = TruthSample.profile(folder);
        Path kept = Files.createDirectories(KEPT.resolve(Long.toString(size.findings())));
        Tally sum = new Tally();
        IntStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> counted(seed, size, profile, kept.resolve("seed-" + seed + ".txt")))
                .forEachOrdered(sum::add);
        return sum;
    }

    private static Tally counted(int seed, SampleSize size, Profile profile, Path file) {
        try {
            if (Boolean.getBoolean("tillsyn.truth.resume") && Files.exists(file)) {
                return Tally.read(file);
            }
            Tally tally = SampleChecks.of(TruthSample.draw(seed, size.findings(), profile));
            tally.write(file);
            return tally;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
