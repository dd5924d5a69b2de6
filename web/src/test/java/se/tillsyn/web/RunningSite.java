package se.tillsyn.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.tillsyn.web.release.SmallRelease;

/** The site on a free port with the small release, started once for all tests that extend this. */
@SpringBootTest(
        classes = TillsynApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "server.port=0"})
public abstract class RunningSite {

    static final Path HOME = temporaryHome();
    static final String RELEASE = publish();

    /** Addresses of every kind of page, by what there is to see. */
    static final List<String> PAGES = List.of(
            "/sv/",
            "/en/",
            "/sv/indikatorer",
            "/en/indicators",
            "/sv/indikator/BEHOVSBEDOMNING",
            "/en/indicator/BEHOVSBEDOMNING",
            "/sv/indikator/BEHOVSBEDOMNING?region=17",
            "/en/indicator/BEHOVSBEDOMNING?region=17&sort=rate",
            "/sv/indikator/BEHOVSBEDOMNING?region=25",
            "/en/indicator/BEHOVSBEDOMNING?region=25",
            "/sv/indikator/BEHOVSBEDOMNING?region=1780&period=2013&type=HVB",
            "/en/indicator/BEHOVSBEDOMNING?region=1780&period=2013&type=HVB",
            "/sv/indikator/KRAV_ATGARD?region=17",
            "/en/indicator/KRAV_ATGARD?measure=case",
            "/sv/indikator/PLANERING",
            "/en/indicator/PLANERING",
            "/sv/indikator/AVTAL_OKANT",
            "/sv/indikator/PSYK_VANTETID",
            "/en/indicator/PSYK_VANTETID",
            "/sv/utgavor",
            "/en/releases",
            "/sv/utgavor/" + RELEASE,
            "/en/releases/" + RELEASE,
            "/sv/utgavor/" + RELEASE + "/andringar",
            "/en/releases/" + RELEASE + "/changes",
            "/sv/indikator/BEHOVSBEDOMNING?map=tiles",
            "/en/indicator/BEHOVSBEDOMNING?region=20&map=tiles",
            "/sv/data",
            "/en/data",
            "/sv/data/rates",
            "/en/data/rates",
            "/sv/data/api",
            "/en/data/api",
            "/sv/metod",
            "/en/method",
            "/sv/kvalitet",
            "/en/quality",
            "/sv/ordlista",
            "/en/glossary",
            "/sv/tillganglighet",
            "/en/accessibility",
            "/sv/sok?q=v%C3%A4rm",
            "/en/search?q=skaraborg",
            "/sv/sok?q=zzz",
            "/sv/om",
            "/en/about",
            "/sv/regioner",
            "/en/regions",
            "/sv/region/17",
            "/en/region/17",
            "/sv/region/25",
            "/en/region/00",
            "/sv/region/1780?period=2013",
            "/en/region/1780?period=2013",
            "/sv/jamfor",
            "/en/compare",
            "/sv/jamfor?region=17",
            "/sv/jamfor?region=17~20~00",
            "/en/compare?region=17~25&ref=25",
            "/sv/jamfor?region=17~20~25&topic=BEHOVSBEDOMNING",
            "/en/compare?region=00~17&topic=BEHOVSBEDOMNING&age=18-25",
            "/sv/jamfor?region=01~25&topic=KRAV_ATGARD&measure=case",
            "/sv/ojamlikhet",
            "/en/inequality",
            "/en/inequality?level=municipality&period=2013",
            "/sv/ojamlikhet/BEHOVSBEDOMNING",
            "/en/inequality/BEHOVSBEDOMNING",
            "/sv/ojamlikhet/KRAV_ATGARD?level=municipality",
            "/sv/vantetider",
            "/en/waits",
            "/sv/vantetider?period=2013&type=HVB",
            "/en/waits?age=18-25");

    /** Addresses of pages that say what is wrong. */
    static final List<String> FAULTS = List.of(
            "/sv/finns-inte",
            "/en/not-here",
            "/sv/indikator/OKAND",
            "/en/indicator/BEHOVSBEDOMNING?region=99",
            "/sv/indikator/BEHOVSBEDOMNING?sort=upp",
            "/en/indicator/BEHOVSBEDOMNING?colour=red",
            "/sv/sok?release=000009-abc",
            "/en/indicator/BEHOVSBEDOMNING?map=globe",
            "/sv/region/99",
            "/en/region/17?period=1999",
            "/sv/jamfor?region=17~99",
            "/en/compare?region=17~20&ref=25",
            "/sv/ojamlikhet/PSYK_VANTETID",
            "/en/inequality?level=planet",
            "/sv/vantetider?topic=BEHOVSBEDOMNING",
            "/en/waits?age=7");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    protected static void home(DynamicPropertyRegistry registry) {
        registry.add("tillsyn.home", HOME::toString);
    }

    protected String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Folder whose releases are served. */
    protected static String home() {
        return HOME.toString();
    }

    /** Identifier of the release that is served. */
    protected static String release() {
        return RELEASE;
    }

    protected HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path))).GET().build());
    }

    protected HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that the site answers to bytes that no client library would send; until it closes the connection. */
    protected String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    protected Document page(String path) {
        return Jsoup.parse(get(path).body(), address(path));
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("tillsyn-web");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String publish() {
        try {
            return SmallRelease.publish(HOME, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
