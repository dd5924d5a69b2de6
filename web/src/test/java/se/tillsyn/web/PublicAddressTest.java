package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import se.tillsyn.web.page.PublicAddress;

/** The site behind a proxy, told by a setting where readers reach it. */
@TestPropertySource(properties = "tillsyn.base-url=https://atlas.example.org")
final class PublicAddressTest extends RunningSite {

    private static final String SITE = "https://atlas.example.org";
    private static final String VIEW = "/sv/indikator/BEHOVSBEDOMNING?region=17";

    @LocalServerPort
    private int port;

    @Test
    void carriesThePublicAddressInWhateverLeavesTheSite() {
        String lasting = SITE + VIEW + "&release=" + RELEASE;
        Document page = page(VIEW);
        assertThat(page.selectFirst("link[rel=canonical]").attr("href")).isEqualTo(SITE + VIEW);
        assertThat(page.selectFirst("#fast-lank").val()).isEqualTo(lasting);
        assertThat(page.selectFirst("#rullande-lank").val()).isEqualTo(SITE + VIEW);
        assertThat(page.selectFirst("#ram").val()).contains("src=\"" + SITE + "/sv/inbaddad/");
        assertThat(page.selectFirst(".citation").text()).contains(lasting);
        assertThat(get(VIEW.replace("?", ".json?")).body()).contains(lasting);
        assertThat(get(VIEW.replace("?", ".svg?")).body()).contains(lasting.replace("&", "&amp;"));
        assertThat(get("/sv/jamfor.svg?region=17~20&topic=BEHOVSBEDOMNING").body())
                .contains(SITE + "/sv/jamfor");
        assertThat(get("/releases.atom").body()).contains(SITE + '/');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                VIEW,
                "/sv/indikator/BEHOVSBEDOMNING.json",
                "/releases.atom",
                "/releases.json",
                "/api/v1/releases"
            })
    void takesNothingFromTheHostOfARequest(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                                    + "Forwarded: host=evil.example\r\nX-Forwarded-Proto: gopher\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains(SITE).doesNotContain("evil", "gopher");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://atlas.example.org/",
                "atlas.example.org",
                "ftp://atlas.example.org",
                "https://a b",
                "https://a?b"
            })
    void refusesAnAddressThatLinksCannotBeginWith(String address) {
        assertThatThrownBy(() -> new PublicAddress(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tillsyn.base-url: expected");
    }
}
