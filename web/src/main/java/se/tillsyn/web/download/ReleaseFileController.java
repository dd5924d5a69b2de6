package se.tillsyn.web.download;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.release.ReleaseCatalogue;

/**
 * The files of the releases, byte for byte. A name is looked up among those of the manifest and never put together from
 * the request; the file must be a plain file inside the release.
 */
@Controller
final class ReleaseFileController {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Map<String, MediaType> TYPES = Map.of(
            "csv", MediaType.parseMediaType("text/csv;charset=UTF-8"),
            "json", MediaType.APPLICATION_JSON,
            "geojson", MediaType.parseMediaType("application/geo+json"),
            "parquet", MediaType.parseMediaType("application/vnd.apache.parquet"));

    private final ReleaseCatalogue releases;

    ReleaseFileController(ReleaseCatalogue releases) {
        this.releases = releases;
    }

    @GetMapping("/releases/{id}/{*path}")
    ResponseEntity<Resource> file(
            @PathVariable String id,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String condition,
            HttpServletRequest request)
            throws IOException {
        ReleaseFolder release =
                releases.find(id, releases.current()).orElseThrow(() -> new UnknownCodeException("file"));
        String asked = path.startsWith("/") ? path.substring(1) : path;
        boolean manifest = asked.equals(ReleaseLayout.MANIFEST);
        // The manifest names the hashes of all other files; what it is itself the release's identifier says.
        String tag = manifest
                ? release.manifest().release()
                : named(release, asked)
                        .orElseThrow(() -> new UnknownCodeException("file"))
                        .sha256();
        Resource file = resource(release, asked);
        ResponseEntity.BodyBuilder answer = answer(release, asked).eTag(tag);
        if (ServerSends.canSend(request)) {
            ServerSends.send(request, file.getFile().toPath());
            return answer.header(HttpHeaders.ACCEPT_RANGES, "bytes")
                    .contentLength(file.contentLength())
                    .build();
        }
        return continues(condition, tag)
                ? answer.body(file)
                : answer.contentLength(file.contentLength()).body(whole(file));
    }

    /** Whether a part may be sent: the caller has parts of this very file, or does not say. */
    private static boolean continues(@Nullable String condition, String tag) {
        return condition == null || condition.equals('"' + tag + '"');
    }

    /** A file of which Spring sends no parts. */
    private static Resource whole(Resource file) {
        return new InputStreamResource(file, file.getDescription());
    }

    private static Optional<Manifest.PublishedFile> named(ReleaseFolder release, String path) {
        return release.manifest().files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    private static ResponseEntity.BodyBuilder answer(ReleaseFolder release, String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        // Table, release, ending, as all files of this site are called.
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.') < 0 ? file.length() : file.indexOf('.');
        String name = file.substring(0, dot)
                + '_'
                + release.manifest().release()
                + (release.manifest().synthetic() ? "_synthetic" : "")
                + file.substring(dot);
        return ResponseEntity.ok()
                .cacheControl(FOREVER)
                .contentType(TYPES.getOrDefault(ending, MediaType.parseMediaType("text/plain;charset=UTF-8")))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    private static Resource resource(ReleaseFolder release, String path) throws IOException {
        Path file = release.file(path);
        boolean inside = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toRealPath().startsWith(release.path().toRealPath());
        if (!inside) {
            throw new UnknownCodeException("file");
        }
        return new FileSystemResource(file);
    }
}
