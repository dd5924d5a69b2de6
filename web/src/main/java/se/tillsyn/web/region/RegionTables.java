package se.tillsyn.web.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.CoverageColumns;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.RateColumns;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.analytics.statistics.Interval;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TableFile;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.ReleaseTable;
import se.tillsyn.web.table.Column;
import se.tillsyn.web.table.ObservationCells;
import se.tillsyn.web.table.TableCell;
import se.tillsyn.web.table.ViewTable;

/** The tables of a region's profile as files: its topics, what became of demands, what was inspected. */
final class RegionTables {

    /** Parameter that chooses a table. */
    static final String PARAMETER = "table";

    private static final String STATUS = "status";
    private static final String NATION_STATUS = "nation_status";
    private static final String GROUP_STATUS = "similar_status";
    private static final String DIFFERENCE_STATUS = "difference_status";

    /** Which of the tables. */
    enum Kind {
        TOPICS("topics"),
        FOLLOWUP("followup"),
        COVERAGE("coverage");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        /** @throws BadRequestException for a table that no profile has */
        static Kind asked(Map<String, String> asked) {
            String code = asked.getOrDefault(PARAMETER, TOPICS.code);
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw BadRequestException.malformed(PARAMETER);
        }
    }

    private final Shown shown;
    private final PublishedRelease release;
    private final Dictionary words;
    private final RegionFigures figures;
    private final Region region;

    RegionTables(Shown shown, RegionFigures figures) {
        this.shown = shown;
        this.release = shown.release();
        this.words = shown.dictionary();
        this.figures = figures;
        this.region = figures.view().region();
    }

    ViewTable table(Kind kind) {
        return switch (kind) {
            case TOPICS ->
                table(
                        kind,
                        topicColumns(),
                        figures.lines().stream().map(this::topic).toList());
            case FOLLOWUP ->
                table(
                        kind,
                        followUpColumns(),
                        figures.followUp().stream().map(this::followUp).toList());
            case COVERAGE ->
                table(
                        kind,
                        coverageColumns(),
                        figures.coverage().stream().map(this::covered).toList());
        };
    }

    private ViewTable table(Kind kind, List<Column> columns, List<List<TableCell>> rows) {
        List<Column> all = new ArrayList<>(List.of(
                Column.text("release", words.both("column.release")),
                Column.code("region", words.both("form.region"))));
        all.addAll(columns);
        List<List<TableCell>> whole = new ArrayList<>();
        for (List<TableCell> row : rows) {
            List<TableCell> cells =
                    new ArrayList<>(List.of(TableCell.of(release.id()), TableCell.of(region.code(), region.name())));
            cells.addAll(row);
            whole.add(cells);
        }
        String name = TableFile.name(
                shown,
                "region-" + region.code() + "-" + kind.code(),
                figures.view().period());
        return new ViewTable(name, region.name(), all, whole);
    }

    private List<Column> topicColumns() {
        return List.of(
                Column.code("topic", words.both("topics.topic")),
                Column.text("period", words.both("form.period")),
                Column.code("measure", words.both("form.measure")),
                Column.text("selection_basis", words.both("table.basis")),
                Column.flag("synthetic", words.both("column.synthetic")),
                Column.count("numerator", words.both("column.numerator"), STATUS),
                Column.count("denominator", words.both("column.denominator"), STATUS),
                Column.proportion("value", words.both("column.value"), STATUS),
                Column.proportion("lower", words.both("column.lower"), STATUS),
                Column.proportion("upper", words.both("column.upper"), STATUS),
                Column.proportion("nation_value", words.both("column.nation"), NATION_STATUS),
                Column.proportion("similar_value", words.both("column.similar"), GROUP_STATUS),
                Column.proportion("difference", words.both("column.difference"), DIFFERENCE_STATUS),
                Column.proportion("difference_lower", words.both("column.lower"), DIFFERENCE_STATUS),
                Column.proportion("difference_upper", words.both("column.upper"), DIFFERENCE_STATUS),
                Column.text("verdict", words.both("column.verdict")),
                Column.flag("unlike_basis", words.both("column.unlike")),
                Column.text("trend", words.both("column.trend")));
    }

