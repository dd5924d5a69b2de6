package se.tillsyn.web.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.TableKind;
import se.tillsyn.web.release.Topic;

/** Makes the page of the inequality on all topics, in one language. */
final class InequalityListPages {

    /** Spread at which a bar fills its cell: half the regions 40 points above, half below. */
    private static final double WIDEST = 0.4;

    private final Shown shown;
    private final PublishedRelease release;
    private final Texts texts;
    private final InequalityView view;

    InequalityListPages(Shown shown, InequalityView view) {
        this.shown = shown;
        this.release = shown.release();
        this.texts = shown.texts();
        this.view = view;
    }

    /** A topic with its spread in every year of the release. */
    record Row(Topic topic, List<Spread> years) {

        Optional<Spread> of(String period) {
            return years.stream().filter(year -> year.period().equals(period)).findFirst();
        }
    }

    static List<Row> rows(PublishedRelease release, InequalityView view) {
        return release.codes().topics().all().stream()
                .filter(Topic::hasRate)
                .map(topic -> new Row(
                        topic,
                        release.table(TableKind.INEQUALITY, view.level()).under(topic.code()).stream()
                                .map(Spread::of)
                                .toList()))
                .toList();
    }

    InequalityListPage page() {
        List<Row> rows = rows(release, view);
        long known =
                rows.stream().filter(row -> row.of(view.period()).isPresent()).count();
        long unequal = rows.stream()
                .filter(row -> row.of(view.period()).map(Spread::shown).orElse(false))
                .count();
        InequalityWords words = new InequalityWords(shown, view);
        return new InequalityListPage(
                PageFrame.of(shown, Section.INEQUALITY, texts.of("inequality.title"), paths -> view.address(paths, "")
                        .text()),
                known == 0
                        ? texts.of("inequality.sentence.none", words.levels(), view.period())
                        : texts.of(
                                "inequality.sentence",
                                view.period(),
                                words.levels(),
                                texts.numbers().whole(unequal),
                                texts.numbers().whole(known)),
                known == 0
                        ? ""
                        : texts.of(
                                "inequality.caution",
                                texts.numbers().whole(known),
                                texts.numbers().whole(Math.round(known * 0.05))),
                words.selects(),
                shown.paths().inequalityAddress("", "").text(),
                texts.of("inequality.caption", words.levels(), view.period()),
                groups(rows),
                Share.of(
                        shown,
                        texts.of("inequality.title"),
                        ViewFiles.tableLinks(
                                texts,
                                texts.of("inequality.file.years"),
                                ending -> view.address(shown.paths(), ending)),
                        view.address(shown.paths(), ""),
                        ""));
    }

    private List<InequalityListPage.Group> groups(List<Row> rows) {
        List<InequalityListPage.Group> groups = new ArrayList<>();
        for (Code.Named group : release.codes().topicGroups().all()) {
            List<InequalityListPage.Line> lines = rows.stream()
                    .filter(row -> row.topic().group().equals(group.code()))
                    .map(this::line)
                    .toList();
            if (!lines.isEmpty()) {
                groups.add(new InequalityListPage.Group(texts.of(group.name()), lines));
            }
        }
        return groups;
    }

    private InequalityListPage.Line line(Row row) {
        Optional<Spread> found = row.of(view.period()).filter(spread -> !Double.isNaN(spread.tau()));
        String name = texts.of(row.topic().name());
        String href = view.on(row.topic()).address(shown.paths(), "").text();
        Sparkline spark = Sparkline.ofNumbers(release.manifest().periods().stream()
                .map(period -> row.of(period).map(Spread::tau).orElse(Double.NaN))
                .toList());
        if (found.isEmpty()) {
            return new InequalityListPage.Line(
                    name, href, "..", "..", "..", "", "", false, false, "", "..", "..", spark);
        }
        Spread spread = found.get();
        return new InequalityListPage.Line(
                name,
                href,
                texts.numbers().whole(spread.regions()),
                texts.numbers().percent(spread.nation()),
                texts.numbers().points(spread.tau()),
                spread.hasLimits() ? texts.numbers().limits(spread.lower(), spread.upper()) : "",
                IntervalMark.width(Math.min(1, spread.tau() / WIDEST)),
                true,
                spread.shown(),
                texts.of(spread.shown() ? "inequality.shown" : "inequality.not-shown"),
                texts.numbers().points(spread.gap()),
                texts.numbers().points(spread.gapByChance()),
                spark);
    }
}
