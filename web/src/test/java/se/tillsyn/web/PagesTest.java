package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What every page shows and how it says it. */
final class PagesTest extends RunningSite {

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#PAGES")
    void isWholeWithoutScripts(String path) {
        HttpResponse<String> answer = get(path);
        Document page = page(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(path.startsWith("/sv") ? "sv" : "en");
        assertThat(page.title()).endsWith(path.startsWith("/sv") ? "Tillsynsatlas Sverige" : "Tillsynsatlas Sweden");
        assertThat(page.select(".banner").text()).containsAnyOf("Syntetiska uppgifter", "Synthetic data");
        assertThat(page.select("footer").text())
                .contains(RELEASE)
                .containsAnyOf("inte Sveriges officiella", "not official");
        assertThat(page.text()).doesNotContain("??").doesNotContain("{0}");
    }

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#PAGES")
    void holdsNoInlineStyleScriptOrHandler(String path) {
        Document page = page(path);
        assertThat(page.select("[style], style, [onclick], [onload], [onerror]"))
                .isEmpty();
        assertThat(page.select("script:not([src])").eachAttr("type"))
                .allMatch(List.of("application/json", "application/ld+json")::contains);
        assertThat(page.select("[src], link[href], use[href], image[href]").stream()
                        .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href")))
                .allMatch(reference -> reference.startsWith("/") || reference.startsWith("#"));
    }

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#PAGES")
    void linksToTheSameViewInTheOtherLanguage(String path) {
        Document page = page(path);
        Document other = page(page.selectFirst("a.language").attr("href"));
        assertThat(other.selectFirst("html").attr("lang"))
                .isNotEqualTo(page.selectFirst("html").attr("lang"));
        assertThat(other.selectFirst("a.language").attr("href"))
                .isEqualTo(page.selectFirst("link[rel=canonical]").attr("href"));
    }

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#PAGES")
    void leadsToPagesThatExist(String path) {
        for (String href : page(path).select("a[href^=/]").eachAttr("href").stream()
                .distinct()
                .toList()) {
            assertThat(get(href).statusCode()).as(href).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#PAGES")
    void givesEveryFigureANameAndItsNumbersAsATable(String path) {
        Document page = page(path);
        for (Element drawing : page.select("svg[role=img]")) {
            assertThat(drawing.attr("aria-label")).hasSizeGreaterThan(20);
            Element figure = drawing.closest("figure");
            assertThat(figure.select("figcaption")).isNotEmpty();
            if (figure.hasAttr("data-numbers")) {
                // Each dot is a region of the table that the figure names.
                Element table = page.getElementById(figure.attr("data-numbers"));
                assertThat(drawing.select(".dot-1, .dot-quiet, .dot-higher, .dot-lower"))
                        .hasSize(table.select("td .verdict").size());
                continue;
            }
            assertThat(figure.select("table caption")).isNotEmpty();
            if (figure.hasAttr("data-table")) {
                assertThat(drawing.select(".dot-1, .dot-2")).hasSameSizeAs(plotted(page, figure.attr("data-table")));
                continue;
            }
            List<String> drawn =
                    figures(figure.select("script[type=application/json]").html());
            List<String> tabled =
                    figure.select("td").stream().map(PagesTest::visible).toList();
            assertThat(drawn).isNotEmpty().containsExactlyInAnyOrderElementsOf(tabled);
        }
        for (Element table : page.select("table")) {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("th:not([scope])")).isEmpty();
        }
        assertThat(page.select("svg:not([aria-hidden=true]):not([role])")
                        .select(":not(svg svg)")
                        .select("svg"))
                .filteredOn(svg -> svg.parents().is("[role=img]") ? false : true)
                .isEmpty();
    }

    /** Cells of a table that hold a number which the figure beside it draws. */
    private static List<Element> plotted(Document page, String caption) {
        Element table = Objects.requireNonNull(page.getElementById(caption)).closest("table");
        return table.select("td.plotted").stream()
                .filter(cell -> visible(cell).matches(".*\\d.*"))
                .toList();
    }

    /** Texts of every series in the JSON of a chart. */
    private static List<String> figures(String json) {
        List<String> texts = new ArrayList<>();
        Matcher series = Pattern.compile("\"texts\":\\[([^]]*)]").matcher(json);
        while (series.find()) {
            Matcher text = Pattern.compile("\"([^\"]*)\"").matcher(series.group(1));
            while (text.find()) {
                texts.add(text.group(1).replace('\u00a0', ' '));
            }
        }
        return texts;
    }

    @Test
    void writesNumbersWithNoBreakSpaces() {
        assertThat(get("/sv/indikator/BEHOVSBEDOMNING").body())
                .contains("21,0\u00a0%")
                .doesNotContain("21,0 %");
    }

    /** What a cell shows, without what is only spoken. jsoup gives no-break spaces as plain ones. */
    private static String visible(Element cell) {
        Element copy = cell.clone();
        copy.select(".unseen, .counts").remove();
        return copy.text();
    }

    @Test
    void saysInASentenceThatTheRegionIsHigherThanTheNation() {
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING?region=17")
                        .select(".finding .headline")
                        .text())
                .isEqualTo("Värmlands län 81,3 % (72,3–87,8), högre än riket 21,0 % (18,6–23,6).");
        assertThat(page("/en/indicator/BEHOVSBEDOMNING?region=17")
                        .select(".finding .headline")
                        .text())
                .isEqualTo("Värmland County 81.3% (72.3–87.8), higher than Sweden as a whole, 21.0% (18.6–23.6).");
    }

    @Test
    void saysThatNoDifferenceIsShownWhenTheIntervalOfTheDifferenceHoldsZero() {
        assertThat(page("/sv/indikator/KRAV_ATGARD?region=17")
                        .select(".finding .headline")
                        .text())
                .contains("Ingen säkerställd skillnad mot riket");
    }

    @Test
    void statesFourteenOfSixteenWithItsIntervalAndThatItIsACensus() {
        Element statement = page("/sv/indikator/KRAV_ATGARD").selectFirst(".statements li");
        assertThat(statement.select(".statement").text()).isEqualTo("14 av 16 nämnder = 87,5 % (64,0–96,5)");
        assertThat(statement.select(".basis").text())
                .startsWith("Totalundersökning, Värmlands län. Alla verksamheter i området är granskade; intervallet");
    }

    @Test
    void showsBoundedEvidenceAsABandAndNeverAsANumber() {
        Element statement = page("/sv/indikator/PLANERING").selectFirst(".statements li");
        assertThat(statement.select(".statement").text())
                .isEqualTo("Mellan 9 och 16 av 16 nämnder: 56–100 %. Källan ger inget exakt antal.");
        assertThat(statement.select("circle")).isEmpty();
        assertThat(statement.select("rect.bar-band").attr("x")).isEqualTo("56.3%");
    }

    @Test
    void statesAtLeastOneOfAnUnknownNumber() {
        assertThat(page("/sv/indikator/AVTAL_OKANT").select(".statement").text())
                .isEqualTo("Minst 1 av okänt antal förvaltningar. Källan anger inte hur många som tillfrågades.");
    }

    @Test
    void saysPlainlyThatATopicWithoutRatesHasNone() {
        Document page = page("/sv/indikator/PSYK_VANTETID");
        assertThat(page.select(".notice").text()).contains("publiceras ingen andel");
        assertThat(page.select(".filter, .tiles, script[src]")).isEmpty();
        assertThat(page.select(".statement").text()).isEqualTo("Brister konstaterade. Källan anger inget antal.");
    }

    @Test
    void tellsZeroWithheldMissingAndInapplicableApart() {
        Document page = page("/sv/indikator/BEHOVSBEDOMNING");
        assertThat(cell(page, "20")).isEqualTo("0,0 % (0,0–7,1)");
        assertThat(cell(page, "25")).isEqualTo(":");
        assertThat(cell(page, "01")).isEqualTo("..");
        assertThat(cell(page("/sv/indikator/KRAV_ATGARD"), "17")).isEqualTo(".");
        assertThat(page.select(".symbols-key dt").eachText()).contains(":", "..", ".", "0");
    }

    private static String cell(Document page, String region) {
        return visible(page.selectFirst("#tabell tr[data-region=" + region + "] td"));
    }

    @Test
    void tellsNothingOfAWithheldFigureAnywhere() {
        Document page = page("/sv/indikator/BEHOVSBEDOMNING");
        Element row = page.selectFirst("#tabell tr[data-region=25]");
        assertThat(row.select("td.marks svg")).isEmpty();
        assertThat(row.select("td").first().select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey() + "=" + attribute.getValue()))
                .containsExactlyInAnyOrder(
                        "class=figure", "class=value suppressed", "class=number", "aria-hidden=true", "class=unseen");
        Element area = page.selectFirst("a.area[href*=region=25]");
        assertThat(area.attr("aria-label")).isEqualTo("Norrbottens län: Undertryckt, röjanderisk (:)");
        assertThat(area.select("use").attr("class")).isEqualTo("suppressed");
        assertThat(area.select("use").attr("fill")).isEqualTo("url(#hatch)");
        String csv = get("/sv/indikator/BEHOVSBEDOMNING.csv").body();
        assertThat(csv.lines().filter(line -> line.contains(",25,") && line.contains(",case,")))
                .singleElement()
                .asString()
                .endsWith(",THEMATIC_SAMPLE,,,,,,c");
    }

    @Test
    void countsTheAreasOfEveryClassOfTheMap() {
        Document page = page("/sv/indikator/BEHOVSBEDOMNING");
        assertThat(page.select(".legend li").eachText())
                .contains(": Undertryckt, röjanderisk 1 område", ".. Uppgift saknas, ej granskad 1 område");
        assertThat(page.select(".legend li").size()).isEqualTo(7);
        assertThat(page.select("a.area").eachAttr("aria-label"))
                .containsExactly(
                        "Stockholms län: Uppgift saknas, ej granskad (..)",
                        "Värmlands län: 81,3\u00a0% (72,3–87,8)",
                        "Dalarnas län: 0,0\u00a0% (0,0–7,1)",
                        "Norrbottens län: Undertryckt, röjanderisk (:)");
    }

    @Test
    void ordersByCodeUnlessAskedAndPutsRegionsWithoutANumberLast() {
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING")
                        .select("#tabell tbody tr")
                        .eachAttr("data-region"))
                .containsExactly("00", "01", "17", "20", "25");
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING?sort=rate")
                        .select("#tabell tbody tr")
                        .eachAttr("data-region"))
                .containsExactly("00", "17", "20", "01", "25");
    }

    @Test
    void showsTheMunicipalitiesOfTheChosenCounty() {
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING").select("#kommuner")).isEmpty();
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING?region=17")
                        .select("#kommuner tbody tr")
                        .eachAttr("data-region"))
                .containsExactly("00", "1715", "1780");
    }

    @Test
    void hasOneAddressForEachView() {
        assertThat(leadsTo("/sv/indikator/BEHOVSBEDOMNING?sort=code&measure=case&age=TOTAL&period=latest&region=00"))
                .isEqualTo("/sv/indikator/BEHOVSBEDOMNING");
        assertThat(leadsTo("/sv/indikator/BEHOVSBEDOMNING?age=18%2B&region=17"))
                .isEqualTo("/sv/indikator/BEHOVSBEDOMNING?region=17&age=18%2B");
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING?region=17&age=18%2B")
                        .select("link[rel=canonical]")
                        .attr("href"))
                .isEqualTo("/sv/indikator/BEHOVSBEDOMNING?region=17&age=18%2B");
    }

    private String leadsTo(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void letsFiguresAloneBeFramedElsewhere() {
        HttpResponse<String> figure = get("/sv/inbaddad/BEHOVSBEDOMNING?region=17");
        assertThat(figure.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors *");
        assertThat(get("/sv/indikator/BEHOVSBEDOMNING")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("frame-ancestors 'none'");
        Document page = Jsoup.parse(figure.body());
        assertThat(page.select("svg[role=img]")).hasSize(1);
        assertThat(page.select("h1 a").attr("href")).isEqualTo("/sv/indikator/BEHOVSBEDOMNING?region=17");
        assertThat(page.text()).contains(RELEASE);
        assertThat(page.select("script")).isEmpty();
        assertThat(get("/en/embedded/BEHOVSBEDOMNING?figure=map").body()).contains("class=\"map areas\"");
    }

    @Test
    void givesEveryFigureAsAPictureWithItsSource() {
        for (String figure : List.of("trend", "map", "tiles", "regions", "funnel")) {
            HttpResponse<String> svg = get("/sv/indikator/BEHOVSBEDOMNING.svg?figure=" + figure);
            assertThat(svg.statusCode()).as(figure).isEqualTo(200);
            Document picture = Jsoup.parse(svg.body(), "", Parser.xmlParser());
            assertThat(picture.text())
                    .as(figure)
                    .contains("Bedömningen av behov är inte beskriven", RELEASE, "2016")
                    .contains("/sv/indikator/BEHOVSBEDOMNING?release=" + RELEASE);
            HttpResponse<String> png = get("/sv/indikator/BEHOVSBEDOMNING.png?figure=" + figure);
            assertThat(png.statusCode()).as(figure).isEqualTo(200);
            assertThat(png.headers().firstValue("Content-Type").orElse("")).isEqualTo("image/png");
            assertThat(png.body()).hasSizeGreaterThan(10_000);
        }
        assertThat(get("/sv/indikator/BEHOVSBEDOMNING.svg?figure=funnel&period=2013")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/sv/indikator/BEHOVSBEDOMNING.svg?figure=pie").statusCode())
                .isEqualTo(400);
    }

    @Test
    void findsTopicsRegionsAndTermsAndOldNames() {
        assertThat(page("/sv/sok?q=behov").select(".hits a").eachText())
                .contains("Bedömningen av behov är inte beskriven");
        assertThat(page("/sv/sok?q=skaraborg").select(".hits").text()).contains("Ingår nu i Värmlands län");
        assertThat(page("/sv/sok?q=varml").select(".hits").text()).contains("Värmlands län");
        assertThat(page("/en/search?q=funnel").select(".hits a").eachText()).contains("Funnel plot");
        assertThat(page("/sv/sok?q=zzz").select(".found").text()).startsWith("Inget hittades");
        assertThat(get("/sv/sok?q=%3Cscript%3E").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsTheReleaseInSentencesFromItsOwnNumbers() {
        List<String> sentences = page("/sv/").select(".brief li").eachText();
        assertThat(sentences).hasSize(5);
        assertThat(sentences.get(0)).contains("5 indikatorer för åren 2013–2016");
        assertThat(sentences.get(1)).startsWith("Under 2016 granskades 60 verksamheter, och hos 30 av dem");
        assertThat(sentences.get(2)).startsWith("Av 1 indikatorer med tillräckligt många år ökar 1 och minskar 0");
        assertThat(sentences.get(3)).contains("Bedömningen av behov är inte beskriven", "± 30,0 procentenheter 2016");
        assertThat(sentences.get(4)).contains("första utgåvan");
        assertThat(page("/en/").select(".brief li").eachText()).hasSize(5);
    }

    @Test
    void statesComparisonAndTrendAsTheReleaseDoes() {
        Document page = page("/sv/indikator/BEHOVSBEDOMNING?region=17");
        assertThat(page.select(".verdict-line").text())
                .contains("Högre än övriga riket: skillnaden är +66,0 procentenheter (+55,0 till +74,0).")
                .contains("Annan urvalsgrund än riket.");
        assertThat(page.select(".trend-line").text()).contains("för få år");
        assertThat(page.select("tr[data-region=20] .verdict").text()).isEqualTo("▼ lägre");
        assertThat(page.select("tr[data-region=20] .verdict").hasClass("better"))
                .isTrue();
        assertThat(page.select("tr[data-region=25] .verdict")).isEmpty();
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING?region=25").select(".trend-line, .verdict-line"))
                .isEmpty();
        assertThat(page("/sv/indikator/BEHOVSBEDOMNING").select(".trend-line").text())
                .contains("Utvecklingen 2013–2016: ökar");
    }

    @Test
    void declaresQualityUnderEveryHeadingWithTheNumbersOfTheRun() {
        Document page = page("/sv/kvalitet");
        assertThat(page.select("main h2").eachText())
                .containsExactly(
                        "Relevans",
                        "Tillförlitlighet",
                        "Aktualitet och punktlighet",
                        "Tillgänglighet och tydlighet",
                        "Jämförbarhet och samanvändbarhet",
                        "Allmänna uppgifter");
        assertThat(page.select("main h3, main h4").eachText())
                .hasSize(36)
                .contains(
                        "Statistikens ändamål", "Ramtäckning", "Bortfall", "Punktlighet", "Numerisk överensstämmelse");
        assertThat(page.select("dl").text()).contains("Lästa iakttagelser 130", "Inlästa 120", "felaktiga 10");
        assertThat(page("/sv/metod").select("table").text()).contains("Län 5 2 40,0 % 18 %");
    }
}
