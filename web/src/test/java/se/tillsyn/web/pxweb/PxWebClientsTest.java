package se.tillsyn.web.pxweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls that PxWeb 2, pxwebpy and R's PxWebApiData were seen to make, and the tolerance of the reference server that
 * they rely on.
 */
final class PxWebClientsTest extends RunningSite {

    private static final String API = "/api/v2";

    private static JsonNode body(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode json(String path) {
        return body(get(API + path));
    }

    private HttpResponse<String> post(String path, String body) {
        return post(path, body, "application/json");
    }

    private HttpResponse<String> post(String path, String body, String type) {
        return send(HttpRequest.newBuilder(URI.create(address(API + path)))
                .header("Content-Type", type)
                .header("Origin", "https://example.org")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static List<String> codes(JsonNode data, String dimension) {
        List<String> codes = new ArrayList<>();
        data.path("dimension").path(dimension).path("category").path("index").properties().stream()
                .sorted((a, b) ->
                        Integer.compare(a.getValue().asInt(), b.getValue().asInt()))
                .forEach(code -> codes.add(code.getKey()));
        return codes;
    }

    @Test
    void pxWebOpensATable() {
        JsonNode tables = json("/tables?lang=sv&includeDiscontinued=true&pageNumber=1&pageSize=10000");
        String id = tables.path("tables").get(0).path("id").asString();
        JsonNode metadata = json("/tables/" + id + "/metadata?lang=sv&defaultSelection=true&savedQuery=");
        assertThat(metadata.path("dimension").path("Region").path("extension").has("codelists"))
                .isTrue();
        JsonNode contact = metadata.path("extension").path("contact").get(0);
        for (String shown : List.of("name", "mail")) {
            assertThat(contact.path(shown).asString("")).as(shown).isNotBlank();
        }
        json("/tables/" + id);
        JsonNode selection = json("/tables/" + id + "/defaultselection");
        assertThat(selection.path("selection").size())
                .isEqualTo(metadata.path("id").size());

        HttpResponse<String> asked = send(HttpRequest.newBuilder(URI.create(address(API + "/tables/" + id + "/data")))
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Content-Type");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        JsonNode posted = body(post("/tables/" + id + "/data?lang=sv&outputFormat=json-stat2", "{\"selection\":[]}"));
        assertThat(posted.path("value"))
                .isEqualTo(json("/tables/" + id + "/data").path("value"));
        for (JsonNode variable : selection.path("selection")) {
            assertThat(codes(posted, variable.path("variableCode").asString()))
                    .hasSameSizeAs(variable.path("valueCodes"));
        }
    }

    @Test
    void pxwebpyReadsItsLimitsAndPosts() {
        JsonNode config = json("/config");
        assertThat(config.path("apiVersion").asString()).isGreaterThanOrEqualTo("2.0.0");
        for (String required : List.of("maxDataCells", "maxCallsPerTimeWindow", "timeWindow")) {
            assertThat(config.path(required).asInt()).as(required).isPositive();
        }
        JsonNode data = body(post("/tables/rates/data?lang=en&outputFormat=json-stat2", """
            {"selection":[
              {"variableCode":"Topic","valueCodes":["BEHOVSBEDOMNING"]},
              {"variableCode":"Region","valueCodes":["*"],"codelist":"vs_region_county"},
              {"variableCode":"ContentsCode","valueCodes":["case_rate","cases_assessed"]},
              {"variableCode":"Tid","valueCodes":["top(1)"]}]}\
            """));
        assertThat(codes(data, "Region")).containsExactly("01", "17", "20", "25");
        assertThat(codes(data, "Tid")).containsExactly("2016");
        // 01: no row; 17: 78 of 96; 20: 0 of 50; 25: withheld.
        assertThat(data.path("value").toString()).isEqualTo("[null,null,96,0.8125,50,0,null,null]");
        assertThat(data.path("status").toString()).isEqualTo("{\"0\":\"..\",\"1\":\"..\",\"6\":\":\",\"7\":\":\"}");
    }

    @Test
    void rReadsMetadataAndSendsRawBrackets() {
        json("/tables/rates/metadata?lang=sv&outputFormat=json-stat2");
        JsonNode data = json("/tables/rates/data?lang=sv&outputFormat=json-stat2&valueCodes[Topic]=BEHOVSBEDOMNING"
                + "&valueCodes[Region]=00&valueCodes[ContentsCode]=cases_assessed,cases_deficient&valueCodes[Tid]=*");
        assertThat(data.path("value").toString()).isEqualTo("[1000,1000,1000,1000,180,190,200,210]");
    }

    /** rOpenGov's pxweb posts the codes and names the list in the address, with brackets encoded. */
    @Test
    void pxwebOfRNamesListsInTheAddressOfWhatItPosts() {
        String address = "/tables/rates/data?lang=sv&outputFormat=json-stat2&codelist%5BRegion%5D=vs_region_county"
                + "&outputValues%5BRegion%5D=aggregated";
        String body = """
            {"selection":[
              {"variableCode":"Topic","valueCodes":["BEHOVSBEDOMNING"]},
              {"variableCode":"Region","valueCodes":["*"]%s},
              {"variableCode":"ContentsCode","valueCodes":["case_rate"]},
              {"variableCode":"Tid","valueCodes":["top(1)"]}]}\
            """;
        assertThat(codes(body(post(address, body.formatted(""))), "Region")).containsExactly("01", "17", "20", "25");
        assertThat(codes(body(post(address, body.formatted(",\"codelist\":\"vs_region_nation\""))), "Region"))
                .containsExactly("00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/TABLES/RATES/Data?valuecodes[topic]=behovsbedomning&VALUECODES[REGION]=17&valueCodes[tid]=2016"
                        + "&valueCodes[contentscode]=CASES_ASSESSED",
                "/tables/rates/data/?valueCodes%5BTopic%5D=BEHOVSBEDOMNING&valueCodes%5BRegion%5D=17"
                        + "&valueCodes%5BTid%5D=2016&valueCodes%5BContentsCode%5D=cases_assessed&okand=%C3%A4",
                "/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING&valueCodes[Region]=[17]&valueCodes[Tid]=TOP(1)"
                        + "&valueCodes[ContentsCode]=cases_a*&outputformat=JSON-STAT2",
                "/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING&valueCodes[Region]=17&valueCodes[TIME]=2016"
                        + "&valueCodes[ContentsCode]=cases_assessed&heading=Time&codelist="
            })
    void lettersCaseBracketsAndUnknownParametersDoNotMatter(String path) {
        assertThat(json(path).path("value").toString()).isEqualTo("[96]");
    }

    @Test
    void codelistsAreFoundUnderBothSpellings() {
        assertThat(json("/codeLists/vs_region_county")).isEqualTo(json("/codelists/VS_REGION_COUNTY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tid | * | 2013 2014 2015 2016",
                "Tid | top(2) | 2015 2016",
                "Tid | Top(1,1) | 2015",
                "Tid | bottom(2) | 2013 2014",
                "Tid | from(2015) | 2015 2016",
                "Tid | TO(2014) | 2013 2014",
                "Tid | [range(2014,2015)] | 2014 2015",
                "Tid | RANGE(2014,2015) | 2014 2015",
                "Tid | 201? | 2013 2014 2015 2016",
                "Tid | *6 | 2016",
                "Tid | 2013,top(1) | 2013 2016",
                "Region | 17* | 17 1715 1780",
                "Region | ?? | 00 01 17 20 25",
                "Region | *78* | 1780",
                "Region | top(2) | 00 01",
                "Region | bottom(1) | 25",
                "Region | 17,17,[20] | 17 20"
            })
    void expressionsSelect(String dimension, String expression, String expected) {
        String others = dimension.equals("Tid") ? "valueCodes[Region]=00" : "valueCodes[Tid]=2016";
        JsonNode data = json("/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING&valueCodes[ContentsCode]=unit_rate&"
                + others + "&valueCodes[" + dimension + "]=" + expression);
        assertThat(codes(data, dimension)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"top(x)", "range(2014)", "a*b*c", "*2*0*", "from(1999)", "9999", "x*", "top(1,2,3)", "top(0)"})
    void malformedOrEmptyExpressionsAreRefused(String expression) {
        HttpResponse<String> response = get(API + "/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING"
                + "&valueCodes[ContentsCode]=unit_rate&valueCodes[Tid]=" + expression);
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void anOmittedVariableIsItsPublishedTotalAndNeverASum() {
        String asked = "/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING&valueCodes[ContentsCode]=case_rate,"
                + "cases_assessed,cases_deficient&valueCodes[Tid]=2016";
        JsonNode omitted = json(asked);
        JsonNode named =
                json(asked + "&valueCodes[Region]=00&valueCodes[AgeGroup]=TOTAL&valueCodes[OperationType]=TOTAL");
        assertThat(omitted.path("value")).isEqualTo(named.path("value"));
        assertThat(omitted.path("value").toString()).isEqualTo("[1000,210,0.21]");
        assertThat(codes(omitted, "Region")).containsExactly("00");
        assertThat(codes(omitted, "AgeGroup")).containsExactly("TOTAL");
        for (String mandatory : List.of("Topic", "ContentsCode", "Tid")) {
            String without = asked.replaceFirst("valueCodes\\[" + mandatory + "]=[^&]*&?", "");
            HttpResponse<String> response = get(API + without);
            assertThat(response.statusCode()).as(mandatory).isEqualTo(400);
            assertThat(response.body()).contains(mandatory);
        }
    }

    @Test
    void placementOrdersTheVariables() {
        JsonNode data = json("/tables/rates/data?heading=Region&stub=Tid,ContentsCode");
        List<String> order = new ArrayList<>();
        data.path("id").forEach(id -> order.add(id.asString()));
        assertThat(order).containsExactly("Tid", "ContentsCode", "Topic", "AgeGroup", "OperationType", "Region");
        assertThat(placed(data))
                .isEqualTo("[\"Region\"] [\"Tid\",\"ContentsCode\",\"Topic\",\"AgeGroup\",\"OperationType\"]");
        assertThat(placed(json("/tables/rates/data")))
                .isEqualTo("[\"ContentsCode\",\"Tid\"] [\"Topic\",\"Region\",\"AgeGroup\",\"OperationType\"]");
        assertThat(placed(json("/tables/rates/data?stub=Tid,Topic,Region,AgeGroup")))
                .isEqualTo("[\"OperationType\",\"ContentsCode\"] [\"Tid\",\"Topic\",\"Region\",\"AgeGroup\"]");
        assertThat(get(API + "/tables/rates/data?heading=Region&stub=Region").statusCode())
                .isEqualTo(400);
    }

    private static String placed(JsonNode data) {
        JsonNode px = data.path("extension").path("px");
        return px.path("heading") + " " + px.path("stub");
    }

    @Test
    void placementInABodyIsThatOfTheAddress() {
        JsonNode posted = body(post(
                "/tables/rates/data",
                "{\"selection\":[],\"placement\":{\"heading\":[\"Region\"],\"stub\":[\"Tid\",\"ContentsCode\"]}}"));
        assertThat(posted).isEqualTo(json("/tables/rates/data?heading=Region&stub=Tid,ContentsCode"));
    }

    @Test
    void valuesOfAVariableMayComeInSeveralParameters() {
        JsonNode data = json(
                "/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING&valueCodes[ContentsCode]=case_rate"
                        + "&valueCodes[Tid]=2016&valueCodes[time]=2014&valueCodes[Region]=17&valueCodes[Region]=20&codelist[Region]=");
        assertThat(codes(data, "Tid")).containsExactly("2014", "2016");
        assertThat(codes(data, "Region")).containsExactly("17", "20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valueCodes=17",
                "valuecodes[]=17",
                "valueCodes[Region=17",
                "codelist[]=vs_region_county",
                "codelist=vs_region_county",
                "dialect=excel-fi"
            })
    void parametersThatSayNothingOfTheirVariableAreRefused(String parameter) {
        HttpResponse<String> response = get(API + "/tables/rates/data?" + parameter);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "application/xml"})
    void bodiesOfOtherTypesAreRefusedAndNotTakenForEmptyOnes(String type) {
        HttpResponse<String> response = post("/tables/rates/data", "{\"selection\":[]}", type);
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "text/json", "application/vnd.query+json"})
    void bodiesOfJsonAreReadWhateverTheirTypeIsCalled(String type) {
        assertThat(body(post("/tables/rates/data", "{\"selection\":[]}", type))).isEqualTo(json("/tables/rates/data"));
    }

    @Test
    void codesMayBeSentAsNumbers() {
        JsonNode data = body(post("/tables/rates/data", """
            {"selection":[
              {"variableCode":"Topic","valueCodes":["BEHOVSBEDOMNING"]},
              {"variableCode":"Region","valueCodes":[17]},
              {"variableCode":"ContentsCode","valueCodes":["case_rate"]},
              {"variableCode":"Time","valueCodes":[2016]}]}\
            """));
        assertThat(data.path("value").toString()).isEqualTo("[0.8125]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"selection\":[{\"variableCode\":\"Region\",\"valueCodes\":\"17\"}]}",
                "{\"selection\":[{\"variableCode\":\"Region\",\"valueCodes\":[null]}]}",
                "{\"selection\":[{\"variableCode\":\"Region\",\"valueCodes\":[[\"17\"]]}]}",
                "{\"selection\":[],\"placement\":{\"heading\":\"Region\"}}"
            })
    void codesThatAreNoListAreRefusedAndNotTakenForTheTotal(String body) {
        HttpResponse<String> response = post("/tables/rates/data", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"x\"", "{\"selection\":{}}", "{\"selection\":[{}]}"})
    void malformedBodiesAreRefused(String body) {
        assertThat(post("/tables/rates/data", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"selection\":null}", "{\"outputValues\":1,\"selection\":[]}"})
    void aBodyThatSelectsNothingAsksForTheUsualSelection(String body) {
        assertThat(body(post("/tables/rates/data", body))).isEqualTo(json("/tables/rates/data"));
    }

    @Test
    void aVariableMayStandTwiceInABody() {
        JsonNode data = body(post("/tables/rates/data", """
            {"selection":[
              {"variableCode":"Topic","valueCodes":["BEHOVSBEDOMNING"]},
              {"variableCode":"Tid","valueCodes":["2016"]},
              {"variableCode":"ContentsCode","valueCodes":["case_rate"]},
              {"variableCode":"Tid","valueCodes":["2014"]}]}\
            """));
        assertThat(codes(data, "Tid")).containsExactly("2014", "2016");
    }

    @Test
    void wordsOfAFormatMayStandInBrackets() {
        String path = API + "/tables/rates/data?outputFormat=csv&outputFormatParams=";
        assertThat(get(path + "[UseCodes],[SeparatorTab]").body())
                .startsWith("Topic\tRegion\t")
                .isEqualTo(get(path + "UseCodes,SeparatorTab").body());
    }
}
