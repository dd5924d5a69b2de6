package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The entries that the given paths stand for, in order: a path as given, a folder's entries by name.
 *
 * @param entries each entry once per mention
 */
record SourceFiles(List<Entry> entries) {

    /**
     * One entry.
     *
     * @param path where it lies
     * @param skipped whether it stands in a folder and is nothing to read: hidden, a folder, a link, a pipe
     */
    record Entry(Path path, boolean skipped) {

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
                entries.add(new Entry(path.toAbsolutePath(), false));
            }
        }
        return new SourceFiles(entries);
    }

    private static List<Entry> inFolder(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(Path::toAbsolutePath)
                    .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName())))
                    .map(path -> new Entry(path, !readable(path)))
                    .toList();
        }
    }

    private static boolean readable(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !String.valueOf(path.getFileName()).startsWith(".");
    }
}
