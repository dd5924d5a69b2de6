package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.tillsyn.web.release.ReleaseWriter;
import se.tillsyn.web.release.SmallRelease;

/** A site that starts before the first release, and takes it up without a restart. */
@SpringBootTest(
        classes = TillsynApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "server.port=0", "tillsyn.release-check=200ms"})
final class NoReleaseTest {

    private static final Path HOME = emptyHome();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int healthPort;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("tillsyn.home", HOME::toString);
    }

    @Test
    void saysThatThereIsNoneUntilTheFirstIsPublished() throws IOException, InterruptedException {
        HttpResponse<String> before = get(port, "/sv/");
        assertThat(before.statusCode()).isEqualTo(503);
        assertThat(before.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(before.body()).contains("Det finns ännu ingen publicerad utgåva att visa.");
        assertThat(get(port, "/en/indicators").body()).contains("There is no published release to show yet.");
        assertThat(get(port, "/assets/atlas.css").statusCode()).isEqualTo(200);
        assertThat(get(healthPort, "/actuator/health").statusCode()).isEqualTo(503);

        String release = SmallRelease.publish(HOME, 1);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(port, "/sv/").statusCode() == 200);
        assertThat(get(port, "/sv/").body()).contains(release);
        assertThat(get(healthPort, "/actuator/health").body()).contains("\"UP\"", release);
        showsTheEarlierReleaseByNameAndMarksIt(release);
    }

    private void showsTheEarlierReleaseByNameAndMarksIt(String first) throws IOException, InterruptedException {
        String topic = "/sv/indikator/BEHOVSBEDOMNING?region=17";
        assertThat(get(port, topic).body()).contains("81,3\u00a0%").doesNotContain("Äldre utgåva.");
        String second = SmallRelease.write(HOME, new ReleaseWriter.Identity(2, "2026-11-03T07:00:00Z", true), 70);
        ReleaseWriter.serve(HOME, second);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(port, topic).body().contains(second));
        assertThat(get(port, topic).body()).contains("72,9\u00a0%").doesNotContain("81,3\u00a0%", "Äldre utgåva.");

        Document earlier = Jsoup.parse(get(port, topic + "&release=" + first).body());
        assertThat(earlier.select(".finding .headline").text()).startsWith("Värmlands län 81,3");
        assertThat(earlier.select(".older").text()).contains("Äldre utgåva.", first);
        assertThat(earlier.select(".older a").attr("href")).isEqualTo(topic);
        assertThat(earlier.select(".menu a, a.language, .ranking a, .choices a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.contains("release=" + first));
        assertThat(get(port, "/sv/?release=" + second).body()).doesNotContain("Äldre utgåva.");
        assertThat(get(port, "/sv/?release=000007-0123456789ab").statusCode()).isEqualTo(404);
        assertThat(get(port, "/sv/utgavor").body()).contains(first, second, "/sv/?release=" + first);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Path emptyHome() {
        try {
            return Files.createTempDirectory("tillsyn-empty");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
