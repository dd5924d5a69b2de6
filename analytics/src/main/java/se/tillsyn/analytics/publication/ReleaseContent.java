package se.tillsyn.analytics.publication;

import java.util.List;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.disclosure.Publishable;
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
 */
public record ReleaseContent(
        Profile profile, List<Batch> batches, Cube cube, Publishable publishable, List<Statement> statements) {

    public ReleaseContent {
        batches = List.copyOf(batches);
        statements = List.copyOf(statements);
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("expected at least one batch");
        }
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
