package se.tillsyn.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.RunningSite;

/** The release in one file: the same bytes each time, and any part of them. */
final class ReleaseZipTest extends RunningSite {

    private HttpResponse<byte[]> ask(String method, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address("/releases/" + release() + "/release.zip")))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void saysBeforehandHowLargeItIs() throws Exception {
        byte[] whole = ask("GET").body();
        HttpResponse<byte[]> head = ask("HEAD");
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(whole.length));
        assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
        HttpResponse<byte[]> again = ask("GET");
        assertThat(again.body()).isEqualTo(whole);
        assertThat(header(again, "Content-Length")).isEqualTo(Integer.toString(whole.length));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10",
        "bytes=100-100, 100, 101",
        "bytes=1000-, 1000, -1",
        "bytes=-22, -22, -1",
        "bytes=5-999999999, 5, -1"
    })
    void sendsAnyPart(String range, int from, int to) throws Exception {
        byte[] whole = ask("GET").body();
        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;
        String tag = header(ask("HEAD"), "ETag");
        for (String[] headers : new String[][] {{"Range", range}, {"Range", range, "If-Range", tag}}) {
            HttpResponse<byte[]> part = ask("GET", headers);
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
            assertThat(header(part, "Content-Range"))
                    .isEqualTo("bytes " + first + "-" + (end - 1) + "/" + whole.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"items=0-9", "bytes=0-1,5-6", "bytes=x"})
    void sendsTheWholeToThoseWhoAskForNoOnePart(String range) throws Exception {
        assertThat(ask("GET", "Range", range).statusCode()).isEqualTo(200);
    }

    @Test
    void sendsNoPartOfAnotherFileAndNoneThatThereIsNot() throws Exception {
        HttpResponse<byte[]> other = ask("GET", "Range", "bytes=0-9", "If-Range", "\"other\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(ask("GET").body());
        HttpResponse<byte[]> none = ask("GET", "Range", "bytes=999999999-");
        assertThat(none.statusCode()).isEqualTo(416);
        assertThat(header(none, "Content-Range")).isEqualTo("bytes */" + other.body().length);
    }
}
