package se.tillsyn.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document of {@code /api/v1} and its answers keep to the national profile of REST interfaces. PxWebApi below
 * {@code /api/v2} follows its own document and is exempt as a whole.
 */
final class RestProfileTest extends RunningSite {

    /** Rules that a program alone cannot keep or need not, and why. */
    private static final Map<String, String> EXEMPT = Map.of(
            "UFN.02", "HTTPS is the proxy's in front of the site",
            "SAK.01", "TLS is the proxy's in front of the site",
            "SAK.10", "everything is open: nothing asks who calls");

    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.json)?");
    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");

    private JsonNode document() {
        return JsonMapper.shared().readTree(get("/api/v1/openapi.json").body());
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document().path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    private boolean everyOperation(Predicate<JsonNode> holds) {
        return operations().size() > 5 && operations().stream().allMatch(holds);
    }

    private boolean everySegment(Predicate<String> holds) {
        return document().path("paths").propertyNames().stream()
                .flatMap(path -> List.of(path.substring(1).split("/")).stream())
                .filter(segment -> !segment.startsWith("{"))
                .allMatch(holds);
    }

    private boolean everyParameter(Predicate<JsonNode> holds) {
        return operations().stream()
                .flatMap(operation -> operation.path("parameters").valueStream())
                .allMatch(holds);
    }

    private boolean everyName(Predicate<String> holds) {
        TreeSet<String> names = new TreeSet<>();
        collect(document().path("components").path("schemas"), names);
        return names.size() > 20 && names.stream().allMatch(holds);
    }

    private static void collect(JsonNode node, Set<String> names) {
        names.addAll(node.path("properties").propertyNames());
        node.forEach(child -> collect(child, names));
    }

    private static boolean described(JsonNode node) {
        return !node.path("description").asString("").isBlank();
    }

    private Map<String, Boolean> checks() {
        JsonNode info = document().path("info");
        String about = info.path("description").asString();
        JsonNode problem =
                JsonMapper.shared().readTree(get("/api/v1/regions/99").body());
        HttpResponse<String> regions = get("/api/v1/regions");
        Map<String, Boolean> checks = new TreeMap<>();
        checks.put(
                "DOK.01",
                document().path("externalDocs").has("url")
                        && described(document().path("externalDocs")));
        checks.put(
                "DOK.03",
                info.has("version")
                        && info.has("title")
                        && described(info)
                        && info.path("contact").has("name")
                        && info.path("contact").has("url")
                        && info.path("contact").has("email")
                        && info.path("license").has("name")
                        && info.path("license").has("url"));
        checks.put("DOK.06", about.contains("Sv: ") && about.contains("En: "));
        checks.put("DOK.08", info.has("termsOfService") && info.has("x-sla"));
        checks.put("DOK.09", about.contains("begränsningar") && about.contains("limits"));
        checks.put("DOK.15", everyOperation(operation -> operation
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .has("example")));
        checks.put("DOK.17", document().path("openapi").asString().startsWith("3."));
        checks.put("DOK.19", everyOperation(RestProfileTest::described));
        checks.put("DOK.20", everyOperation(operation -> operation
                .path("responses")
                .valueStream()
                .allMatch(response -> described(response) || response.has("$ref"))));
        checks.put(
                "DOT.01",
                JsonMapper.shared()
                        .readTree(get("/api/v1/releases/latest").body())
                        .path("publishedAt")
                        .asString()
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        checks.put("RES.02", everyParameter(one -> !one.path("name").asString().matches("(?i).*(pnr|person|ssn).*")));
        checks.put("RES.06", everySegment(WORDS.asMatchPredicate()));
        checks.put(
                "UFN.01",
                document().path("servers").get(0).path("url").asString().endsWith("/api/v1"));
        checks.put("UFN.05", document().path("paths").propertyNames().stream().allMatch(path -> path.length() < 200));
        checks.put("UFN.08", everySegment(WORDS.asMatchPredicate()));
        checks.put("UFN.09", everySegment(segment -> !segment.contains("_") && !segment.contains(" ")));
        checks.put(
                "AME.01",
                regions.headers().firstValue("Content-Type").orElse("").equals("application/json"));
        checks.put("AME.04", everyName(CAMEL.asMatchPredicate()));
        checks.put("AME.05", everyName(name -> !name.contains("_")));
        checks.put("AME.07", everyName(name -> name.matches("[A-Za-z0-9]+")));
        checks.put(
                "FEL.01",
                List.of("type", "title", "status", "detail", "instance").stream()
                        .allMatch(problem::has));
        checks.put(
                "FEL.02",
                get("/api/v1/regions/99")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .equals("application/problem+json"));
        checks.put(
                "VER.05",
                document().path("servers").get(0).path("url").asString().matches(".*/v1"));
        checks.put("VER.06", get("/api/v1/api-info").statusCode() == 200);
        checks.put(
                "FNS.01",
                everyParameter(one -> CAMEL.matcher(one.path("name").asString()).matches()));
        checks.put(
                "FNS.03",
                everyParameter(
                        one -> Character.isLetter(one.path("name").asString().charAt(0))));
        checks.put(
                "FNS.05",
                everyParameter(one -> one.path("in").asString().equals("path")
                        || !one.path("required").asBoolean(true)));
        JsonNode page = JsonMapper.shared()
                .readTree(get("/api/v1/regions?limit=2&page=2").body());
        checks.put(
                "FNS.07", page.path("regions").size() == 2 && page.path("limit").asInt() == 2);
        checks.put("FNS.08", get("/api/v1/regions?page=0").statusCode() == 400);
        checks.put(
                "FNS.09",
                JsonMapper.shared().readTree(regions.body()).path("limit").asInt() == 20);
        checks.put("SAK.09", !document().path("components").has("securitySchemes"));
        checks.put("SAK.15", everyParameter(one -> !one.path("name").asString().matches("(?i).*(key|token).*")));
        checks.put("FOR.02", everyOperation(operation -> !operation.has("requestBody")));
        return checks;
    }

    @Test
    void everyRuleIsKeptOrExempt() throws IOException {
        TreeSet<String> rules = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(';')
                .ofNamedCsvRecord(new String(
                        RestProfileTest.class
                                .getResourceAsStream("/rest-profile/rules.csv")
                                .readAllBytes(),
                        StandardCharsets.UTF_8))) {
            rows.forEach(row -> rules.add(row.getField("id")));
        }
        Map<String, Boolean> checks = checks();
        TreeSet<String> spokenOf = new TreeSet<>(checks.keySet());
        spokenOf.addAll(EXEMPT.keySet());
        assertThat(spokenOf).isEqualTo(rules);
        checks.forEach((rule, kept) -> assertThat(kept).as(rule).isTrue());
    }

    @Test
    void everyAnswerKeepsToTheDocument() {
        Map<String, String> examples = Map.of("{id}", release(), "{code}", "17", "{kind}", "unknown-table");
        JsonNode document = document();
        document.path("paths").properties().forEach(path -> {
            String address = path.getKey();
            for (Map.Entry<String, String> example : examples.entrySet()) {
                String value =
                        address.startsWith("/topics/") && example.getKey().equals("{code}")
                                ? "BEHOVSBEDOMNING"
                                : example.getValue();
                address = address.replace(example.getKey(), value);
            }
            HttpResponse<String> response = get("/api/v1" + address);
            assertThat(response.statusCode()).as(address).isEqualTo(200);
            assertThat(response.headers().firstValue("Tillsyn-Release")).contains(release());
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            schema.set("components", document.path("components"));
            schema.put(
                    "$ref",
                    path.getValue()
                            .path("get")
                            .path("responses")
                            .path("200")
                            .path("content")
                            .path("application/json")
                            .path("schema")
                            .path("$ref")
                            .asString());
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(JsonMapper.shared().readTree(response.body())))
                    .as(address)
                    .isEmpty();
        });
    }

    @Test
    void unknownReleasesAndCodesAreProblems() {
        for (String path : List.of(
                "/api/v1/releases/000009-000000000000",
                "/api/v1/regions?release=000009-000000000000",
                "/api/v1/regions/99",
                "/api/v1/topics/NONE",
                "/api/v1/nothing",
                "/api",
                "/api/v3/tables")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("/api/v1/regions?level=moon").statusCode()).isEqualTo(400);
    }
}
