package se.tillsyn.web.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import se.tillsyn.analytics.release.DamagedReleaseException;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;

/** Verifies a release and reads it into memory. */
final class ReleaseLoader {

    private static final String PARQUET = ".parquet";

    private final ReleaseFolder folder;
    private final Manifest manifest;

    private ReleaseLoader(ReleaseFolder folder) {
        this.folder = folder;
        this.manifest = folder.manifest();
    }

    /**
     * Reads the release after comparing every file with its hash.
     *
     * @throws DamagedReleaseException when it is not what its manifest says, or is no release that this program can read
     */
    static PublishedRelease load(Path folder) throws IOException {
        ReleaseFolder release = ReleaseFolder.open(folder);
        if (release.manifest().format() != Manifest.FORMAT) {
            throw new DamagedReleaseException(
                    release.manifest().release(),
                    ReleaseLayout.MANIFEST,
                    "expected format " + Manifest.FORMAT + ", found "
                            + release.manifest().format());
        }
        release.verify();
        try {
            return new ReleaseLoader(release).read();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            // The hashes hold, so the writer made it so; whichever library stumbles, the answer is the same.
            throw new DamagedReleaseException(
                    release.manifest().release(),
                    "of a table, code list or map",
                    "it cannot be read as this format (" + e.getClass().getSimpleName() + ")");
        }
    }

    private PublishedRelease read() throws IOException {
        ReleaseCodes codes = new CodeListFiles(folder).read();
        if (manifest.levels().size() < 2 || !codes.regions().has(manifest.nation())) {
            throw new DamagedReleaseException(
                    manifest.release(), ReleaseLayout.MANIFEST, "expected a nation in the code list and two levels");
        }
        KeyCodes keys = new KeyCodes(codes, periodsAndQuarters());
        Map<String, RateTable> rates = new HashMap<>();
        Map<String, ReleaseTable> tables = new HashMap<>();
        List<String> levels = new ArrayList<>(manifest.levels());
        for (String level : levels) {
            rates.put(ReleaseLayout.rates(level), rates(keys, ReleaseLayout.rates(level) + PARQUET));
        }
        levels.add(ReleaseCodes.GROUP_LEVEL);
        for (String level : levels) {
            for (RateView view : RateView.values()) {
                String path = ReleaseLayout.table(ReleaseLayout.tableOf(view.code(), level));
                if (!rates.containsKey(path) && named(path + PARQUET).isPresent()) {
                    rates.put(path, rates(keys, path + PARQUET));
                }
            }
            for (TableKind kind : TableKind.values()) {
                further(ReleaseLayout.tableOf(kind.code(), level), kind, tables);
            }
        }
        further(TableKind.OFFICES.code(), TableKind.OFFICES, tables);
        RateTable nation =
                rates.getOrDefault(ReleaseLayout.rates(manifest.levels().get(0)), new RateTable(keys, 0));
        Map<String, Coverage> coverage = new HashMap<>();
        for (Topic topic : codes.topics().all()) {
            coverage.put(topic.code(), Coverage.of(nation, topic.code()));
        }
        return new PublishedRelease(
                folder,
                codes,
                new LoadedTables(rates, tables),
                coverage,
                statements(),
                maps(),
                QualityFiles.read(folder),
                ReleaseChanges.read(folder));
    }

    /** Every year, and the quarters of each. */
    private List<String> periodsAndQuarters() {
        List<String> periods = new ArrayList<>(manifest.periods());
        for (String year : manifest.periods()) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                periods.add(year + "-Q" + quarter);
            }
        }
        return periods;
    }

    /** Reads one of the further tables, where the release has it. */
    private void further(String name, TableKind kind, Map<String, ReleaseTable> tables) throws IOException {
        String path = ReleaseLayout.table(name) + PARQUET;
        if (named(path).isEmpty()) {
            return;
        }
        try {
            tables.put(name, ReleaseTable.of(TableColumns.open(folder.file(path)), kind.keys(), rows(path)));
        } catch (IllegalArgumentException e) {
            throw new DamagedReleaseException(manifest.release(), path, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private RateTable rates(KeyCodes keys, String path) throws IOException {
        RateTable table = new RateTable(keys, rows(path));
        forEach(path, RateRow.COLUMNS, row -> table.add(RateRow.of(row)));
        if (table.size() != rows(path)) {
            throw new DamagedReleaseException(manifest.release(), path, "it has fewer rows than the manifest says");
        }
        return table;
    }

    private Map<String, List<Statement>> statements() throws IOException {
        Map<String, List<Statement>> statements = new LinkedHashMap<>();
        String path = ReleaseLayout.table(ReleaseLayout.STATEMENTS) + ".parquet";
        forEach(path, StatementRow.COLUMNS, row -> {
            Statement statement = Statement.of(StatementRow.of(row));
            statements
                    .computeIfAbsent(statement.topic(), topic -> new ArrayList<>())
                    .add(statement);
        });
        return statements;
    }

    private Map<String, AreaShapes> maps() throws IOException {
        Map<String, AreaShapes> maps = new HashMap<>();
        for (String level : manifest.levels()) {
            Path file = folder.file(ReleaseLayout.map(level));
            if (Files.isRegularFile(file)) {
                maps.put(level, GeoJsonShapes.read(file));
            }
        }
        return maps;
    }

    private void forEach(String path, List<String> columns, Consumer<TableRows.Row> reader) throws IOException {
        try {
            TableRows.forEach(folder.file(path), columns, reader);
        } catch (IllegalArgumentException e) {
            throw new DamagedReleaseException(manifest.release(), path, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private Optional<Manifest.PublishedFile> named(String path) {
        return manifest.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    private int rows(String path) throws DamagedReleaseException {
        Long rows = named(path).map(Manifest.PublishedFile::rows).orElse(null);
        if (rows == null) {
            throw new DamagedReleaseException(
                    manifest.release(), ReleaseLayout.MANIFEST, "it does not name " + path + " with a row count");
        }
        return Math.toIntExact(rows);
    }
}
