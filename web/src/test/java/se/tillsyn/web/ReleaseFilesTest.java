package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;

/** Files of a release as they are sent: whole, in part, unchanged. */
final class ReleaseFilesTest extends RunningSite {

    private static final String FILE = "indicators.json";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Path folder() {
        return HOME.resolve("releases").resolve(RELEASE);
    }

    private static byte[] published(String path) throws IOException {
        return Files.readAllBytes(folder().resolve(path));
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address("/releases/" + RELEASE + "/" + path)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void sendsEveryFileByteForByte() throws Exception {
        List<Manifest.PublishedFile> files =
                ReleaseFolder.open(folder()).manifest().files();
        assertThat(files).hasSizeGreaterThan(20);
        for (Manifest.PublishedFile file : files) {
            byte[] expected = published(file.path());
            HttpResponse<byte[]> plain = ask("GET", file.path());
            assertThat(plain.statusCode()).as(file.path()).isEqualTo(200);
            assertThat(plain.body()).as(file.path()).isEqualTo(expected);
            assertThat(header(plain, "Content-Length")).as(file.path()).isEqualTo(Integer.toString(expected.length));
            assertThat(header(plain, "ETag")).as(file.path()).contains(file.sha256());
            assertThat(header(plain, "Accept-Ranges")).as(file.path()).isEqualTo("bytes");
        }
    }

    /** Their tags are strong and their parts may be asked for, so they are the same bytes for everyone. */
    @Test
    void packsNoFileOnTheWay() throws Exception {
        HttpResponse<byte[]> answer = ask("GET", FILE, "Accept-Encoding", "gzip");
        assertThat(header(answer, "Content-Encoding")).isEmpty();
        assertThat(header(answer, "ETag")).startsWith("\"");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body()).isEqualTo(published(FILE));
    }

    @Test
    void tellsTheLengthWithoutTheFile() throws Exception {
        HttpResponse<byte[]> head = ask("HEAD", FILE);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(published(FILE).length));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void sendsAPart() throws Exception {
        HttpResponse<byte[]> part = ask("GET", FILE, "Range", "bytes=10-29");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(published(FILE), 10, 30));
    }

    @Test
    void sendsNothingToWhoHasTheFile() throws Exception {
        String tag = header(ask("GET", FILE), "ETag");
        HttpResponse<byte[]> unchanged = ask("GET", FILE, "If-None-Match", tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    @Test
    void answersTheNextRequestOfAConnectionAfterAFile() throws IOException {
        String file = "/releases/" + RELEASE + "/" + FILE;
        String answers = raw("GET " + file + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + "GET " + file
                + " HTTP/1.1\r\nHost: localhost\r\n\r\nGET /sv/ordlista HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n\r\n");
        String whole = Files.readString(folder().resolve(FILE));
        assertThat(answers).startsWith("HTTP/1.1 200");
        assertThat(answers.split(Pattern.quote(whole), -1)).hasSize(3);
        assertThat(answers).contains("</html>");
    }
}
