package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways through the site in a real browser: from page to file, by keyboard, without scripts, to print. */
final class BrowserTest extends SiteInBrowser {

    @Test
    void letsAReaderWalkFromTheFirstPageToTheNumbersInTheFile() throws IOException {
        Page page = open("/", wide());
        assertThat(page.url()).isEqualTo(address("/sv/"));
        Chromium.follow(page, page.locator(".menu a", new Page.LocatorOptions().setHasText("Indikatorer")));
        Chromium.follow(page, page.locator(".topic-list a").getByText("Bedömningen av behov är inte beskriven"));
        page.locator("select[name=region]").selectOption(new SelectOption().setValue("17"));
        Chromium.follow(page, page.locator(".filter button"));
        assertThat(page.url()).contains("region=17");
        assertThat(page.locator(".finding .headline").textContent()).startsWith("Värmlands län 81,3");

        Chromium.follow(page, page.locator("a.language"));
        assertThat(page.url()).contains("/en/indicator/BEHOVSBEDOMNING?region=17");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator(".finding .headline").textContent()).startsWith("Värmland County 81.3%");

        Download download =
                page.waitForDownload(() -> page.locator("#dela a").first().click());
        assertThat(download.suggestedFilename()).contains("synthetic").endsWith(".csv");
        comparesWithThePage(page, download.path());
    }

    /** Chart = map = table = file, number by number. */
    private static void comparesWithThePage(Page page, Path file) throws IOException {
        Map<String, NamedCsvRecord> trend = new HashMap<>();
        Map<String, NamedCsvRecord> regions = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                boolean whole = row.getField("age_group").equals("TOTAL")
                        && row.getField("operation_type").equals("TOTAL");
                if (whole
                        && row.getField("view").equals("rates")
                        && row.getField("measure").equals("case")) {
                    trend.put(row.getField("region") + "/" + row.getField("period"), row);
                    if (row.getField("period").equals("2016")) {
                        regions.put(row.getField("region"), row);
                    }
                }
            }
        }
        List<?> charted = (List<?>)
                page.evaluate(
                        "Chart.getChart(document.querySelector('canvas')).data.datasets.filter(s => s.kind === 'line').map(s => s.data)");
        List<String> lineage = List.of("17", "00");
        for (int series = 0; series < 2; series++) {
            List<?> values = (List<?>) charted.get(series);
            for (int i = 0; i < 4; i++) {
                assertThat(number(values.get(i))).isEqualTo(percent(trend.get(lineage.get(series) + "/" + (2013 + i))));
            }
        }
        for (Map.Entry<String, NamedCsvRecord> region : regions.entrySet()) {
            String percent = percent(region.getValue());
            String shown = percent.isEmpty() ? symbol(region.getValue().getField("status")) : percent + "%";
            assertThat(page.locator("tr[data-region='" + region.getKey() + "'] td .number")
                            .first()
                            .textContent())
                    .isEqualTo(shown);
            if (region.getKey().length() == 2 && !region.getKey().equals("00")) {
                assertThat(page.locator("a.area[href*='region=" + region.getKey()
                                        + "'], a.area[href$='BEHOVSBEDOMNING']")
                                .first()
                                .getAttribute("aria-label"))
                        .contains(shown);
            }
        }
    }

    private static String percent(NamedCsvRecord row) {
        String value = row.getField("value");
        return value.isEmpty()
                ? ""
                : new BigDecimal(value)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String number(Object charted) {
        return charted == null
                ? ""
                : new BigDecimal(charted.toString()).setScale(1).toPlainString();
    }

    private static String symbol(String status) {
        return status.equals("c") ? ":" : status.equals("z") ? "." : "..";
    }

    @Test
    void drawsTheChartOverTheServersDrawing() {
        Page page = open("/sv/indikator/BEHOVSBEDOMNING?region=17", wide());
        assertThat(page.locator("canvas").isVisible()).isTrue();
        assertThat(page.locator(".trend svg.plot-area").isVisible()).isFalse();
        assertThat(page.locator("canvas").getAttribute("aria-label")).hasSizeGreaterThan(20);
        assertThat(page.evaluate("Chart.getChart(document.querySelector('canvas')).options.animation"))
                .isEqualTo(false);
    }

    @Test
    void isWholeWithoutScripts() {
        Page page = open("/sv/indikator/BEHOVSBEDOMNING?region=17", wide().setJavaScriptEnabled(false));
        assertThat(page.locator(".trend svg.plot-area").isVisible()).isTrue();
        assertThat(page.locator("canvas").count()).isZero();
        page.locator("select[name=measure]").selectOption("unit");
        Chromium.follow(page, page.locator(".filter button"));
        assertThat(page.url()).contains("measure=unit");
        page.locator("a.area[href*='region=20']").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**region=20**");
        assertThat(page.locator(".finding .headline").textContent()).startsWith("Dalarnas län");
    }

    @Test
    void isReachedByKeyboard() {
        Page page = open("/sv/indikator/BEHOVSBEDOMNING", wide());
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Hoppa till innehållet");
        page.keyboard().press("Enter");
        for (int i = 0; i < 20 && !"region".equals(page.evaluate("document.activeElement.name")); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("region");
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            seen.add(focused(page));
        }
        assertThat(seen).contains("Visa", "Värmlands län", "CSV");
        assertThat(seen).anyMatch(text -> text.startsWith("Värmlands län: 81,3"));
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate(
                "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"));
    }

    @Test
    void printsTheServersDrawing() {
        Page page = open("/sv/indikator/BEHOVSBEDOMNING?region=17", wide());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".trend svg.plot-area").isVisible()).isTrue();
        assertThat(page.locator("canvas").isVisible()).isFalse();
        assertThat(page.pdf()).hasSizeGreaterThan(10_000);
    }

    @Test
    void addsARegionToAComparisonWithoutScripts() {
        Page page = open("/sv/jamfor?region=17~20", wide().setJavaScriptEnabled(false));
        page.locator("#val-add").selectOption(new SelectOption().setLabel("Norrbottens län"));
        page.locator("#val-ref").selectOption(new SelectOption().setLabel("Dalarnas län"));
        page.locator("#val-topic").selectOption("BEHOVSBEDOMNING");
        Chromium.follow(page, page.locator("button:has-text('Visa')"));
        assertThat(page.url()).endsWith("/sv/jamfor?region=17~20~25&ref=20&topic=BEHOVSBEDOMNING");
        assertThat(page.locator(".chip-reference").textContent()).contains("Dalarnas län");
        assertThat(page.locator("#andelar svg.plot-area").isVisible()).isTrue();
    }

    @Test
    void printsAProfileOnA4() {
        Page page = open("/sv/region/17", new Browser.NewContextOptions().setViewportSize(703, 1000));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(703);
        assertThat(page.evaluate("document.querySelector('.profile').scrollWidth <= 703"))
                .isEqualTo(true);
        assertThat(page.locator("form.filter").isVisible()).isFalse();
        assertThat(page.locator(".profile svg.mark-line").first().isVisible()).isTrue();
        assertThat(page.pdf()).hasSizeGreaterThan(10_000);
    }
}
