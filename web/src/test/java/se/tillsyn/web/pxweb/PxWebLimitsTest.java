package se.tillsyn.web.pxweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.TestPropertySource;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.json.JsonMapper;

/** Limits on cells and calls: those that /config names, told as problems. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(
        properties = {
            "tillsyn.api.max-cells=10",
            "tillsyn.api.max-calls=5",
            "tillsyn.api.window=1h",
            "tillsyn.base-url=https://example.org/atlas"
        })
final class PxWebLimitsTest extends RunningSite {

    private static final String CELLS = "/api/v2/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING"
            + "&valueCodes[ContentsCode]=unit_rate&valueCodes[Tid]=2016&valueCodes[AgeGroup]=*&valueCodes[Region]=";

    @Test
    @Order(1)
    void tooManyCellsAreForbidden() {
        assertThat(get(CELLS + "00,17,20").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get(CELLS + "*");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("at most 10 cells", "https://example.org/atlas/api/v1/problems/");
    }

    @Test
    @Order(2)
    void addressesComeFromTheSettings() {
        assertThat(get("/api/v2/tables/rates").body())
                .contains("\"https://example.org/atlas/api/v2/tables/rates/metadata?lang=sv\"")
                .doesNotContain("127.0.0.1");
    }

    @Test
    @Order(3)
    void tooManyCallsAreToldToWait() {
        assertThat(JsonMapper.shared()
                        .readTree(get("/api/v2/config").body())
                        .path("maxCallsPerTimeWindow")
                        .asInt())
                .isEqualTo(5);
        assertThat(get("/api/v2/config").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get("/api/v2/config");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 3600);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(get("/sv/").statusCode()).isEqualTo(200);
    }
}
