package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * The site in a real browser. Every page a test opens must raise no fault of the content security policy, no error on the
 * console and no request to another host. The browser is Debian's chromium, or the one that the environment variable
 * CHROMIUM names. The tests stand in several classes, so that two of them run at a time.
 */
@Tag("browser")
abstract class SiteInBrowser extends RunningSite {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static Chromium chromium;
    private static Browser browser;

    private final List<String> faults = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        browser = chromium.browser();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void findNoFault() {
        contexts.forEach(BrowserContext::close);
        assertThat(faults).isEmpty();
    }

    /** The rules run within the page itself: the other mode, for frames of other hosts, takes a second page for each. */
    static List<String> violations(Page page) {
        return violations(new AxeBuilder(page).setLegacyMode(true).withTags(RULES));
    }

    /** Of the rules those that depend on colours. */
    static List<String> violationsOfContrast(Page page) {
        return violations(new AxeBuilder(page).setLegacyMode(true).withRules(List.of("color-contrast")));
    }

    private static List<String> violations(AxeBuilder rules) {
        return rules.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .toList();
    }

    static Browser.NewContextOptions wide() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900).setAcceptDownloads(true);
    }

    Page open(String path, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        Page page = context.newPage();
        String own = address("/");
        page.onRequest(request -> {
            if (!request.url().startsWith(own)) {
                faults.add("request to " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            boolean expected = message.text().contains("the server responded with a status of 40");
            if (message.type().equals("error") && !expected) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.navigate(address(path));
        page.waitForLoadState(LoadState.LOAD);
        return page;
    }
}
