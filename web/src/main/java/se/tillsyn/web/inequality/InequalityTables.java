package se.tillsyn.web.inequality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.web.http.BadRequestException;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.page.Address;
import se.tillsyn.web.page.Shown;
import se.tillsyn.web.page.TableFile;
import se.tillsyn.web.release.Measure;
import se.tillsyn.web.release.Observation;
import se.tillsyn.web.release.PublishedRelease;
import se.tillsyn.web.release.Region;
import se.tillsyn.web.release.Topic;
import se.tillsyn.web.table.Column;
import se.tillsyn.web.table.ObservationCells;
import se.tillsyn.web.table.TableCell;
import se.tillsyn.web.table.ViewTable;

/** The tables of the pages of inequality as files. */
final class InequalityTables {

    /** Parameter that chooses a table of a topic's page. */
    static final String PARAMETER = "table";

    private static final String STATUS = "status";
    private static final String LIMITS_STATUS = "limits_status";

    /** Which of a topic's tables. */
    enum Kind {
        YEARS("years"),
        REGIONS("regions"),
        GROUPS("groups"),
        OFFICES("offices");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        /** @throws BadRequestException for a table that no page has */
        static Kind asked(Map<String, String> asked) {
            String code = asked.getOrDefault(PARAMETER, YEARS.code);
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

    InequalityTables(Shown shown) {
        this.shown = shown;
        this.release = shown.release();
        this.words = shown.dictionary();
    }

    static Address address(InequalityView view, Shown shown, String ending, Kind kind) {
        return view.address(shown.paths(), ending).with(PARAMETER, kind.code(), Kind.YEARS.code());
    }

    /** Spread on every topic in a year. */
    ViewTable all(InequalityView view) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (InequalityListPages.Row row : InequalityListPages.rows(release, view)) {
            row.of(view.period()).ifPresent(spread -> rows.add(spread(row.topic(), view, spread)));
        }
        return table(
                "inequality-" + view.level() + "-" + view.period(),
                words.both("inequality.title"),
                spreadColumns(),
                rows);
    }

    ViewTable of(InequalityFigures figures, Kind kind) {
        String name = "inequality-" + kind.code() + "-" + figures.topic().code();
        LocalText title = figures.topic().name();
        return switch (kind) {
            case YEARS ->
                table(
                        name,
                        title,
                        spreadColumns(),
                        figures.years().stream()
                                .map(spread -> spread(figures.topic(), figures.view(), spread))
                                .toList());
            case REGIONS -> table(name, title, rateColumns(), regions(figures));
            case GROUPS ->
                table(
                        name,
                        title,
                        rateColumns(),
                        figures.groups().stream()
                                .map(group -> rate(
                                        figures, group.region(), figures.view().period(), group.observation()))
                                .toList());
            case OFFICES ->
                table(
                        name,
                        title,
                        officeColumns(),
                        figures.offices().stream()
                                .map(office -> office(figures.topic(), office))
                                .toList());
        };
    }

    private ViewTable table(String name, LocalText title, List<Column> columns, List<List<TableCell>> rows) {
        return new ViewTable(TableFile.name(shown, name, "table"), title, columns, rows);
    }

    private List<Column> spreadColumns() {
        return List.of(
                Column.text("release", words.both("column.release")),
                Column.code("topic", words.both("topics.topic")),
                Column.text("level", words.both("column.level")),
                Column.text("period", words.both("form.period")),
                Column.code("measure", words.both("form.measure")),
                Column.count("regions", words.both("inequality.regions"), STATUS),
                Column.proportion("nation_value", words.both("column.nation"), STATUS),
                Column.proportion("tau", words.both("inequality.tau"), "tau_status"),
                Column.proportion("tau_lower", words.both("column.lower"), LIMITS_STATUS),
                Column.proportion("tau_upper", words.both("column.upper"), LIMITS_STATUS),
                Column.number("alike_p", words.both("inequality.alike"), "alike_status"),
                Column.proportion("gap", words.both("inequality.gap"), "gap_status"),
                Column.proportion("gap_by_chance", words.both("inequality.gap-by-chance"), "gap_status"));
    }

    private List<TableCell> spread(Topic topic, InequalityView view, Spread spread) {
        return List.of(
                TableCell.of(release.id()),
                TableCell.of(topic.code(), topic.name()),
                TableCell.of(view.level()),
                TableCell.of(spread.period()),
                measure(spread.measure()),
                TableCell.of(spread.regions()),
                TableCell.of(spread.nation()),
                TableCell.of(spread.tau()),
                TableCell.of(spread.lower()),
                TableCell.of(spread.upper()),
                TableCell.of(spread.alikeP()),
                TableCell.of(spread.gap()),
                TableCell.of(spread.gapByChance()));
    }

    private TableCell measure(Measure measure) {
        return TableCell.of(measure.code(), words.both("measure." + measure.code()));
    }

    private List<Column> rateColumns() {
        return List.of(
                Column.text("release", words.both("column.release")),
                Column.code("topic", words.both("topics.topic")),
                Column.code("region", words.both("form.region")),
                Column.text("period", words.both("form.period")),
                Column.code("measure", words.both("form.measure")),
                Column.count("numerator", words.both("column.numerator"), STATUS),
                Column.count("denominator", words.both("column.denominator"), STATUS),
                Column.proportion("value", words.both("column.value"), STATUS),
                Column.proportion("lower", words.both("column.lower"), STATUS),
                Column.proportion("upper", words.both("column.upper"), STATUS));
    }

    private List<List<TableCell>> regions(InequalityFigures figures) {
        List<List<TableCell>> rows = new ArrayList<>();
        List<String> periods = release.manifest().periods();
        for (int i = 0; i < periods.size(); i++) {
            rows.add(rate(
                    figures, release.nation(), periods.get(i), figures.nation().get(i)));
            for (InequalityFigures.Rates region : figures.regions()) {
                rows.add(rate(
                        figures, region.region(), periods.get(i), region.years().get(i)));
            }
        }
        return rows;
    }

    private List<TableCell> rate(InequalityFigures figures, Region region, String period, Observation observation) {
        List<TableCell> cells = new ArrayList<>(List.of(
                TableCell.of(release.id()),
                TableCell.of(figures.topic().code(), figures.topic().name()),
                TableCell.of(region.code(), region.name()),
                TableCell.of(period),
                measure(figures.measure())));
        cells.addAll(ObservationCells.of(observation));
        return cells;
    }

    private List<Column> officeColumns() {
        return List.of(
                Column.text("release", words.both("column.release")),
                Column.code("topic", words.both("topics.topic")),
                Column.code("office", words.both("inequality.office")),
                Column.number("ratio", words.both("inequality.ratio"), STATUS),
                Column.number("ratio_lower", words.both("column.lower"), STATUS),
                Column.number("ratio_upper", words.both("column.upper"), STATUS),
                Column.number("q_value", words.both("inequality.q"), STATUS));
    }

    private List<TableCell> office(Topic topic, InequalityFigures.Office office) {
        return List.of(
                TableCell.of(release.id()),
                TableCell.of(topic.code(), topic.name()),
                TableCell.of(office.name().code(), office.name().name()),
                TableCell.of(office.ratio()),
                TableCell.of(office.lower()),
                TableCell.of(office.upper()),
                TableCell.of(office.q()));
    }
}
