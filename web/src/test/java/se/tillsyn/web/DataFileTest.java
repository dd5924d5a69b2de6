package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.language.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a page as a file. */
final class DataFileTest extends RunningSite {

    private static final String VIEW = "?region=17";

    @Test
    void holdsTheNumbersOfThePage() {
        Document page = page("/sv/indikator/BEHOVSBEDOMNING" + VIEW);
        List<NamedCsvRecord> rows =
                rows(get("/sv/indikator/BEHOVSBEDOMNING.csv" + VIEW).body());
        Numbers numbers = new Numbers(Language.SV);
        int compared = 0;
        for (Element row : page.select("#tabell tbody tr, #kommuner tbody tr")) {
            for (int column = 0; column < 2; column++) {
                String measure = column == 0 ? "case" : "unit";
                NamedCsvRecord record = rows.stream()
                        .filter(one -> one.getField("region").equals(row.attr("data-region"))
                                && one.getField("period").equals("2016")
                                && one.getField("view").equals("rates")
                                && one.getField("age_group").equals("TOTAL")
                                && one.getField("operation_type").equals("TOTAL")
                                && one.getField("measure").equals(measure))
                        .reduce((first, second) -> {
                            throw new AssertionError("the row stands twice");
                        })
                        .orElseThrow();
                Element cell = row.select("td").get(column);
                String value = record.getField("value");
                if (value.isEmpty()) {
                    assertThat(cell.select(".number").text()).isEqualTo(symbol(record.getField("status")));
                } else {
                    assertThat(cell.select(".number").text())
                            .isEqualTo(
                                    numbers.percent(Double.parseDouble(value)).replace('\u00a0', ' '));
                    assertThat(cell.select(".limits").text())
                            .isEqualTo("("
                                    + numbers.limits(
                                            Double.parseDouble(record.getField("lower")),
                                            Double.parseDouble(record.getField("upper")))
                                    + ")");
                    assertThat(cell.select(".counts").text())
                            .isEqualTo(record.getField("numerator") + " av "
                                    + numbers.whole(Long.parseLong(record.getField("denominator")))
                                            .replace('\u00a0', ' '));
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(16);
    }

    @Test
    void saysTheSameInJson() {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(get("/sv/indikator/BEHOVSBEDOMNING.json" + VIEW).body());
        List<NamedCsvRecord> rows =
                rows(get("/sv/indikator/BEHOVSBEDOMNING.csv" + VIEW).body());
        assertThat(json.path("release").asString("")).isEqualTo(RELEASE);
        assertThat(json.path("address").asString("")).endsWith("?region=17&release=" + RELEASE);
        assertThat(json.path("rows").size()).isEqualTo(rows.size()).isGreaterThan(20);
        for (int i = 0; i < rows.size(); i++) {
            for (String column : rows.get(i).getHeader()) {
                JsonNode value = json.path("rows").path(i).path(column);
                assertThat(
                                value.isNull()
                                        ? ""
                                        : value.isNumber()
                                                ? value.decimalValue().toPlainString()
                                                : value.asString(""))
                        .as("%s of row %d", column, i)
                        .isEqualTo(rows.get(i).getField(column));
            }
        }
    }

    @Test
    void writesTheStandardDialect() {
        HttpResponse<String> file = get("/sv/indikator/BEHOVSBEDOMNING.csv" + VIEW);
        assertThat(file.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("filename=\"behovsbedomning_county_" + RELEASE + "_synthetic.csv\"");
        assertThat(file.body()).doesNotStartWith("\ufeff").contains("\r\n").doesNotContain(";");
        NamedCsvRecord row = rows(file.body()).stream()
                .filter(one -> one.getField("region").equals("17")
                        && one.getField("period").equals("2016")
                        && one.getField("measure").equals("case"))
                .findFirst()
                .orElseThrow();
        assertThat(row.getFields())
                .containsExactly(
                        RELEASE,
                        "true",
                        "BEHOVSBEDOMNING",
                        "Bedömningen av behov är inte beskriven",
                        "county",
                        "17",
                        "Värmlands län",
                        "2016",
                        "TOTAL",
                        "alla åldrar",
                        "TOTAL",
                        "alla verksamhetstyper",
                        "rates",
                        "Granskade under perioden",
                        "case",
                        "Ärendeandel",
                        "THEMATIC_SAMPLE",
                        "78",
                        "96",
                        "0.8125",
                        "0.723",
                        "0.878",
                        "");
    }

    @Test
    void writesADialectForSwedishSpreadsheets() {
        String file = get("/sv/indikator/BEHOVSBEDOMNING.csv" + VIEW + "&dialect=excel-sv")
                .body();
        assertThat(file).startsWith("\ufeffrelease;synthetic;").contains(";0,8125;0,723;0,878;");
    }

    @Test
    void refusesADialectThatDoesNotExist() {
        assertThat(get("/sv/indikator/BEHOVSBEDOMNING.csv?dialect=xls").statusCode())
                .isEqualTo(400);
    }

    private static List<NamedCsvRecord> rows(String csv) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(csv).forEach(rows::add);
        return rows;
    }

    private static String symbol(String status) {
        return switch (status) {
            case "c" -> ":";
            case "z" -> ".";
            default -> "..";
        };
    }
}
