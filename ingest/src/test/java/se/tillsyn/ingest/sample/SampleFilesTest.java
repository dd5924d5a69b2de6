package se.tillsyn.ingest.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.tillsyn.ingest.commit.ContentHash;
import se.tillsyn.ingest.store.FindingTable;

/** The folder that the command writes. */
class SampleFilesTest {

    private static final long FINDINGS = 4000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void sameSeedGivesSameBytesOnAnyThreadsLocaleAndTimeZone() throws IOException {
        SortedMap<String, String> one = write("one", 5, 1);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertEquals(one, write("other", 5, 3));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedGivesOtherFindings() throws IOException {
        SortedMap<String, String> one = write("one", 5, 2);
        SortedMap<String, String> other = write("other", 6, 2);
        assertEquals(one.keySet(), other.keySet());
        one.forEach((file, hash) -> assertNotEquals(hash, other.get(file), file));
    }

    @Test
    void writesOneSortedFileInTheContractsColumnsPerYear() throws IOException {
        write("sample", 1, 2);
        for (int year = InspectionDays.FIRST_YEAR; year <= InspectionDays.LAST_YEAR; year++) {
            Path file = folder.resolve("sample").resolve("synthetic-findings-" + year + ".csv");
            String header = String.join(",", FindingTable.TABLE.columnNames());
            assertTrue(Files.readString(file).startsWith(header + "\r\n"));
            String last = "";
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : reader) {
                    String day = row.getField("inspected_on");
                    assertTrue(day.startsWith(Integer.toString(year)));
                    String key = day + row.getField("finding_id") + row.getField("revision");
                    assertTrue(last.compareTo(key) < 0, key);
                    last = key;
                }
            }
        }
    }

    @Test
    void saysInBothLanguagesThatItIsSynthetic() throws IOException {
        write("sample", 1, 1);
        String readme = Files.readString(folder.resolve("sample/truth/README.txt"));
        assertTrue(readme.contains("SYNTETISKA UPPGIFTER"));
        assertTrue(readme.contains("SYNTHETIC DATA"));
        String truth = Files.readString(folder.resolve("sample/truth/truth.json"));
        assertTrue(truth.contains("\"synthetic\" : true"));
        assertTrue(truth.contains("\"not_findings\""));
    }

    @Test
    void twentyMillionFindingsGoIntoAboutTwoHundredFiles() {
        assertEquals(1, SampleYear.parts(2_000_000));
        assertEquals(200, SampleYear.parts(20_000_000) * InspectionDays.YEARS, 15);
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Files.writeString(folder.resolve("other.txt"), "x");
        StringWriter errors = new StringWriter();
        assertEquals(2, run(errors, "--out", folder.toString(), "--findings", "1000"));
        assertEquals(
                "Sample, option --out: expected a new or empty folder, found 1 entry in " + folder
                        + "; choose another folder or empty it",
                errors.toString().strip());
    }

    @Test
    void refusesTooFewFindings() {
        StringWriter errors = new StringWriter();
        assertEquals(2, run(errors, "--out", folder.toString(), "--findings", "999"));
        assertEquals(
                "Sample, option --findings: expected a number from 1000 to 100000000, found 999",
                errors.toString().strip());
    }

    @Test
    void printsWhatItWroteAndExitsWithZero() {
        StringWriter console = new StringWriter();
        int exit = new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(console))
                .execute("--out", folder.resolve("new").toString(), "--findings", "1000");
        assertEquals(0, exit);
        assertTrue(console.toString().contains("synthetic findings in 13 files"));
    }

    private static int run(StringWriter errors, String... arguments) {
        return new CommandLine(new SampleCommand())
                .setErr(new PrintWriter(errors))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private SortedMap<String, String> write(String name, long seed, int threads) throws IOException {
        Path to = folder.resolve(name);
        new SampleWriter(DefaultSample.model(FINDINGS, seed), "sweden", to).write(threads, (year, result) -> {});
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(to)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(to.relativize(file).toString(), ContentHash.of(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
