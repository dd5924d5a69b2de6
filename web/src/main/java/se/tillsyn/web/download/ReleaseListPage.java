package se.tillsyn.web.download;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseFolder;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.ReleaseCatalogue;

/** The releases up to the one served, newest first. */
record ReleaseListPage(PageFrame frame, List<Line> releases) {

    /**
     * One release.
     *
     * @param day of its publication; empty for one that cannot be verified, which is not shown any further
     * @param periods that it covers
     * @param browseHref the site as it was with this release; empty for the one served
     * @param changesHref what differs from the one before; empty for the first
     */
    record Line(
            String id,
            String href,
            boolean served,
            String day,
            String periods,
            String browseHref,
            String changesHref) {}

    static ReleaseListPage of(Shown shown, ReleaseCatalogue releases) {
        Texts texts = shown.texts();
        return new ReleaseListPage(
                PageFrame.of(shown, Section.RELEASES, texts.of("releases.title"), SitePaths::releases),
                releases.publishedUpTo(shown.latest()).stream()
                        .map(id -> line(shown, id, releases.find(id, shown.latest())))
                        .toList());
    }

    private static Line line(Shown shown, String id, Optional<ReleaseFolder> folder) {
        boolean served = id.equals(shown.latest().id());
        if (folder.isEmpty()) {
            return new Line(id, "", served, "", "", "", "");
        }
        Manifest manifest = folder.get().manifest();
        List<String> periods = manifest.periods();
        SitePaths then = new SitePaths(shown.texts().language(), served ? "" : id);
        return new Line(
                id,
                shown.paths().release(id),
                served,
                shown.texts().numbers().day(Instant.parse(manifest.publishedAt())),
                periods.get(0) + "–" + periods.get(periods.size() - 1),
                served ? "" : then.overview(),
                manifest.predecessor() == null ? "" : shown.paths().changes(id));
    }
}
