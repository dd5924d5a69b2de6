package se.tillsyn.web.pxweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trends of waits, a table of the release like others: numbers, what is withheld, and what cannot be. */
final class WaitTrendsTest extends RunningSite {

    private static final String ALL = "?valueCodes[Topic]=*&valueCodes[Region]=*&valueCodes[Tid]=*";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slope | 1.5 1.5 : | dagar per år",
                "direction | 1 1 : | kod",
                "basis | 2 3 : | kod",
                "p_value | 0.03125 0.03125 : | sannolikhet",
                "chart_upper | 58.5 . : | dagar",
                "years | 12 6 6 | år",
                "to_year | 2024 2018 2018 | årtal"
            })
    void tellsNumbersAndWhatIsWithheld(String code, String expected, String unit) {
        JsonNode data = json("/api/v2/tables/waittrends/data" + ALL + "&valueCodes[ContentsCode]=" + code);
        List<String> cells = new ArrayList<>();
        for (String region : List.of("00", "17", "20")) {
            int place = data.path("dimension")
                    .path("Region")
                    .path("category")
                    .path("index")
                    .path(region)
                    .asInt();
            JsonNode status = data.path("status").path(Integer.toString(place));
            cells.add(
                    status.isMissingNode()
                            ? data.path("value").get(place).toString().replaceAll("\\.0$", "")
                            : status.asString());
        }
        assertThat(String.join(" ", cells)).isEqualTo(expected);
        assertThat(data.path("dimension")
                        .path("ContentsCode")
                        .path("category")
                        .path("unit")
                        .path(code)
                        .path("base")
                        .asString())
                .isEqualTo(unit);
    }

    @Test
    void standsInThePagesAndTheCatalogue() {
        assertThat(get("/sv/data/waittrends").body()).contains("Väntetidernas utveckling", "Mann–Kendalls test");
        assertThat(get("/en/data/waittrends").body()).contains("Trends of waits", "tables/waittrends_county.parquet");
        assertThat(get("/datasets/dcat").body()).contains("Trends of waits", "/tables/waittrends_county.parquet");
        assertThat(get("/releases/" + release() + "/tables/waittrends_county.parquet")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/id/dataset/waittrends").statusCode()).isBetween(200, 303);
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }
}
