package se.tillsyn.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.RunningSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Index, feeds, citation, lasting addresses and the release in one file. */
final class PublicationTest extends RunningSite {

    @Test
    void theIndexNamesEveryRelease() {
        JsonNode index = JsonMapper.shared().readTree(get("/releases.json").body());
        assertThat(index.path("current").asString()).isEqualTo(release());
        JsonNode only = index.path("releases").get(0);
        for (String file : new String[] {"manifest", "datapackage", "zip", "citation"}) {
            String address = only.path(file).asString();
            assertThat(get(address.substring(address("").length())).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
    }

    @Test
    void theCitationFileIsValid() throws IOException {
        Map<String, Object> citation =
                new Yaml().load(get("/releases/" + release() + "/CITATION.cff").body());
        try (InputStream in = Objects.requireNonNull(PublicationTest.class.getResourceAsStream("/cff/schema.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(JsonMapper.shared().readTree(in))
                            .validate(JsonMapper.shared().valueToTree(citation)))
                    .isEmpty();
        }
        assertThat(citation).containsEntry("version", release()).containsEntry("date-released", "2026-11-02");
        assertThat(get("/releases/" + release() + "/citation.bib").body())
                .startsWith("@misc{tillsynsatlas-" + release())
                .contains("author = {{The Inspectorate (test)}}");
        assertThat(get("/releases/" + release() + "/citation.ris").body())
                .startsWith("TY  - DATA\r\n")
                .endsWith("ER  - \r\n");
        assertThat(get("/releases/000009-000000000000/CITATION.cff").statusCode())
                .isEqualTo(404);
    }

    @Test
    void feedsTellOfTheRelease() {
        Document feed = Jsoup.parse(get("/releases.atom").body(), "", Parser.xmlParser());
        assertThat(feed.select("entry > title").text()).contains(release());
        assertThat(feed.select("entry > updated").text()).isEqualTo("2026-11-02T07:00:00Z");
        String calendar = get("/releases.ics").body();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("DTSTART:20261102T070000Z\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.lines().allMatch(line -> line.length() <= 75)).isTrue();
    }

    @Test
    void datasetsHaveLastingAddresses() {
        assertThat(get("/id/dataset/rates").headers().firstValue("Location"))
                .contains(address("/api/v2/tables/rates/metadata"));
        HttpResponse<String> edition = get("/id/dataset/rates/" + release());
        assertThat(edition.statusCode()).isEqualTo(303);
        String address = edition.headers().firstValue("Location").orElseThrow();
        assertThat(get(address.substring(address("").length())).statusCode()).isEqualTo(200);
        assertThat(get("/id/dataset/none").statusCode()).isEqualTo(404);
        assertThat(get("/id/dataset/rates/000009-000000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void theZipHoldsEveryFileAsItIs() throws Exception {
        byte[] zip = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/releases/" + release() + "/release.zip")))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        Map<String, String> hashes = new TreeMap<>();
        byte[] manifest = {};
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry entry = files.getNextEntry();
            while (entry != null) {
                byte[] bytes = files.readAllBytes();
                if (entry.getName().equals("manifest.json")) {
                    manifest = bytes;
                } else {
                    hashes.put(
                            entry.getName(),
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(bytes)));
                }
                entry = files.getNextEntry();
            }
        }
        assertThat(hashes).isEqualTo(Manifest.parse(manifest).hashes());
    }
}
