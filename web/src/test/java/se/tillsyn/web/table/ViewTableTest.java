package se.tillsyn.web.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One table, two formats, the same numbers. */
final class ViewTableTest {

    private static final LocalText LABEL = new LocalText("Rubrik", "Heading");
    private static final List<Column> COLUMNS = List.of(
            Column.code("region", LABEL),
            Column.text("period", LABEL),
            Column.flag("synthetic", LABEL),
            Column.count("n", LABEL, "status"),
            Column.proportion("value", LABEL, "status"),
            Column.number("days", LABEL, "days_status"));

    private static final ViewTable TABLE = new ViewTable(
            "prov",
            new LocalText("Prov", "Test"),
            COLUMNS,
            List.of(
                    List.of(
                            TableCell.of("17", new LocalText("Värmlands län", "Värmland County")),
                            TableCell.of("=2016"),
                            TableCell.of(true),
                            TableCell.of(96),
                            TableCell.of(0.8125),
                            TableCell.without(Status.NOT_APPLICABLE)),
                    List.of(
                            TableCell.of("20", new LocalText("Dalarnas län", "Dalarna County")),
                            TableCell.of("2016"),
                            TableCell.of(false),
                            TableCell.without(Status.SUPPRESSED),
                            TableCell.without(Status.SUPPRESSED),
                            TableCell.of(0.0))));

    @Test
    void standsInTheStandardDialect() {
        assertThat(text(TableCsv.bytes(TABLE, Language.SV, CsvDialect.STANDARD)))
                .isEqualTo("""
                        region,region_name,period,synthetic,n,value,status,days,days_status\r
                        17,Värmlands län,=2016,true,96,0.8125,,,z\r
                        20,Dalarnas län,2016,false,,,c,0,\r
                        """);
    }

    @Test
    void fault48_standsInADialectThatSwedishSpreadsheetsOpen() {
        assertThat(text(TableCsv.bytes(TABLE, Language.EN, CsvDialect.EXCEL_SV)))
                .startsWith("\ufeffregion;region_name;")
                .contains("17;Värmland County;'=2016;true;96;0,8125;;;z");
    }

    @Test
    void saysTheSameInJson() {
        TableSource source = new TableSource(
                "000001-a", "2026-11-02T07:00:00Z", true, "Prov", "CC0-1.0", "https://x", "/sv/", List.of("Not"));
        JsonNode json = JsonMapper.builder().build().readTree(TableJson.bytes(TABLE, Language.SV, source));
        assertThat(json.path("release").asString("")).isEqualTo("000001-a");
        assertThat(json.path("rows").path(0).path("value").asDouble()).isEqualTo(0.8125);
        assertThat(json.path("rows").path(1).path("value").isNull()).isTrue();
        assertThat(json.path("rows").path(1).path("status").asString("")).isEqualTo("c");
        assertThat(json.path("columns").path(1).path("key").asString("")).isEqualTo("region_name");
        assertThat(json.path("columns").path(4).path("type").asString("")).isEqualTo("whole");
    }

    @Test
    void refusesANumberBesideAWithheldOneOfItsFamily() {
        List<List<TableCell>> rows = List.of(List.of(
                TableCell.of("17", LABEL),
                TableCell.of("2016"),
                TableCell.of(true),
                TableCell.without(Status.SUPPRESSED),
                TableCell.of(0.5),
                TableCell.of(1.0)));
        assertThatThrownBy(() -> new ViewTable("prov", LABEL, COLUMNS, rows))
                .hasMessage("a number of value stands in a family that is withheld");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
