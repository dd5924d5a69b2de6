package se.tillsyn.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Layout;

/**
 * Files far larger than the memory of the process that reads them. Each is read in a process of its own with 96 MB, of
 * which the reading of Parquet may hold most.
 */
@Tag("spark")
@Tag("slow")
class BoundedMemoryTest {

    private static final String HEADER = String.join(",", FindingColumns.ORDER) + "\n";
    private static final String ROW = String.join(",", ContractRows.texts("F-1")) + "\n";
    private static final String OBJECT = SourceForms.object(ContractRows.texts("F-1"));
    private static final int HUNDREDS_OF_MEGABYTES = 300 << 20;

    @TempDir
    Path folder = Path.of(".");

    /** Writes one large file. */
    private record Large(String start, String again, String end, int bytes, boolean packed) {

        void write(Path file) throws IOException {
            try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
                    OutputStream out = packed ? new GZIPOutputStream(plain, 1 << 16) : plain) {
                out.write(start.getBytes(StandardCharsets.UTF_8));
                byte[] block =
                        again.repeat(Math.max(1, (1 << 20) / again.length())).getBytes(StandardCharsets.UTF_8);
                for (long written = 0; written < bytes; written += block.length) {
                    out.write(block);
                }
                out.write(end.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    static Stream<Arguments> files() {
        int n = HUNDREDS_OF_MEGABYTES;
        return Stream.of(
                large("a gzip bomb of 200 MB", "UNPACKED_RATIO", HEADER, ROW, "", 200 << 20, true),
                large("a gzip bomb of zeros", "FOREIGN_TYPE", "\0", "\0", "", 200 << 20, true),
                large("a line of one field", "TOO_LONG", HEADER, "x", "", n, false),
                large("a line of many fields", "FIELD_COUNT", HEADER, "x,", "\n", n, false),
                large("an open quote", "TOO_LONG", HEADER + "\"", ROW, "", n, false),
                large("a header of 150 million columns", "TOO_MANY_COLUMNS", "", "x,", "\n", n, false),
                large("a header of one name", "TOO_LONG", "", "x", "", n, false),
                large("titles without end", "NO_HEADER", "", "title\n", "", n, false),
                large("ragged rows", "FIELD_COUNT", HEADER, "x,y\n", "", n, false),
                large("good rows", "rows", HEADER, ROW, "", n, false),
                large("good objects", "rows", "", OBJECT + "\n", "", n, false),
                large("a good array", "rows", "[" + OBJECT, "," + OBJECT, "]", n, false),
                large("a text in JSON", "JSON_LIMIT", "{\"finding_id\": \"", "x", "\"}", n, false),
                large("a name in JSON", "JSON_LIMIT", "{\"", "x", "\": 1}", n, false),
                large("a number in JSON", "JSON_LIMIT", "{\"value\": ", "7", "}", n, false),
                large("depth in JSON", "JSON_LIMIT", "", "[", "", n, false),
                large("unknown keys without end", "MISSING_KEY", "{\"a\": 1", ", \"b\": 1", "}", n, false),
                large("blanks in JSON", "NO_ROWS", "[", " \n", "]", n, false),
                large("Parquet without a footer", "PARQUET_CUT", "PAR1", "x", "", n, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsOrRefusesWhateverTheSize(String name, String expected, Large large) throws Exception {
        Path file = folder.resolve("large");
        large.write(file);
        assertEquals(expected, readInLittleMemory(file));
    }

    @Test
    void readsParquetPageByPage() throws Exception {
        List<String[]> rows = SourceReading.rowsOfEveryKind(20_000);
        List<String[]> many = new AbstractList<>() {
            @Override
            public String[] get(int index) {
                return rows.get(index % rows.size());
            }

            @Override
            public int size() {
                return 400_000;
            }
        };
        Path file = Files.write(folder.resolve("large"), SourceForms.parquet(many));
        assertEquals("rows", readInLittleMemory(file));
    }

    /** The last line that the process says. */
    private static String readInLittleMemory(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx96m");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(BoundedMemoryTest.class.getName());
        command.add(file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().reduce((first, last) -> last).orElse("");
    }

    /** Reads a file and prints the last reason of its refusal, or {@code rows}. */
    public static void main(String[] arguments) throws IOException {
        String said = "rows";
        try {
            FindingSource.read(Path.of(arguments[0]), Layout.contract(), row -> {});
        } catch (RefusedFileException e) {
            said = e.defects().get(e.defects().size() - 1).rule().name();
        }
        System.out.println(said);
    }

    private static Arguments large(
            String name, String expected, String start, String again, String end, int bytes, boolean packed) {
        return Arguments.of(name, expected, new Large(start, again, end, bytes, packed));
    }
}
