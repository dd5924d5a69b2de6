package se.tillsyn.web.compare;

import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseCodes;
import se.tillsyn.web.release.Topic;

/** The choices of a comparison. */
final class CompareForm {

    private final Shown shown;
    private final PublishedRelease release;
    private final Texts texts;
    private final CompareView view;

    CompareForm(Shown shown, CompareView view) {
        this.shown = shown;
        this.release = shown.release();
        this.texts = shown.texts();
        this.view = view;
    }

    List<ComparePage.Chip> chips() {
        return view.regions().stream()
                .map(region -> new ComparePage.Chip(
                        texts.of(region.name()),
                        shown.paths().region(region.code()),
                        view.without(region).address(release, shown.paths(), "").text(),
                        texts.of("compare.remove", texts.of(region.name())),
                        view.isReference(region)))
                .toList();
    }

    /** Regions not chosen yet: nation, main level, groups alike, and the finest level by the region above. */
    List<ComparePage.AddGroup> add() {
        if (view.regions().size() >= CompareView.MOST) {
            return List.of();
        }
        List<ComparePage.AddGroup> groups = new ArrayList<>();
        groups.add(new ComparePage.AddGroup(
                texts.of("compare.add"),
                List.of(new Select.Option(CompareView.OPEN, texts.of("compare.add.none"), true))));
        group(groups, texts.ofOr("level." + release.nation().level(), ""), List.of(release.nation()));
        group(
                groups,
                texts.ofOr("level." + release.mainLevel(), texts.of("level.other")),
                release.codes().regionsOf(release.mainLevel()));
        group(
                groups,
                texts.of("level." + ReleaseCodes.GROUP_LEVEL),
                release.codes().regionGroups().all());
        if (release.fineLevel().isPresent()) {
            for (Region main : release.codes().regionsOf(release.mainLevel())) {
                group(groups, texts.of(main.name()), release.codes().regionsBelow(main.code()));
            }
        }
        return groups;
    }

    private void group(List<ComparePage.AddGroup> groups, String label, List<Region> regions) {
        List<Select.Option> options = regions.stream()
                .filter(region -> view.regions().stream()
                        .noneMatch(chosen -> chosen.code().equals(region.code())))
                .map(region -> new Select.Option(region.code(), texts.of(region.name()), false))
                .toList();
        if (!options.isEmpty()) {
            groups.add(new ComparePage.AddGroup(label, options));
        }
    }

    List<Select> selects() {
        List<Select> selects = new ArrayList<>();
        if (view.complete()) {
            selects.add(new Select(
                    CompareView.REFERENCE,
                    texts.of("compare.reference"),
                    view.regions().stream()
                            .map(region ->
                                    new Select.Option(region.code(), texts.of(region.name()), view.isReference(region)))
                            .toList()));
        }
        selects.add(new Select(CompareView.TOPIC, texts.of("topics.topic"), topics()));
        selects.add(new Select(CompareView.PERIOD, texts.of("form.period"), periods()));
        view.topic().ifPresent(topic -> {
            selects.add(new Select(CompareView.AGE, texts.of("form.age"), ages(topic)));
            selects.add(new Select(CompareView.MEASURE, texts.of("form.measure"), measures()));
        });
        return selects;
    }

    private List<Select.Option> topics() {
        String chosen = view.topic().map(Topic::code).orElse(CompareView.OPEN);
        List<Select.Option> options = new ArrayList<>();
        options.add(
                new Select.Option(CompareView.OPEN, texts.of("compare.topics.all"), chosen.equals(CompareView.OPEN)));
        for (Topic topic : release.codes().topics().all()) {
            if (topic.hasRate()) {
                options.add(new Select.Option(
                        topic.code(), texts.of(topic.name()), topic.code().equals(chosen)));
            }
        }
        return options;
    }

    private List<Select.Option> periods() {
        List<Select.Option> options = new ArrayList<>();
        for (String period : release.manifest().periods()) {
            options.add(0, new Select.Option(period, period, period.equals(view.period())));
        }
        return options;
    }

    private List<Select.Option> ages(Topic topic) {
        List<Select.Option> options = new ArrayList<>();
        options.add(new Select.Option(
                RateColumns.TOTAL, texts.of("all.ages"), view.age().equals(RateColumns.TOTAL)));
        for (Code.Named age : release.codes().ageGroups().all()) {
            boolean chosen = age.code().equals(view.age());
            if (chosen || release.coverage(topic).ageGroups().contains(age.code())) {
                options.add(new Select.Option(age.code(), texts.of(age.name()), chosen));
            }
        }
        return options;
    }

    private List<Select.Option> measures() {
        List<Select.Option> options = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            options.add(new Select.Option(
                    measure.code(), FigureText.measureName(texts, measure), measure == view.measure()));
        }
        return options;
    }

    /** Two comparisons to start from: the first regions of the main level, and the groups alike. */
    List<ComparePage.Link> ideas() {
        List<ComparePage.Link> ideas = new ArrayList<>();
        List<Region> mains = release.codes().regionsOf(release.mainLevel());
        if (mains.size() > 1) {
            ideas.add(idea(List.of(release.nation(), mains.get(0), mains.get(1))));
        }
        List<Region> groups = release.codes().regionGroups().all();
        if (groups.size() > 1) {
            ideas.add(idea(List.of(groups.get(0), groups.get(groups.size() - 1))));
        }
        return ideas;
    }

    private ComparePage.Link idea(List<Region> regions) {
        return new ComparePage.Link(
                String.join(
                        " – ",
                        regions.stream().map(region -> texts.of(region.name())).toList()),
                shown.paths()
                        .compareAddress("")
                        .with(
                                CompareView.REGION,
                                String.join(
                                        "~", regions.stream().map(Region::code).toList()))
                        .text());
    }
}
