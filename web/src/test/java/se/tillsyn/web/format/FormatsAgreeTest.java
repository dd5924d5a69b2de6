package se.tillsyn.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same cells, read from every format by a reader of its own, are the same: numbers and reasons alike. */
final class FormatsAgreeTest extends RunningSite {

    static final String ASKED = "/api/v2/tables/rates/data?valueCodes[Topic]=BEHOVSBEDOMNING,KRAV_ATGARD"
            + "&valueCodes[Region]=00,01,17,20,25,1780&valueCodes[ContentsCode]=cases_assessed,cases_deficient,case_rate,"
            + "unit_rate&valueCodes[Tid]=2015,2016&outputFormat=";

    private static final Map<String, String> SYMBOLS = Map.of("c", ":", "u", "..", "x", "..", "z", ".", "", "");

    /** Ten cells by hand: topic, region, measure and year, and what stands there. */
    static final Map<String, String> TEN = Map.of(
            "BEHOVSBEDOMNING 17 case_rate 2016", "0.8125",
            "BEHOVSBEDOMNING 17 cases_assessed 2016", "96",
            "BEHOVSBEDOMNING 20 case_rate 2016", "0",
            "BEHOVSBEDOMNING 20 cases_deficient 2016", "0",
            "BEHOVSBEDOMNING 25 case_rate 2016", ":",
            "BEHOVSBEDOMNING 17 cases_deficient 2015", ":",
            "BEHOVSBEDOMNING 01 case_rate 2016", "..",
            "KRAV_ATGARD 17 case_rate 2016", ".",
            "KRAV_ATGARD 25 unit_rate 2016", "0.6",
            "BEHOVSBEDOMNING 1780 unit_rate 2016", "..");

    @TempDir
    private Path folder;

