package se.tillsyn.web.download;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;

/**
 * One release: what it is, its files, sources and thresholds.
 *
 * @param older whether a newer release is served
 * @param facts each a name and a value
 * @param groups files by folder
 * @param links the release whole, its citation for programs, and the pages that describe it
 * @param changesHref what differs from the release before; empty for the first
 */
record ReleasePage(
        PageFrame frame,
        String id,
        boolean older,
        List<Fact> facts,
        List<FileGroup> groups,
        List<Source> sources,
        List<Threshold> thresholds,
        List<String> notes,
        String manifestHref,
        List<Link> links,
        String changesHref,
        String citation) {

    /** By what they are called in the list of data. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("zip", "release.zip");
        FILES.put("datapackage", "datapackage.json");
        FILES.put("cff", "CITATION.cff");
        FILES.put("bibtex", "citation.bib");
        FILES.put("ris", "citation.ris");
        FILES.put("datacite", "datacite.json");
    }

    /** A name and its value. */
    record Fact(String name, String value) {}

    /** Something with an address. */
    record Link(String name, String href) {}

    /** Files of one folder. */
    record FileGroup(String name, String caption, List<FileLine> files) {}

    /** One file. */
    record FileLine(String path, String href, String rows, String bytes, String sha256) {}

    /** Where something comes from. */
    record Source(String text, String licence) {}

    /** A threshold and its reason. */
    record Threshold(String name, String value, String reason) {}

    static ReleasePage of(Shown shown, Manifest manifest) {
        Texts texts = shown.texts();
        SitePaths paths = shown.paths().ofLatest();
        String id = manifest.release();
        String day = texts.numbers().day(Instant.parse(manifest.publishedAt()));
        return new ReleasePage(
                PageFrame.of(shown, Section.RELEASES, texts.of("release.title", day), language -> language.release(id)),
                id,
                !id.equals(shown.latest().id()),
                facts(texts, manifest, day),
                List.of(
                        group(texts, paths, manifest, "tables"),
                        group(texts, paths, manifest, "excel-sv"),
                        group(texts, paths, manifest, "codelists"),
                        group(texts, paths, manifest, "geography"),
                        group(texts, paths, manifest, "")),
                manifest.sources().stream()
                        .map(source -> new Source(texts.of(source.text()), source.licence()))
                        .toList(),
                thresholds(texts, manifest),
                manifest.notes().stream().map(texts::of).toList(),
                paths.file(id, "manifest.json"),
                links(texts, paths, id, id.equals(shown.latest().id())),
                manifest.predecessor() == null ? "" : paths.changes(id),
                texts.of(
                        "release.citation",
                        texts.of(manifest.publisher()),
                        texts.numbers().year(Instant.parse(manifest.publishedAt())),
                        texts.of(manifest.name()),
                        id));
    }

    private static List<Link> links(Texts texts, SitePaths paths, String id, boolean latest) {
        List<Link> links = new ArrayList<>();
        FILES.forEach((key, file) -> links.add(new Link(texts.of("data.address." + key), paths.file(id, file))));
        SitePaths then = new SitePaths(texts.language(), latest ? "" : id);
        links.add(new Link(texts.of("release.codebooks"), then.data()));
        links.add(new Link(texts.of("menu.quality"), then.quality()));
        links.add(new Link(texts.of("menu.method"), then.method()));
        return links;
    }

    private static List<Fact> facts(Texts texts, Manifest manifest, String day) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.of("release.id"), manifest.release()));
        facts.add(new Fact(texts.of("release.published"), day));
        String before = manifest.predecessor();
        facts.add(new Fact(texts.of("release.predecessor"), before == null ? texts.of("release.first") : before));
        facts.add(new Fact(texts.of("release.publisher"), texts.of(manifest.publisher())));
        facts.add(new Fact(texts.of("release.contact"), manifest.contact()));
        facts.add(new Fact(texts.of("release.licence"), manifest.licence()));
        facts.add(new Fact(texts.of("release.method"), manifest.methodVersion()));
        facts.add(new Fact(texts.of("release.code"), manifest.codeVersion()));
        facts.add(new Fact(
                texts.of("release.profile"),
                manifest.profile().id() + " " + manifest.profile().version()));
        facts.add(new Fact(texts.of("release.batch"), manifest.batch()));
        facts.add(
                new Fact(texts.of("release.synthetic"), texts.of(manifest.synthetic() ? "release.yes" : "release.no")));
        return facts;
    }

    private static FileGroup group(Texts texts, SitePaths paths, Manifest manifest, String folder) {
        List<FileLine> files = new ArrayList<>();
        for (Manifest.PublishedFile file : manifest.files()) {
            int slash = file.path().indexOf('/');
            if (folder.equals(slash < 0 ? "" : file.path().substring(0, slash))) {
                Long rows = file.rows();
                files.add(new FileLine(
                        file.path(),
                        paths.file(manifest.release(), file.path()),
                        rows == null ? "" : texts.numbers().whole(rows),
                        texts.numbers().whole(file.bytes()),
                        file.sha256()));
            }
        }
        String key = folder.isEmpty() ? "other" : folder;
        return new FileGroup(texts.of("files." + key), texts.of("files." + key + ".caption"), files);
    }

    private static List<Threshold> thresholds(Texts texts, Manifest manifest) {
        List<Threshold> thresholds = new ArrayList<>();
        for (Map.Entry<String, Manifest.Threshold> threshold :
                manifest.thresholds().entrySet()) {
            thresholds.add(new Threshold(
                    texts.ofOr("threshold." + threshold.getKey(), threshold.getKey()),
                    texts.numbers().whole(threshold.getValue().value()),
                    texts.of(threshold.getValue().reason())));
        }
        return thresholds;
    }
}
