package se.tillsyn.web.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/**
 * Tables and code lists of a verified release, read when they are asked for: of the one that is served and of earlier ones
 * alike, without keeping a whole release in memory.
 */
public final class ReleaseTables {

    private final ReleaseFolder folder;
    private final ReleaseCodes codes;

    private ReleaseTables(ReleaseFolder folder, ReleaseCodes codes) {
        this.folder = folder;
        this.codes = codes;
    }

    /** Tables of a release that is in memory, whose code lists are known. */
    public static ReleaseTables of(PublishedRelease release) {
        return new ReleaseTables(release.folder(), release.codes());
    }

    /** Reads the code lists of a release whose files have been verified. */
    public static ReleaseTables of(ReleaseFolder folder) {
        try {
            return new ReleaseTables(folder, new CodeListFiles(folder).read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents beside the tables. */
    public ReleaseDocuments documents() {
        return ReleaseDocuments.of(folder);
    }

    public Manifest manifest() {
        return folder.manifest();
    }

    public ReleaseCodes codes() {
        return codes;
    }

    /** A code list that not every profile has; empty when this one lacks it. */
    public List<Code.Named> codeList(String name) {
        if (!Files.isRegularFile(folder.file(ReleaseLayout.codeList(name)))) {
            return List.of();
        }
        try {
            return new CodeListFiles(folder).named(name).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the release has a table of the name. */
    public boolean has(String table) {
        return Files.isRegularFile(file(table));
    }

    /** The columns of a table that the release {@link #has}. */
    public TableColumns table(String name) {
        try {
            return TableColumns.open(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String table) {
        return folder.file(ReleaseLayout.table(table) + ".parquet");
    }
}
