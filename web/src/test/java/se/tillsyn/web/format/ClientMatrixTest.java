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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        String python = runs("python3", "-c", "import pandas, openpyxl") ? "python3" : "/usr/bin/python3";
        assumeTrue(
                runs(python, "-c", "import pandas, openpyxl"),
                "not run: no Python of this machine has pandas and openpyxl");
        JsonNode found = JsonMapper.shared().readTree(run(python, program("tables.py"), folder.toString()));
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
        assumeTrue(runs("Rscript", "-e", "library(readxl)"), "not run: this machine has no R with readxl");
        Map<String, Map<String, String>> found = new TreeMap<>();
        run("Rscript", program("tables.R"), folder.toString()).lines().forEach(line -> {
            String[] parts = line.split("\t");
            found.computeIfAbsent(parts[0], any -> new TreeMap<>()).put(parts[1], spelled(parts[2]));
        });
        assertThat(found).containsOnlyKeys("csv", "excel-sv", "xlsx");
        found.forEach((format, cells) -> assertThat(cells).as(format).containsAllEntriesOf(FormatsAgreeTest.TEN));
    }

    @Test
    void csvkit() throws IOException, InterruptedException {
        assumeTrue(runs("csvcut", "--version"), "not run: this machine has no csvkit");
        String columns = "Topic,Region,ContentsCode,Tid,value,status";
        assertThat(cut(run("csvcut", "-c", columns, folder.resolve("rates.csv").toString())))
                .containsAllEntriesOf(FormatsAgreeTest.TEN);
        String excel = folder.resolve("rates.excel-sv.csv").toString();
        assertThat(cut(run("csvcut", "-d", ";", "-e", "utf-8-sig", "-c", columns, excel)))
                .containsAllEntriesOf(FormatsAgreeTest.TEN);
    }

    /** The workbook's table written as CSV by LibreOffice, numbers as they are and not as shown. */
    @Test
    void libreOffice() throws IOException, InterruptedException {
        assumeTrue(runs("soffice", "--version"), "not run: this machine has no LibreOffice");
        run(
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

    private String program(String name) throws IOException {
        byte[] script = Objects.requireNonNull(ClientMatrixTest.class.getResourceAsStream("/clients/" + name))
                .readAllBytes();
        return Files.write(folder.resolve(name), script).toString();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ends within 2 minutes")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
