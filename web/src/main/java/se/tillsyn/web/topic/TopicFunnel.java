package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tillsyn.analytics.release.ComparisonColumns;
import se.tillsyn.analytics.release.InequalityColumns;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.chart.FunnelChart;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.release.TableKind;

/** The funnel of a view: whole regions of the main level, in the measure that the release compares them by. */
final class TopicFunnel {

    private static final String CASES = "cases";

    private final PublishedRelease release;
    private final Texts texts;
    private final TopicView view;

    TopicFunnel(Shown shown, TopicView view) {
        this.release = shown.release();
        this.texts = shown.texts();
        this.view = view;
    }

    /** The funnel; {@code null} where the release draws no limits, or the view is not of whole regions. */
    TopicPage.@Nullable Funnel funnel(TopicFigures figures) {
        boolean whole = view.age().equals(RateColumns.TOTAL) && view.type().equals(RateColumns.TOTAL);
        Optional<ReleaseTable.Row> family = release.table(TableKind.INEQUALITY, release.mainLevel())
                .find(view.topic().code(), view.period());
        if (!whole
                || family.isEmpty()
                || family.get().text(InequalityColumns.FUNNEL).equals("none")) {
            return null;
        }
        ReleaseTable.Row row = family.get();
        boolean cases = row.text(ComparisonColumns.DENOMINATOR).equals(CASES);
        if ((view.measure() == Measure.CASE) != cases) {
            return null;
        }
        List<FunnelChart.Point> points = points(figures);
        if (points.isEmpty()) {
            return null;
        }
        boolean adjusted = row.text(InequalityColumns.FUNNEL).equals("adjusted");
        double tau2 = adjusted && row.has(InequalityColumns.TAU2) ? row.real(InequalityColumns.TAU2) : 0;
        String title = texts.of("funnel.caption", texts.of(view.topic().name()), view.period());
        FunnelChart chart = FunnelChart.of(
                texts,
                title,
                texts.of(cases ? "funnel.axis.cases" : "funnel.axis.units"),
                points,
                new FunnelChart.Limits(row.real(InequalityColumns.TARGET), tau2));
        return new TopicPage.Funnel(
                chart, title, finding(points), texts.of(adjusted ? "funnel.rule.adjusted" : "funnel.rule.plain"));
    }

    private List<FunnelChart.Point> points(TopicFigures figures) {
        List<FunnelChart.Point> points = new ArrayList<>();
        ReleaseTable comparisons = release.table(TableKind.COMPARISONS, release.mainLevel());
        String chosen =
                release.mainRegionOf(view.region()).map(region -> region.code()).orElse("");
        for (TopicFigures.Row row : figures.mainRegions()) {
            Observation observation = row.cell().of(view.measure());
            Optional<ReleaseTable.Row> compared =
                    comparisons.find(view.topic().code(), row.region().code(), view.period());
            if (observation.hasNumber() && compared.isPresent()) {
                points.add(new FunnelChart.Point(
                        texts.of(row.region().name()),
                        observation,
                        place(compared.get().text(ComparisonColumns.FUNNEL)),
                        row.region().code().equals(chosen)));
            }
        }
        return points;
    }

    /** Only what lies outside the outer limits is told apart: of twenty-one regions one lies outside the inner by chance. */
    private static FunnelChart.Place place(String published) {
        return switch (published) {
            case "low_998" -> FunnelChart.Place.LOW;
            case "high_998" -> FunnelChart.Place.HIGH;
            default -> FunnelChart.Place.INSIDE;
        };
    }

    private String finding(List<FunnelChart.Point> points) {
        List<String> outside = points.stream()
                .filter(point -> point.place() != FunnelChart.Place.INSIDE)
                .map(point -> texts.of(
                        point.place() == FunnelChart.Place.HIGH ? "funnel.above" : "funnel.below", point.name()))
                .toList();
        return outside.isEmpty()
                ? texts.of("funnel.all-inside", texts.numbers().whole(points.size()))
                : texts.of("funnel.outside", String.join(", ", outside));
    }
}
