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

/** Calls that no client was seen to make and that people write by hand: what is understood, and what is refused. */
final class OddCallsTest extends RunningSite {

    private static final String API = "/api/v2";
    private static final String CELL = API + "/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING"
            + "&valueCodes[ContentsCode]=case_rate&valueCodes[Tid]=";

    private JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static List<String> codes(JsonNode data, String dimension) {
        return List.copyOf(data.path("dimension")
                .path(dimension)
                .path("category")
                .path("index")
                .propertyNames());
    }

    private static List<String> ids(JsonNode tables) {
        List<String> ids = new ArrayList<>();
        tables.path("tables").forEach(table -> ids.add(table.path("id").asString()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageNumber=0", "pageNumber=-1", "pageSize=0", "PAGESIZE=-20", "pageNumber=&pageSize="})
    void pagesBelowTheFirstAreTheFirst(String paging) {
        JsonNode page = json(API + "/tables?" + paging);
        assertThat(page).isEqualTo(json(API + "/tables"));
        assertThat(page.path("page").path("pageNumber").asInt()).isEqualTo(1);
        assertThat(page.path("page").path("pageSize").asInt()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "pageNumber=99, 404",
        "pageNumber=2147483647&pageSize=2147483647, 404",
        "pageNumber=99999999999999999999, 400",
        "pageNumber=1.5, 400",
        "pageSize=x, 400",
        "pastDays=0, 400",
        "pastDays=-3, 400",
        "includeDiscontinued=maybe, 400"
    })
    void pagesThatAreNoneAreRefused(String parameters, int status) {
        assertThat(get(API + "/tables?" + parameters).statusCode()).isEqualTo(status);
    }

    @Test
    void followingTheLinksShowsEachTableOnce() {
        List<String> seen = new ArrayList<>();
        String next = API + "/tables?pageSize=3";
        while (!next.isEmpty()) {
            JsonNode page = json(next);
            seen.addAll(ids(page));
            next = "";
            for (JsonNode link : page.path("page").path("links")) {
                if (link.path("rel").asString().equals("next")) {
                    next = link.path("href").asString().substring(address("").length());
                }
            }
        }
        assertThat(seen).isEqualTo(ids(json(API + "/tables?pageSize=1000"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heading=[Region] | heading=Region",
                "heading=[Tid,ContentsCode]&stub=[Region] | heading=Tid,ContentsCode&stub=Region",
                "outputFormat=csv&outputFormatParams=[UseCodes,SeparatorTab] | outputFormat=csv&outputFormatParams=UseCodes,SeparatorTab"
            })
    void bracketsMayStandAroundListsOfWords(String bracketed, String plain) {
        String path = API + "/tables/rates/data?";
        HttpResponse<String> response = get(path + bracketed);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(get(path + plain).body())
                .isNotEqualTo(get(path).body());
    }

    @Test
    void aListAloneChangesTheUsualSelection() {
        JsonNode usual = json(API + "/tables/rates/data");
        JsonNode listed = json(API + "/tables/rates/data?codelist[Region]=vs_region_municipality");
        List<String> municipalities = new ArrayList<>();
        json(API + "/codelists/vs_region_municipality")
                .path("values")
                .forEach(value -> municipalities.add(value.path("code").asString()));
        assertThat(codes(listed, "Region"))
                .containsExactlyElementsOf(municipalities)
                .isNotEqualTo(codes(usual, "Region"));
        assertThat(codes(listed, "Tid")).isEqualTo(codes(usual, "Tid"));
        assertThat(codes(listed, "Topic")).isEqualTo(codes(usual, "Topic"));
        assertThat(get(API + "/tables/rates/data?codelist[Region]=none").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\uFEFF \n", " ", "\uFEFF{}", "{\"placement\":{\"heading\":null,\"stub\":[]}}"})
    void aBodyMayBeNothingButAMark(String body) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(response.body())).isEqualTo(json(API + "/tables/rates/data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"placement\":[]}", "{\"placement\":\"x\"}", "{\"placement\":{\"stub\":[true]}}"})
    void aPlacementThatIsNoneIsRefused(String body) {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String body) {
        return send(HttpRequest.newBuilder(URI.create(address(API + "/tables/rates/data")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "** | 2013 2014 2015 2016",
                "*1* | 2013 2014 2015 2016",
                "201? | 2013 2014 2015 2016",
                "*6 | 2016",
                "TOP(1) | 2016",
                "[top(1,1)] | 2015",
                "top(2,2) | 2013 2014",
                "bottom(1,2) | 2015",
                "top(99) | 2013 2014 2015 2016",
                "from(2015) | 2015 2016",
                "[range(2016,2015)] | 2015 2016",
                "to([2014]) | 2013 2014",
                "2016,,[2014], | 2014 2016"
            })
    void expressionsSelectTimes(String expression, String selected) {
        assertThat(codes(json(CELL + expression), "Tid")).containsExactly(selected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18+ | 18+",
                "18%2B | 18+",
                "TOTAL,18+ | TOTAL 18+",
                "%20TOTAL%20,18-25%20 | TOTAL 18-25",
                "[18+] | 18+"
            })
    void aPlusSignNeedNotBeEncoded(String ages, String selected) {
        assertThat(codes(json(CELL + "2016&valueCodes[AgeGroup]=" + ages), "AgeGroup"))
                .containsExactlyInAnyOrder(selected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "18%20%20", "18++"})
    void aCodeThatIsNoneIsNotGuessed(String age) {
        assertThat(get(CELL + "2016&valueCodes[AgeGroup]=" + age).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "top(0)",
                "top(1,99)",
                "top()",
                "top(-1)",
                "top(1,2,3)",
                "top(99999999999)",
                "top",
                "from(1900)",
                "from(2014,2015)",
                "to()",
                "[range(2014)]",
                "[range(1900,2016)]",
                "[range(2014,2015,2016)]",
                "2*4",
                "***",
                "2*4*",
                "???",
                "1999"
            })
    void expressionsThatSelectNothingAreRefused(String expression) {
        HttpResponse<String> response = get(CELL + expression);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
