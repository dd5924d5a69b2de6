package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.Programs;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programs that researchers use read the same ten cells from CSV in both dialects and from XLSX. A program that the
 * machine lacks is reported as not run.
 */
@Tag("browser")
final class ClientMatrixTest extends RunningSite {

    private static final Map<String, String> SYMBOLS = Map.of("c", ":", "u", "..", "x", "..", "z", ".");

    @TempDir
    private Path folder;

    @BeforeEach
    void fetch() throws IOException, InterruptedException {
        fetch("csv", "rates.csv");
        fetch("csv&dialect=excel-sv", "rates.excel-sv.csv");
        fetch("xlsx", "rates.xlsx");
    }

    private void fetch(String format, String name) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(FormatsAgreeTest.ASKED + format)))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve(name)));
    }

    @Test
    void pandasAndOpenpyxl() throws IOException, InterruptedException {
        String python = Programs.pythonWith("pandas, openpyxl");
        JsonNode found = JsonMapper.shared()
                .readTree(Programs.output(folder, python, Programs.script(folder, "tables.py"), folder.toString()));
        for (String format : List.of("csv", "excel-sv", "xlsx")) {
            Map<String, String> cells = new TreeMap<>();
            FormatsAgreeTest.TEN
                    .keySet()
                    .forEach(key ->
                            cells.put(key, spelled(found.path(format).path(key).asString())));
            assertThat(cells).as(format).isEqualTo(FormatsAgreeTest.TEN);
        }
    }

    @Test
    void ofR() throws IOException, InterruptedException {
        Programs.needR("readxl");
        Map<String, Map<String, String>> found = new TreeMap<>();
        Programs.output(folder, "Rscript", Programs.script(folder, "tables.R"), folder.toString())
                .lines()
                .forEach(line -> {
                    String[] parts = line.split("\t");
                    found.computeIfAbsent(parts[0], any -> new TreeMap<>()).put(parts[1], spelled(parts[2]));
                });
        assertThat(found).containsOnlyKeys("csv", "excel-sv", "xlsx");
        found.forEach((format, cells) -> assertThat(cells).as(format).containsAllEntriesOf(FormatsAgreeTest.TEN));
    }

    @Test
    void csvkit() throws IOException, InterruptedException {
        assumeTrue(Programs.succeed("csvcut", "--version"), "not run: this machine has no csvkit");
        String columns = "Topic,Region,ContentsCode,Tid,value,status";
        assertThat(cut(Programs.output(
                        folder,
                        "csvcut",
                        "-c",
                        columns,
                        folder.resolve("rates.csv").toString())))
                .containsAllEntriesOf(FormatsAgreeTest.TEN);
        String excel = folder.resolve("rates.excel-sv.csv").toString();
        assertThat(cut(Programs.output(folder, "csvcut", "-d", ";", "-e", "utf-8-sig", "-c", columns, excel)))
                .containsAllEntriesOf(FormatsAgreeTest.TEN);
    }

    /** The workbook's table written as CSV by LibreOffice, numbers as they are and not as shown. */
    @Test
    void libreOffice() throws IOException, InterruptedException {
        assumeTrue(Programs.succeed("soffice", "--version"), "not run: this machine has no LibreOffice");
        Programs.output(
                folder,
                "soffice",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
                "--outdir",
                folder.toString(),
                folder.resolve("rates.xlsx").toString());
        Map<String, String> cells = new TreeMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(folder.resolve("rates-Tabell 1.csv"))) {
            rows.stream()
                    .skip(1)
                    .forEach(row -> cells.put(
                            row.getField(0) + ' ' + row.getField(2) + ' ' + row.getField(8) + ' ' + row.getField(10),
                            spelled(row.getField(12))));
        }
        assertThat(cells).containsAllEntriesOf(FormatsAgreeTest.TEN);
    }

    private static Map<String, String> cut(String csv) {
        Map<String, String> cells = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            rows.forEach(row -> cells.put(
                    String.join(" ", row.getFields().subList(0, 4)),
                    row.getField("value").isEmpty()
                            ? SYMBOLS.get(row.getField("status"))
                            : spelled(row.getField("value").replace(',', '.'))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return cells;
    }

    private static String spelled(String value) {
        return value.matches("\\.{1,2}|:") ? value : FormatsAgreeTest.number(value);
    }
}
