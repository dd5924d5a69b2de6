package se.tillsyn.analytics.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.analytics.release.ReleaseLayout;

/** A whole topic changes: every number of it is told, in little memory. */
class LargeChangesTest {

    private static final int REGIONS = 300;
    private static final int YEARS = 10;
    private static final int TYPES = 20;
    private static final int NUMBERS = 5;

    /** Less than the changes themselves take as text. */
    private static final String HEAP = "-Xmx24m";

    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    private Path folder;

    /** Arguments: earlier folder, later folder, file to write. */
    public static void main(String[] arguments) throws IOException {
        Edition earlier = new Edition(Path.of(arguments[0]), "1-a", "p", "1", "v", List.of());
        Edition later = new Edition(Path.of(arguments[1]), "1-a", "p", "2", "v", List.of());
        long rows = ChangeFiles.csv(
                Path.of(arguments[2]),
                new ReleaseComparison(earlier, later, Corrections.between(earlier, later, List.of())));
        System.out.println(rows);
    }

    private Path edition(String name, int add) throws IOException {
        Path edition = folder.resolve(name);
        Files.createDirectories(edition.resolve("tables"));
        Files.writeString(edition.resolve(ReleaseLayout.INDICATORS), "[]");
        try (BufferedWriter out = Files.newBufferedWriter(edition.resolve("tables/rates_municipality.csv"))) {
            out.write("topic,region,period,age_group,operation_type,selection_basis,cases_assessed,cases_deficient,"
                    + "case_rate,case_rate_lower,case_rate_upper,case_status\r\n");
            for (int region = 0; region < REGIONS; region++) {
                for (int year = 0; year < YEARS; year++) {
                    for (int type = 0; type < TYPES; type++) {
                        out.write(String.format(
                                Locale.ROOT,
                                "T1,%04d,%d,TOTAL,K%02d,CENSUS,%d,%d,0.%d1,0.%d2,0.%d3,\r\n",
                                region,
                                2000 + year,
                                type,
                                100 + type + add,
                                50 + type + add,
                                1000 + region + add,
                                1000 + region + add,
                                1000 + region + add));
                    }
                }
            }
        }
        return edition;
    }

    @Test
    void tellsThreeHundredThousandChangesInASmallHeap() throws Exception {
        Path earlier = edition("earlier", 0);
        Path later = edition("later", 1);
        Path changes = folder.resolve("changes.csv");
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeChangesTest.class.getName(),
                        earlier.toString(),
                        later.toString(),
                        changes.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it ends");
        int expected = REGIONS * YEARS * TYPES * NUMBERS;
        assertEquals(300_000, expected);
        assertEquals(Integer.toString(expected), Files.readString(said).strip());
        try (Stream<String> lines = Files.lines(changes)) {
            assertEquals(
                    Map.of("CHANGED", (long) expected),
                    lines.skip(1)
                            .map(line -> line.split(",", -1))
                            .filter(fields -> !fields[10].equals(fields[9]))
                            .collect(Collectors.groupingBy(fields -> fields[11], Collectors.counting())));
        }
        assertTrue(Files.size(changes) > 24 << 20, "the list is larger than the heap: " + Files.size(changes));
    }
}
