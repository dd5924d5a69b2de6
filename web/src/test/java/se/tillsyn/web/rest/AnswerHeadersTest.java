package se.tillsyn.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.RunningSite;

/** What headers do to answers of the interfaces, and what headers the answers have. */
final class AnswerHeadersTest extends RunningSite {

    private static final String CELL = "/api/v2/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING"
            + "&valueCodes[Tid]=2016&valueCodes[ContentsCode]=case_rate";

    /** The address alone says what an answer is: neither the OpenAPI document of PxWebApi 2 nor the profile knows of 406. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json, text/xml, application/xml, */*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/csv",
                "image/png",
                "application/json;q=0",
                ";;;"
            })
    void acceptChangesNothing(String accept) {
        assertThat(type(CELL, accept)).isEqualTo("200 application/json");
        assertThat(type(CELL + "&outputFormat=csv", accept)).startsWith("200 text/csv");
        assertThat(type("/api/v2/config", accept)).isEqualTo("200 application/json");
        assertThat(type("/api/v1/topics", accept)).isEqualTo("200 application/json");
        assertThat(type("/api/v1/topics/NONE", accept)).isEqualTo("404 application/problem+json");
        assertThat(type("/api/v2/nothing", accept)).isEqualTo("404 application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/tables, 200, sv",
        "/api/v2/tables?lang=EN, 200, en",
        "/api/v2/tables/rates/metadata?lang=en, 200, en",
        "/api/v2/tables/rates/data, 200, sv",
        "/api/v2/codelists/vs_region_county?lang=en, 200, en",
        "/api/v2/config, 200, ",
        "/api/v2/config?lang=fi, 200, ",
        "/api/v2/tables/none, 404, en",
        "/api/v2/tables?lang=fi, 400, en",
        "/api/v1/topics, 200, ",
        "/api/v1/topics/NONE, 404, en"
    })
    void nameTheLanguageOfTheirTexts(String path, int status, String language) {
        for (String again : List.of("new", "kept")) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(again).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Language").orElse(null))
                    .as(again)
                    .isEqualTo(language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/config", "/api/v2/tables", "/api/v2/tables/rates/data", "/api/v1/regions"})
    void sayTheSameOfAnAnswerThatIsUnchanged(String path) {
        HttpResponse<String> first = get(path);
        HttpResponse<String> second = send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                .build());
        assertThat(second.statusCode()).isEqualTo(304);
        for (String name : List.of("ETag", "Cache-Control", "Vary", "Tillsyn-Release", "Access-Control-Allow-Origin")) {
            assertThat(String.join(",", second.headers().allValues(name)))
                    .as(name)
                    .isNotEmpty()
                    .isEqualToIgnoringCase(String.join(",", first.headers().allValues(name)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v2/tables/rates/data | GET, HEAD, POST, OPTIONS",
                "/api/v2/Tables/RATES/data/?lang=sv | GET, HEAD, POST, OPTIONS",
                "/api/v2/savedqueries | POST, OPTIONS",
                "/api/v2/tables/rates/metadata | GET, HEAD, OPTIONS",
                "/api/v2/savedqueries/abc | GET, HEAD, OPTIONS",
                "/api/v1/topics | GET, HEAD, OPTIONS"
            })
    void tellBeforehandWhatMayBeAsked(String path, String allowed) {
        for (String method : List.of("OPTIONS", "PUT")) {
            HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address(path)))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(response.statusCode()).isEqualTo(method.equals("PUT") ? 405 : 204);
            assertThat(response.headers().firstValue("Allow")).contains(allowed);
            assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                    .isEqualTo(method.equals("PUT") ? Optional.empty() : Optional.of(allowed));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v2/savedqueries | POST, OPTIONS",
                "HEAD | /api/v2/savedqueries/ | POST, OPTIONS",
                "POST | /api/v2/tables | GET, HEAD, OPTIONS",
                "POST | /api/v1/topics | GET, HEAD, OPTIONS",
                "POST | /api/v1/openapi.json | GET, HEAD, OPTIONS"
            })
    void refuseOtherMethodsAndNameTheRightOnes(String method, String path, String allowed) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address(path)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().allValues("Allow")).containsExactly(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | gzip",
                "deflate, gzip;q=0.5, br | gzip",
                "GZIP ; q=1 | gzip",
                "gzip;q=0 | ",
                "gzip; q=0 | ",
                "br, gzip ; q = 0.000, identity | ",
                "identity | "
            })
    void arePackedForThoseWhoTakeIt(String accepted, String encoding) {
        String large = "/api/v2/tables/rates/data?valueCodes[Topic]=*&valueCodes[Tid]=*&valueCodes[ContentsCode]=*";
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address(large)))
                .header("Accept-Encoding", accepted)
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding").orElse(null))
                .isEqualTo(encoding);
    }

    private String type(String path, String accept) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Accept", accept)
                .build());
        return response.statusCode() + " "
                + response.headers().firstValue("Content-Type").orElse("");
    }
}
