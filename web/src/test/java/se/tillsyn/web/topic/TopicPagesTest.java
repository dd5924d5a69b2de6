package se.tillsyn.web.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.release.SmallRelease;
import se.tillsyn.web.table.CsvDialect;
import se.tillsyn.web.table.TableCsv;

final class TopicPagesTest {

    @TempDir
    Path home;

    @Test
    void doesWithoutMapMunicipalitiesAndStatementsWhereAProfileHasNone() throws IOException {
        SmallRelease.publishTwoLevels(home);
        PublishedRelease release = new ReleaseCatalogue(home, Duration.ofDays(1), Clock.systemUTC()).current();
        Shown shown = shown(release, Map.of("region", "17"));
        TopicView view = TopicView.of(shown, "BEHOVSBEDOMNING");
        TopicPage page = new TopicPages(shown, view).page();
        TopicPage.Rates rates = Objects.requireNonNull(page.rates());
        assertThat(page.statements()).isEmpty();
        assertThat(rates.map()).isNull();
        assertThat(rates.fineTable()).isNull();
        assertThat(rates.mainTable().rows())
                .extracting(TopicPage.RegionRow::name)
                .contains("Stockholms län");
        assertThat(rates.selects().get(0).options()).hasSize(5);
        assertThat(Objects.requireNonNull(page.frame().release()).synthetic()).isFalse();
        assertThatThrownBy(() -> TopicView.of(shown(release, Map.of("region", "1715")), "BEHOVSBEDOMNING"))
                .isInstanceOf(UnknownCodeException.class);
        TopicFigures figures = TopicFigures.of(release, view);
        assertThat(new TopicTable(shown, figures).table().name()).isEqualTo("behovsbedomning_county_" + release.id());
    }

    @Test
    void showsQuartersOfTheYearAndTheOneBeforeWithTheirSymbols() throws IOException {
        SmallRelease.publishTwoLevels(home);
        PublishedRelease release = new ReleaseCatalogue(home, Duration.ofDays(1), Clock.systemUTC()).current();
        Shown shown = shown(release, Map.of("region", "17"));
        TopicView view = TopicView.of(shown, "BEHOVSBEDOMNING");
        TopicPage.Rates rates =
                Objects.requireNonNull(new TopicPages(shown, view).page().rates());
        TopicPage.TrendTable quarters = Objects.requireNonNull(rates.quarterTable());
        assertThat(quarters.columns()).containsExactly("Värmlands län", "Riket");
        assertThat(quarters.rows()).hasSize(8);
        assertThat(quarters.rows())
                .filteredOn(row -> row.period().equals("2015 kv 4"))
                .first()
                .satisfies(row -> {
                    assertThat(row.figures().get(0).value()).isEqualTo(":");
                    assertThat(row.figures().get(1).value()).isEqualTo("20,0\u00a0%");
                });
        assertThat(quarters.rows())
                .filteredOn(row -> row.period().equals("2016 kv 1"))
                .first()
                .satisfies(row -> assertThat(row.figures().get(0).value()).isEqualTo("75,0\u00a0%"));
        String csv = new String(
                TableCsv.bytes(
                        new TopicTable(shown, TopicFigures.of(release, view)).table(),
                        Language.SV,
                        CsvDialect.STANDARD),
                StandardCharsets.UTF_8);
        assertThat(csv.lines().filter(line -> line.contains("2016-Q1") && line.contains(",17,")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains(",30,40,", "0.75"));
        assertThat(csv.lines().filter(line -> line.contains("2015-Q4") && line.contains(",17,")))
                .anySatisfy(line -> assertThat(line).endsWith(",c"));
    }

    @Test
    void showsNoQuartersWhereNothingIsSaidOfThem() throws IOException {
        SmallRelease.publishTwoLevels(home);
        PublishedRelease release = new ReleaseCatalogue(home, Duration.ofDays(1), Clock.systemUTC()).current();
        Shown shown = shown(release, Map.of("period", "2014"));
        TopicView view = TopicView.of(shown, "BEHOVSBEDOMNING");
        assertThat(Objects.requireNonNull(new TopicPages(shown, view).page().rates())
                        .quarterTable())
                .isNull();
    }

    private static Shown shown(PublishedRelease release, Map<String, String> asked) {
        Dictionary words = words();
        return new Shown(release, release, words.of(Language.SV), words, new SitePaths(Language.SV), "", asked);
    }

    private static Dictionary words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "regional");
        messages.setDefaultEncoding("UTF-8");
        return new Dictionary(messages);
    }
}
