package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Select;
import se.tillsyn.web.page.Select.Option;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.Coverage;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;

/** The choices of a topic page: those that the release has figures for, and the one that is chosen. */
final class TopicForm {

    /** The years that the form offers beside single ones; others are for addresses. */
    private static final String RECENT = "top5";

    private final PublishedRelease release;
    private final Texts texts;
    private final TopicView view;

    TopicForm(PublishedRelease release, Texts texts, TopicView view) {
        this.release = release;
        this.texts = texts;
        this.view = view;
    }

    List<Select> selects() {
        Coverage coverage = release.coverage(view.topic());
        return List.of(
                new Select(TopicView.REGION, texts.of("form.region"), regions()),
                new Select(TopicView.PERIOD, texts.of("form.period"), periods()),
                new Select(
                        TopicView.AGE,
                        texts.of("form.age"),
                        codes(release.codes().ageGroups(), coverage.ageGroups(), view.age(), "all.ages")),
                new Select(
                        TopicView.TYPE,
                        texts.of("form.type"),
                        codes(release.codes().operationTypes(), coverage.operationTypes(), view.type(), "all.types")),
                new Select(TopicView.MEASURE, texts.of("form.measure"), measures()));
    }

    private String words(String span) {
        if (span.startsWith(Span.TOP)) {
            return texts.of("form.period.top", span.substring(Span.TOP.length()));
        }
        String end = span.substring(span.indexOf(Span.TO) + Span.TO.length());
        String start = span.substring(0, span.indexOf(Span.TO));
        return end.isEmpty() ? texts.of("form.period.from", start) : start + "–" + end;
    }

    /** The nation, the regions of the main level, and those below the chosen one set in under it. */
    private List<Option> regions() {
        List<Option> options = new ArrayList<>(List.of(option(release.nation(), "")));
        String open = release.mainRegionOf(view.region()).map(Region::code).orElse("");
        for (Region region : release.codes().regionsOf(release.mainLevel())) {
            options.add(option(region, ""));
            if (release.fineLevel().isPresent() && region.code().equals(open)) {
                for (Region below : release.codes().regionsBelow(open)) {
                    options.add(option(below, "– "));
                }
            }
        }
        for (Region group : release.groupsWithRates()) {
            options.add(option(group, texts.of("form.group") + " "));
        }
        return options;
    }

    private Option option(Region region, String indent) {
        return new Option(
                region.code(),
                indent + texts.of(region.name()),
                region.code().equals(view.region().code()));
    }

    private List<Option> periods() {
        List<Option> options = new ArrayList<>();
        for (String period : release.manifest().periods()) {
            boolean chosen = view.span().code().isEmpty() && period.equals(view.period());
            options.add(0, new Option(period, period, chosen));
        }
        String span = view.span().code();
        if (!span.isEmpty() && !span.equals(RECENT)) {
            options.add(new Option(span, words(span), true));
        }
        options.add(new Option(RECENT, words(RECENT), span.equals(RECENT)));
        return options;
    }

    private List<Option> codes(CodeList<Code.Named> list, SortedSet<String> covered, String chosen, String total) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(RateColumns.TOTAL, texts.of(total), chosen.equals(RateColumns.TOTAL)));
        for (Code.Named code : list.all()) {
            if (covered.contains(code.code()) || code.code().equals(chosen)) {
                options.add(new Option(
                        code.code(), texts.of(code.name()), code.code().equals(chosen)));
            }
        }
        return options;
    }

    private List<Option> measures() {
        List<Option> options = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            options.add(new Option(measure.code(), FigureText.measureName(texts, measure), measure == view.measure()));
        }
        return options;
    }
}
