package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** pandas and openpyxl read the same ten cells from CSV in both dialects and from XLSX. */
final class PythonClientsTest extends RunningSite {

    @TempDir
    private Path folder;

    private void fetch(String format, String name) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(FormatsAgreeTest.ASKED + format)))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve(name)));
    }

    private static boolean has(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import pandas, openpyxl")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void readTheSameCells() throws IOException, InterruptedException {
        String python = has("python3") ? "python3" : "/usr/bin/python3";
        assumeTrue(has(python), "not run: no Python of this machine has pandas and openpyxl");
        fetch("csv", "rates.csv");
        fetch("csv&dialect=excel-sv", "rates.excel-sv.csv");
        fetch("xlsx", "rates.xlsx");
        byte[] script = Objects.requireNonNull(PythonClientsTest.class.getResourceAsStream("/clients/tables.py"))
                .readAllBytes();
        Path program = Files.write(folder.resolve("tables.py"), script);
        Process run = new ProcessBuilder(python, program.toString(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode found = JsonMapper.shared().readTree(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).isZero();
        for (String format : List.of("csv", "excel-sv", "xlsx")) {
            Map<String, String> cells = new TreeMap<>();
            for (String key : FormatsAgreeTest.TEN.keySet()) {
                String value = found.path(format).path(key).asString();
                cells.put(key, value.matches("\\.{1,2}|:") ? value : FormatsAgreeTest.number(value));
            }
            assertThat(cells).as(format).isEqualTo(FormatsAgreeTest.TEN);
        }
    }
}
