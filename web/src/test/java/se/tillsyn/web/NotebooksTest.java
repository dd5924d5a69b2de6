package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillsyn.web.NotebookFiles.FOLDER;
import static se.tillsyn.web.NotebookFiles.NAMES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What notebooks/README.md promises of the notebooks and their rendered articles as they lie in the repository. */
final class NotebooksTest {

    private static final int MOST_LINES = 25;
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.}])/(home|root|tmp|usr|opt|var|work|mnt|Users)/|[A-Z]:\\\\\\\\");

    static List<String> names() {
        return NAMES;
    }

    @Test
    void areTheFiveOfTheOverview() throws IOException {
        assertThat(NotebookFiles.names()).isEqualTo(NAMES);
        String overview = Files.readString(FOLDER.resolve("README.md"));
        assertThat(NAMES).allSatisfy(name -> assertThat(overview).contains("[" + name + "](" + name + ".ipynb)"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void holdNoOutputsNoMachinePathsAndTheLeastMetadata(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".ipynb");
        JsonNode notebook = NotebookFiles.notebook(file);
        assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.get("metadata").toString())
                .isEqualTo(
                        "{\"kernelspec\":{\"display_name\":\"Python 3\",\"language\":\"python\",\"name\":\"python3\"},"
                                + "\"language_info\":{\"name\":\"python\"}}");
        for (JsonNode cell : notebook.get("cells")) {
            assertThat(cell.get("metadata").isEmpty()).isTrue();
        }
        for (JsonNode cell : NotebookFiles.codeCells(notebook)) {
            assertThat(cell.get("outputs").isEmpty()).isTrue();
            assertThat(cell.get("execution_count").isNull()).isTrue();
        }
        assertThat(MACHINE_PATH.matcher(Files.readString(file)).find()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("names")
    void haveShortCellsAndSignedFigures(String name) throws IOException {
        for (JsonNode cell : NotebookFiles.codeCells(NotebookFiles.notebook(FOLDER.resolve(name + ".ipynb")))) {
            String source = NotebookFiles.source(cell);
            assertThat(source.lines().filter(line -> !line.isBlank()))
                    .as(name + ", " + cell.get("id").asString())
                    .hasSizeLessThanOrEqualTo(MOST_LINES);
            assertThat(source.contains("plt.subplots("))
                    .as("a figure, and source and release under it")
                    .isEqualTo(source.lines().anyMatch(line -> line.startsWith("show(figure, ")));
        }
    }

    @Test
    void openTheReleaseInTheSameWay() throws IOException {
        List<String> opening = opening(NAMES.get(0));
        assertThat(opening.get(0)).contains("TILLSYN_RELEASE").contains("sha256");
        for (String name : NAMES) {
            assertThat(opening(name)).as(name).isEqualTo(opening);
        }
    }

    private static List<String> opening(String name) throws IOException {
        return NotebookFiles.codeCells(NotebookFiles.notebook(FOLDER.resolve(name + ".ipynb"))).stream()
                .limit(2)
                .map(NotebookFiles::source)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areRenderedAsTheyAreNow(String name) throws Exception {
        Path rendered = FOLDER.resolve("rendered").resolve(name + ".html");
        Document page = NotebookFiles.article(rendered);
        byte[] notebook = Files.readAllBytes(FOLDER.resolve(name + ".ipynb"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(notebook));
        assertThat(page.select("article.notebook").attr("data-notebook-sha256"))
                .as("%s.ipynb was changed: run notebooks/render again, see notebooks/README.md", name)
                .isEqualTo(hash);
        RenderedArticle.check(page);
        assertThat(page.select("figure img")).hasSizeGreaterThanOrEqualTo(1);
        // What the example cannot show has no place in it: an empty table stands for an empty picture above it.
        assertThat(page.select("table"))
                .allSatisfy(table -> assertThat(table.select("tbody tr")).isNotEmpty());
        assertThat(page.text()).contains("SYNTHETIC DATA");
        assertThat(MACHINE_PATH.matcher(Files.readString(rendered)).find()).isFalse();
    }

    @Test
    void checkOfArticlesFindsWhatThePolicyForbids() {
        for (String forbidden : List.of(
                "<script>1</script>",
                "<p style=\"color:red\">x</p>",
                "<p onclick=\"x()\">x</p>",
                "<img alt=\"long enough a description\" src=\"https://example.org/a.png\">",
                "<img alt=\"\" src=\"data:image/png;base64,AA\">",
                "<a href=\"https://example.org\">x</a>",
                "<p id=\"innehall\">x</p>",
                "<table><tr><th>x</th></tr></table>",
                "<table><tr><th scope=\"col\"></th></tr></table>")) {
            Document page = Jsoup.parse("<article class=\"notebook\"><h1>A</h1>" + forbidden + "</article>");
            assertThat(RenderedArticle.faults(page)).as(forbidden).hasSize(1);
        }
    }

    /** What a rendered article may hold. */
    static final class RenderedArticle {

        private RenderedArticle() {}

        static void check(Document page) {
            assertThat(faults(page)).isEmpty();
        }

        static List<String> faults(Document page) {
            List<String> faults = new ArrayList<>();
            if (page.select("h1").size() != 1) {
                faults.add("expected one h1");
            }
            for (Element element : page.body().getAllElements()) {
                String fault = fault(element);
                if (!fault.isEmpty()) {
                    faults.add(element.tagName() + ": " + fault);
                }
            }
            return faults;
        }

        private static String fault(Element element) {
            boolean attribute = element.attributes().asList().stream()
                    .anyMatch(a -> a.getKey().startsWith("on")
                            || List.of("style", "id").contains(a.getKey()));
            if (attribute
                    || List.of("script", "style", "link", "iframe", "object").contains(element.tagName())) {
                return "not allowed by the policy, or may collide";
            }
            if (element.tagName().equals("img")
                    && (!element.attr("src").startsWith("data:image/png;base64,")
                            || element.attr("alt").length() < 20)) {
                return "expected data and a description";
            }
            if (element.tagName().equals("a") && !NAMES.contains(element.attr("href"))) {
                return "expected another notebook";
            }
            boolean heading = element.tagName().equals("th");
            return heading && (element.attr("scope").isEmpty() || element.text().isBlank())
                    ? "expected a scope and a text"
                    : "";
        }
    }
}
