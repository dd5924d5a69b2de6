package se.tillsyn.web.method;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.CoverageColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.QualityFiles;
import se.tillsyn.web.release.TableKind;

/**
 * The quality declaration of a release, under the headings that Statistics Sweden's regulation gives. What the run knows
 * stands as numbers, the rest as prose of the message files.
 *
 * @param chapters in the order of the regulation
 */
record QualityPage(PageFrame frame, List<Chapter> chapters, String releaseId) {

    /** A heading of the first level with what stands below it. */
    record Chapter(String id, String title, List<Entry> entries) {}

    /**
     * A heading of a lower level.
     *
     * @param depth 3 for a heading directly below the chapter, 4 for one below that
     * @param facts from the run
     */
    record Entry(String title, int depth, String text, List<Fact> facts) {}

    /** A name and its value. */
    record Fact(String name, String value) {}

    private static final List<List<String>> HEADINGS = List.of(
            List.of(
                    "relevance",
                    "3:purpose",
                    "4:purpose.statistics",
                    "4:purpose.users",
                    "3:content",
                    "4:content.population",
                    "4:content.variables",
                    "4:content.measures",
                    "4:content.groups",
                    "4:content.periods"),
            List.of(
                    "accuracy",
                    "3:accuracy.total",
                    "3:sources",
                    "4:sources.selection",
                    "4:sources.frame",
                    "4:sources.measurement",
                    "4:sources.missing",
                    "4:sources.processing",
                    "4:sources.model",
                    "3:preliminary"),
            List.of("timeliness", "3:production", "3:frequency", "3:punctuality"),
            List.of("accessibility", "3:access", "3:more", "3:presentation", "3:documentation"),
            List.of("comparability", "3:over-time", "3:between-groups", "3:otherwise", "3:numerical"),
            List.of("general", "3:a", "3:b", "3:c", "3:d", "3:e", "3:f", "3:g"));

    static QualityPage of(Shown shown) {
        Texts texts = shown.texts();
        List<Chapter> chapters = new ArrayList<>();
        for (List<String> headings : HEADINGS) {
            String chapter = headings.get(0);
            List<Entry> entries = new ArrayList<>();
            for (String heading : headings.subList(1, headings.size())) {
                String key = "quality." + chapter + "." + heading.substring(2);
                entries.add(new Entry(
                        texts.of(key), heading.charAt(0) - '0', text(shown, key), facts(shown, heading.substring(2))));
            }
            chapters.add(new Chapter(chapter, texts.of("quality." + chapter), entries));
        }
        return new QualityPage(
                PageFrame.of(shown, Section.QUALITY, texts.of("quality.title"), SitePaths::quality),
                chapters,
                shown.release().id());
    }

    private static String text(Shown shown, String key) {
        return shown.texts()
                .ofOr(key + ".text", "")
                .replace(
                        "{publisher}",
                        shown.texts().of(shown.release().manifest().publisher()))
                .replace("{contact}", shown.release().manifest().contact())
                .replace("{licence}", shown.release().manifest().licence());
    }

    /** What the run knows under a heading. */
    private static List<Fact> facts(Shown shown, String heading) {
        return switch (heading) {
            case "content.population" -> coverage(shown);
            case "content.periods" -> periods(shown);
            case "sources.missing" -> missing(shown);
            case "sources.processing" -> rows(shown);
            case "accuracy.total" -> withheld(shown);
            default -> List.of();
        };
    }

    private static List<Fact> coverage(Shown shown) {
        Texts texts = shown.texts();
        PublishedRelease release = shown.release();
        List<Fact> facts = new ArrayList<>();
        for (String period : release.manifest().periods()) {
            release.table(TableKind.COVERAGE, release.nation().level())
                    .find(release.nation().code(), period, RateColumns.TOTAL)
                    .ifPresent(row -> facts.add(new Fact(
                            texts.of("quality.fact.inspected", period),
                            texts.numbers().whole(row.whole(CoverageColumns.INSPECTED)))));
        }
        return facts;
    }

    private static List<Fact> periods(Shown shown) {
        List<String> periods = shown.release().manifest().periods();
        return List.of(
                new Fact(shown.texts().of("fact.periods"), periods.get(0) + "–" + periods.get(periods.size() - 1)));
    }

    private static List<Fact> rows(Shown shown) {
        Texts texts = shown.texts();
        QualityFiles quality = shown.release().quality();
        return List.of(
                new Fact(texts.of("quality.fact.read"), texts.numbers().whole(quality.read())),
                new Fact(texts.of("quality.fact.loaded"), texts.numbers().whole(quality.loaded())),
                new Fact(texts.of("quality.fact.quarantined"), texts.numbers().whole(quality.quarantined())));
    }

    /** Cells without a case rate because nothing was assessed, level by level. */
    private static List<Fact> missing(Shown shown) {
        Texts texts = shown.texts();
        List<Fact> facts = new ArrayList<>();
        for (QualityFiles.LevelCells level : shown.release().quality().levels()) {
            Map<Status, Long> statuses = new EnumMap<>(Status.class);
            statuses.putAll(level.units());
            long none = statuses.getOrDefault(Status.NOT_AVAILABLE, 0L);
            facts.add(new Fact(
                    texts.of("quality.fact.missing", texts.ofOr("level." + level.level(), level.level())),
                    texts.of(
                            "counts.of",
                            texts.numbers().whole(none),
                            texts.numbers().whole(level.cells()))));
        }
        return facts;
    }

    private static List<Fact> withheld(Shown shown) {
        Texts texts = shown.texts();
        return WithheldShares.of(shown).stream()
                .map(level -> new Fact(
                        texts.of("quality.fact.withheld", level.level()),
                        texts.of("counts.of", level.withheld(), level.cells()) + " (" + level.share() + ")"))
                .toList();
    }
}
