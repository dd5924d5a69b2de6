package se.tillsyn.analytics.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder of files of expected values. Each file is read once. */
public final class ReferenceFolder {

    /** The folder that {@code -Dtillsyn.reference} names, else the one of the test resources. */
    public static final ReferenceFolder CHOSEN = new ReferenceFolder(chosen());

    private final Path path;
    private final Map<String, ReferenceTable> tables = new ConcurrentHashMap<>();

    ReferenceFolder(Path path) {
        this.path = path;
    }

    /** Names of the files with cases, sorted; what only explains them ({@code .md}) is left out. */
    List<String> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A CSV file. */
    public ReferenceTable table(String file) {
        return tables.computeIfAbsent(file, name -> ReferenceTable.parse(name, text(name)));
    }

    /** Whole content of a file. */
    public String text(String file) {
        try {
            return Files.readString(path.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path chosen() {
        String given = System.getProperty("tillsyn.reference", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        try {
            return Path.of(Objects.requireNonNull(ReferenceFolder.class.getResource("/reference"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
