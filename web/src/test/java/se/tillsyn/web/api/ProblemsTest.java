package se.tillsyn.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every fault of both interfaces says where it is, what was expected, what was found and what to do. */
final class ProblemsTest extends RunningSite {

    private static final String DATA = "/api/v2/tables/rates/data";
    private static final Pattern KIND =
            Pattern.compile("(?:badRequest|notFound|HttpStatus\\.[A-Z_]+,|status,|new ApiProblem)\\(?\\s*"
                    + "(?:HttpStatus\\.[A-Z_]+,\\s*|status,\\s*)?\"([a-z]+(?:-[a-z]+)+)\"");

    private static Properties kinds() throws IOException {
        Properties kinds = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/problems.properties"))) {
            kinds.load(file);
        }
        return kinds;
    }

    @Test
    void everyKindSaysWhatToDo() throws IOException {
        TreeSet<String> told = new TreeSet<>(List.of("unknown-region", "unknown-topic"));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/se/tillsyn/web"))) {
            for (Path source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
                Matcher kind = KIND.matcher(Files.readString(source, StandardCharsets.UTF_8));
                while (kind.find()) {
                    told.add(kind.group(1));
                }
            }
        }
        assertThat(told).hasSizeGreaterThan(30);
        assertThat(new TreeSet<>(kinds().stringPropertyNames())).isEqualTo(told);
        assertThat(kinds().values()).allMatch(advice -> advice.toString().matches("[A-Z].{10,120}\\."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/tables/secret",
                "/api/v2/tables/secret/metadata",
                "/api/v2/codelists/secret",
                "/api/v2/savedqueries/secret/data",
                "/api/v2/secret",
                "/api/secret",
                "/api/v2/tables?lang=secret",
                "/api/v2/tables?pageNumber=secret",
                "/api/v2/tables?pageNumber=99",
                "/api/v2/tables?pastDays=0",
                "/api/v2/tables?includeDiscontinued=secret",
                "/api/v2/tables?release=secret",
                DATA + "?outputFormat=secret",
                DATA + "?outputFormatParams=secret",
                DATA + "?outputFormatParams=UseCodes,UseTexts",
                DATA + "?outputFormatParams=SeparatorTab,SeparatorSpace",
                DATA + "?dialect=secret",
                DATA + "?valueCodes[secret]=1",
                DATA + "?valueCodes[Region]=secret",
                DATA + "?valueCodes[Region]=top(secret)",
                DATA + "?valueCodes[]=secret",
                DATA + "?codelist[Region]=secret",
                DATA + "?heading=Tid&stub=Tid",
                "/api/v1/regions/secret",
                "/api/v1/topics/secret",
                "/api/v1/releases/secret",
                "/api/v1/problems/secret",
                "/api/v1/releases?release=secret",
                "/api/v1/api-info?release=secret",
                "/api/v1/regions?level=secret",
                "/api/v1/regions?limit=0"
            })
    void faultsAreToldWhole(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isBetween(400, 404);
        holds(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"selection\":[{\"variableCode\":\"secret\"}]}", "[\"secret\"]"})
    void faultsOfBodiesAreToldWhole(String body) {
        for (String path : List.of(DATA, "/api/v2/savedqueries")) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address(path)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
            assertThat(response.statusCode()).isEqualTo(400);
            holds(response);
        }
    }

    private void holds(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        JsonNode document =
                JsonMapper.shared().readTree(get("/api/v1/openapi.json").body());
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("components", document.path("components"));
        schema.put(
                "$ref",
                document.path("components")
                        .path("responses")
                        .path("Problem")
                        .path("content")
                        .path("application/problem+json")
                        .path("schema")
                        .path("$ref")
                        .asString());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(problem))
                .isEmpty();
        assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
        assertThat(problem.path("detail").asString())
                .matches("(?s).*[eE]xpected .+, found .+\\. [A-Z].+\\.")
                .doesNotContain("secret");
        assertThat(response.body()).doesNotContain("secret");
        String type = problem.path("type").asString();
        JsonNode kind = JsonMapper.shared()
                .readTree(get(type.substring(address("").length())).body());
        assertThat(kind.path("title").asString())
                .isEqualTo(problem.path("title").asString());
        assertThat(problem.path("detail").asString())
                .endsWith(kind.path("advice").asString());
    }

    @Test
    void theDocumentIsNotSentTwice() {
        String tag = get("/api/v1/openapi.json").headers().firstValue("ETag").orElseThrow();
        assertThat(send(HttpRequest.newBuilder(URI.create(address("/api/v1/openapi.json")))
                                .header("If-None-Match", tag)
                                .build())
                        .statusCode())
                .isEqualTo(304);
    }
}
