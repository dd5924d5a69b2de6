package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The message files are complete in both languages, and no template holds a text of its own. */
final class TextsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @Test
    void haveTheSameKeysAndArgumentsInBothLanguages() throws IOException {
        Properties sv = messages("sv");
        Properties en = messages("en");
        assertThat(new TreeSet<>(sv.stringPropertyNames())).isEqualTo(new TreeSet<>(en.stringPropertyNames()));
        for (String key : sv.stringPropertyNames()) {
            assertThat(sv.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(en.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
            if (!key.startsWith("headline.") && !key.startsWith("verdict.sentence.")) {
                assertThat(arguments(sv.getProperty(key))).as(key).isEqualTo(arguments(en.getProperty(key)));
            }
        }
    }

    @Test
    void haveEveryKeyThatATemplateUses() throws IOException {
        Properties sv = messages("sv");
        for (Path template : templates()) {
            Matcher key = Pattern.compile("#\\{([a-z0-9.-]+)").matcher(Files.readString(template));
            while (key.find()) {
                assertThat(sv.getProperty(key.group(1)))
                        .as("%s in %s", key.group(1), template.getFileName())
                        .isNotNull();
            }
        }
    }

    @Test
    void standInMessageFilesOnly() throws IOException {
        Pattern comments = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
        Pattern letters = Pattern.compile(">[^<]*\\p{L}{2,}[^<]*<");
        for (Path template : templates()) {
            String html = comments.matcher(Files.readString(template)).replaceAll("");
            assertThat(letters.matcher(html).results().map(found -> found.group()))
                    .as("text in %s", template.getFileName())
                    .isEmpty();
            assertThat(html).doesNotContainPattern("\\s(aria-label|title|alt|placeholder)=\"");
        }
    }

    @Test
    void escapeEverythingButTheNumbersOfACharts() throws IOException {
        List<String> raw = new ArrayList<>();
        for (Path template : templates()) {
            Matcher found = Pattern.compile("th:utext=\"[^\"]*\"|\\[\\(").matcher(Files.readString(template));
            while (found.find()) {
                raw.add(found.group());
            }
        }
        // Menus, figures, differences, outcomes and options are written by their records, which escape every text
        // (MarkupTest); marks by IntervalMark, of numbers only.
        raw.removeIf(text -> text.matches("th:utext=\"\\$\\{[\\w.]*\\.(html|cell|mark\\.svg)\\(\\)\\}\""));
        // Drawings and maps are written by InlineSvg and MapSvg, which escape every text.
        assertThat(raw)
                .containsOnly(
                        "th:utext=\"${rates.trend.json}\"",
                        "th:utext=\"${drawing.svg()}\"",
                        "th:utext=\"${key.svg()}\"",
                        "th:utext=\"${map.svg(title)}\"",
                        "th:utext=\"${page.feature.map}\"",
                        "th:utext=\"${single.trend.json}\"",
                        // JSON with "<" written as \\u003c.
                        "th:utext=\"${page.jsonLd}\"",
                        // A rendered notebook of this repository, held to the policy by NotebooksTest.
                        "th:utext=\"${page.article}\"");
    }

    @Test
    void keepsOwnStyleAndScriptSmall() throws IOException {
        assertThat(assets(".css").stream().mapToInt(style -> style.length).sum())
                .isLessThanOrEqualTo(25_000);
        assertThat(assets(".js").stream().mapToInt(script -> script.length).sum())
                .isLessThanOrEqualTo(20_000);
    }

    @Test
    void sendsAtMost130KilobytesOfStyleAndScript() throws IOException {
        int packed = 0;
        for (byte[] own : assets("")) {
            packed += packed(own);
        }
        Resource[] charts = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/chart.js/*/dist/chart.umd.min.js");
        assertThat(charts).hasSize(1);
        packed += packed(charts[0].getContentAsByteArray());
        assertThat(packed).isGreaterThan(50_000).isLessThanOrEqualTo(130_000);
    }

    private static List<byte[]> assets(String ending) throws IOException {
        List<byte[]> assets = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/public/assets"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                assets.add(Files.readAllBytes(file));
            }
        }
        return assets;
    }

    private static int packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.size();
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(found -> arguments.add(found.group()));
        return arguments;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.sorted().toList();
        }
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        for (String bundle : List.of("messages", "regional")) {
            Properties own = new Properties();
            try (InputStream in = TextsTest.class.getResourceAsStream("/" + bundle + "_" + language + ".properties")) {
                own.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            }
            assertThat(messages.keySet()).as("keys of two bundles").doesNotContainAnyElementsOf(own.keySet());
            messages.putAll(own);
        }
        return messages;
    }
}
