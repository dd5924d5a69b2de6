package se.tillsyn.web.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.web.http.UnknownCodeException;
import se.tillsyn.web.release.ReleaseCatalogue;

/** A whole release in one file, written as it is read: every file of the manifest and the manifest itself. */
@Controller
final class ReleaseZipController {

    private final ReleaseCatalogue releases;

    ReleaseZipController(ReleaseCatalogue releases) {
        this.releases = releases;
    }

    @GetMapping("/releases/{id}/release.zip")
    void zip(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ReleaseFolder release =
                releases.find(id, releases.current()).orElseThrow(() -> new UnknownCodeException("release"));
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        if (new ServletWebRequest(request, response)
                .checkNotModified("W/\"" + release.manifest().release() + "-zip\"")) {
            return;
        }
        response.setContentType("application/zip");
        String synthetic = release.manifest().synthetic() ? "_synthetic" : "";
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + release.manifest().release() + synthetic + ".zip\"");
        if (!request.getMethod().equals("HEAD")) {
            write(release, new ZipOutputStream(response.getOutputStream()));
        }
    }

    private static void write(ReleaseFolder release, ZipOutputStream zip) throws IOException {
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
