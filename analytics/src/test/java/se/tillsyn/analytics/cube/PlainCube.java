package se.tillsyn.analytics.cube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.ParquetTableWriter;

/** The cube's own steps one after the other, without Spark: for tests that compute many cubes. */
public final class PlainCube {

    private PlainCube() {}

    /** The cube of some files of findings, dealt into parts. */
    public static Cube of(Profile profile, List<List<Finding>> files, int parts) {
        CubeDimensions dimensions = new CubeDimensions(profile);
        try {
            List<Path> written = new ArrayList<>();
            for (List<Finding> file : files) {
                written.add(write(file));
            }
            Map<String, Integer> revisions = new HashMap<>();
            for (Path file : written) {
                Revisions.merge(revisions, Revisions.of(file));
            }
            List<FindingRows[]> read = new ArrayList<>();
            for (Path file : written) {
                RowReader reader = new RowReader(dimensions, Visibility.ofAll(revisions), parts);
                reader.read(file);
                read.add(reader.parts());
                Files.delete(file);
            }
            CubeAssembly assembly = new CubeAssembly(dimensions);
            for (int part = 0; part < parts; part++) {
                int number = part;
                UnitCounter counter = new UnitCounter(dimensions);
                counter.count(read.stream().map(rows -> rows[number]).iterator());
                counter.leaves().values().forEach(assembly::addUpwards);
                counter.direct().values().forEach(assembly::add);
            }
            return assembly.cube(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(List<Finding> findings) throws IOException {
        Path folder = Files.createTempDirectory("plain-cube");
        Path file = folder.resolve("findings.parquet");
        try (ParquetTableWriter<Finding> writer = new ParquetTableWriter<>(file, FindingTable.TABLE, Map.of())) {
            for (Finding finding : findings) {
                writer.write(finding);
            }
        }
        file.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        return file;
    }
}
