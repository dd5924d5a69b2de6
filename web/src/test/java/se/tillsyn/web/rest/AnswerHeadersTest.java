package se.tillsyn.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
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

    private String type(String path, String accept) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Accept", accept)
                .build());
        return response.statusCode() + " "
                + response.headers().firstValue("Content-Type").orElse("");
    }
}
