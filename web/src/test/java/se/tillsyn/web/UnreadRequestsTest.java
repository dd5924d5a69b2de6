package se.tillsyn.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Addresses that clients write by hand: what they mean is answered, and what cannot be read is refused in our own words. */
final class UnreadRequestsTest extends RunningSite {

    private static final String DATA = "/api/v2/tables/rates/data";
    private static final String CELL = "?valueCodes[Topic]=BEHOVSBEDOMNING&valueCodes[Region]=17&valueCodes[Tid]=2016"
            + "&valueCodes[ContentsCode]=case_rate";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&unknown={a}|<b>\"c\"",
                "&unknown=a\\b^c`d",
                "&valueCodes[AgeGroup]=TOTAL&{x}=|",
            })
    void answersRawCharactersAsIfTheyWereEncoded(String more) throws IOException {
        String answer = ask("GET " + DATA + CELL + more);
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(json(answer).path("value").get(0).asDouble()).isEqualTo(0.8125);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/tables/a%2Fb, 404",
        "/api/v2/tables/a%5Cb/metadata, 404",
        "/api/v1/regions/1%2F7, 404",
        "/api/v2/tables/{id}, 404",
        "/api/v2/tables/%00, 400",
        "/api/v2/tables/%zz, 400",
        "/api/v2/tables/%C3, 400",
        "/api/../../etc/passwd, 400",
        "/api/v2/tables/r\u00e4tes, 400",
        "/api/v2/tables?query=r\u00e4tes, 400",
        "/api/v2/\u0001tables, 400",
    })
    void refusesPathsOfTheInterfacesAsProblems(String path, int status) throws IOException {
        assertProblem(ask("GET " + path), status);
    }

    @ParameterizedTest
    @CsvSource({"17000, 414", "20000, 414"})
    void tellsThatAnAddressIsTooLong(int letters, int status) throws IOException {
        String answer = ask("GET " + DATA + "?a=" + "b".repeat(letters));
        assertProblem(answer, status);
        assertThat(json(answer).path("detail").asString()).contains("POST");
    }

    /** The site ends the connection while more is sent, so that the answer may be lost on its way. */
    @ParameterizedTest
    @ValueSource(ints = {70_000, 300_000})
    void doesNotReadAnAddressThatIsMuchTooLong(int letters) {
        try {
            assertThat(ask("GET " + DATA + "?a=" + "b".repeat(letters)))
                    .satisfiesAnyOf(answer -> assertThat(answer).isEmpty(), answer -> assertProblem(answer, 414));
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
        assertThat(get("/api/v2/config").statusCode()).isEqualTo(200);
    }

    @Test
    void readsAddressesOfSixteenThousandBytes() throws IOException {
        assertThat(ask("GET " + DATA + CELL + "&a=" + "b".repeat(15_500))).startsWith("HTTP/1.1 200");
    }

    @Test
    void tellsThatHeadersAreTooLong() throws IOException {
        String header = "\r\nX-Long: " + "c".repeat(17_000);
        assertProblem(ask("GET /api/v2/config HTTP/1.1\r\nHost: a" + header + "\r\nX-Z: ", ""), 431);
        assertPlain(ask("GET /sv/ HTTP/1.1\r\nHost: a" + header + "\r\nX-Z: ", ""), 431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/config HTTP/1.1\r\nHost: a\r\nHost: b",
                "GET /api/v2/config HTTP/1.1\r\nX-No-Host: a",
                "POST /api/v2/tables/rates/data HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5"
            })
    void refusesHeadersOfTheInterfacesAsProblems(String request) throws IOException {
        assertProblem(ask(request, ""), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sv/%zz HTTP/1.1\r\nHost: a",
                "GET /sv/%00 HTTP/1.1\r\nHost: a",
                "GET /sv/../../etc HTTP/1.1\r\nHost: a",
                "GET /sv/ HTTP/1.1\r\nHost: a\r\nHost: b"
            })
    void refusesOtherRequestsInPlainWords(String request) throws IOException {
        String answer = ask(request, "");
        assertPlain(answer, 400);
        assertThat(answer).contains("Frågan kunde inte läsas");
    }

    @Test
    void refusesInTheLanguageOfThePath() throws IOException {
        assertThat(ask("GET /en/%zz")).contains("The request could not be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sv/indikator/a%2Fb", "/sv/region/{17}", "/sv/regioner?region=<b>|\"c\""})
    void leavesToThePagesWhatTheServerReads(String path) throws IOException {
        String answer = ask("GET " + path);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("text/html", "Adressen");
        assertThat(answer).doesNotContain("a%2Fb", "{17}", "<b>");
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + ' ');
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
        assertProtected(answer);
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("http://127.0.0.1:");
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).matches("(?s).*[eE]xpected .+, found .+\\. [A-Z].+");
        assertThat(problem.path("instance").asString()).startsWith("http://127.0.0.1:");
    }

    private static void assertPlain(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + ' ');
        assertThat(header(answer, "content-type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertProtected(answer);
    }

    private static void assertProtected(String answer) {
        assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        assertThat(header(answer, "content-security-policy")).startsWith("default-src 'none'");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("tomcat", "exception", "<html", "passwd", "%zz", "bbbb", "cccc");
    }

    private static String header(String answer, String name) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ':'))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static JsonNode json(String answer) {
        return new JsonMapper().readTree(answer.substring(answer.indexOf('{')));
    }

    private String ask(String line) throws IOException {
        return ask(line + " HTTP/1.1\r\nHost: localhost", "");
    }

    private String ask(String head, String body) throws IOException {
        return raw(head + "\r\nConnection: close\r\n\r\n" + body);
    }
}
