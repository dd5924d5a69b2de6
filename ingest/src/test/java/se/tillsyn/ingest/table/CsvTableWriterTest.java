package se.tillsyn.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults 48. */
class CsvTableWriterTest {

    private record Row(String text, int whole, @Nullable Double real) {}

    private static final Table<Row> TABLE = new Table<>(
            "t",
            List.of(
                    Column.text("text", Row::text),
                    Column.whole("whole", Row::whole),
                    Column.optionalReal("real", Row::real)));

    private static final List<Row> ROWS = List.of(
            new Row("0114", 1, 0.25),
            new Row("=1+1", -2, -0.5),
            new Row("+a", 3, null),
            new Row("-b", 4, 1e-7),
            new Row("@c;d", 5, 12345678.5),
            new Row("Åre, \"x\"", 6, 2.0));

    @TempDir
    Path folder = Path.of(".");

    @Test
    void writesTheStandard() throws IOException {
        Path file = folder.resolve("standard.csv");
        try (CsvTableWriter<Row> writer = new CsvTableWriter<>(file, TABLE)) {
            ROWS.forEach(writer::write);
        }
        assertEquals(
                "text,whole,real\r\n0114,1,0.25\r\n=1+1,-2,-0.5\r\n+a,3,\r\n-b,4,0.00000010\r\n@c;d,5,12345678.5\r\n"
                        + "\"Åre, \"\"x\"\"\",6,2\r\n",
                Files.readString(file));
    }

    @Test
    void writesForSwedishExcelWithTextsGuardedAndNumbersLeftAlone() throws IOException {
        Path file = folder.resolve("excel.csv");
        try (CsvTableWriter<Row> writer = CsvTableWriter.excelSv(file, TABLE)) {
            ROWS.forEach(writer::write);
        }
        assertEquals(
                "\uFEFFtext;whole;real\r\n0114;1;0,25\r\n'=1+1;-2;-0,5\r\n'+a;3;\r\n'-b;4;0,00000010\r\n"
                        + "\"'@c;d\";5;12345678,5\r\n\"Åre, \"\"x\"\"\";6;2\r\n",
                Files.readString(file));
    }
}
