package se.tillsyn.web.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.release.ReleaseCatalogue;

/**
 * A whole release in one file, written as it is read: every file of the manifest and the manifest itself. The same bytes each
 * time, so that a download that broke off can go on; how many they are is known once they have been made.
 */
@Controller
final class ReleaseZipController {

    /** Another Java may pack otherwise; parts of both do not make one file. */
    private static final String PACKER =
            System.getProperty("java.vm.version", "").replaceAll("[^A-Za-z0-9.]", "-");

    private final ReleaseCatalogue releases;
    private final Map<String, Long> lengths = new ConcurrentHashMap<>();

    ReleaseZipController(ReleaseCatalogue releases) {
        this.releases = releases;
    }

    @GetMapping("/releases/{id}/release.zip")
    void zip(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReleaseFolder release =
                releases.find(id, releases.current()).orElseThrow(() -> new UnknownCodeException("release"));
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Accept-Ranges", "bytes");
        String tag = '"' + release.manifest().release() + "-zip-" + PACKER + '"';
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        response.setContentType("application/zip");
        String synthetic = release.manifest().synthetic() ? "_synthetic" : "";
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + release.manifest().release() + synthetic + ".zip\"");
        Optional<HttpRange> part = part(request, tag);
        if (part.isPresent()) {
            send(release, part.get(), request, response);
        } else if (request.getMethod().equals("HEAD")) {
            response.setContentLengthLong(length(release));
        } else {
            send(release, response);
        }
    }

    /** The part that is asked for; empty when it is the whole, several parts at once, or a part of something else. */
    private static Optional<HttpRange> part(HttpServletRequest request, String tag) {
        String condition = request.getHeader("If-Range");
        if (condition != null && !condition.equals(tag)) {
            return Optional.empty();
        }
        try {
            List<HttpRange> parts = HttpRange.parseRanges(request.getHeader("Range"));
            return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // A header that nobody understands is left aside.
            return Optional.empty();
        }
    }

    private void send(ReleaseFolder release, HttpRange part, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long length = length(release);
        long first = part.getRangeStart(length);
        long last = part.getRangeEnd(length);
        if (first > last) {
            response.setHeader("Content-Range", "bytes */" + length);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", "bytes " + first + '-' + last + '/' + length);
        response.setContentLengthLong(last - first + 1);
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try {
            write(release, new PartOutput(response.getOutputStream(), first, last));
        } catch (PartOutput.WholeException e) {
            // All that was asked for is sent.
        }
    }

    private void send(ReleaseFolder release, HttpServletResponse response) throws IOException {
        Long known = lengths.get(release.manifest().release());
        if (known != null) {
            response.setContentLengthLong(known);
        }
        PartOutput out = new PartOutput(response.getOutputStream(), 0, Long.MAX_VALUE - 1);
        write(release, out);
        lengths.put(release.manifest().release(), out.count());
    }

    private long length(ReleaseFolder release) throws IOException {
        Long known = lengths.get(release.manifest().release());
        if (known != null) {
            return known;
        }
        PartOutput counted = new PartOutput(OutputStream.nullOutputStream(), 0, Long.MAX_VALUE - 1);
        write(release, counted);
        lengths.put(release.manifest().release(), counted.count());
        return counted.count();
    }

    private static void write(ReleaseFolder release, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        List<String> paths = new ArrayList<>();
        paths.add(ReleaseLayout.MANIFEST);
        release.manifest().files().stream().map(Manifest.PublishedFile::path).forEach(paths::add);
        FileTime published = FileTime.from(Instant.parse(release.manifest().publishedAt()));
        for (String path : paths) {
            ZipEntry entry = new ZipEntry(path);
            entry.setLastModifiedTime(published);
            zip.putNextEntry(entry);
            Files.copy(release.file(path), zip);
            zip.closeEntry();
        }
        zip.finish();
    }
}
