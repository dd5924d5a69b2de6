package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.FileKind;
import se.tillsyn.ingest.deidentification.SafeName;
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
     * @param number its place among the entries, from 1
     * @param path where it lies
     * @param skip why it is not read; {@code null} = it is
     */
    record Entry(int number, Path path, @Nullable SkipReason skip) {

        /** The name as it may be told and stored: withheld when it looks like personal data. */
        String name() {
            return SafeName.ofFile(String.valueOf(path.getFileName()), number);
        }
    }

    static SourceFiles of(List<Path> paths) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path path : paths) {
            if (FileKind.of(path) == FileKind.FOLDER) {
                inFolder(path, entries);
            } else {
                entries.add(new Entry(entries.size() + 1, path.toAbsolutePath(), null));
            }
        }
        return new SourceFiles(entries);
    }

    private static void inFolder(Path folder, List<Entry> into) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path path : children.map(Path::toAbsolutePath)
                    .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName())))
                    .toList()) {
                into.add(new Entry(into.size() + 1, path, reasonToSkip(path)));
            }
        }
    }

    private static @Nullable SkipReason reasonToSkip(Path path) throws IOException {
        return switch (FileKind.ofEntry(path)) {
            case LINK -> SkipReason.LINK;
            case FOLDER -> SkipReason.FOLDER;
            case OTHER, NOTHING -> SkipReason.NO_FILE;
            case FILE -> reasonToSkipFile(path);
        };
    }

    private static @Nullable SkipReason reasonToSkipFile(Path path) {
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
