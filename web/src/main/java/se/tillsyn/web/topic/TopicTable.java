package se.tillsyn.web.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TableFile;
import se.tillsyn.web.release.Cell;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.RateView;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.table.Column;
import se.tillsyn.web.table.TableCell;
import se.tillsyn.web.table.ViewTable;

/**
 * The rows of a topic page as one table: one row per region × period × age group × operation type × view × measure,
 * both
 * measures, each row once. Proportions as published, 0 to 1.
 */
final class TopicTable {

    private static final String STATUS = "status";

    private final PublishedRelease release;
    private final Shown shown;
    private final Dictionary words;
    private final TopicFigures figures;

    TopicTable(Shown shown, TopicFigures figures) {
        this.shown = shown;
        this.release = shown.release();
        this.words = shown.dictionary();
        this.figures = figures;
    }

    ViewTable table() {
        List<List<TableCell>> rows = new ArrayList<>();
        rows().forEach((key, cell) -> {
            for (Measure measure : Measure.values()) {
                rows.add(row(key, cell, measure));
            }
        });
        return new ViewTable(name(), figures.view().topic().name(), columns(), rows);
    }

    private String name() {
        return TableFile.name(
                shown, figures.view().topic().code(), figures.view().region().level());
    }

    private List<Column> columns() {
        return List.of(
                Column.text("release", words.both("column.release")),
                Column.flag("synthetic", words.both("column.synthetic")),
                Column.code("topic", words.both("topics.topic")),
                Column.text("level", words.both("column.level")),
                Column.code("region", words.both("form.region")),
                Column.text("period", words.both("form.period")),
                Column.code("age_group", words.both("form.age")),
                Column.code("operation_type", words.both("form.type")),
                Column.code("view", words.both("column.view")),
                Column.code("measure", words.both("form.measure")),
                Column.text("selection_basis", words.both("table.basis")),
                Column.count("numerator", words.both("column.numerator"), STATUS),
                Column.count("denominator", words.both("column.denominator"), STATUS),
                Column.proportion("value", words.both("column.value"), STATUS),
                Column.proportion("lower", words.both("column.lower"), STATUS),
                Column.proportion("upper", words.both("column.upper"), STATUS));
    }

    /** What a row is about, beside the topic. */
    private record Key(Region region, String period, String age, String type, RateView view) {}

    /** The page's rows, trend first; what stands both in the trend and in a table is one row. */
    private Map<Key, Cell> rows() {
        TopicView view = figures.view();
        Map<Key, Cell> rows = new LinkedHashMap<>();
        for (TopicFigures.Trend trend : figures.trends()) {
            for (int i = 0; i < figures.periods().size(); i++) {
                rows.put(
                        key(trend.region(), figures.periods().get(i), RateView.INSPECTED),
                        trend.cells().get(i));
            }
        }
        for (TopicFigures.Trend trend : figures.quarterly()) {
            for (int i = 0; i < figures.quarters().size(); i++) {
                rows.put(
                        key(trend.region(), figures.quarters().get(i), RateView.QUARTERS),
                        trend.cells().get(i));
            }
        }
        for (List<TopicFigures.Row> table : List.of(figures.mainRegions(), figures.fineRegions(), figures.groups())) {
            table.forEach(row -> rows.putIfAbsent(key(row.region(), view.period(), RateView.INSPECTED), row.cell()));
        }
        for (TopicFigures.Part age : figures.ages()) {
            rows.putIfAbsent(
                    new Key(view.region(), view.period(), age.code(), view.type(), RateView.INSPECTED), age.cell());
        }
        for (TopicFigures.Part type : figures.types()) {
            rows.putIfAbsent(
                    new Key(view.region(), view.period(), view.age(), type.code(), RateView.INSPECTED), type.cell());
        }
        figures.seen().forEach(row -> rows.put(key(row.region(), view.period(), RateView.LATEST), row.cell()));
        return rows;
    }

    private Key key(Region region, String period, RateView seen) {
        return new Key(region, period, figures.view().age(), figures.view().type(), seen);
    }

    private List<TableCell> row(Key key, Cell cell, Measure measure) {
        Observation observation = cell.of(measure);
        TopicView view = figures.view();
        boolean number = observation.hasNumber();
        TableCell none = TableCell.of(Double.NaN);
        if (!number) {
            none = TableCell.without(observation.status());
        }
        return List.of(
                TableCell.of(release.id()),
                TableCell.of(cell.synthetic()),
                TableCell.of(view.topic().code(), view.topic().name()),
                TableCell.of(key.region().level()),
                TableCell.of(key.region().code(), key.region().name()),
                TableCell.of(key.period()),
                TableCell.of(key.age(), name(release.codes().ageGroups(), key.age(), "all.ages")),
                TableCell.of(key.type(), name(release.codes().operationTypes(), key.type(), "all.types")),
                TableCell.of(key.view().code(), words.both("view." + key.view().code())),
                TableCell.of(measure.code(), words.both("measure." + measure.code())),
                TableCell.of(cell.selectionBasis()),
                number ? TableCell.of(observation.deficient()) : none,
                number ? TableCell.of(observation.assessed()) : none,
                number ? TableCell.of(observation.rate()) : none,
                number ? TableCell.of(observation.lower()) : none,
                number ? TableCell.of(observation.upper()) : none);
    }

    private LocalText name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? words.both(total)
                : list.find(code).map(Code.Named::name).orElse(new LocalText(code, code));
    }
}
