package se.tillsyn.ingest.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a benchmark works. A folder that the caller named is kept with what is in it, to be used again; else a new one is
 * made and removed.
 *
 * @param path the folder, absolute
 * @param kept whether it stays
 */
public record BenchmarkFolder(Path path, boolean kept) implements AutoCloseable {

    /** @param named the folder that the caller wants to keep, or {@code null} */
    public static BenchmarkFolder open(@Nullable Path named) throws IOException {
        Path path = named == null ? Files.createTempDirectory("tillsyn-bench") : Files.createDirectories(named);
        return new BenchmarkFolder(path.toAbsolutePath(), named != null);
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            delete(path);
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }
}
