package se.tillsyn.analytics.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.disclosure.Publishable;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/**
 * What a release is made of.
 *
 * @param profile profile the figures were computed with
 * @param batches batches that took part, oldest first, at least one
 * @param cube everything counted, before disclosure control
 * @param publishable which of the counts may be published
 * @param statements statements of published reports, by identifier
 * @param late findings that came late and are held back
 */
public record ReleaseContent(
        Profile profile,
        List<Batch> batches,
        Cube cube,
        Publishable publishable,
        List<Statement> statements,
        Late late) {

    public ReleaseContent {
        batches = List.copyOf(batches);
        statements = List.copyOf(statements);
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("expected at least one batch");
        }
    }

    /** A release that follows no earlier one. */
    public ReleaseContent(
            Profile profile, List<Batch> batches, Cube cube, Publishable publishable, List<Statement> statements) {
        this(profile, batches, cube, publishable, statements, Late.NONE);
    }

    /**
     * Findings that came after their year was published and are held back.
     *
     * @param follows identifier of the release beside which this was decided; {@code null} where none was looked at
     * @param held where
     * @param judgements how many judgements on operations, each revision and withdrawal counted
     * @param values how many persons' values, in whole tens
     */
    public record Late(@Nullable String follows, List<Manifest.Held> held, long judgements, long values) {

        /** Nothing is held. */
        public static final Late NONE = new Late(null, List.of(), 0, 0);

        public Late {
            held = List.copyOf(held);
        }
    }

    /** Where findings are held back. */
    List<Manifest.Held> held() {
        return late.held();
    }

    /** The newest batch. */
    Batch newest() {
        return batches.get(batches.size() - 1);
    }

    /** Whether any figure rests on synthetic findings. */
    boolean synthetic() {
        return batches.stream().anyMatch(batch -> batch.manifest().synthetic());
    }
}
