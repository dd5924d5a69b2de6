package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.language.Numbers;

/** Profiles, comparisons, inequality and waits: what they say and what they keep to themselves. */
final class RegionalPagesTest extends RunningSite {

    private static final String TOPIC = "BEHOVSBEDOMNING";

    @Test
    void saysWhatIsWorseInSymbolWordAndColour() {
        Element row = topic(page("/sv/region/17"), TOPIC);
        assertThat(row.select(".verdict").attr("class")).isEqualTo("verdict worse");
        assertThat(row.select(".verdict").text()).isEqualTo("▲ högre, sämre");
        assertThat(row.select(".unlike").text()).isEqualTo("Annat urval");
        assertThat(row.text()).contains("+66,0 (+55,0 till +74,0)");
        Element better = topic(page("/en/region/20"), TOPIC);
        assertThat(better.select(".verdict").text()).isEqualTo("▼ lower, better");
        assertThat(better.select("td .number").first().text()).isEqualTo("0.0%");
    }

    @Test
    void tellsNothingOfAWithheldFigure() {
        Element row = topic(page("/sv/region/25"), TOPIC);
        assertThat(row.select("td.figure").first().text()).isEqualTo(":Undertryckt, röjanderisk");
        assertThat(row.select("svg.mark-line, .verdict, .limits, .counts")).isEmpty();
        Document compared = page("/sv/jamfor?region=17~20~25&topic=" + TOPIC);
        Element withheld = compared.select("#andelar tbody tr").get(2);
        assertThat(withheld.select(".limits, .counts, .verdict")).isEmpty();
        assertThat(withheld.text()).startsWith("Norrbottens län :Undertryckt, röjanderisk ..");
        assertThat(compared.select("#andelar svg .dot-1")).hasSize(2);
        NamedCsvRecord file = rows(get("/sv/region/25.csv").body()).stream()
                .filter(one -> one.getField("topic").equals(TOPIC))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(
                        file.getField("numerator"),
                        file.getField("denominator"),
                        file.getField("value"),
                        file.getField("status"),
                        file.getField("difference"),
                        file.getField("verdict")))
                .containsExactly("", "", "", "c", "", "not-compared");
        assertThat(page("/sv/vantetider").select("#regioner tbody tr").get(3).text())
                .startsWith("Dalarnas län :Undertryckt, röjanderisk :Undertryckt, röjanderisk");
    }

    @Test
    void followsDemandsUntilTheyAreRemedied() {
        Document page = page("/sv/region/17");
        assertThat(page.select("#uppfoljning .figure-finding").text())
                .isEqualTo("Åren 2015–2016 ställdes 10 krav på åtgärder. 8 följdes upp på plats och 6 var åtgärdade.");
        assertThat(page.select(".chain-number").eachText()).containsExactly("10 100 %", "8 80 %", "6 60 %", "1 10 %");
        // Wilson's limits of 6 of 10: PHEindicatormethods, phe_proportion(6, 10).
        assertThat(page.select("#uppfoljning tbody tr").text()).isEqualTo("2015 10 8 6 1 60,0 % (31,3–83,2)");
        assertThat(page("/sv/region/17?period=2014").select("#uppfoljning").text())
                .contains("finns inga krav på åtgärder redovisade");
    }

    @Test
    void saysWhatWasInspectedAndWhatIsNotKnown() {
        Element row = page("/sv/region/17").selectFirst("#granskat tbody tr");
        assertThat(row.select("td").eachText())
                .containsExactly(
                        "12", "..Uppgift saknas, ej granskad", "..Uppgift saknas, ej granskad", "6", "Tematiskt urval");
        assertThat(page("/sv/region/00").selectFirst("#granskat tbody tr").text())
                .contains("60 80 75 %");
        assertThat(page("/sv/region/25").select("#granskat").text()).contains("Inga granskade verksamheter");
    }

    @Test
    void holdsTheNumbersOfAProfileInItsFiles() {
        Document page = page("/sv/region/17");
        List<NamedCsvRecord> rows = rows(get("/sv/region/17.csv").body());
        String json = get("/sv/region/17.json").body();
        Numbers numbers = new Numbers(Language.SV);
        int compared = 0;
        for (NamedCsvRecord row : rows) {
            Element line = topic(page, row.getField("topic"));
            String shown = line.select("td.figure .number").first().text();
            if (!row.getField("value").isEmpty()) {
                assertThat(shown).isEqualTo(plain(numbers.percent(Double.parseDouble(row.getField("value")))));
                assertThat(json).contains("\"value\":" + row.getField("value"));
                compared++;
            } else {
                assertThat(line.select("td.figure .limits").first()).isNull();
            }
        }
        assertThat(rows).hasSameSizeAs(page.select("[data-topic]"));
        assertThat(compared).isEqualTo(2);
    }

    @Test
    void leadsAnOldRegionToItsSuccessor() {
        HttpResponse<String> answer = get("/sv/region/16");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sv/region/17");
    }

    @Test
    void addsARegionByAnAddressOfItsOwn() {
        HttpResponse<String> answer = get("/sv/jamfor?region=17~20&add=25&topic=all&period=2016&ref=20");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sv/jamfor?region=17~20~25&ref=20");
        Document page = page("/sv/jamfor?region=17~20~25&ref=20");
        assertThat(page.select(".chip-remove").eachAttr("href"))
                .containsExactly(
                        "/sv/jamfor?region=20~25", "/sv/jamfor?region=17~25", "/sv/jamfor?region=17~20&ref=20");
        assertThat(page.select("select[name=add] option").eachAttr("value")).doesNotContain("17", "20", "25", "16");
    }

    @Test
    void comparesByNewcombesLimitsAndNeverByPlaces() {
        Document page = page("/sv/jamfor?region=17~20&topic=" + TOPIC);
        Element row = page.select("#andelar tbody tr").get(1);
        // −0.8125 − √(0² + 0.0655²) and −0.8125 + √(0.071² + 0.0895²), by hand.
        assertThat(row.select("td").get(1).text()).isEqualTo("−81,3 (−87,8 till −69,8)");
        assertThat(row.select(".verdict").text()).isEqualTo("▼ lägre, bättre");
        assertThat(page.select("#andelar th").eachText()).doesNotContain("Plats", "Rang");
        assertThat(page.select(".chips li").eachText().get(0)).contains("referens");
    }

    @Test
    void asksForMoreWhenThereIsNothingToCompare() {
        assertThat(page("/sv/jamfor").select(".notice").text()).startsWith("Välj en region");
        assertThat(page("/en/compare?region=17").select(".notice").text()).startsWith("Add at least one more");
        assertThat(get("/sv/jamfor?region=01~17~20~25~1715~1780~00~SKR-B3~16").statusCode())
                .isEqualTo(400);
    }

    @Test
    void putsTheSpreadWithoutChanceFirst() {
        Document page = page("/sv/ojamlikhet/" + TOPIC);
        assertThat(page.select(".finding .headline").text())
                .isEqualTo("Det skiljer mellan län mer än slumpen ger: spridningen är 30,0 procentenheter (10,0–60,0)"
                        + " kring 21,0 %, år 2016.");
        assertThat(page.select(".tile h2").eachText())
                .containsExactly("Spridning utan slump", "Prov av olikhet", "Största gap");
        assertThat(page.select(".tile-counts").eachText())
                .containsExactly(
                        "95-procentigt intervall: 10,0–60,0", "p < 0,001", "Bara slumpen skulle ge ungefär 12,0");
        assertThat(page.select("#avdelningar tbody tr").text()).isEqualTo("Avdelning mitt 1,40 (1,10–1,80) ▲ högre");
        assertThat(page("/en/inequality/KRAV_ATGARD")
                        .select(".finding .headline")
                        .text())
                .startsWith("For counties in 2016 inequality cannot be measured");
    }

    @Test
    void countsThoseStillWaiting() {
        Document page = page("/sv/vantetider");
        assertThat(page.select(".finding .headline").text())
                .isEqualTo("Hälften av dem som väntade 2016 fick vänta högst 53 dagar (47–64).");
        assertThat(page.select("#regioner tbody tr").first().select("td").eachText())
                .startsWith("53 (47–64)", ":Undertryckt, röjanderisk", "15 %", "420", "48");
        NamedCsvRecord row = rows(get("/sv/vantetider.csv").body()).stream()
                .filter(one -> one.getField("region").equals("17"))
                .findFirst()
                .orElseThrow();
        assertThat(row.getField("median")).isEqualTo("53");
        assertThat(row.getField("p90_status")).isEqualTo("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sv/region/17.csv?table=followup",
                "/en/region/17.json?table=coverage",
                "/sv/jamfor.csv?region=17~20&dialect=excel-sv",
                "/en/compare.json?region=17~20&topic=BEHOVSBEDOMNING",
                "/sv/jamfor.svg?region=17~20&topic=BEHOVSBEDOMNING",
                "/en/compare.png?region=17~20&topic=BEHOVSBEDOMNING",
                "/sv/ojamlikhet.csv",
                "/en/inequality/BEHOVSBEDOMNING.json?table=offices",
                "/sv/ojamlikhet/BEHOVSBEDOMNING.csv?table=regions",
                "/sv/ojamlikhet/BEHOVSBEDOMNING.svg?figure=groups",
                "/en/inequality/BEHOVSBEDOMNING.png?figure=offices",
                "/sv/vantetider.json",
                "/en/waits.svg?figure=years"
            })
    void givesEveryViewAsFiles(String path) {
        HttpResponse<String> file = get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains(RELEASE, "_synthetic", path.replaceAll("^[^.]*(\\.[a-z]+).*$", "$1"));
        assertThat(file.body().length()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sv/region/17.csv?table=secret",
                "/sv/jamfor?region=17~20&measure=both",
                "/sv/ojamlikhet/BEHOVSBEDOMNING.svg?figure=map",
                "/en/compare?region=17~",
                "/sv/vantetider?colour=red"
            })
    void refusesWhatNoViewHas(String path) {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    private static Element topic(Document page, String code) {
        return Objects.requireNonNull(page.selectFirst("tr[data-topic=" + code + "]"));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static List<NamedCsvRecord> rows(String csv) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(csv).forEach(rows::add);
        return rows;
    }

    @Test
    void leadsFromCountiesOfTheOverviewAndTheSearchToTheirProfiles() {
        Document overview = page("/sv/");
        assertThat(overview.select("a.area").eachAttr("href")).contains("/sv/region/17", "/sv/region/25");
        assertThat(overview.select(".start a").eachAttr("href")).contains("/sv/region/17");
        assertThat(overview.select("table a").eachAttr("href")).contains("/sv/region/17");
        assertThat(page("/en/search?q=skaraborg").select(".hits a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/en/region/"));
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING?region=17")
                        .select(".finding a")
                        .eachAttr("href"))
                .containsExactly("/sv/region/17");
    }

    @Test
    void rollsTheYearsOfATopicsTrendInTheAddress() {
        String view = "/sv/indikator/" + TOPIC + "?region=17&period=";
        Document recent = page(view + "top2");
        assertThat(recent.select("#utveckling .as-table")
                        .first()
                        .select("tbody th")
                        .eachText())
                .containsExactly("2015", "2016");
        assertThat(recent.select("link[rel=canonical]").attr("href")).isEqualTo(view + "top2");
        assertThat(recent.select("#val-period option[selected]").text()).isEqualTo("De 2 senaste åren");
        assertThat(recent.select("a.area").eachAttr("href")).anyMatch(href -> href.endsWith("?region=20&period=top2"));
        assertThat(page(view + "2013..2014").select(".headline").text())
                .isEqualTo(page(view + "2014").select(".headline").text());
        assertThat(page(view + "2014..").select("#val-period option[selected]").text())
                .isEqualTo("Från 2014");
        assertThat(get(view + "2014..2013").statusCode()).isEqualTo(404);
        assertThat(get(view + "2014-2013").statusCode()).isEqualTo(404);
        assertThat(rows(get("/sv/indikator/" + TOPIC + ".csv?region=17&period=top2")
                        .body()))
                .extracting(row -> row.getField("period"))
                .doesNotContain("2013", "2014");
    }

    @Test
    void leadsToTheWaitsFromATopicThatIsMeasuredInThem() {
        String waits = "/sv/vantetider";
        assertThat(page("/sv/indikatorer")
                        .select("main a:contains(Väntetid till)")
                        .eachAttr("href"))
                .isNotEmpty()
                .containsOnly(waits);
        assertThat(page("/sv/indikator/PSYK_VANTETID").select(".notice a").eachAttr("href"))
                .containsExactly(waits);
        assertThat(page("/sv/indikator/AVTAL_OKANT").select(".notice a")).isEmpty();
        assertThat(get(waits).statusCode()).isEqualTo(200);
    }

    @Test
    void drawsTheProfileWithTheNumbersOfItsTableAndNothingWithheld() {
        String svg = get("/sv/region/17.svg").body();
        assertThat(svg)
                .startsWith("<svg")
                .contains("Värmlands län", "81,3\u00a0% (72,3–87,8)", "/sv/region/17?release=" + RELEASE);
        Document drawing = Jsoup.parse(get("/sv/region/25.svg").body(), Parser.xmlParser());
        assertThat(drawing.select("text").eachText()).contains(":");
        assertThat(get("/sv/region/17.png").statusCode()).isEqualTo(200);
        assertThat(page("/sv/region/17").select("#dela a").eachAttr("href"))
                .contains("/sv/region/17.svg", "/sv/region/17.png");
    }

    @Test
    void drawsEachRegionOfAComparisonAgainstTheReference() {
        assertThat(page("/sv/jamfor?region=17~20~00&ref=00").select("#dela a").eachAttr("href"))
                .contains("/sv/jamfor.svg?region=17~20~00&ref=00", "/sv/jamfor.png?region=17~20~00&ref=00&figure=20");
        assertThat(get("/sv/jamfor.svg?region=17~20~00&ref=00").body())
                .contains("Värmlands län och Riket", "81,3\u00a0% (72,3–87,8)");
        assertThat(get("/sv/jamfor.svg?region=17~20~00&ref=00&figure=20").body())
                .contains("Dalarnas län och Riket")
                .doesNotContain("81,3");
        assertThat(get("/en/compare.png?region=17~20").statusCode()).isEqualTo(200);
        assertThat(get("/sv/jamfor.svg?region=17~20&figure=25").statusCode()).isEqualTo(400);
        assertThat(get("/sv/jamfor.svg?region=17~20&topic=" + TOPIC + "&figure=20")
                        .statusCode())
                .isEqualTo(400);
    }
}
