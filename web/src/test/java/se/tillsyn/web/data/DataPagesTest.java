package se.tillsyn.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.Programs;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages of data: what they link to is there, and the programs that they show run. */
final class DataPagesTest extends RunningSite {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/sv/data", "/en/data"})
    void listEveryDatasetAndLinkToWhatIsThere(String path) {
        Document page = page(path);
        JsonNode tables = JsonMapper.shared()
                .readTree(get("/api/v2/tables?pageSize=100").body())
                .path("tables");
        assertThat(page.select("main table tbody tr")).hasSameSizeAs(tables);
        for (Element link : page.select("main a[href]")) {
            assertThat(get(link.attr("href")).statusCode())
                    .as(link.attr("href"))
                    .isEqualTo(200);
        }
    }

    @Test
    void aDatasetPageIsItsCodeBook() {
        Document page = page("/en/data/rates");
        assertThat(page.select("section[aria-labelledby=variabler] tbody th").eachText())
                .containsExactly("Topic", "Region", "AgeGroup", "OperationType", "ContentsCode", "Tid");
        assertThat(page.select("section[aria-labelledby=saknas] tbody th").eachText())
                .containsExactly("c", "u", "x", "z");
        assertThat(page.select("section[aria-labelledby=matt] tbody th").eachText())
                .contains("case_rate", "unit_rate");
        for (Element link : page.select("section[aria-labelledby=urval] a, section[aria-labelledby=filer] a")) {
            assertThat(get(link.attr("href").replace(" ", "%20")).statusCode())
                    .as(link.attr("href"))
                    .isEqualTo(200);
        }
        JsonNode described = JsonMapper.shared()
                .readTree(page.select("script[type=application/ld+json]").html());
        assertThat(described.path("@type").asString()).isEqualTo("Dataset");
        assertThat(described.path("version").asString()).isEqualTo(release());
        assertThat(get("/en/data/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theFormAsksTheInterface() {
        Element form = page("/sv/data/rates")
                .select("section[aria-labelledby=prova] form")
                .first();
        StringBuilder asked = new StringBuilder(form.attr("action")).append("?lang=sv");
        for (Element choice : form.select("select")) {
            String value = choice.select("option[selected]").attr("value");
            asked.append('&').append(choice.attr("name")).append('=').append(value.replace("+", "%2B"));
        }
        assertThat(get(asked.toString()).statusCode()).isEqualTo(200);
    }

    private String program(String name) {
        for (Element heading : page("/en/data/rates").select("section[aria-labelledby=las] h3")) {
            if (heading.text().equals(name)) {
                return heading.nextElementSibling().wholeText();
            }
        }
        throw new AssertionError("no program for " + name);
    }

    /** Programs of the page, what runs them, and what of the usual selection they must print. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl | curl --version | sh -c | Topic",
                "R | Rscript --version | Rscript -e | Topic",
                "R, PxWebApiData | Rscript -e library(PxWebApiData) | Rscript -e | Topic"
            })
    void programsRun(String name, String test, String runner, String expected)
            throws IOException, InterruptedException {
        assumeTrue(Programs.succeed(test.strip().split(" ")), () -> "not run: this machine lacks what runs " + name);
        run(List.of(runner.strip().split(" ")), program(name), expected.strip());
    }

    @Test
    void pxwebpyRuns() throws IOException, InterruptedException {
        run(List.of(Programs.pythonWith("pxweb"), "-c"), program("Python, pxwebpy (latest release)"), "'value': ");
    }

    /** What pxwebpy would post, read off its program, so that codes and names are right on machines without it too. */
    @Test
    void thePxwebpyProgramAsksForTheUsualSelection() {
        String program = program("Python, pxwebpy (latest release)");
        String codes = program.substring(program.indexOf("value_codes={") + 12, program.lastIndexOf('}') + 1);
        JsonNode asked = JsonMapper.shared().readTree(codes.replaceAll(",\\s*}", "}"));
        String selection = asked.properties().stream()
                .map(variable -> "valueCodes[" + variable.getKey() + "]="
                        + variable.getValue()
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("&"));
        assertThat(program).contains("PxApi(\"" + address("/api/v2") + "\"");
        assertThat(get("/api/v2/tables/rates/data?lang=en&" + selection).body())
                .isEqualTo(get("/api/v2/tables/rates/data?lang=en").body());
    }

    @Test
    void pandasReadsEveryNumberToItsLastDigit() throws IOException, InterruptedException {
        String python = Programs.pythonWith("pandas");
        String program = program("Python, pandas");
        String printed = run(
                List.of(python, "-c"),
                program + "\nprint('numbers', *[v.hex() for v in data['value'].dropna()])",
                "Topic");
        String csv = program.substring(program.indexOf("http://"), program.indexOf("\", dtype"));
        JsonNode values = JsonMapper.shared()
                .readTree(get(csv.substring(address("").length()).replace("=csv", "=json-stat2"))
                        .body())
                .path("value");
        List<Double> published = values.valueStream()
                .filter(value -> !value.isNull())
                .map(JsonNode::asDouble)
                .toList();
        List<Double> read = Arrays.stream(printed.substring(printed.indexOf("numbers ") + 8)
                        .strip()
                        .split(" "))
                .map(Double::valueOf)
                .toList();
        assertThat(read).isNotEmpty().isEqualTo(published);
    }

    private String run(List<String> runner, String program, String expected) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(runner);
        command.add(program);
        String printed = Programs.output(folder, command.toArray(String[]::new));
        assertThat(printed).contains(expected);
        return printed;
    }

    /**
     * DuckDB's own statement, on a file put together from the parts that its reader of addresses asks for: the JDBC driver
     * has no HTTP.
     */
    @Test
    void theDuckDbProgramReadsTheFile() throws Exception {
        String statement = program("DuckDB");
        String address = statement.substring(statement.indexOf('\'') + 1, statement.lastIndexOf('\''));
        Path file = Files.write(folder.resolve("table.parquet"), inParts(URI.create(address)));
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement read = duckdb.createStatement();
                ResultSet rows = read.executeQuery(statement.replace(address, file.toString()))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("topic")).isNotBlank();
        }
    }

    private static byte[] inParts(URI address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Void> head = client.send(
                HttpRequest.newBuilder(address)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Accept-Ranges")).contains("bytes");
        int length = Math.toIntExact(
                head.headers().firstValueAsLong("Content-Length").orElseThrow());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int from = 0; from < length; from += length / 3) {
            int to = Math.min(from + length / 3, length) - 1;
            HttpResponse<byte[]> part = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Range", "bytes=" + from + "-" + to)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("Content-Range")).contains("bytes " + from + "-" + to + "/" + length);
            file.write(part.body());
        }
        return file.toByteArray();
    }

    /** No Excel runs here: what its program asks for is what it takes for granted. */
    @Test
    void theExcelProgramAsksForCsvWithTheColumnThatItTypes() throws IOException, InterruptedException {
        String program = program("Excel, Power Query");
        String address = program.substring(program.indexOf("Web.Contents(\"") + 14, program.indexOf("\"), ["));
        String path = address.substring(address("").length());
        assertThat(program).contains("Delimiter = \",\"", "Encoding = 65001", "{\"value\", type number}", "\"en-US\"");
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv")
                .containsIgnoringCase("charset=utf-8");
        assertThat(answer.body().lines().findFirst().orElseThrow().split(",")).contains("Region", "value", "status");
    }

    @Test
    void theExcelProgramIsRightForMicrosoftsParser() throws IOException, InterruptedException {
        String parser = Programs.npm("@microsoft/powerquery-parser").toString();
        List<String> reader = List.of("node", Programs.script(folder, "powerquery.js"), parser);
        Path right = Files.writeString(folder.resolve("right.pq"), program("Excel, Power Query"));
        run(reader, right.toString(), "Parse Ok");
        Path wrong = Files.writeString(
                folder.resolve("wrong.pq"), program("Excel, Power Query").replace("in\n", "\n"));
        run(reader, wrong.toString(), "Parse Error");
    }
}
