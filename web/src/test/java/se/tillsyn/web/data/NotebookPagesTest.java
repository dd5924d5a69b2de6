package se.tillsyn.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.tillsyn.web.RunningSite;

/** Notebooks on the site: the rendered article as it is, within the site's frame and policy, and the notebook itself. */
final class NotebookPagesTest extends RunningSite {

    private static final Path NOTEBOOKS = Path.of("../notebooks");

    static Stream<Arguments> pages() {
        return Stream.of("sv", "en")
                .flatMap(language -> Stream.of(Notebook.values()).map(notebook -> Arguments.of(language, notebook)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showTheArticleAsItWasRendered(String language, Notebook notebook) throws IOException {
        Document page = page("/" + language + "/data/notebooks/" + notebook.id());
        Element rendered = Jsoup.parse(Files.readString(NOTEBOOKS.resolve("rendered/" + notebook.id() + ".html")))
                .selectFirst("article");
        assertThat(page.select("main article").outerHtml()).isEqualTo(rendered.outerHtml());
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("article").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main .example").text())
                .contains(language.equals("sv") ? "syntetiska iakttagelser" : "synthetic findings");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keepToThePolicyAndLinkToWhatIsThere(String language, Notebook notebook) {
        String path = "/" + language + "/data/notebooks/" + notebook.id();
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .isEqualTo(get("/sv/data")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("none"))
                .contains("script-src 'self';", "style-src 'self';", "img-src 'self' data:;");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        Document page = page(path);
        assertThat(page.select("script, style, [style], [onclick], [onload], iframe, object"))
                .isEmpty();
        assertThat(page.select("article img").eachAttr("src"))
                .isNotEmpty()
                .allMatch(src -> src.startsWith("data:image/png;"));
        for (Element link : page.select("main a[href]")) {
            assertThat(get(link.absUrl("href").substring(address("").length())).statusCode())
                    .as(link.attr("href"))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Notebook.class)
    void areTakenAsTheyAre(Notebook notebook) throws IOException {
        HttpResponse<String> file = get("/notebooks/" + notebook.id() + ".ipynb");
        assertThat(file.body()).isEqualTo(Files.readString(NOTEBOOKS.resolve(notebook.id() + ".ipynb")));
        assertThat(file.headers().firstValue("Content-Type")).contains("application/x-ipynb+json");
        HttpRequest again = HttpRequest.newBuilder(URI.create(address("/notebooks/" + notebook.id() + ".ipynb")))
                .header("If-None-Match", file.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(send(again).statusCode()).isEqualTo(304);
    }

    @Test
    void areOnlyThoseOfTheList() {
        assertThat(get("/sv/data/notebooks/06-more").statusCode()).isEqualTo(404);
        assertThat(get("/notebooks/06-more.ipynb").statusCode()).isEqualTo(404);
        assertThat(page("/en/data").select("section[aria-labelledby=notebooks] li"))
                .hasSize(Notebook.values().length);
    }
}
