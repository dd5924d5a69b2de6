package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.Programs;
import se.tillsyn.web.RunningSite;

/**
 * Clients made for statistical offices read the same ten cells from PX, JSON-stat and the interface. They are no packages
 * of Debian and npm: one that the machine lacks is reported as not run.
 */
final class StatisticsClientsTest extends RunningSite {

    @TempDir
    private Path folder;

    @Test
    void pyaxis() throws IOException, InterruptedException {
        String python = Programs.pythonWith("pyaxis.pyaxis");
        assertThat(cells(python, Programs.script(folder, "with_pyaxis.py"), file("px")))
                .containsAllEntriesOf(FormatsAgreeTest.TEN);
    }

    @Test
    void pxR() throws IOException, InterruptedException {
        Programs.needR("pxR");
        assertThat(cells("Rscript", Programs.script(folder, "with_pxR.R"), file("px")))
                .containsAllEntriesOf(numbers());
    }

    @Test
    void pxwebpy() throws IOException, InterruptedException {
        String python = Programs.pythonWith("pxweb");
        assertThat(cells(python, Programs.script(folder, "with_pxwebpy.py"), address("/api/v2")))
                .containsAllEntriesOf(numbers());
    }

    @Test
    void pxWebApiData() throws IOException, InterruptedException {
        Programs.needR("PxWebApiData");
        String asked = address(FormatsAgreeTest.ASKED + "json-stat2");
        assertThat(cells("Rscript", Programs.script(folder, "with_PxWebApiData.R"), asked))
                .containsAllEntriesOf(FormatsAgreeTest.TEN);
    }

    @Test
    void rjstat() throws IOException, InterruptedException {
        Programs.needR("rjstat");
        assertThat(cells("Rscript", Programs.script(folder, "with_rjstat.R"), file("json-stat2")))
                .containsAllEntriesOf(numbers());
    }

    @Test
    void pyjstat() throws IOException, InterruptedException {
        String python = Programs.pythonWith("pyjstat.pyjstat");
        assertThat(cells(python, Programs.script(folder, "with_pyjstat.py"), file("json-stat2")))
                .containsAllEntriesOf(numbers());
    }

    /** What a client without a place for reasons makes of the ten cells. */
    private static Map<String, String> numbers() {
        Map<String, String> numbers = new TreeMap<>(FormatsAgreeTest.TEN);
        numbers.replaceAll((key, value) -> value.matches("\\.{1,2}|:") ? "NA" : value);
        return numbers;
    }

    private String file(String format) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(FormatsAgreeTest.ASKED + format)))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("rates." + format)))
                .body()
                .toString();
    }

    private Map<String, String> cells(String... command) throws IOException, InterruptedException {
        Map<String, String> cells = new TreeMap<>();
        Programs.output(folder, command).lines().forEach(line -> {
            String[] parts = line.split("\t");
            String value = parts[1];
            cells.put(parts[0], value.matches("\\.{1,2}|:|NA") ? value : FormatsAgreeTest.number(value));
        });
        return cells;
    }
}
