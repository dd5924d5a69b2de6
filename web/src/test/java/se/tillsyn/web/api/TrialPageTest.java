package se.tillsyn.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every address of the interface can be tried without a script. */
final class TrialPageTest extends RunningSite {

    @ParameterizedTest
    @ValueSource(strings = {"/sv/data/api", "/en/data/api"})
    void aFormAsItStandsLeadsToAnAnswer(String path) {
        Document page = page(path);
        JsonNode document =
                JsonMapper.shared().readTree(get("/api/v1/openapi.json").body());
        assertThat(page.select("main section > p code").eachText())
                .containsExactlyElementsOf(document.path("paths").propertyNames().stream()
                        .map(address -> "/api/v1" + address)
                        .toList());
        for (Element form : page.select("main form")) {
            String filled = form.select("input").stream()
                    .map(field ->
                            field.attr("name") + '=' + URLEncoder.encode(field.attr("value"), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> there = get(form.attr("action") + '?' + filled);
            assertThat(there.statusCode()).as(form.attr("action")).isEqualTo(303);
            String address = there.headers().firstValue("Location").orElseThrow();
            assertThat(address).startsWith("/api/v1/").doesNotContain("?", "{");
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        }
    }

    @Test
    void everyFieldHasANameOfItsOwnAndWordsOfThePagesLanguage() {
        Document swedish = page("/sv/data/api");
        Document english = page("/en/data/api");
        for (Document page : List.of(swedish, english)) {
            for (Element field : page.select("main input")) {
                assertThat(page.select("label[for=" + field.id() + "]").text())
                        .endsWith(" " + field.attr("name"))
                        .doesNotContain(". ")
                        .hasSizeGreaterThan(field.attr("name").length() + 3);
            }
        }
        assertThat(swedish.select("main label[for=regions-level]").text()).contains("nivå");
        assertThat(english.select("main label[for=regions-level]").text()).doesNotContain("nivå");
    }

    @ParameterizedTest
    @CsvSource({
        "region?code=17&release=, 303, /api/v1/regions/17",
        "regions?level=county&limit=2&page=, 303, /api/v1/regions?level=county&limit=2",
        "region?code=a%20b%2F..%2Fc, 303, /api/v1/regions/a%20b%2F..%2Fc",
        "region?code=, 400, ",
        "region, 400, ",
        "nothing, 404, ",
        "regions?level=%3Cb%3E, 400, "
    })
    void leadsOnToWhatWasFilledIn(String filled, int status, String address) {
        HttpResponse<String> response = get("/en/data/api/" + filled);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Location").orElse(null)).isEqualTo(address);
    }

    @Test
    void theListOfDataLeadsThere() {
        assertThat(page("/sv/data").select("main a[href=/sv/data/api]").text()).isNotEmpty();
    }
}
