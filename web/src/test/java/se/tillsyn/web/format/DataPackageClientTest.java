package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.Programs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Data Package client of its authors (npm, version 1.1.10) reads descriptor and rows of a release as the jobs write it:
 * the golden sample release, whose bytes a test of the module analytics compares with what is written now.
 */
final class DataPackageClientTest {

    private static final Path GOLDEN = Path.of("..", "analytics", "src", "test", "resources", "golden-release");

    @TempDir
    private Path folder;

    private Path release = Path.of("");

    private JsonNode found = JsonMapper.shared().nullNode();

    @BeforeEach
    void read() throws IOException, InterruptedException {
        String client = Programs.npm("datapackage").toString();
        try (Stream<Path> releases = Files.list(GOLDEN)) {
            release = releases.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .normalize();
        }
        String descriptor = release.resolve("datapackage.json").toString();
        String printed = Programs.output(folder, "node", Programs.script(folder, "datapackage.js"), client, descriptor);
        found = JsonMapper.shared().readTree(printed);
    }

    @Test
    void theDescriptorIsValid() {
        assertThat(found.path("errors").toString()).isEqualTo("[]");
        assertThat(found.path("valid").asBoolean()).isTrue();
    }

    @Test
    void everyTableOfTheReleaseIsReadOnceAndNoOtherFileAsOne() throws IOException {
        List<String> read = new ArrayList<>();
        found.path("tables").forEach(table -> read.add(file(table).getFileName().toString()));
        List<String> written = new ArrayList<>(List.of("changes.csv"));
        try (Stream<Path> files = Files.list(release.resolve("tables"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .forEach(written::add);
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(written);
        found.path("others").forEach(name -> assertThat(name.asString()).endsWith(".parquet"));
    }

    /** By hand, from the cells of the golden release: 30 of 60 files in the nation, a county whose files are withheld. */
    @Test
    void numbersZeroesAndMissingOnesArriveAsSuch() {
        JsonNode nation = found.path("tables").path("rates_nation").path("rows").get(0);
        assertThat(nation.path("region").asString()).isEqualTo("00");
        assertThat(nation.path("cases_assessed").intValue()).isEqualTo(60);
        assertThat(nation.path("case_rate").doubleValue()).isEqualTo(0.5);
        assertThat(nation.path("synthetic").booleanValue()).isTrue();
        JsonNode county = found.path("tables").path("rates_county").path("rows").get(0);
        assertThat(county.path("region").asString()).isEqualTo("C1");
        assertThat(county.path("cases_assessed").isNull()).isTrue();
        assertThat(county.path("case_rate").isNull()).isTrue();
        assertThat(county.path("case_status").asString()).isEqualTo("c");
        assertThat(county.path("unit_rate").doubleValue()).isEqualTo(1);
    }

    @Test
    void everyCellIsWhatStandsInTheFile() throws IOException {
        int cells = 0;
        for (JsonNode table : found.path("tables")) {
            List<NamedCsvRecord> written;
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file(table))) {
                written = rows.stream().toList();
            }
            assertThat(table.path("rows").size()).isEqualTo(written.size());
            for (int i = 0; i < written.size(); i++) {
                NamedCsvRecord row = written.get(i);
                JsonNode read = table.path("rows").get(i);
                assertThat(read.size()).isEqualTo(row.getFieldCount());
                for (String name : row.getHeader()) {
                    assertThat(sameCell(read.path(name), row.getField(name)))
                            .as("%s, row %d, column %s", table.path("path").asString(), i + 1, name)
                            .isTrue();
                    cells++;
                }
            }
        }
        assertThat(cells).isGreaterThan(100);
    }

    private static boolean sameCell(JsonNode read, String written) {
        if (read.isNumber()) {
            return read.doubleValue() == Double.parseDouble(written);
        }
        return read.isNull() ? written.isEmpty() : read.asString().equals(written);
    }

    private static Path file(JsonNode table) {
        return Path.of(table.path("path").asString());
    }
}
