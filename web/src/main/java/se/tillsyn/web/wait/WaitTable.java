package se.tillsyn.web.wait;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TableFile;
import se.tillsyn.web.release.Code;
import se.tillsyn.web.release.CodeList;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.table.Column;
import se.tillsyn.web.table.TableCell;
import se.tillsyn.web.table.ViewTable;

/** Waits and rules of a view as one table: a row for each topic, region and year. */
final class WaitTable {

    private static final String STATUS = "status";
    private static final String MEDIAN_STATUS = "median_status";
    private static final String P90_STATUS = "p90_status";

    private final Shown shown;
    private final PublishedRelease release;
    private final Dictionary words;
    private final WaitFigures figures;

    WaitTable(Shown shown, WaitFigures figures) {
        this.shown = shown;
        this.release = shown.release();
        this.words = shown.dictionary();
        this.figures = figures;
    }

    ViewTable table() {
        Set<WaitFigures.Place> places = new LinkedHashSet<>(figures.years());
        places.addAll(figures.regions());
        List<List<TableCell>> rows = new ArrayList<>();
        for (WaitFigures.Place place : places) {
            figures.view()
                    .topic()
                    .ifPresent(topic -> rows.add(
                            row(topic, place, place.waits(), figures.view().age())));
            for (int i = 0; i < figures.rules().size(); i++) {
                rows.add(row(figures.rules().get(i), place, place.rules().get(i), RateColumns.TOTAL));
            }
        }
        return new ViewTable(
                TableFile.name(shown, "waits", figures.view().period()), words.both("waits.title"), columns(), rows);
    }

    private List<Column> columns() {
        return List.of(
                Column.text("release", words.both("column.release")),
                Column.code("topic", words.both("topics.topic")),
                Column.code("region", words.both("form.region")),
                Column.text("period", words.both("form.period")),
                Column.code("age_group", words.both("form.age")),
                Column.code("operation_type", words.both("form.type")),
                Column.text("value_unit", words.both("waits.unit")),
                Column.count("n", words.both("waits.count"), STATUS),
                Column.count("waiting", words.both("waits.waiting"), STATUS),
                Column.number("median", words.both("waits.median"), MEDIAN_STATUS),
                Column.number("median_lower", words.both("column.lower"), "median_lower_status"),
                Column.number("median_upper", words.both("column.upper"), "median_upper_status"),
                Column.number("completed_median", words.both("waits.completed"), "completed_status"),
                Column.number("p90", words.both("waits.p90"), P90_STATUS),
                Column.number("p90_lower", words.both("column.lower"), "p90_lower_status"),
                Column.number("p90_upper", words.both("column.upper"), "p90_upper_status"));
    }

    private List<TableCell> row(Topic topic, WaitFigures.Place place, Quantities quantities, String age) {
        String type = figures.view().type();
        List<TableCell> cells = new ArrayList<>(List.of(
                TableCell.of(release.id()),
                TableCell.of(topic.code(), topic.name()),
                TableCell.of(place.region().code(), place.region().name()),
                TableCell.of(place.period()),
                TableCell.of(age, name(release.codes().ageGroups(), age, "all.ages")),
                TableCell.of(type, name(release.codes().operationTypes(), type, "all.types")),
                TableCell.of(quantities.unit()),
                count(quantities, quantities.n()),
                count(quantities, quantities.waiting())));
        add(cells, quantities.median());
        cells.add(value(quantities.completedMedian()));
        add(cells, quantities.p90());
        return cells;
    }

    private static TableCell count(Quantities quantities, int number) {
        return quantities.hasCounts() ? TableCell.of(number) : TableCell.without(quantities.status());
    }

    private static void add(List<TableCell> cells, Quantities.Quantile quantile) {
        cells.add(value(quantile));
        cells.add(quantile.hasNumber() ? TableCell.of(quantile.lower()) : TableCell.without(quantile.status()));
        cells.add(quantile.hasNumber() ? TableCell.of(quantile.upper()) : TableCell.without(quantile.status()));
    }

    private static TableCell value(Quantities.Quantile quantile) {
        return quantile.hasNumber() ? TableCell.of(quantile.value()) : TableCell.without(quantile.status());
    }

    private LocalText name(CodeList<Code.Named> list, String code, String total) {
        return code.equals(RateColumns.TOTAL)
                ? words.both(total)
                : list.find(code).map(Code.Named::name).orElse(new LocalText(code, code));
    }
}
