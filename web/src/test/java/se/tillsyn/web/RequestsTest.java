package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Requests that the site must answer with care. */
final class RequestsTest extends RunningSite {

    @LocalManagementPort
    private int healthPort;

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#FAULTS")
    void fault39_explainsFaultsInTheReadersLanguageAndKeepsNone(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(Jsoup.parse(answer.body()).selectFirst("html").attr("lang"))
                .isEqualTo(path.startsWith("/sv") ? "sv" : "en");
        assertThat(answer.body())
                .doesNotContain("OKAND", "region=99", "finns-inte", "not-here", "sort=upp", "colour", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sv/indikator/BEHOVSBEDOMNING?region=",
                "/sv/indikator/BEHOVSBEDOMNING?region=17&region=01",
                "/sv/indikator/BEHOVSBEDOMNING?region=../..",
                "/sv/indikator/BEHOVSBEDOMNING?region=%00",
                "/sv/indikator/BEHOVSBEDOMNING?region=%3Cscript%3Ealert(1)%3C/script%3E",
                "/sv/indikator/BEHOVSBEDOMNING?region=17%0d%0aX-A:%20b",
                "/sv/indikator/BEHOVSBEDOMNING?valueCodes[Region]=00",
                "/sv/indikator/BEHOVSBEDOMNING?measure=both",
                "/sv/indikator/BEHOVSBEDOMNING;a=b",
                "/sv/indikator/BEHOVSBEDOMNING.csv;x.css",
                "/sv/indikator/%3Cb%3E",
                "/sv/indikator/B%C3%84",
                "/sv//indikatorer",
                "/releases/%2e%2e/%2e%2e/etc/passwd",
                "/releases/%252e%252e/x",
                "/sv/?x=1",
                "/sv/metod?utm_source=a"
            })
    void fault38_refusesAddressesThatNoPageWrites(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer).doesNotContain("<script>alert", "X-A:", "Exception", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 60})
    void fault38_refusesLongAndManyParametersQuickly(int size) throws IOException {
        StringBuilder query = new StringBuilder("?region=17");
        for (int i = 0; i < size; i++) {
            query.append(size > 1_000 ? "a" : "&p" + i + "=1");
        }
        assertThat(raw("GET /sv/indikator/BEHOVSBEDOMNING" + query
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void fault41_takesOnlyRequestsToRead(String method) throws IOException {
        assertThat(raw(method + " /sv/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void answersHeadAsGetWithoutABody() {
        HttpResponse<String> head = send(HttpRequest.newBuilder(URI.create(address("/sv/")))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void fault41_buildsNoAddressFromTheHostHeader() throws IOException {
        String spoofed =
                " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n";
        assertThat(raw("GET /" + spoofed))
                .startsWith("HTTP/1.1 302")
                .contains("Location: /sv/")
                .doesNotContain("evil");
        assertThat(raw("GET /sv/" + spoofed)).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sv/", "/sv/finns-inte", "/assets/atlas.css", "/sv/indikator/BEHOVSBEDOMNING.csv"})
    void protectsEveryAnswerWithTheSameHeaders(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Vary").orElse("")).doesNotContain("Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/heapdump",
                "/error",
                "/swagger-ui.html",
                "/h2-console",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/META-INF/sbom/application.cdx.json",
                "/application.properties",
                "/assets/",
                "/templates/topic.html"
            })
    void fault47_hasNothingElseOnThePublicPort(String path) {
        assertThat(get(path).statusCode()).isIn(404, 400);
    }

    @Test
    void fault47_tellsHealthOnAPortOfItsOwnOnly() {
        HttpResponse<String> health =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + "/actuator/health"))
                        .build());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains(RELEASE);
        HttpResponse<String> beans =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + "/actuator/beans"))
                        .build());
        assertThat(beans.statusCode()).isEqualTo(404);
    }

    @Test
    void answersTheSamePageWhetherItIsTakenPackedOrNot() throws IOException {
        String path = "/sv/indikator/BEHOVSBEDOMNING?region=20";
        String first = get(path).body();
        String kept = get(path).body();
        HttpResponse<InputStream> packed = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .join();
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(kept).isEqualTo(first).isNotEmpty();
        assertThat(new GZIPInputStream(packed.body()).readAllBytes()).isEqualTo(first.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answersNotModifiedForAPageThatIsTheSame() {
        HttpResponse<String> first = get("/sv/");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = send(HttpRequest.newBuilder(URI.create(address("/sv/")))
                .header("If-None-Match", tag)
                .build());
        assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
    }

    @Test
    void keepsStylesForEverUnderANameMadeFromTheirContent() {
        String style = page("/sv/").selectFirst("link[rel=stylesheet]").attr("href");
        assertThat(style).matches("/assets/atlas-[0-9a-f]{32}\\.css");
        assertThat(get(style).headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
        String chart = page("/sv/indikator/BEHOVSBEDOMNING")
                .selectFirst("script[src*=chart]")
                .attr("src");
        assertThat(chart).matches("/webjars/chart.js/[0-9.]+/dist/chart.umd.min.js");
        assertThat(get(chart).statusCode()).isEqualTo(200);
    }

    @Test
    void handsOutTheFilesOfTheManifestByteForByte() throws IOException {
        HttpResponse<String> list = get("/releases/" + RELEASE + "/codelists/topics.csv");
        assertThat(list.body())
                .isEqualTo(Files.readString(HOME.resolve("releases/" + RELEASE + "/codelists/topics.csv")));
        assertThat(list.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(list.headers().firstValue("Content-Disposition").orElse(""))
                .contains("filename=\"topics_" + RELEASE + "_synthetic.csv\"");
        assertThat(get("/releases/" + RELEASE + "/manifest.json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/CURRENT", "/000001-0000a0b0c0d1", "/000001-0000a0b0c0d1/", "/000009-000000000000/manifest.json"
            })
    void fault46_handsOutNothingThatNoManifestNames(String path) {
        assertThat(get("/releases" + path).statusCode()).isIn(400, 404);
    }

    @Test
    void fault46_handsOutNoFileThatTheManifestDoesNotName() throws IOException {
        Files.writeString(HOME.resolve("releases").resolve("secret.txt"), "x");
        assertThat(get("/releases/" + RELEASE + "/tables/other.csv").statusCode())
                .isEqualTo(404);
        assertThat(get("/releases/secret.txt").statusCode()).isEqualTo(404);
    }
}
