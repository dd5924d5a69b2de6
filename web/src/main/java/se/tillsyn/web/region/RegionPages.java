package se.tillsyn.web.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.tillsyn.analytics.release.CoverageColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.web.chart.IntervalMark;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.chart.ValueAxis;
import se.tillsyn.web.file.ViewFiles;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.PageFrame;
import se.tillsyn.web.page.Section;
import se.tillsyn.web.page.Share;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TrendNote;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Outcome;

/** Makes the profile of a region, in one language. */
final class RegionPages {

    private static final int MOST_COMPARED = 8;

    private final PublishedRelease release;
    private final Texts texts;
    private final Shown shown;
    private final RegionFigures figures;
    private final RegionView view;
    private final ValueAxis axis = new ValueAxis(1, 5);

    RegionPages(Shown shown, RegionFigures figures) {
        this.release = shown.release();
        this.texts = shown.texts();
        this.shown = shown;
        this.figures = figures;
        this.view = figures.view();
    }

    RegionPage page() {
        Region region = view.region();
        String name = texts.of(region.name());
        return new RegionPage(
                PageFrame.of(
                        shown, Section.REGIONS, texts.of("region.title", name, view.period()), paths -> view.address(
                                        paths, "")
                                .text()),
                name,
                place(region),
                sentences(name),
                view.period(),
                periods(),
                shown.paths().region(region.code()),
                figures.nation(),
                figures.group().map(group -> texts.of(group.name())).orElse(""),
                figures.compared() == 0 ? null : extremes(),
                new RegionPage.Profile(
                        groups(), !figures.nation(), figures.group().isPresent(), texts.of("unlike.mark")),
                texts.numbers().wholePercent(axis.max()),
                changes(),
                followUp(),
                figures.coverage().stream().map(this::covered).toList(),
                alike(),
                share(name));
    }

    private String place(Region region) {
        String level = texts.ofOr("level." + region.level() + ".one", texts.of("level.other.one"));
        return release.codes()
                .regions()
                .find(region.parent())
                .filter(above -> !above.code().equals(release.nation().code()))
                .map(above -> texts.of("region.place", level, texts.of(above.name())))
                .orElse(level);
    }

    private List<String> sentences(String name) {
        List<String> sentences = new ArrayList<>();
        Optional<ReleaseTable.Row> all = figures.coverage().stream()
                .filter(row -> row.text(RateColumns.OPERATION_TYPE).equals(RateColumns.TOTAL))
                .findFirst();
        sentences.add(all.map(row -> texts.of(
                        "region.inspected",
                        view.period(),
                        whole(row.whole(CoverageColumns.INSPECTED)),
                        whole(row.whole(CoverageColumns.DEFICIENT)),
                        name))
                .orElse(texts.of("region.not-inspected", view.period(), name)));
        if (figures.compared() > 0) {
            long worse = figures.shown("worse");
            long better = figures.shown("better");
            sentences.add(texts.of(
                    worse + better == 0 ? "region.compared.alike" : "region.compared",
                    whole(figures.compared()),
                    whole(worse),
                    whole(better)));
        }
        return sentences;
    }

    private List<RegionPage.Period> periods() {
        List<RegionPage.Period> periods = new ArrayList<>();
        for (String period : release.manifest().periods()) {
            periods.add(0, new RegionPage.Period(period, period.equals(view.period())));
        }
        return periods;
    }

    private RegionPage.Extremes extremes() {
        return new RegionPage.Extremes(
                figures.worst().stream().map(this::line).toList(),
                figures.best().stream().map(this::line).toList(),
                texts.of("region.extremes.caution", whole(figures.compared())));
    }

    private List<RegionPage.Group> groups() {
        List<RegionPage.Group> groups = new ArrayList<>();
        for (Code.Named group : release.codes().topicGroups().all()) {
            List<RegionPage.Line> lines = figures.lines().stream()
                    .filter(line -> line.topic().group().equals(group.code()))
                    .map(this::line)
                    .toList();
            if (!lines.isEmpty()) {
                groups.add(new RegionPage.Group(texts.of(group.name()), lines));
            }
        }
        return groups;
    }

    private RegionPage.Line line(RegionFigures.Line line) {
        return new RegionPage.Line(
                line.topic().code(),
                texts.of(line.topic().name()),
                href(line),
                FigureText.measureName(texts, line.measure()),
                FigureText.of(texts, line.own()),
                IntervalMark.of(line.own(), line.nation(), axis),
                FigureText.of(texts, line.nation()),
                FigureText.of(texts, line.group()),
                DifferenceText.of(texts, line.difference()),
                Outcome.of(texts, line.difference().direction(), line.topic()),
                line.difference().unlike(),
                Sparkline.of(line.years()),
                texts.of("trend." + line.trend().direction()));
    }

    /** The topic's page of the same region and year; groups of regions have none of their own there. */
    private String href(RegionFigures.Line line) {
        String latest = release.coverage(line.topic()).periods().isEmpty()
                ? view.latest()
                : release.coverage(line.topic()).periods().last();
        boolean onTopicPage = release.manifest().levels().contains(view.region().level());
        return shown.paths()
                .topicAddress(line.topic().code(), "")
                .with(
                        "region",
                        onTopicPage ? view.region().code() : release.nation().code(),
                        release.nation().code())
                .with("period", view.period(), latest)
                .text();
    }