    private byte[] file(String format) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(ASKED + format)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(format).isEqualTo(200);
        return response.body();
    }

    private static String key(String topic, String region, String measure, String year) {
        return topic + ' ' + region + ' ' + measure + ' ' + year;
    }

    /** What stands in the cells, numbers as doubles print so that no format's spelling matters. */
    static String number(String text) {
        double number = Double.parseDouble(text);
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    @Test
    void everyFormatSaysTheSame() throws Exception {
        Map<String, String> stat = jsonStat(file("json-stat2"));
        assertThat(stat).hasSize(2 * 6 * 4 * 2).containsAllEntriesOf(TEN);
        assertThat(csv(file("csv"), ',')).as("csv").isEqualTo(stat);
        assertThat(csv(file("csv&outputFormatParams=SeparatorSemicolon"), ';'))
                .as("csv, semicolons")
                .isEqualTo(stat);
        assertThat(csv(file("csv&dialect=excel-sv"), ';')).as("csv, Excel").isEqualTo(stat);
        assertThat(px(file("px"), "Topic", "Region", "AgeGroup", "OperationType", "ContentsCode", "Tid"))
                .as("px")
                .isEqualTo(stat);
        assertThat(jsonPx(file("json-px"))).as("json-px").isEqualTo(stat);
        assertThat(html(file("html"))).as("html").isEqualTo(stat);
        assertThat(xlsx(file("xlsx"))).as("xlsx").isEqualTo(stat);
        assertThat(parquet(file("parquet"))).as("parquet").isEqualTo(stat);
    }

    @Test
    void variablesStandWhereACallPlacesThem() throws Exception {
        Map<String, String> stat = jsonStat(file("json-stat2"));
        byte[] px = file("px&stub=Tid,Region&heading=ContentsCode,Topic");
        assertThat(px(px, "Tid", "Region", "AgeGroup", "OperationType", "ContentsCode", "Topic"))
                .isEqualTo(stat);
        assertThat(new StrictPx(px).values("HEADING")).hasSize(2);
        byte[] one = file("px&heading=Topic,Region,AgeGroup,OperationType,Tid,ContentsCode");
        assertThat(px(one, "Topic", "Region", "AgeGroup", "OperationType", "Tid", "ContentsCode"))
                .isEqualTo(stat);
        assertThat(new StrictPx(one).values("STUB")).isEmpty();
        JsonNode columns =
                JsonMapper.shared().readTree(file("json-px&heading=Region")).path("columns");
        assertThat(columns.get(4).path("code").asString()).isEqualTo("Region");
        assertThat(jsonPx(file("json-px&stub=Tid,Region&heading=ContentsCode,Topic")))
                .isEqualTo(stat);
    }

    private static Map<String, String> jsonStat(byte[] file) {
        JsonNode data = JsonMapper.shared().readTree(file);
        List<List<String>> codes = new ArrayList<>();
        for (JsonNode id : data.path("id")) {
            codes.add(List.copyOf(data.path("dimension")
                    .path(id.asString())
                    .path("category")
                    .path("index")
                    .propertyNames()));
        }
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < data.path("value").size(); i++) {
            List<String> key = place(codes, i);
            JsonNode value = data.path("value").get(i);
            String text = value.isNull()
                    ? data.path("status").path(Integer.toString(i)).asString()
                    : number(value.asString());
            cells.put(key(key.get(0), key.get(1), key.get(4), key.get(5)), text);
        }
        return cells;
    }

    private static List<String> place(List<List<String>> codes, int cell) {
        List<String> key = new ArrayList<>();
        int left = cell;
        for (int i = codes.size() - 1; i >= 0; i--) {
            key.add(0, codes.get(i).get(left % codes.get(i).size()));
            left /= codes.get(i).size();
        }
        return key;
    }

    private static Map<String, String> csv(byte[] file, char separator) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .ofNamedCsvRecord(new ByteArrayInputStream(file))) {
            for (NamedCsvRecord row : rows) {
                String value = row.getField("value").replace(',', '.');
                assertThat(value.isEmpty()).isNotEqualTo(row.getField("status").isEmpty());
                cells.put(
                        key(
                                row.getField("Topic"),
                                row.getField("Region"),
                                row.getField("ContentsCode"),
                                row.getField("Tid")),
                        value.isEmpty() ? SYMBOLS.get(row.getField("status")) : number(value));
            }
        }
        return cells;
    }

    private static Map<String, String> px(byte[] file, String... order) {
        StrictPx px = new StrictPx(file);
        Map<String, String> slots = Map.of(
                "\".\"", px.values("DATASYMBOL1").get(0),
                "\"..\"", px.values("DATASYMBOL2").get(0),
                "\"...\"", px.values("DATASYMBOL3").get(0));
        List<String> variables = px.variables();
        List<List<String>> codes = variables.stream().map(px::codes).toList();
        List<String> names = variables.stream()
                .map(variable -> px.values("VARIABLECODE(\"" + variable + "\")").get(0))
                .toList();
        assertThat(names).containsExactly(order);
        assertThat(px.values("TIMEVAL(\"period\")")).containsExactly("2015", "2016");
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < px.data().size(); i++) {
            List<String> key = place(codes, i);
            String value = px.data().get(i);
            cells.put(
                    key(
                            key.get(names.indexOf("Topic")),
                            key.get(names.indexOf("Region")),
                            key.get(names.indexOf("ContentsCode")),
                            key.get(names.indexOf("Tid"))),
                    slots.containsKey(value) ? slots.get(value) : number(value));
        }
        return cells;
    }

    private static Map<String, String> jsonPx(byte[] file) {
        JsonNode data = JsonMapper.shared().readTree(file);
        List<String> measures = new ArrayList<>();
        List<String> names = new ArrayList<>();
        data.path("columns").forEach(column -> (column.path("type").asString().equals("c") ? measures : names)
                .add(column.path("code").asString()));
        Map<String, String> cells = new TreeMap<>();
        for (JsonNode row : data.path("data")) {
            JsonNode key = row.path("key");
            for (int i = 0; i < measures.size(); i++) {
                String value = row.path("values").get(i).asString();
                cells.put(
                        key(
                                key.get(names.indexOf("Topic")).asString(),
                                key.get(names.indexOf("Region")).asString(),
                                measures.get(i),
                                key.get(names.indexOf("Tid")).asString()),
                        value.matches("\\.{1,2}|:") ? value : number(value));
            }
        }
        return cells;
    }

    private static Map<String, String> html(byte[] file) {
        Map<String, String> cells = new TreeMap<>();
        for (Element row : Jsoup.parse(new String(file, StandardCharsets.UTF_8)).select("tbody tr")) {
            List<String> heads = row.select("th").eachText();
            String value = row.select("td").text();
            cells.put(
                    key(heads.get(0), heads.get(2), heads.get(8), heads.get(10)),
                    value.matches("\\.{1,2}|:") ? value : number(value));
        }
        return cells;
    }

    private static Map<String, String> xlsx(byte[] file) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("Omslag", "Innehåll", "Noter", "Tabell 1");
            List<Row> rows = workbook.getSheets().toList().get(3).read();
            for (Row row : rows.subList(1, rows.size())) {
                boolean isNumber = row.getCell(12).getType() == CellType.NUMBER;
                assertThat(row.getCellCount()).isEqualTo(14);
                assertThat(row.getCell(2).getType()).as("codes are text").isEqualTo(CellType.STRING);
                cells.put(
                        key(row.getCellText(0), row.getCellText(2), row.getCellText(8), row.getCellText(10)),
                        isNumber ? number(row.getCellText(12)) : row.getCellText(12));
            }
        }
        return cells;
    }

    private Map<String, String> parquet(byte[] file) throws IOException, SQLException {
        Path stored = Files.write(folder.resolve("rates.parquet"), file);
        Map<String, String> cells = new TreeMap<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select * from '" + stored + "'")) {
                while (rows.next()) {
                    double value = rows.getDouble("value");
                    boolean missing = rows.wasNull();
                    cells.put(
                            key(
                                    rows.getString("Topic"),
                                    rows.getString("Region"),
                                    rows.getString("ContentsCode"),
                                    rows.getString("Tid")),
                            missing ? SYMBOLS.get(rows.getString("status")) : number(Double.toString(value)));
                }
            }
            try (ResultSet keys = statement.executeQuery(
                    "select decode(value) from parquet_kv_metadata('" + stored + "') where decode(key) = 'release'")) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getString(1)).isEqualTo(release());
            }
        }
        return cells;
    }
}
