package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.ValueAxis;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.SitePaths;
import se.tillsyn.web.page.Verdict;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;

/** The tables of a view: regions of two levels, ages, operation types, groups of municipalities. */
final class TopicTables {

    private final PublishedRelease release;
    private final Texts texts;
    private final SitePaths paths;
    private final TopicView view;
    private final Words words;

    TopicTables(Shown shown, TopicView view, Words words) {
        this.release = shown.release();
        this.texts = shown.texts();
        this.paths = shown.paths();
        this.view = view;
        this.words = words;
    }

    TopicPage.RegionTable mainRegions(TopicFigures figures) {
        return table(release.mainLevel(), "", figures.mainRegions(), figures);
    }

    TopicPage.@Nullable RegionTable fineRegions(TopicFigures figures) {
        Optional<String> level = release.fineLevel();
        if (level.isEmpty() || figures.fineRegions().isEmpty()) {
            return null;
        }
        String within = release.mainRegionOf(view.region())
                .map(region -> texts.of(region.name()))
                .orElse("");
        return table(level.get(), within, figures.fineRegions(), figures);
    }

    private TopicPage.RegionTable table(
            String level, String within, List<TopicFigures.Row> regions, TopicFigures figures) {
        Observation reference = figures.nation().of(view.measure());
        ValueAxis axis = axis(regions.stream().map(TopicFigures.Row::cell).toList(), reference);
        List<TopicPage.RegionRow> rows = new ArrayList<>();
        rows.add(row(new TopicFigures.Row(release.nation(), figures.nation()), "nation", reference, axis));
        for (TopicFigures.Row region : regions) {
            boolean chosen = region.region().code().equals(view.region().code());
            rows.add(row(region, chosen ? "chosen" : "", reference, axis));
        }
        String levels = words.levels(level);
        String title = within.isEmpty() ? levels : texts.of("table.within", levels, within);
        String measure = FigureText.measureName(texts, view.measure());
        return new TopicPage.RegionTable(
                title,
                texts.of("table.caption", texts.of(view.topic().name()), words.context(view), title),
                words.level(level),
                texts.of("table.scale", measure, texts.numbers().wholePercent(axis.max())),
                rows,
                view.sortedBy(TopicView.Order.CODE).href(paths),
                view.sortedBy(TopicView.Order.RATE).href(paths),
                view.order() == TopicView.Order.RATE,
                rows.stream().anyMatch(row -> row.verdict() != null));
    }

    private ValueAxis axis(List<Cell> cells, Observation reference) {
        List<Observation> shown = new ArrayList<>(List.of(reference));
        cells.forEach(cell -> shown.add(cell.of(view.measure())));
        return ValueAxis.over(shown);
    }

    private TopicPage.RegionRow row(TopicFigures.Row row, String kind, Observation reference, ValueAxis axis) {
        Cell cell = row.cell();
        Verdict verdict = kind.equals("nation") ? null : verdict(row.region());
        return new TopicPage.RegionRow(
                row.region().code(),
                texts.of(row.region().name()),
                view.in(row.region()).href(paths),
                kind,
                FigureText.of(texts, cell.cases()),
                FigureText.of(texts, cell.units()),
                IntervalMark.of(cell.of(view.measure()), reference, axis),
                verdict,
                words.basis(cell),
                verdict != null && verdict.unlike() ? texts.of("verdict.unlike") : "");
    }

    private @Nullable Verdict verdict(Region region) {
        boolean whole = view.age().equals(RateColumns.TOTAL) && view.type().equals(RateColumns.TOTAL);
        return whole && view.measure() == view.usual()
                ? Verdict.of(texts, release, view.topic(), region, view.period())
                        .orElse(null)
                : null;
    }

    /** Ages and operation types of the region, and groups of municipalities; those without any figure are left out. */
    List<TopicPage.PartTable> parts(TopicFigures figures) {
        List<TopicPage.PartTable> tables = new ArrayList<>();
        parts(tables, "alder", "parts.ages", "form.age", figures.ages(), code -> words.age(code), code -> view.forAge(
                        code)
                .href(paths));
        parts(
                tables,
                "verksamheter",
                "parts.types",
                "form.type",
                figures.types(),
                code -> words.type(code),
                code -> view.forType(code).href(paths));
        List<TopicFigures.Part> groups = new ArrayList<>();
        groups.add(new TopicFigures.Part(RateColumns.TOTAL, figures.nation()));
        figures.groups()
                .forEach(row -> groups.add(new TopicFigures.Part(row.region().code(), row.cell())));
        parts(
                tables,
                "kommungrupper",
                "parts.groups",
                "parts.groups.one",
                groups,
                code -> release.region(code)
                        .map(region -> texts.of(region.name()))
                        .orElseGet(() -> texts.of(release.nation().name())),
                code -> release.region(code)
                        .map(region -> view.in(region).href(paths))
                        .orElseGet(() -> view.in(release.nation()).href(paths)));
        return tables;
    }

    private void parts(
            List<TopicPage.PartTable> tables,
            String id,
            String key,
            String column,
            List<TopicFigures.Part> parts,
            Function<String, String> name,
            Function<String, String> href) {
        if (parts.size() < 2) {
            return;
        }
        Observation reference = parts.get(0).cell().of(view.measure());
        ValueAxis axis = axis(parts.stream().map(TopicFigures.Part::cell).toList(), reference);
        String measure = FigureText.measureName(texts, view.measure());
        List<TopicPage.PartRow> rows = new ArrayList<>();
        for (TopicFigures.Part part : parts) {
            IntervalMark mark = IntervalMark.of(part.cell().of(view.measure()), reference, axis);
            rows.add(row(part, name.apply(part.code()), href.apply(part.code()), mark));
        }
        tables.add(new TopicPage.PartTable(
                id,
                texts.of(key),
                texts.of(
                        key + ".caption",
                        texts.of(view.topic().name()),
                        id.equals("kommungrupper")
                                ? texts.of(release.nation().name())
                                : texts.of(view.region().name()),
                        view.period()),
                texts.of(column),
                texts.of("table.scale", measure, texts.numbers().wholePercent(axis.max())),
                texts.of(key + ".note"),
                rows));
    }

    private TopicPage.PartRow row(TopicFigures.Part part, String name, String href, @Nullable IntervalMark mark) {
        return new TopicPage.PartRow(
                name,
                href,
                part.code().equals(RateColumns.TOTAL),
                FigureText.of(texts, part.cell().cases()),
                FigureText.of(texts, part.cell().units()),
                mark);
    }
}
