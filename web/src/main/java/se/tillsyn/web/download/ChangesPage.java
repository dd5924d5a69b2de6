package se.tillsyn.web.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseChanges;

/**
 * What differs between a release and the one before.
 *
 * @param predecessor identifier of the one before; empty for a first release
 * @param kinds how many numbers differ in which way
 * @param tables how many numbers differ in which table
 * @param changes rates of whole regions that were published before and differ now, the first of them
 * @param fileHref the file with all of them; empty for a first release
 */
record ChangesPage(
        PageFrame frame,
        String id,
        String releaseHref,
        String predecessor,
        String total,
        List<Count> kinds,
        List<Count> tables,
        List<Line> changes,
        String fileHref) {

    /** A name and how many. */
    record Count(String name, String count) {}

    /** One number. */
    record Line(String topic, String region, String period, String measure, String before, String after, String why) {}

    private static final List<String> KINDS = List.of("NEW", "CHANGED", "NOW_WITHHELD", "NOW_PUBLISHED", "WITHDRAWN");

    static ChangesPage of(Shown shown, PublishedRelease release) {
        Texts texts = shown.texts();
        ReleaseChanges changes = release.changes();
        String id = release.id();
        List<Count> kinds = new ArrayList<>();
        for (String kind : KINDS) {
            Integer count = changes.byKind().get(kind);
            if (count != null) {
                kinds.add(new Count(
                        texts.of("changes.kind." + kind), texts.numbers().whole(count)));
            }
        }
        List<Count> tables = new ArrayList<>();
        for (Map.Entry<String, Integer> table : new TreeMap<>(changes.byTable()).entrySet()) {
            tables.add(new Count(table.getKey(), texts.numbers().whole(table.getValue())));
        }
        String before = release.manifest().predecessor();
        SitePaths latest = shown.paths().ofLatest();
        return new ChangesPage(
                PageFrame.of(
                        shown,
                        Section.RELEASES,
                        texts.of("changes.title", texts.numbers().day(release.publishedAt())),
                        paths -> paths.changes(id)),
                id,
                latest.release(id),
                before == null ? "" : before,
                texts.numbers().whole(changes.total()),
                kinds,
                tables,
                changes.listed().stream()
                        .map(change -> line(texts, release, change))
                        .toList(),
                before == null ? "" : latest.file(id, ReleaseLayout.CHANGES));
    }

    private static Line line(Texts texts, PublishedRelease release, ReleaseChanges.Change change) {
        return new Line(
                texts.nameOf(release.codes().topics().find(change.topic()).map(topic -> topic.name()), change.topic()),
                texts.nameOf(release.region(change.region()).map(region -> region.name()), change.region()),
                change.period(),
                texts.of(change.column().equals("case_rate") ? "measure.case" : "measure.unit"),
                figure(texts, change.before(), change.kind().equals("NOW_PUBLISHED")),
                figure(texts, change.after(), change.kind().equals("NOW_WITHHELD")),
                change.reason());
    }

    /** The number as pages write it, or the symbol for one that is withheld. */
    private static String figure(Texts texts, String published, boolean withheld) {
        if (published.isEmpty()) {
            return withheld ? ":" : "..";
        }
        return texts.numbers().percent(Double.parseDouble(published));
    }
}
