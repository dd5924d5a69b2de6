package se.tillsyn.ingest.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.table.ParquetTableWriter;

class FindingReaderTest {

    private static final Finding FULL = new Finding(
            "F-1",
            3,
            true,
            "V-1",
            LocalDate.of(2016, 2, 29),
            "P",
            "S",
            "O",
            "17",
            "T",
            "U-1",
            "ALL",
            "A",
            "C",
            "E",
            Outcome.DEFICIENT,
            26,
            7,
            30,
            12.5,
            "DAYS",
            true,
            1,
            2,
            false,
            LocalDate.of(2017, 1, 1),
            true);

    private static final Finding SPARSE = new Finding(
            "F-2",
            1,
            false,
            "V-1",
            LocalDate.of(1990, 1, 1),
            "P",
            "S",
            "O",
            "17",
            "T",
            null,
            "ALL",
            "A",
            "C",
            "E",
            Outcome.NOT_ASSESSED,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void readsBackWhatWasWritten() throws Exception {
        List<Finding> read = new ArrayList<>();
        FindingReader.read(write(FULL, SPARSE, FULL), read::add);
        assertEquals(List.of(FULL, SPARSE, FULL), read);
    }

    @Test
    void noticesAFlippedByteInAPage() throws Exception {
        Path file = write(FULL, SPARSE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[60] ^= 0x10;
        Files.write(file, bytes);
        assertThrows(Exception.class, () -> FindingReader.read(file, finding -> {}));
    }

    private Path write(Finding... findings) throws Exception {
        Path file = folder.resolve("findings-00001.parquet");
        try (ParquetTableWriter<Finding> writer = new ParquetTableWriter<>(file, FindingTable.TABLE, Map.of())) {
            for (Finding finding : findings) {
                writer.write(finding);
            }
        }
        return file;
    }
}
