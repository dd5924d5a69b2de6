package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page on a wide screen: no rule of accessibility is broken. */
final class WideScreenTest extends SiteInBrowser {

    static Stream<String> everyPage() {
        return Stream.concat(PAGES.stream(), FAULTS.stream());
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void breaksNoAccessibilityRule(String path) {
        Page page = open(path, new Browser.NewContextOptions().setViewportSize(1280, 900));
        assertThat(violations(page)).isEmpty();
    }

    /** Their figures are pictures with a description, made elsewhere, so that rules for the site's own do not hold. */
    @Test
    void showsNotebooksWideAndNarrow() {
        for (String path : List.of(
                "/sv/data/notebooks/01-first-look",
                "/en/data/notebooks/03-geographic-inequality",
                "/sv/data/notebooks/05-two-releases")) {
            for (int width : new int[] {1280, 320}) {
                Page page = open(path, new Browser.NewContextOptions().setViewportSize(width, 800));
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(width);
                assertThat(violations(page)).as(path).isEmpty();
            }
        }
    }

    @Test
    void breaksNoRuleInTheDarkEither() {
        for (String path : List.of(
                "/sv/",
                "/en/indicator/BEHOVSBEDOMNING?region=17",
                "/sv/indikator/PLANERING",
                "/sv/indikator/BEHOVSBEDOMNING?map=tiles",
                "/sv/inbaddad/BEHOVSBEDOMNING?region=17",
                "/en/embedded/BEHOVSBEDOMNING?figure=tiles",
                "/sv/kvalitet",
                "/sv/sok?q=v%C3%A4rm",
                "/sv/region/17",
                "/en/compare?region=17~25&ref=25",
                "/sv/jamfor?region=17~20~25&topic=BEHOVSBEDOMNING",
                "/sv/ojamlikhet",
                "/en/inequality/BEHOVSBEDOMNING",
                "/en/waits?age=18-25")) {
            Page page = open(
                    path,
                    new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
            assertThat(violations(page)).as(path).isEmpty();
        }
    }
}
