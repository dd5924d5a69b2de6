package se.tillsyn.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs may expect of every address outside the interfaces that holds data. */
final class DataAddressesTest extends RunningSite {

    private static final String RELEASE = "/releases/" + release();

    /** Those, and the files of a page, which take what the page takes. */
    static List<String> open() {
        List<String> open = new ArrayList<>(addresses());
        for (String ending : List.of(".csv", ".json", ".svg", ".png")) {
            open.add("/sv/indikator/BEHOVSBEDOMNING" + ending);
        }
        return open;
    }

    static List<String> addresses() {
        List<String> addresses =
                new ArrayList<>(List.of("/releases.json", "/releases.atom", "/releases.ics", "/datasets/dcat"));
        for (String file : List.of(
                "manifest.json",
                "datapackage.json",
                "quality.json",
                "tables/rates_nation.parquet",
                "CITATION.cff",
                "citation.bib",
                "citation.ris",
                "datacite.json",
                "release.zip")) {
            addresses.add(RELEASE + '/' + file);
        }
        return addresses;
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .headers(headers)
                .build());
    }

    @ParameterizedTest
    @MethodSource("open")
    void areOpenToScriptsOfAnySite(String path) {
        assertThat(get(path).headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        HttpResponse<String> asked = send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "range")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Range");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void areNotSentTwice(String path) {
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        for (String known : List.of(tag, "\"other\", " + tag, tag.startsWith("W/") ? tag.substring(2) : "W/" + tag)) {
            HttpResponse<String> again = get(path, "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void takeParametersThatTheyDoNotKnow(String path) {
        assertThat(get(path + "?utm_source=x&a=&a=").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesAreNotOpenToScripts() {
        assertThat(get("/sv/indikator/BEHOVSBEDOMNING").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(get("/sv/indikator/BEHOVSBEDOMNING.csv?utm_source=x").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "quality.json", "tables/rates_nation.parquet"})
    void filesAreGoneOnWithOnlyWhereTheyAreTheSame(String file) {
        HttpResponse<String> whole = get(RELEASE + '/' + file);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> part = get(RELEASE + '/' + file, "Range", "bytes=2-5", "If-Range", tag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range").orElse("")).startsWith("bytes 2-5/");
        for (String other : List.of("\"other\"", "W/" + tag, "Mon, 02 Nov 2026 07:00:00 GMT")) {
            HttpResponse<String> again = get(RELEASE + '/' + file, "Range", "bytes=2-5", "If-Range", other);
            assertThat(again.statusCode()).as(other).isEqualTo(200);
            assertThat(again.body()).isEqualTo(whole.body());
            assertThat(again.headers().firstValue("Content-Length"))
                    .isEqualTo(whole.headers().firstValue("Content-Length"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/releases/000009-000000000000/manifest.json",
                "/releases/000009-000000000000/CITATION.cff",
                "/releases/latest/tables/rates.csv",
                "/releases.atom/",
                "/sv/indikator/NONE.json",
                "/datasets/dcat?release=000009-000000000000"
            })
    void faultsAreToldAsPagesWhateverTheAddressEndsWith(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sv/utgavor/", "/en/releases/"})
    void theReleasesPageLeadsToEverythingOfIt(String page) {
        List<String> led = page(page + release())
                .select("main section:first-of-type li a[href]")
                .eachAttr("href");
        assertThat(led)
                .contains(
                        RELEASE + "/release.zip",
                        RELEASE + "/datapackage.json",
                        RELEASE + "/CITATION.cff",
                        RELEASE + "/citation.bib",
                        RELEASE + "/citation.ris",
                        RELEASE + "/datacite.json",
                        page.startsWith("/sv") ? "/sv/kvalitet" : "/en/quality");
        assertThat(led).allSatisfy(href -> assertThat(get(href).statusCode()).isEqualTo(200));
    }

    @Test
    void theCatalogueIsOfTheReleaseThatACallNames() {
        String latest = get("/datasets/dcat").body();
        assertThat(get("/datasets/dcat?release=" + release()).body()).isEqualTo(latest);
        assertThat(get("/datasets/dcat?release=latest").body()).isEqualTo(latest);
    }

    @Test
    void anIdentifierCanBeMintedFromTheRecord() {
        JsonNode record =
                JsonMapper.shared().readTree(get(RELEASE + "/datacite.json").body());
        assertThat(record.path("schemaVersion").asString()).isEqualTo("http://datacite.org/schema/kernel-4");
        assertThat(record.path("types").path("resourceTypeGeneral").asString()).isEqualTo("Dataset");
        assertThat(record.path("creators").get(0).path("name").asString()).isEqualTo("The Inspectorate (test)");
        assertThat(record.path("titles").get(0).path("title").asString()).contains(release());
        assertThat(record.path("publisher").path("name").asString()).isEqualTo("The Inspectorate (test)");
        assertThat(record.path("publicationYear").asString()).isEqualTo("2026");
        assertThat(record.path("version").asString()).isEqualTo(release());
        assertThat(record.path("rightsList").get(0).path("rightsIdentifier").asString())
                .isEqualTo("CC0-1.0");
    }
}
