package se.tillsyn.web.pxweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Queries that clients save, as the button for a link to an updated table does, and what they ask when they come back. */
final class SavedQueriesTest extends RunningSite {

    private static final String API = "/api/v2";
    private static final String SELECTION = """
            {"selection":[
              {"variableCode":"Topic","valueCodes":["BEHOVSBEDOMNING"]},
              {"variableCode":"Region","codelist":"vs_region_county","valueCodes":["17","2*"]},
              {"variableCode":"ContentsCode","valueCodes":["case_rate"]},
              {"variableCode":"Tid","valueCodes":["top(2)"]}],
             "placement":{"heading":["Region"],"stub":["Tid"]}}""";
    private static final String ADDRESS = "/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING"
            + "&valueCodes[Region]=17,2*&codelist[Region]=vs_region_county&valueCodes[ContentsCode]=case_rate"
            + "&valueCodes[Tid]=[top(2)]&heading=Region&stub=Tid";

    private HttpResponse<String> save(String body) {
        return send(HttpRequest.newBuilder(URI.create(address(API + "/savedqueries")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String saved(String more) {
        HttpResponse<String> response =
                save("{\"tableId\":\"rates\",\"selection\":" + SELECTION + ",\"language\":\"en\"" + more + "}");
        assertThat(response.statusCode()).isEqualTo(201);
        return json(response).path("id").asString();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode json(String path) {
        HttpResponse<String> response = get(API + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    @Test
    void areAnsweredWithWhatStandsForThem() {
        HttpResponse<String> response = save("{\"tableId\":\"rates\",\"selection\":" + SELECTION
                + ",\"language\":\"en\",\"outputFormat\":\"csv\",\"outputFormatParams\":[\"UseCodes\"]}");
        assertThat(response.statusCode()).isEqualTo(201);
        JsonNode answer = json(response);
        assertThat(AnswerSchemas.errors("SavedQueryResponse", answer)).isEmpty();
        String path = "/savedqueries/" + answer.path("id").asString();
        assertThat(response.headers().firstValue("Location")).contains(address(API + path));
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(json(path)).isEqualTo(answer);
        assertThat(answer.path("savedQuery").path("outputFormatParams").toString())
                .isEqualTo("[\"UseCodes\"]");
        assertThat(answer.path("savedQuery")
                        .path("selection")
                        .path("selection")
                        .get(1)
                        .path("codelist")
                        .asString())
                .isEqualTo("vs_region_county");
    }

    @Test
    void giveTheDataOfTheirSelection() {
        String path = "/savedqueries/" + saved("") + "/data";
        JsonNode english = json(ADDRESS + "&lang=en");
        assertThat(json(path)).isEqualTo(english);
        assertThat(json(path)).as("kept").isEqualTo(english);
        assertThat(json(path + "?lang=sv")).isEqualTo(json(ADDRESS));
        assertThat(get(API + path).headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void keepTheirFormatUnlessAnotherIsAskedFor() {
        String path = API + "/savedqueries/"
                + saved(",\"outputFormat\":\"csv\",\"outputFormatParams\":[\"UseCodes\",\"SeparatorTab\"]") + "/data";
        assertThat(get(path).body()).startsWith("Tid\tTopic\t");
        assertThat(get(path + "?outputFormatParams=UseCodes").body()).startsWith("Tid,Topic,");
        assertThat(get(path + "?outputFormat=px&outputFormatParams=").body()).startsWith("CHARSET");
    }

    @Test
    void tellWhatTheySelectInCodes() {
        JsonNode selection = json("/savedQueries/" + saved("") + "/selection");
        assertThat(AnswerSchemas.errors("SelectionResponse", selection)).isEmpty();
        assertThat(selection.path("language").asString()).isEqualTo("en");
        assertThat(selection.path("selection").get(0).path("valueCodes").toString())
                .isEqualTo("[\"2015\",\"2016\"]");
        assertThat(selection.path("placement").path("heading").toString()).isEqualTo("[\"Region\"]");
    }

    @Test
    void openATableInPxWeb() {
        String id = saved("");
        JsonNode metadata = json("/tables/rates/metadata?lang=sv&savedQuery=" + id);
        assertThat(AnswerSchemas.errors("Dataset", metadata)).isEmpty();
        assertThat(metadata.path("dimension").path("Region").path("category").path("index"))
                .isEqualTo(json("/tables/rates/metadata?codelist[Region]=vs_region_county")
                        .path("dimension")
                        .path("Region")
                        .path("category")
                        .path("index"));
        assertThat(get(API + "/tables/waits/metadata?savedQuery=" + id).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"selection\":{\"selection\":[]},\"language\":\"sv\"}",
                "{\"tableId\":\"none\",\"selection\":{\"selection\":[]},\"language\":\"sv\"}",
                "{\"tableId\":\"rates\",\"selection\":{\"selection\":[]},\"language\":\"fi\"}",
                "{\"tableId\":\"rates\",\"selection\":[],\"language\":\"sv\"}",
                "{\"tableId\":\"rates\",\"selection\":{\"selection\":[{\"variableCode\":\"No\",\"valueCodes\":[]}]}}",
                "{\"tableId\":\"rates\",\"selection\":{\"selection\":[]},\"outputFormat\":\"pdf\"}",
                "{\"tableId\":\"rates\",\"selection\":{\"selection\":[]},\"outputFormatParams\":[\"No\"]}"
            })
    void areRefusedWhenTheyAskForNothing(String body) {
        HttpResponse<String> response = save(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "abc", "q1YqSUxOVbJSKkosSS1W0lHKScxLL01MT1WyUkosKlaqBQA", "a.b", "%20", "AAAA"})
    void areUnknownWhenNothingStandsForThem(String id) {
        for (String part : new String[] {"", "/data", "/selection", "/other"}) {
            HttpResponse<String> response = get(API + "/savedqueries/" + id + part);
            assertThat(response.statusCode()).as(part).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void areNotUnpackedWithoutEnd() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(("{\"tableId\":\"rates\",\"language\":\"" + " ".repeat(3_000_000) + "\"}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        String bomb = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        assertThat(bomb).hasSizeLessThan(8_000);
        assertThat(get(API + "/savedqueries/" + bomb).statusCode()).isEqualTo(404);
        assertThat(SavedQuery.ofId(bomb)).isEmpty();
    }

    @Test
    void leaveNothingOnTheSite() {
        String first = saved("");
        assertThat(saved("")).as("the same query is the same letters").isEqualTo(first);
        assertThat(first).matches("[A-Za-z0-9_-]{20,400}");
    }
}
