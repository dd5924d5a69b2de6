package se.tillsyn.web.overview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Sparkline;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TopicPath;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.Coverage;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Topic;

/** Topics that belong together. */
record TopicGroup(String code, String name, List<Line> topics) {

    /**
     * One topic.
     *
     * @param definition what is measured
     * @param figure latest national figure; {@code null} for a topic that no rate is published for
     * @param measure what the figure is called; empty without one
     * @param period of the figure; empty without one
     * @param trend the national figure over time; {@code null} with fewer than two numbers
     * @param statements number of statements of published reports, in words; empty for none
     */
    record Line(
            String code,
            String name,
            String href,
            String definition,
            @Nullable FigureText figure,
            String measure,
            String period,
            @Nullable Sparkline trend,
            String statements) {}

    /** Every group that has topics. */
    static List<TopicGroup> of(Shown shown) {
        PublishedRelease release = shown.release();
        Texts texts = shown.texts();
        List<TopicGroup> groups = new ArrayList<>();
        for (Code.Named group : release.codes().topicGroups().all()) {
            List<Line> topics = release.codes().topicsOf(group.code()).stream()
                    .map(topic -> line(shown, topic))
                    .toList();
            if (!topics.isEmpty()) {
                groups.add(new TopicGroup(group.code(), texts.of(group.name()), topics));
            }
        }
        return groups;
    }

    private static Line line(Shown shown, Topic topic) {
        PublishedRelease release = shown.release();
        Texts texts = shown.texts();
        Coverage coverage = release.coverage(topic);
        int statements = release.statements(topic).size();
        boolean known = topic.hasRate() && !coverage.periods().isEmpty();
        List<Observation> years = !known
                ? List.of()
                : release.manifest().periods().stream()
                        .map(period -> release.total(
                                        topic.code(), release.nation().code(), period)
                                .of(coverage.usual()))
                        .toList();
        String latest = known ? coverage.periods().last() : "";
        return new Line(
                topic.code(),
                texts.of(topic.name()),
                TopicPath.of(shown, topic),
                texts.of(topic.definition()),
                known
                        ? FigureText.of(
                                texts,
                                release.total(topic.code(), release.nation().code(), latest)
                                        .of(coverage.usual()))
                        : null,
                known ? FigureText.measureName(texts, coverage.usual()) : "",
                latest,
                Sparkline.of(years),
                statements == 0
                        ? ""
                        : texts.of(
                                statements == 1 ? "statements.one" : "statements.several",
                                texts.numbers().whole(statements)));
    }
}
