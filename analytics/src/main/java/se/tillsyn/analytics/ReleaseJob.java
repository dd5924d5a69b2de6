package se.tillsyn.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.DeficiencyCube;
import se.tillsyn.analytics.cube.StatedFindings;
import se.tillsyn.analytics.publication.Publication;
import se.tillsyn.analytics.publication.ReleaseContent;
import se.tillsyn.analytics.publication.Statement;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.ProgramVersion;
import se.tillsyn.ingest.store.Store;

/** Store in, release out: verify the batches, compute the cube, protect it, publish. */
final class ReleaseJob {

    private final SparkSession spark;
    private final Profile profile;
    private final Path home;
    private final Clock clock;
    private final Consumer<String> progress;

    ReleaseJob(SparkSession spark, Profile profile, Path home, Clock clock, Consumer<String> progress) {
        this.spark = spark;
        this.profile = profile;
        this.home = home;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Makes a release of what was known after a batch.
     *
     * @param asOf sequence of that batch; {@link Integer#MAX_VALUE} for the newest
     * @throws CannotReleaseException when the store holds nothing that may be released
     */
    Publication.Outcome run(int asOf) throws IOException {
        List<Batch> batches = new Store(home).asKnownAt(asOf);
        if (batches.isEmpty()) {
            throw new CannotReleaseException("Release: expected at least one batch in the store below "
                    + home.toAbsolutePath() + ", found none. Load findings with 'tillsyn ingest' first.");
        }
        refuseOtherProfile(batches);
        progress.accept("Checking " + batches.size() + " batches against their hashes");
        for (Batch batch : batches) {
            batch.verify();
        }
        progress.accept("Computing the cube");
        List<DeficiencyCell> cells = new DeficiencyCube(spark, profile).compute(batches);
        if (cells.stream().anyMatch(DeficiencyCell::countsRealPersons)) {
            throw new CannotReleaseException("Release: expected synthetic findings, or findings that count neither"
                    + " persons nor files; found findings that count real persons or files. This version withholds"
                    + " small cells but does not yet protect them against being derived from others, so nothing was"
                    + " published.");
        }
        List<Statement> statements =
                StatedFindings.of(spark, batches).stream().map(Statement::of).toList();
        progress.accept("Publishing " + cells.size() + " cells and " + statements.size() + " statements");
        return new Publication(home, clock, ProgramVersion.current())
                .publish(new ReleaseContent(profile, batches, cells, statements));
    }

    private void refuseOtherProfile(List<Batch> batches) throws CannotReleaseException {
        String expected = profile.description().id();
        for (Batch batch : batches) {
            String found = batch.manifest().profile().id();
            if (!found.equals(expected)) {
                throw new CannotReleaseException("Release: expected every batch to be loaded with the profile "
                        + expected + ", found batch " + batch.folder().id() + " loaded with " + found
                        + ". Give that profile with --profile, or another home with --home.");
            }
        }
    }
}
