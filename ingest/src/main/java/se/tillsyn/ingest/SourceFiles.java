package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.report.SkipReason;

/**
 * The entries that the given paths stand for, in order: a path as given, a folder's entries by name. A path that is given
 * itself is always read, whatever its name, and a link is followed; an entry of a folder that is not read is kept with
 * the reason.
 *
 * @param entries each entry once per mention
 */
record SourceFiles(List<Entry> entries) {

    /**
     * One entry.
     *
     * @param path where it lies
     * @param skip why it is not read; {@code null} = it is
     */
    record Entry(Path path, @Nullable SkipReason skip) {

        String name() {
            return String.valueOf(path.getFileName());
        }
    }

    static SourceFiles of(List<Path> paths) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                entries.addAll(inFolder(path));
            } else {
                entries.add(new Entry(path.toAbsolutePath(), null));
            }
        }
        return new SourceFiles(entries);
    }

    private static List<Entry> inFolder(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(Path::toAbsolutePath)
                    .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName())))
                    .map(path -> new Entry(path, reasonToSkip(path)))
                    .toList();
        }
    }

    private static @Nullable SkipReason reasonToSkip(Path path) {
        if (Files.isSymbolicLink(path)) {
            return SkipReason.LINK;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return SkipReason.FOLDER;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return SkipReason.NO_FILE;
        }
        if (String.valueOf(path.getFileName()).startsWith(".")) {
            return SkipReason.HIDDEN;
        }
        return survivesAsText(path) ? null : SkipReason.NAME;
    }

    /** A task gets its path as text; a name in another encoding would come back as another name. */
    private static boolean survivesAsText(Path path) {
        try {
            return Path.of(path.toString()).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
