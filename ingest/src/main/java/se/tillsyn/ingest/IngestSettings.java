package se.tillsyn.ingest;

import java.nio.file.Path;
import java.util.List;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;

/**
 * What one run of the job is told.
 *
 * @param home folder whose store gets the batch
 * @param profile the code lists that rows are judged by
 * @param layout how the files become findings
 * @param paths files, and folders of files
 */
public record IngestSettings(Path home, Profile profile, Layout layout, List<Path> paths) {

    public IngestSettings {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("paths: expected at least one");
        }
    }
}
