package se.tillsyn.web.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TableFile;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.table.Column;
import se.tillsyn.web.table.ObservationCells;
import se.tillsyn.web.table.TableCell;
import se.tillsyn.web.table.ViewTable;

/** Every figure of a comparison as one table: a row for each topic, age, year and region, each row once. */
final class CompareTable {

    private static final String STATUS = "status";
    private static final String DIFFERENCE_STATUS = "difference_status";

    private final Shown shown;
    private final PublishedRelease release;
    private final Dictionary words;
    private final CompareFigures figures;

    CompareTable(Shown shown, CompareFigures figures) {
        this.shown = shown;
        this.release = shown.release();
        this.words = shown.dictionary();
        this.figures = figures;
    }

    ViewTable table() {
        Set<CompareFigures.Row> rows = new LinkedHashSet<>(figures.topics());
        rows.addAll(figures.ages());
        rows.addAll(figures.years());
        List<List<TableCell>> cells = new ArrayList<>();
        for (CompareFigures.Row row : rows) {
            row.places().forEach(place -> cells.add(cells(row, place)));
        }
        String topic = figures.view().topic().map(Topic::code).orElse("all");
        return new ViewTable(
                TableFile.name(shown, "compare-" + topic, figures.view().period()),
                words.both("compare.title"),
                columns(),
                cells);
    }

    private List<Column> columns() {
        return List.of(
                Column.text("release", words.both("column.release")),
                Column.flag("synthetic", words.both("column.synthetic")),
                Column.code("topic", words.both("topics.topic")),
                Column.code("region", words.both("form.region")),
                Column.text("period", words.both("form.period")),
                Column.code("age_group", words.both("form.age")),
                Column.code("measure", words.both("form.measure")),
                Column.text("selection_basis", words.both("table.basis")),
                Column.count("numerator", words.both("column.numerator"), STATUS),
                Column.count("denominator", words.both("column.denominator"), STATUS),
                Column.proportion("value", words.both("column.value"), STATUS),
                Column.proportion("lower", words.both("column.lower"), STATUS),
                Column.proportion("upper", words.both("column.upper"), STATUS),
                Column.code("reference", words.both("compare.reference")),
                Column.proportion("difference", words.both("column.difference"), DIFFERENCE_STATUS),
                Column.proportion("difference_lower", words.both("column.lower"), DIFFERENCE_STATUS),
                Column.proportion("difference_upper", words.both("column.upper"), DIFFERENCE_STATUS),
                Column.text("verdict", words.both("column.verdict")),
                Column.flag("unlike_basis", words.both("column.unlike")));
    }

    private List<TableCell> cells(CompareFigures.Row row, CompareFigures.Place place) {
        Region reference = figures.view().reference();
        Region against = reference == null ? place.region() : reference;
        List<TableCell> cells = new ArrayList<>(List.of(
                TableCell.of(release.id()),
                TableCell.of(place.cell().synthetic()),
                TableCell.of(row.topic().code(), row.topic().name()),
                TableCell.of(place.region().code(), place.region().name()),
                TableCell.of(row.period()),
                TableCell.of(row.age(), age(row.age())),
                TableCell.of(
                        row.measure().code(),
                        words.both("measure." + row.measure().code())),
                TableCell.of(place.cell().selectionBasis())));
        cells.addAll(ObservationCells.of(place.observation()));
        cells.add(TableCell.of(against.code(), against.name()));
        cells.add(TableCell.of(place.difference().value()));
        cells.add(TableCell.of(place.difference().lower()));
        cells.add(TableCell.of(place.difference().upper()));
        cells.add(TableCell.of(place.difference().direction().code()));
        cells.add(TableCell.of(place.difference().unlike()));
        return cells;
    }

    private LocalText age(String code) {
        return code.equals(RateColumns.TOTAL)
                ? words.both("all.ages")
                : release.codes()
                        .ageGroups()
                        .find(code)
                        .map(entry -> entry.name())
                        .orElse(new LocalText(code, code));
    }
}
