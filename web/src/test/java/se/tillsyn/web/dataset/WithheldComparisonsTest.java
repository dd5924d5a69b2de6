package se.tillsyn.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.release.ReleaseTables;
import se.tillsyn.web.release.SmallRelease;

/** Cells of comparisons that the release has no row for: withheld where the counts are, else not available. */
final class WithheldComparisonsTest {

    @TempDir
    Path home;

    @Test
    void areToldApartFromThoseThatDoNotExist() throws IOException {
        String id = SmallRelease.publish(home, 1);
        Dataset comparisons = new Datasets(ReleaseTables.of(
                        ReleaseFolder.open(home.resolve("releases").resolve(id))))
                .find("comparisons")
                .orElseThrow();
        // Värmland and Dalarna are compared; the counts of 25 are withheld; in 01 nothing was inspected.
        assertThat(status(comparisons, "17")).isEqualTo(Status.VALUE);
        assertThat(status(comparisons, "20")).isEqualTo(Status.VALUE);
        assertThat(status(comparisons, "25")).isEqualTo(Status.SUPPRESSED);
        assertThat(status(comparisons, "01")).isEqualTo(Status.NOT_AVAILABLE);
    }

    private static Status status(Dataset comparisons, String region) {
        Map<String, String> codes =
                Map.of("Topic", "BEHOVSBEDOMNING", "Region", region, "ContentsCode", "difference", "Tid", "2016");
        List<Slice.Part> parts = new ArrayList<>();
        for (Dimension dimension : comparisons.dimensions()) {
            int place = dimension.indexOf(codes.get(dimension.code())).orElseThrow();
            parts.add(new Slice.Part(dimension, new int[] {place}));
        }
        return new Slice(comparisons, parts).cells().status(0);
    }
}