    private List<TableCell> topic(RegionFigures.Line line) {
        List<TableCell> cells = new ArrayList<>(List.of(
                TableCell.of(line.topic().code(), line.topic().name()),
                TableCell.of(figures.view().period()),
                TableCell.of(
                        line.measure().code(),
                        words.both("measure." + line.measure().code())),
                TableCell.of(line.cell().selectionBasis()),
                TableCell.of(line.cell().synthetic())));
        cells.addAll(ObservationCells.of(line.own()));
        cells.add(ObservationCells.rate(line.nation()));
        cells.add(ObservationCells.rate(line.group()));
        cells.add(TableCell.of(line.difference().value()));
        cells.add(TableCell.of(line.difference().lower()));
        cells.add(TableCell.of(line.difference().upper()));
        cells.add(TableCell.of(line.difference().direction().code()));
        cells.add(TableCell.of(line.difference().unlike()));
        cells.add(TableCell.of(line.trend().direction()));
        return cells;
    }

    private List<Column> followUpColumns() {
        return List.of(
                Column.text("period", words.both("region.followup.year")),
                Column.count("demands", words.both("region.followup.demands"), STATUS),
                Column.count("followed_up", words.both("region.followup.followed-up"), STATUS),
                Column.count("remedied", words.both("region.followup.remedied"), STATUS),
                Column.count("relapsed", words.both("region.followup.relapsed"), STATUS),
                Column.proportion("remedied_share", words.both("column.value"), STATUS),
                Column.proportion("lower", words.both("column.lower"), STATUS),
                Column.proportion("upper", words.both("column.upper"), STATUS));
    }

    private List<TableCell> followUp(RegionFigures.Demands year) {
        Interval limits = RateInterval.wilson(year.remedied(), year.demands(), RateInterval.PUBLISHED_CONFIDENCE);
        return List.of(
                TableCell.of(year.period()),
                TableCell.of(year.demands()),
                TableCell.of(year.followedUp()),
                TableCell.of(year.remedied()),
                TableCell.of(year.relapsed()),
                TableCell.of((double) year.remedied() / year.demands()),
                TableCell.of(limits.lower()),
                TableCell.of(limits.upper()));
    }

    private List<Column> coverageColumns() {
        return List.of(
                Column.text("period", words.both("form.period")),
                Column.code("operation_type", words.both("form.type")),
                Column.text("selection_basis", words.both("table.basis")),
                Column.count("inspected", words.both("region.coverage.inspected"), STATUS),
                Column.count("deficient", words.both("region.coverage.deficient"), STATUS),
                Column.count("eligible", words.both("region.coverage.eligible"), "eligible_status"),
                Column.proportion("coverage", words.both("region.coverage.share"), "coverage_status"));
    }

    private List<TableCell> covered(ReleaseTable.Row row) {
        String type = row.text(RateColumns.OPERATION_TYPE);
        LocalText name = type.equals(RateColumns.TOTAL)
                ? words.both("all.types")
                : release.codes()
                        .operationTypes()
                        .find(type)
                        .map(entry -> entry.name())
                        .orElse(new LocalText(type, type));
        return List.of(
                TableCell.of(figures.view().period()),
                TableCell.of(type, name),
                TableCell.of(row.text(RateColumns.SELECTION_BASIS)),
                TableCell.of(row.whole(CoverageColumns.INSPECTED)),
                TableCell.of(row.whole(CoverageColumns.DEFICIENT)),
                row.has(CoverageColumns.ELIGIBLE)
                        ? TableCell.of(row.whole(CoverageColumns.ELIGIBLE))
                        : TableCell.without(Status.NOT_AVAILABLE),
                TableCell.of(row.real(CoverageColumns.SHARE)));
    }
}
