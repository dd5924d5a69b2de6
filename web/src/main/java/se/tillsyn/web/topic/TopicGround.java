package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.CoverageColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.TableKind;

/** What the figures of a view rest on. */
final class TopicGround {

    private final PublishedRelease release;
    private final Texts texts;
    private final TopicView view;
    private final Words words;

    TopicGround(Shown shown, TopicView view, Words words) {
        this.release = shown.release();
        this.texts = shown.texts();
        this.view = view;
        this.words = words;
    }

    TopicPage.GroundTable table(TopicFigures figures) {
        List<TopicPage.GroundRow> rows = new ArrayList<>();
        List<TopicPage.CoverageLine> coverage = new ArrayList<>();
        for (TopicFigures.Row seen : figures.seen()) {
            Region region = seen.region();
            boolean own = region.code().equals(view.region().code());
            rows.add(row(
                    region, "ground.inspected", new TopicFigures.Row(region, own ? figures.cell() : figures.nation())));
            rows.add(row(region, "ground.latest", seen));
            coverage(region, coverage);
        }
        return new TopicPage.GroundTable(
                texts.of("ground.caption", texts.of(view.topic().name()), view.period()), rows, coverage);
    }

    private TopicPage.GroundRow row(Region region, String key, TopicFigures.Row figures) {
        return new TopicPage.GroundRow(
                texts.of(region.name()),
                texts.of(key, view.period()),
                FigureText.of(texts, figures.cell().cases()),
                FigureText.of(texts, figures.cell().units()),
                words.basis(figures.cell()));
    }

    private void coverage(Region region, List<TopicPage.CoverageLine> lines) {
        release.table(TableKind.COVERAGE, region.level())
                .find(region.code(), view.period(), RateColumns.TOTAL)
                .ifPresent(row -> {
                    String inspected = texts.numbers().whole(row.whole(CoverageColumns.INSPECTED));
                    String text = row.has(CoverageColumns.SHARE)
                            ? texts.of(
                                    "ground.coverage",
                                    inspected,
                                    texts.numbers().whole(row.whole(CoverageColumns.ELIGIBLE)),
                                    texts.numbers().percent(row.real(CoverageColumns.SHARE)))
                            : texts.of("ground.coverage.unknown", inspected);
                    lines.add(new TopicPage.CoverageLine(texts.of(region.name()), text));
                });
    }
}
