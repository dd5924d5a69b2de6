package se.tillsyn.web.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of a verified release beside its tables, read when they are asked for. */
public final class ReleaseDocuments {

    private static final JsonMapper JSON = new JsonMapper();

    private final ReleaseFolder folder;

    ReleaseDocuments(ReleaseFolder folder) {
        this.folder = folder;
    }

    /** Documents of a release whose files have been verified. */
    public static ReleaseDocuments of(ReleaseFolder folder) {
        return new ReleaseDocuments(folder);
    }

    public JsonNode quality() {
        return json(ReleaseLayout.QUALITY);
    }

    public JsonNode disclosure() {
        return json(ReleaseLayout.DISCLOSURE);
    }

    /** What each indicator counts. */
    public JsonNode indicators() {
        return json(ReleaseLayout.INDICATORS);
    }

    /** A part of a list of rows. */
    public record Rows(long total, List<Map<String, String>> rows) {}

    /** Numbers that differ from the predecessor's; empty for a release without one. */
    public Optional<Rows> changes(Predicate<Map<String, String>> wanted, long skip, int limit) {
        Path file = folder.file(ReleaseLayout.CHANGES);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (CsvReader<NamedCsvRecord> counted = CsvReader.builder().ofNamedCsvRecord(file);
                CsvReader<NamedCsvRecord> read = CsvReader.builder().ofNamedCsvRecord(file)) {
            long total = matching(counted, wanted).count();
            return Optional.of(new Rows(
                    total, matching(read, wanted).skip(skip).limit(limit).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Map<String, String>> matching(
            CsvReader<NamedCsvRecord> rows, Predicate<Map<String, String>> wanted) {
        return rows.stream().map(NamedCsvRecord::getFieldsAsMap).filter(wanted);
    }

    /** Whether the release has a map of a level. */
    public boolean hasMap(String level) {
        return Files.isRegularFile(folder.file(ReleaseLayout.map(level)));
    }

    private JsonNode json(String path) {
        Path file = folder.file(path);
        try {
            return Files.isRegularFile(file) ? JSON.readTree(Files.readAllBytes(file)) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