    private List<RegionPage.Change> changes() {
        List<RegionPage.Change> changes = new ArrayList<>();
        for (RegionFigures.Line line : figures.lines()) {
            if (line.trend().changes()) {
                TrendNote.of(texts, release, line.topic(), view.region())
                        .ifPresent(note -> changes.add(new RegionPage.Change(
                                texts.of(line.topic().name()),
                                href(line),
                                note.symbol(),
                                note.sentence(),
                                Sparkline.of(line.years()))));
            }
        }
        return changes;
    }

    private RegionPage.FollowUp followUp() {
        RegionFigures.Demands all = figures.allDemands();
        if (all.demands() == 0) {
            return new RegionPage.FollowUp(texts.of("region.followup.none", view.period()), List.of(), List.of());
        }
        return new RegionPage.FollowUp(
                texts.of(
                        "region.followup.sentence",
                        figures.followUp().get(0).period(),
                        view.period(),
                        whole(all.demands()),
                        whole(all.followedUp()),
                        whole(all.remedied())),
                List.of(
                        step("demands", all.demands(), all.demands()),
                        step("followed-up", all.followedUp(), all.demands()),
                        step("remedied", all.remedied(), all.demands()),
                        step("relapsed", all.relapsed(), all.demands())),
                figures.followUp().stream().map(this::year).toList());
    }

    private RegionPage.Step step(String name, int number, int demands) {
        double share = (double) number / demands;
        return new RegionPage.Step(
                texts.of("region.followup." + name),
                whole(number),
                texts.numbers().wholePercent(share),
                IntervalMark.width(share));
    }

    private RegionPage.Year year(RegionFigures.Demands year) {
        Interval limits = RateInterval.wilson(year.remedied(), year.demands(), RateInterval.PUBLISHED_CONFIDENCE);
        return new RegionPage.Year(
                year.period(),
                whole(year.demands()),
                whole(year.followedUp()),
                whole(year.remedied()),
                whole(year.relapsed()),
                texts.numbers().percent((double) year.remedied() / year.demands()),
                texts.numbers().limits(limits.lower(), limits.upper()));
    }

    private RegionPage.Covered covered(ReleaseTable.Row row) {
        String type = row.text(RateColumns.OPERATION_TYPE);
        boolean known = row.has(CoverageColumns.ELIGIBLE);
        return new RegionPage.Covered(
                name(release.codes().operationTypes(), type, "all.types"),
                type.equals(RateColumns.TOTAL),
                whole(row.whole(CoverageColumns.INSPECTED)),
                known ? whole(row.whole(CoverageColumns.ELIGIBLE)) : "",
                row.has(CoverageColumns.SHARE) ? texts.numbers().wholePercent(row.real(CoverageColumns.SHARE)) : "",
                whole(row.whole(CoverageColumns.DEFICIENT)),
                basis(row.text(RateColumns.SELECTION_BASIS)));
    }

    private String basis(String code) {
        return code.equals(RateColumns.MIXED)
                ? texts.of("basis.mixed.short")
                : name(release.codes().selectionBases(), code, "all.types");
    }

    private RegionPage.Alike alike() {
        Region region = view.region();
        List<Region> similar = release.codes().similar().getOrDefault(region.code(), List.of()).stream()
                .flatMap(code -> release.region(code).stream())
                .toList();
        List<String> compared = new ArrayList<>(List.of(region.code()));
        figures.group().ifPresent(group -> compared.add(group.code()));
        similar.forEach(other -> compared.add(other.code()));
        if (similar.isEmpty() && !figures.nation()) {
            compared.add(release.nation().code());
        }
        String key = figures.nation() ? "nation" : similar.isEmpty() ? "none" : "some";
        return new RegionPage.Alike(
                texts.of(
                        "region.alike." + key,
                        figures.group().map(group -> texts.of(group.name())).orElse("")),
                similar.stream().map(this::link).toList(),
                shown.paths()
                        .compareAddress("")
                        .with("region", String.join("~", compared.subList(0, Math.min(MOST_COMPARED, compared.size()))))
                        .with("period", view.period(), view.latest())
                        .text(),
                release.codes().regionsBelow(region.code()).stream()
                        .map(this::link)
                        .toList());
    }

    private RegionPage.Link link(Region region) {
        return new RegionPage.Link(
                texts.of(region.name()),
                new RegionView(region, view.period(), view.latest())
                        .address(shown.paths(), "")
                        .text());
    }

    private Share share(String name) {
        List<List<Share.FileLink>> links = new ArrayList<>();
        for (RegionTables.Kind kind : RegionTables.Kind.values()) {
            links.add(ViewFiles.tableLinks(
                    texts, texts.of("region.file." + kind.code()), ending -> view.address(shown.paths(), ending)
                            .with(RegionTables.PARAMETER, kind.code(), RegionTables.Kind.TOPICS.code())));
        }
        links.add(ViewFiles.figureLinks(
                texts, texts.of("region.file.figure"), ending -> view.address(shown.paths(), ending)));
        return Share.of(
                shown,
                texts.of("region.title", name, view.period()),
                ViewFiles.all(links),
                view.address(shown.paths(), ""),
                "");
    }

    private String whole(long number) {
        return texts.numbers().whole(number);
    }

    private String name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? texts.of(total)
                : list.find(code).map(entry -> texts.of(entry.name())).orElse(code);
    }
}
