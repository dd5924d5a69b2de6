package se.tillsyn.web.pxweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every answer keeps to the OpenAPI document of PxWebApi 2, and data and metadata to strict JSON-stat besides. */
final class PxWebAnswersTest extends RunningSite {

    private JsonNode json(String path) {
        HttpResponse<String> response = get("/api/v2" + path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(response.headers().firstValue("Tillsyn-Release")).contains(release());
        return JsonMapper.shared().readTree(response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/config, ConfigResponse",
        "/tables, TablesResponse",
        "/tables?lang=en&query=v%C3%A4rmland, TablesResponse",
        "/tables?query=finnsinte, TablesResponse",
        "/tables/rates, TableResponse",
        "/tables/rates/metadata, Dataset",
        "/tables/rates/metadata?lang=en, Dataset",
        "/tables/rates/metadata?codelist[Region]=vs_region_county, Dataset",
        "/tables/rates/defaultselection, SelectionResponse",
        "/tables/rates/data, Dataset",
        "/tables/rates/data?lang=en, Dataset",
        "/codelists/vs_region_county, CodelistResponse",
        "/codelists/vs_topic_behov?lang=en, CodelistResponse"
    })
    void keepToTheOpenApiDocument(String path, String component) {
        JsonNode answer = json(path);
        assertThat(AnswerSchemas.errors(component, answer)).isEmpty();
        if (component.equals("Dataset")) {
            assertThat(AnswerSchemas.strictJsonStat(answer)).isEmpty();
            assertThat(answer.path("extension").path("release").path("id").asString())
                    .isEqualTo(release());
        }
    }

    @Test
    void ofEveryTableKeepToTheDocument() {
        for (JsonNode table : json("/tables").path("tables")) {
            String path = "/tables/" + table.path("id").asString();
            for (String language : List.of("sv", "en")) {
                assertThat(AnswerSchemas.errors("TableResponse", json(path + "?lang=" + language)))
                        .as(path)
                        .isEmpty();
                for (String document : List.of("/metadata?lang=", "/data?lang=")) {
                    JsonNode answer = json(path + document + language);
                    assertThat(AnswerSchemas.errors("Dataset", answer)).as(path).isEmpty();
                    assertThat(AnswerSchemas.strictJsonStat(answer)).as(path).isEmpty();
                }
            }
            assertThat(AnswerSchemas.errors("SelectionResponse", json(path + "/defaultselection")))
                    .as(path)
                    .isEmpty();
        }
    }

    /** Clients read a list at its address and then ask for every value of it. */
    @Test
    void offerListsOfValuesThatCanAllBeAskedFor() {
        List<String> lists = new ArrayList<>();
        for (JsonNode table : json("/tables").path("tables")) {
            String path = "/tables/" + table.path("id").asString();
            JsonNode metadata = json(path + "/metadata");
            for (JsonNode dimension : metadata.path("dimension")) {
                for (JsonNode offered : dimension.path("extension").path("codelists")) {
                    JsonNode list = json("/codelists/" + offered.path("id").asString());
                    lists.add(list.path("id").asString());
                    assertThat(list.path("id")).isEqualTo(offered.path("id"));
                    for (JsonNode value : list.path("values")) {
                        assertThat(dimension
                                        .path("category")
                                        .path("index")
                                        .has(value.path("code").asString()))
                                .as(path + " " + list.path("id") + " " + value.path("code"))
                                .isTrue();
                    }
                }
            }
        }
        // Every county that there is has rates; waits are of one topic of its group.
        assertThat(lists).contains("vs_region_county", "vs_topic_behov_waits");
    }

    @Test
    void areHeldAgainstSchemasThatRefuse() {
        ObjectNode data = (ObjectNode) json("/tables/rates/data");
        data.put("size", "many");
        assertThat(AnswerSchemas.errors("Dataset", data)).isNotEmpty();
        assertThat(AnswerSchemas.strictJsonStat(data)).isNotEmpty();
        ObjectNode config = (ObjectNode) json("/config");
        config.remove("maxDataCells");
        assertThat(AnswerSchemas.errors("ConfigResponse", config)).isNotEmpty();
    }

    @Test
    void haveAStatusForEveryMissingValueAndForNoOther() {
        JsonNode data = json("/tables/rates/data?valueCodes[Topic]=*&valueCodes[Region]=*&valueCodes[ContentsCode]=*"
                + "&valueCodes[Tid]=*&valueCodes[AgeGroup]=*");
        long size = 1;
        for (JsonNode part : data.path("size")) {
            size *= part.asInt();
        }
        assertThat(data.path("value").size()).isEqualTo((int) size);
        for (int i = 0; i < size; i++) {
            assertThat(data.path("status").has(Integer.toString(i)))
                    .as("cell %d", i)
                    .isEqualTo(data.path("value").get(i).isNull());
        }
        assertThat(data.path("status").properties().stream()
                        .map(status -> status.getValue().asString())
                        .distinct())
                .containsExactlyInAnyOrder(":", "..", ".");
    }

    @Test
    void nameRolesUnitsAndMandatoryNotes() {
        JsonNode metadata = json("/tables/rates/metadata");
        assertThat(metadata.path("role").path("time").get(0).asString()).isEqualTo("Tid");
        assertThat(metadata.path("role").path("geo").get(0).asString()).isEqualTo("Region");
        assertThat(metadata.path("role").path("metric").get(0).asString()).isEqualTo("ContentsCode");
        JsonNode unit =
                metadata.path("dimension").path("ContentsCode").path("category").path("unit");
        assertThat(unit.path("case_rate").path("base").asString()).isEqualTo("andel (0–1)");
        assertThat(unit.path("case_rate").path("decimals").asInt()).isEqualTo(4);
        assertThat(metadata.path("extension").path("noteMandatory").path("0").asBoolean())
                .isTrue();
        List<String> notes = new ArrayList<>();
        metadata.path("note").forEach(note -> notes.add(note.asString()));
        assertThat(notes).anyMatch(note -> note.startsWith(": Undertryckt"));
        JsonNode px = metadata.path("extension").path("px");
        assertThat(px.path("official-statistics").asBoolean(true)).isFalse();
        assertThat(px.path("aggregallowed").asBoolean(true)).isFalse();
        JsonNode region = metadata.path("dimension").path("Region").path("extension");
        assertThat(region.path("eliminationValueCode").asString()).isEqualTo("00");
        assertThat(region.path("show").asString()).isEqualTo("code_value");
        assertThat(region.path("codelists")
                        .get(0)
                        .path("links")
                        .get(0)
                        .path("href")
                        .asString())
                .isEqualTo(address("/api/v2/codelists/vs_region_nation?lang=sv"));
    }

    @Test
    void pageThroughTables() {
        JsonNode page = json("/tables?pagesize=1&pageNumber=1").path("page");
        assertThat(page.path("pageSize").asInt()).isEqualTo(1);
        int all = json("/tables").path("tables").size();
        assertThat(page.path("totalElements").asInt()).isEqualTo(all).isGreaterThan(5);
        assertThat(page.path("totalPages").asInt()).isEqualTo(all);
        assertThat(json("/tables?pagesize=2&pageNumber=2").path("tables").size())
                .isEqualTo(2);
        assertThat(get("/api/v2/tables?pageNumber=7").statusCode()).isEqualTo(404);
        assertThat(links(json("/tables").path("page"))).isEmpty();
        JsonNode second = json("/tables?query=l%C3%A4n%20region&includeDiscontinued=true&pageSize=1&pageNumber=2");
        String same = "/api/v2/tables?lang=sv&query=l%C3%A4n%20region&includeDiscontinued=true&pageSize=1&pageNumber=";
        int found = second.path("page").path("totalElements").asInt();
        assertThat(found).isBetween(3, all - 1);
        assertThat(links(second.path("page")))
                .containsExactly(
                        "next " + address(same + 3), "previous " + address(same + 1), "last " + address(same + found));
        assertThat(links(second)).containsExactly("self " + address(same + 2));
        String next = links(second.path("page")).get(0).substring("next ".length());
        assertThat(json(next.substring(address("/api/v2").length())).path("tables"))
                .isNotEqualTo(second.path("tables"))
                .hasSize(1);
        assertThat(get("/api/v2/tables?pageNumber=one").statusCode()).isEqualTo(400);
        assertThat(json("/tables?pageSize=2147483647").path("tables")).hasSize(all);
        assertThat(get("/api/v2/tables?pageSize=2147483648").statusCode()).isEqualTo(400);
        assertThat(get("/api/v2/tables?includeDiscontinued=maybe").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "utveckling | trends waittrends",
                "UTVECKL* | trends waittrends",
                "%22utveckling%22 AND andelen | trends",
                "utveckling OR tillsynskontorens | trends waittrends offices",
                "utveckling tillsynskontorens | ",
                "title:utveckling | trends waittrends",
                "(title:utveckling AND NOT andelen) | waittrends",
                "utveckling -andelen | waittrends",
                "id:trends NOT waittrends | trends"
            })
    void findTablesByWords(String query, String expected) {
        List<String> found = new ArrayList<>();
        json("/tables?query=" + query.replace(" ", "%20"))
                .path("tables")
                .forEach(table -> found.add(table.path("id").asString()));
        assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
    }

    private static List<String> links(JsonNode answer) {
        List<String> links = new ArrayList<>();
        answer.path("links")
                .forEach(link -> links.add(
                        link.path("rel").asString() + ' ' + link.path("href").asString()));
        return links;
    }

    @Test
    void keepToTheReleaseThatWasNamed() {
        String named = "release=" + release();
        JsonNode metadata = json("/tables/rates/metadata?lang=en&" + named);
        assertThat(metadata.path("dimension")
                        .path("Region")
                        .path("extension")
                        .path("codelists")
                        .get(0)
                        .path("links")
                        .get(0)
                        .path("href")
                        .asString())
                .isEqualTo(address("/api/v2/codelists/vs_region_nation?lang=en&" + named));
        assertThat(links(json("/tables/rates?" + named))).allMatch(link -> link.endsWith(named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | slope_index | Lutningsindex över regionernas ordning (SII) | andel (0–1) | 4 | 0.125",
                "en | slope_index_lower | Slope index over the regions’ order (SII), lower limit 95% | proportion (0–1) | 4"
                        + " | -0.0625",
                "en | relative_index | Relative index over the regions’ order (RII) | ratio | 2 | 1.75",
                "sv | relative_index_upper | Relativt index över regionernas ordning (RII), övre 95-procentsgräns | kvot | 2 | ",
                "en | order_steps | Steps of the regions’ order | steps | 0 | 3"
            })
    void tellInequalityOverOrderedRegions(
            String language, String code, String label, String unit, int decimals, String value) {
        JsonNode data =
                json("/tables/inequality/data?lang=" + language + "&valueCodes[Topic]=*&valueCodes[RegionLevel]=*"
                        + "&valueCodes[Tid]=2016&valueCodes[ContentsCode]=" + code);
        JsonNode contents = data.path("dimension").path("ContentsCode");
        JsonNode category = contents.path("category");
        assertThat(category.path("label").path(code).asString()).isEqualTo(label);
        assertThat(category.path("unit").path(code).path("base").asString()).isEqualTo(unit);
        assertThat(category.path("unit").path(code).path("decimals").asInt()).isEqualTo(decimals);
        assertThat(category.has("note")).isEqualTo(code.equals("slope_index") || code.equals("relative_index"));
        assertThat(contents.path("extension").path("alternativeText").path(code).asString())
                .isEqualTo(label);
        assertThat(data.path("value").toString()).isEqualTo(value == null ? "[null]" : "[" + value + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "/tables/finns-inte, 404",
        "/tables/finns%20inte/metadata, 404",
        "/tables/rates/data?valueCodes[Region]=99, 400",
        "/tables/rates/data?valueCodes[Finnsinte]=1, 400",
        "/tables/rates/data?valueCodes[Region]=17, 400",
        "/tables/rates/data?outputFormat=pdf, 400",
        "/tables/rates/data?lang=fi, 400",
        "/tables/rates/data?outputFormatParams=UseCodes&outputFormatParams=UseTexts&outputFormat=csv, 400",
        "/codelists/finns-inte, 404",
        "/tables?release=000009-000000000000, 404",
        "/savedqueries/1, 404",
        "/tables?query=%FF, 400",
        "/nothing, 404",
        "/, 404"
    })
    void tellFaultsAsProblems(String path, int status) {
        HttpResponse<String> response = get("/api/v2" + path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(AnswerSchemas.errors("Problem", problem)).isEmpty();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(response.body()).doesNotContainIgnoringCase("finns");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void quoteNothingInTheLog(CapturedOutput log) {
        for (String path : List.of("/api/v2/tables?query=hemlig%FF", "/sv/sok?q=hemlig%FF")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(log.getAll()).doesNotContain("hemlig").doesNotContain("ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "/config, 405",
        "/tables, 405",
        "/tables/rates/metadata, 405",
        "/codelists/vs_region_county, 405",
        "/savedqueries/abc, 405",
        "/nothing, 404"
    })
    void tellWhereNothingIsPosted(String path, int status) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address("/api/v2" + path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Allow").orElse(""))
                .isEqualTo(status == 405 ? "GET, HEAD, OPTIONS" : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json-stat2", "csv", "px", "json-px", "html"})
    void arePackedForThoseWhoAskForIt(String format) throws IOException, InterruptedException {
        String path =
                "/api/v2/tables/rates/data?valueCodes[Topic]=*&valueCodes[Region]=*&valueCodes[ContentsCode]=case_rate"
                        + "&valueCodes[Tid]=*&outputFormat=" + format;
        byte[] plain = bytes(path, "identity").body();
        for (int time = 0; time < 2; time++) {
            HttpResponse<byte[]> packed = bytes(path, "gzip, deflate");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(packed.body()).hasSizeLessThan(plain.length / 2);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(plain);
        }
        HttpResponse<byte[]> again = bytes(path, "gzip;q=0");
        assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(again.headers().firstValue("Content-Length")).contains(Integer.toString(plain.length));
        assertThat(again.body()).isEqualTo(plain);
    }

    private HttpResponse<byte[]> bytes(String path, String encodings) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Accept-Encoding", encodings)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void refuseOtherMethods() {
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address("/api/v2/tables")))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/config", "/tables", "/tables/rates/metadata", "/tables/rates/data"})
    void areNotSentTwice(String path) {
        HttpResponse<String> first = get("/api/v2" + path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = send(HttpRequest.newBuilder(URI.create(address("/api/v2" + path)))
                .header("If-None-Match", tag)
                .build());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        HttpResponse<String> head = send(HttpRequest.newBuilder(URI.create(address("/api/v2" + path)))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).contains(tag);
    }
}
