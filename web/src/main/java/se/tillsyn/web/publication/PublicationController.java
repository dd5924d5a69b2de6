package se.tillsyn.web.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.DatasetCatalogue;
import se.tillsyn.web.dataset.Datasets;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseCatalogue;
import se.tillsyn.web.rest.Addresses;
import se.tillsyn.web.rest.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Catalogue, index, feeds, citation and persistent addresses. */
@Controller
final class PublicationController {

    private static final JsonMapper JSON = new JsonMapper();

    private final ReleaseCatalogue releases;
    private final DatasetCatalogue datasets;
    private final Addresses addresses;

    PublicationController(ReleaseCatalogue releases, DatasetCatalogue datasets, Addresses addresses) {
        this.releases = releases;
        this.datasets = datasets;
        this.addresses = addresses;
    }

    /** The catalogue of the release served, or of one that {@code release} names. */
    @GetMapping("/datasets/dcat")
    ResponseEntity<byte[]> dcat(HttpServletRequest request) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Datasets of = new Parameters(request)
                .text("release")
                .filter(named -> !named.equals("latest"))
                .map(this::datasets)
                .orElseGet(datasets::current);
        new Dcat(of, addresses.site(request)).write(out);
        return answer("application/rdf+xml;charset=UTF-8", out.toByteArray());
    }

    private Datasets datasets(String release) {
        return datasets.find(release).orElseThrow(() -> new UnknownCodeException("release"));
    }

    @GetMapping("/releases.json")
    ResponseEntity<byte[]> index(HttpServletRequest request) {
        String site = addresses.site(request);
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("current", releases.current().id());
        index.put(
                "releases",
                known().stream().map(release -> entry(release, site)).toList());
        return answer("application/json", JSON.writeValueAsBytes(index));
    }

    private static Map<String, Object> entry(Manifest release, String site) {
        Map<String, Object> entry = new LinkedHashMap<>();
        String address = site + "/releases/" + release.release();
        entry.put("release", release.release());
        entry.put("sequence", release.sequence());
        entry.put("published_at", release.publishedAt());
        entry.put("predecessor", release.predecessor());
        entry.put("synthetic", release.synthetic());
        entry.put("licence", release.licence());
        entry.put("manifest", address + "/manifest.json");
        entry.put("datapackage", address + "/datapackage.json");
        entry.put("zip", address + "/release.zip");
        entry.put("citation", address + "/CITATION.cff");
        entry.put("datacite", address + "/datacite.json");
        return entry;
    }

    @GetMapping("/releases.atom")
    ResponseEntity<byte[]> atom(HttpServletRequest request) throws XMLStreamException {
        return answer("application/atom+xml;charset=UTF-8", new ReleaseFeeds(known(), addresses.site(request)).atom());
    }

    @GetMapping("/releases.ics")
    ResponseEntity<byte[]> calendar(HttpServletRequest request) {
        return answer("text/calendar;charset=UTF-8", new ReleaseFeeds(known(), addresses.site(request)).calendar());
    }

    @GetMapping("/releases/{id}/CITATION.cff")
    ResponseEntity<byte[]> cff(@PathVariable String id, HttpServletRequest request) {
        return answer("application/yaml;charset=UTF-8", citation(id, request).cff());
    }

    @GetMapping("/releases/{id}/citation.bib")
    ResponseEntity<byte[]> bibTex(@PathVariable String id, HttpServletRequest request) {
        return answer(
                "application/x-bibtex;charset=UTF-8", citation(id, request).bibTex());
    }

    @GetMapping("/releases/{id}/citation.ris")
    ResponseEntity<byte[]> ris(@PathVariable String id, HttpServletRequest request) {
        return answer(
                "application/x-research-info-systems;charset=UTF-8",
                citation(id, request).ris());
    }

    /** What whoever mints an identifier for the release sends with it. */
    @GetMapping("/releases/{id}/datacite.json")
    ResponseEntity<byte[]> dataCite(@PathVariable String id, HttpServletRequest request) {
        return answer(
                "application/vnd.datacite.datacite+json",
                JSON.writeValueAsBytes(citation(id, request).dataCite()));
    }

    private Citation citation(String id, HttpServletRequest request) {
        Manifest release = releases.find(id, releases.current())
                .orElseThrow(() -> new UnknownCodeException("release"))
                .manifest();
        return new Citation(release, addresses.site(request) + "/sv/utgavor/" + release.release());
    }

    /** A dataset by its lasting address: of the release served, or of a named one. */
    @GetMapping({"/id/dataset/{slug}", "/id/dataset/{slug}/{release}"})
    ResponseEntity<Void> dataset(@PathVariable Map<String, String> parts, HttpServletRequest request) {
        String release = parts.getOrDefault("release", "");
        Datasets of = release.isEmpty() ? datasets.current() : datasets(release);
        String id = of.find(parts.getOrDefault("slug", ""))
                .orElseThrow(() -> new UnknownCodeException("file"))
                .id();
        String address = addresses.site(request) + "/api/v2/tables/" + id + "/metadata"
                + (release.isEmpty() ? "" : "?release=" + of.release().release());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .cacheControl(CacheControl.noCache())
                .build();
    }

    private List<Manifest> known() {
        PublishedRelease served = releases.current();
        return releases.publishedUpTo(served).stream()
                .flatMap(id -> releases.find(id, served).stream())
                .map(folder -> folder.manifest())
                .toList();
    }

    private static ResponseEntity<byte[]> answer(String mediaType, String text) {
        return answer(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** To be asked for again each time, and not sent again to those who have it; the tag is weak, since the server packs. */
    private static ResponseEntity<byte[]> answer(String mediaType, byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + '"')
                .body(body);
    }
}
