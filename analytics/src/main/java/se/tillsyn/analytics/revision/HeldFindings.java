package se.tillsyn.analytics.revision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.tillsyn.analytics.cube.HeldPlace;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingReader;

/**
 * How many findings are held back, each revision and withdrawal counted.
 *
 * @param judgements on operations, which are public bodies
 * @param values of single persons
 */
public record HeldFindings(long judgements, long values) {

    private static final long TENS = 10;

    /** A number of persons that tells of none of them: in whole tens, downwards. */
    public long valuesInTens() {
        return values / TENS * TENS;
    }

    /**
     * Counts.
     *
     * @param batches of the release, oldest first
     */
    public static HeldFindings in(List<Batch> batches, Holding holding, Profile profile) throws IOException {
        if (holding.held().isEmpty()) {
            return new HeldFindings(0, 0);
        }
        int first = holding.batches().values().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
        int newest = batches.get(batches.size() - 1).folder().sequence();
        Set<String> topics =
                holding.held().keySet().stream().map(HeldPlace::topic).collect(Collectors.toSet());
        long[] counts = new long[2];
        for (Batch batch : batches) {
            int number = batch.folder().sequence();
            if (number <= first) {
                continue;
            }
            for (Path file : batch.findingFiles()) {
                FindingReader.read(file, finding -> {
                    if (topics.contains(finding.topic()) && isHeld(finding, number, newest, holding, profile)) {
                        boolean rate = profile.indicatorOf(finding.topic()).kind() == Indicator.Kind.RATE;
                        counts[rate ? 0 : 1]++;
                    }
                });
            }
        }
        return new HeldFindings(counts[0], counts[1]);
    }

    private static boolean isHeld(Finding finding, int batch, int newest, Holding holding, Profile profile) {
        String year = Integer.toString(finding.inspectedOn().getYear());
        return batch
                > holding.limit(finding.topic(), year, profile.regions().selfAndAbove(finding.regionCode()), newest);
    }
}
