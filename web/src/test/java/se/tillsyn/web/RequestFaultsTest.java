package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Hostile requests and hostile readers, numbered as in the catalogue of faults; more of them are in {@link RequestsTest}. */
final class RequestFaultsTest extends RunningSite {

    private static final String VIEW = "/sv/indikator/BEHOVSBEDOMNING";
    private static final int CLIENTS = 60;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int healthPort;

    @ParameterizedTest
    @ValueSource(strings = {"?region=../..", "?region=%00", "?region=17&region=01", "?a=1", "?region="})
    void fault38_refusesInFiftyMillisecondsAndKeepsNothing(String query) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long started = System.nanoTime();
            HttpResponse<String> answer = get(VIEW + query);
            fastest = Math.min(fastest, System.nanoTime() - started);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.body()).doesNotContain("Exception", "at se.tillsyn", "org.springframework");
        }
        // The fastest of many: what the machine does beside this is not measured.
        assertThat(TimeUnit.NANOSECONDS.toMillis(fastest)).isLessThan(50);
    }

    @Test
    void fault38_refusesAThousandParameters() throws IOException {
        StringBuilder query = new StringBuilder("?region=17");
        for (int i = 0; i < 1_000; i++) {
            query.append("&a=").append(i);
        }
        assertThat(raw("GET " + VIEW + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void fault39_answersAWithheldAndAMissingCellAlike() {
        // 25 is withheld, 01 has no row.
        HttpResponse<String> withheld = get(VIEW + "?region=25");
        HttpResponse<String> missing = get(VIEW + "?region=01");
        assertThat(get(VIEW + "?region=25").headers().map().keySet())
                .as("kept answers as new ones")
                .isEqualTo(withheld.headers().map().keySet());
        assertThat(withheld.statusCode()).isEqualTo(missing.statusCode()).isEqualTo(200);
        assertThat(withheld.headers().map().keySet())
                .isEqualTo(missing.headers().map().keySet());
        Element one = Jsoup.parse(withheld.body()).selectFirst("tr[data-region=25]");
        Element other = Jsoup.parse(missing.body()).selectFirst("tr[data-region=01]");
        assertThat(one.selectFirst("td").children().eachAttr("class"))
                .hasSameSizeAs(other.selectFirst("td").children().eachAttr("class"));
        HttpResponse<String> unlisted = get(VIEW + "?region=98");
        assertThat(unlisted.statusCode()).isEqualTo(404);
        // Names of styles and scripts hold a hash, in which any two digits may stand.
        assertThat(unlisted.body().replaceAll("/assets/[\\w.-]+", "")).doesNotContain("98");
    }

    @Test
    void fault40_reflectsNothingThatABrowserWouldRun() throws IOException {
        for (String attack : attacks()) {
            String query = URLEncoder.encode(attack, StandardCharsets.UTF_8);
            for (String path : List.of("/sv/sok?q=" + query, VIEW + "?region=" + query, "/api/v1/topics/" + query)) {
                HttpResponse<String> answer = get(path);
                assertThat(answer.body()).as(path).doesNotContain(attack);
                assertThat(answer.headers().map().toString()).as(path).doesNotContain("alert(");
            }
        }
    }

    @Test
    void fault40_showsTheWordsOfASearchAsTextOnly() {
        Document page = page("/sv/sok?q=" + URLEncoder.encode("a(1);:/._-–", StandardCharsets.UTF_8));
        assertThat(page.select("input[name=q]").eachAttr("value")).contains("a(1);:/._-–");
        assertThat(page.select("[onerror], [onload], script:not([src])")).isEmpty();
    }

    @Test
    void fault40_letsNoLineBreakIntoAHeader() throws IOException {
        String answer = raw(request("GET /sv?%0d%0aX-Evil:%20b HTTP/1.1", "Referer: a", " X-Evil: b"));
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("X-Evil");
    }

    /** 500 attempts: 20 elements or contexts, each with 25 ways to run. */
    private static List<String> attacks() {
        List<String> attacks = new ArrayList<>();
        String[] elements = {
            "<script>%s</script>",
            "<img src=x onerror=%s>",
            "\"><svg onload=%s>",
            "'><body onload=%s>",
            "<a href=javascript:%s>",
            "<iframe srcdoc=\"%s\">",
            "</title><b onclick=%s>",
            "</textarea><i onfocus=%s autofocus>",
            "<style>@import '%s'",
            "${%s}",
            "#{%s}",
            "*{%s}",
            "[[${%s}]]",
            "th:utext=\"%s\"",
            "__${%s}__::x",
            "{{%s}}",
            "<!--%s-->",
            "]]><x>%s",
            "\" onmouseover=\"%s",
            "` autofocus onfocus=%s"
        };
        String[] codes = {
            "alert(1)",
            "alert`1`",
            "alert&#40;1&#41;",
            "\\u0061lert(1)",
            "eval(\"alert(1)\")",
            "top['alert'](1)",
            "window.alert(1)",
            "setTimeout('alert(1)')",
            "new Function('alert(1)')()",
            "[1].map(alert(1))",
            "T(java.lang.Runtime).alert(1)",
            "self[atob('YWxlcnQ=')](1)",
            "/*x*/alert(1)",
            "alert(1)//",
            ";alert(1);",
            "'-alert(1)-'",
            "\"-alert(1)-\"",
            "</script><script>alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,alert(1)",
            "&lt;alert(1)",
            "%3Calert(1)",
            "<<alert(1)",
            "alert(1)\r\nSet-Cookie: a=b",
            "\u0000alert(1)"
        };
        for (String element : elements) {
            for (String code : codes) {
                attacks.add(element.replace("%s", code));
            }
        }
        assertThat(attacks).hasSize(500).doesNotHaveDuplicates();
        return attacks;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /sv/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /sv/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 44\r\n\r\nabcd",
                "GET /sv/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "GET http://evil.example/sv/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /sv/ HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /sv/ HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"
            })
    void fault41_refusesRequestsThatTwoServersWouldReadDifferently(String request) throws IOException {
        String answer = raw(request + "GET /sv/om HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches(Pattern.compile("HTTP/1\\.1 (400|405|501) .*", Pattern.DOTALL));
        assertThat(answer).doesNotContain("evil");
        assertThat(count(answer, "HTTP/1.1 "))
                .as("the second request is not answered")
                .isEqualTo(1);
    }

    @Test
    void fault42_servesOthersBesideSlowSendersAndSlowReaders() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream().write("GET /sv/ HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            for (int i = 0; i < CLIENTS; i++) {
                Socket reader = new Socket();
                reader.setReceiveBufferSize(2_048);
                reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                reader.getOutputStream()
                        .write(("GET " + VIEW + "?region=17 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                slow.add(reader);
            }
            long started = System.nanoTime();
            assertThat(get("/sv/metod").statusCode()).isEqualTo(200);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started))
                    .isLessThan(8);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void fault43_answersAFloodAndRecovers() throws InterruptedException {
        AtomicInteger answered = new AtomicInteger();
        ExecutorService crowd = Executors.newFixedThreadPool(200);
        for (int i = 0; i < 2_000; i++) {
            int place = i;
            crowd.execute(() -> {
                int status = get("/sv/indikator/BEHOVSBEDOMNING?region=17&period=" + (2013 + place % 3))
                        .statusCode();
                if (status == 200 || status == 503) {
                    answered.incrementAndGet();
                }
            });
        }
        crowd.shutdown();
        assertThat(crowd.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).hasValue(2_000);
        long started = System.nanoTime();
        assertThat(get("/sv/").statusCode()).isEqualTo(200);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started)).isLessThan(10);
        assertThat(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + healthPort + "/actuator/health"))
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void fault45_answersTheSameWhateverHeadersSay() throws IOException {
        String plain = body(request("GET " + VIEW + " HTTP/1.1"));
        String odd = body(request(
                "GET " + VIEW + " HTTP/1.1",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Prefix: /evil",
                "X-Original-URL: /en/about",
                "X-Rewrite-URL: /en/about",
                "Accept-Language: en",
                "Cookie: lang=en"));
        assertThat(odd).isEqualTo(plain).isNotEmpty();
        assertThat(get(VIEW).headers().allValues("Vary"))
                .hasSize(1)
                .first()
                .asString()
                .isEqualToIgnoringCase("Accept-Encoding");
        HttpResponse<String> turned = get(VIEW + "?period=2015&region=17");
        assertThat(turned.statusCode()).isEqualTo(302);
        assertThat(turned.headers().firstValue("Location")).hasValue(VIEW + "?region=17&period=2015");
        assertThat(get(VIEW + ".csv;x.css").statusCode()).isEqualTo(400);
    }

    @Test
    void fault46_followsNoLinkOutOfARelease() throws IOException {
        Path secret = Files.writeString(HOME.resolve("outside.txt"), "outside");
        Path named = HOME.resolve("releases").resolve(RELEASE).resolve("datapackage.json");
        byte[] own = Files.readAllBytes(named);
        Files.delete(named);
        Files.createSymbolicLink(named, secret);
        try {
            HttpResponse<String> answer = get("/releases/" + RELEASE + "/datapackage.json");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("outside");
        } finally {
            Files.delete(named);
            Files.write(named, own);
        }
        for (String path :
                List.of("..%2fCURRENT", "..%252fCURRENT", "%2e%2e%2fCURRENT", "codelists/..%5c..%5cCURRENT")) {
            assertThat(get("/releases/" + RELEASE + '/' + path).statusCode())
                    .as(path)
                    .isIn(400, 404);
        }
    }

    @Test
    void fault48_writesFilesThatSwedishSpreadsheetsReadRight() {
        String file = get(VIEW + ".csv?region=17&dialect=excel-sv").body();
        assertThat(file).startsWith("\ufeff");
        assertThat(file).contains(";0,8125;").doesNotContain(";0.8125;");
        // A region's code would lose its zero in a spreadsheet, so its name stands beside it and identifies alone.
        assertThat(file).contains("01;Stockholms län");
        assertThat(file.lines().skip(1))
                .noneMatch(line -> Pattern.compile("(^|;)[=+@\t]").matcher(line).find());
    }

    @ParameterizedTest
    @FieldSource("se.tillsyn.web.RunningSite#PAGES")
    void fault49_hasNothingInAPageThatThePolicyWouldStop(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .endsWith("frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("script:not([src]):not([type$=json]), style, [style], iframe, object, base"))
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(Map.Entry::getKey))
                .noneMatch(name -> name.startsWith("on"));
        assertThat(page.select("script[src], link[rel=stylesheet], img").stream()
                        .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href")))
                .allMatch(source -> source.startsWith("/") && !source.startsWith("//"));
    }

    private static int count(String text, String part) {
        Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** A request line and headers beside those that every request has. */
    private static String request(String line, String... headers) {
        List<String> lines = new ArrayList<>(List.of(line, "Host: localhost"));
        lines.addAll(List.of(headers));
        lines.addAll(List.of("Connection: close", "", ""));
        return String.join("\r\n", lines);
    }

    private String body(String request) throws IOException {
        String answer = raw(request);
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }
}
