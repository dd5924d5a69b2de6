package se.tillsyn.web.inequality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.web.chart.Drawing;
import se.tillsyn.web.chart.IntervalPlot;
import se.tillsyn.web.chart.Mark;
import se.tillsyn.web.chart.Scale;
import se.tillsyn.web.chart.ValueAxis;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.page.FigureText;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.verdict.DifferenceText;
import se.tillsyn.web.verdict.Direction;
import se.tillsyn.web.verdict.Outcome;

/** Where inequality may come from: the kind of municipality, and who inspected. */
final class InequalitySources {

    private final Shown shown;
    private final Texts texts;
    private final InequalityFigures figures;
    private final String topic;

    InequalitySources(Shown shown, InequalityFigures figures) {
        this.shown = shown;
        this.texts = shown.texts();
        this.figures = figures;
        this.topic = texts.of(figures.topic().name());
    }

    InequalityPage.@Nullable Gradient gradient() {
        if (figures.groups().isEmpty()) {
            return null;
        }
        List<Observation> observations = figures.groups().stream()
                .map(InequalityFigures.Group::observation)
                .toList();
        String caption =
                texts.of("inequality.gradient.caption", topic, figures.view().period());
        Drawing plot = IntervalPlot.of(
                texts.of(
                        "inequality.gradient.description", topic, figures.view().period()),
                figures.groups().stream()
                        .map(group -> IntervalPlot.Row.of(
                                texts.of(group.region().name()),
                                FigureText.of(texts, group.observation()).whole(),
                                group.observation(),
                                false))
                        .toList(),
                Scale.of(ValueAxis.over(observations), texts.numbers()::wholePercent),
                nation().rate());
        return new InequalityPage.Gradient(
                gradientSentence(),
                plot,
                caption,
                figures.groups().stream()
                        .map(group -> new InequalityPage.GroupRow(
                                texts.of(group.region().name()),
                                shown.paths().region(group.region().code()),
                                FigureText.of(texts, group.observation())))
                        .toList());
    }

    private Observation nation() {
        int at = shown.release().manifest().periods().indexOf(figures.view().period());
        return figures.nation().get(at);
    }

    private String gradientSentence() {
        List<InequalityFigures.Group> known = figures.groups().stream()
                .filter(group -> group.observation().hasNumber())
                .toList();
        if (!figures.ends().known()) {
            return texts.of("inequality.gradient.none");
        }
        return texts.of(
                "inequality.gradient." + figures.ends().direction().code(),
                texts.of(known.get(known.size() - 1).region().name()),
                texts.of(known.get(0).region().name()),
                DifferenceText.of(texts, figures.ends()).whole());
    }

    InequalityPage.@Nullable Offices offices() {
        if (figures.offices().isEmpty()) {
            return null;
        }
        double highest = figures.offices().stream()
                .mapToDouble(InequalityFigures.Office::upper)
                .max()
                .orElse(1);
        String caption = texts.of("inequality.offices.caption", topic);
        Drawing plot = IntervalPlot.of(
                texts.of("inequality.offices.description", topic),
                figures.offices().stream().map(this::plotRow).toList(),
                Scale.holding(highest, value -> texts.numbers().brief(value)),
                1);
        long shownOffices = figures.offices().stream()
                .filter(InequalityFigures.Office::shown)
                .count();
        return new InequalityPage.Offices(
                shownOffices == 0
                        ? texts.of("inequality.offices.none")
                        : texts.of(
                                "inequality.offices.some",
                                texts.numbers().whole(shownOffices),
                                texts.numbers().whole(figures.offices().size())),
                plot,
                caption,
                figures.offices().stream().map(this::officeRow).toList());
    }

    private IntervalPlot.Row plotRow(InequalityFigures.Office office) {
        return new IntervalPlot.Row(
                texts.of(office.name().name()),
                ratio(office) + " (" + limits(office) + ")",
                List.of(new IntervalPlot.Point(office.ratio(), office.lower(), office.upper(), Mark.Form.CIRCLE)),
                false);
    }

    private InequalityPage.OfficeRow officeRow(InequalityFigures.Office office) {
        Direction direction =
                !office.shown() ? Direction.NOT_SHOWN : office.ratio() > 1 ? Direction.HIGHER : Direction.LOWER;
        return new InequalityPage.OfficeRow(
                texts.of(office.name().name()), ratio(office), limits(office), Outcome.of(texts, direction));
    }

    private String ratio(InequalityFigures.Office office) {
        return texts.numbers().fixed(office.ratio(), 2);
    }

    private String limits(InequalityFigures.Office office) {
        return texts.numbers().fixed(office.lower(), 2) + "–" + texts.numbers().fixed(office.upper(), 2);
    }
}
