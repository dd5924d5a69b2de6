package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every page on a narrow screen in dark colours, and contrasts in light ones: nothing is cut off and no rule of accessibility is broken. */
final class NarrowScreenTest extends SiteInBrowser {

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#PAGES")
    void fitsANarrowScreen(String path) {
        Page page = open(
                path, new Browser.NewContextOptions().setViewportSize(320, 640).setColorScheme(ColorScheme.DARK));
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(violationsOfContrast(page)).isEmpty();
    }
}
