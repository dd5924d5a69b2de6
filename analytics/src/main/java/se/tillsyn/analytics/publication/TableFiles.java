package se.tillsyn.analytics.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.tillsyn.analytics.assessment.Neighbours;
import se.tillsyn.analytics.assessment.RegionalAssessment;
import se.tillsyn.analytics.assessment.WaitTrend;
import se.tillsyn.analytics.assessment.WaitTrendAssessment;
import se.tillsyn.analytics.cube.CoverageCell;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.FollowUpCell;
import se.tillsyn.analytics.cube.ValueCell;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.ReleaseLayout;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.ProfileDescription;
import se.tillsyn.ingest.profile.ProfileDescription.Further;
import se.tillsyn.ingest.table.CsvTableWriter;
import se.tillsyn.ingest.table.ParquetTableWriter;
import se.tillsyn.ingest.table.Table;
import se.tillsyn.ingest.table.TableWriter;

/** Writes every table of a release, each as Parquet, as CSV and as CSV for Excel in Swedish. */
final class TableFiles {

    /** One written table: where, and how many rows. */
    record Written(Table<?> table, String path, long rows) {}

    private static final double MEDIAN = 0.5;

    private final Path staging;
    private final ReleaseContent content;
    private final List<Written> written = new ArrayList<>();

    TableFiles(Path staging, ReleaseContent content) {
        this.staging = staging;
        this.content = content;
    }

    List<Written> write(RateTables rates) throws IOException {
        Files.createDirectory(staging.resolve("tables"));
        Files.createDirectory(staging.resolve("excel-sv"));
        for (Map.Entry<String, List<RateRow>> table : rates.byName().entrySet()) {
            write(ReleaseTables.rates(table.getKey()), table.getValue());
        }
        ProfileDescription description = content.profile().description();
        List<String> levels = new ArrayList<>(description.levels());
        levels.add(ProfileDescription.REGION_GROUP);
        writeValues(levels);
        if (description.plan().asksFor(Further.FOLLOW_UP)) {
            byLevel(levels, content.cube().followUps(), FollowUpCell::level, FollowUpRow::of, FurtherTables::followUps);
        }
        if (description.plan().asksFor(Further.COVERAGE)) {
            EligibleOperations eligible = new EligibleOperations(content.profile());
            byLevel(
                    levels,
                    content.cube().coverage(),
                    CoverageCell::level,
                    Function.identity(),
                    level -> FurtherTables.coverage(level, eligible));
        }
        if (description.plan().asksFor(Further.OFFICE_EFFECT)) {
            write(
                    FurtherTables.OFFICES,
                    OfficeRow.of(content.cube().offices(), content.publishable().fewestFiles(), protectedTopics()));
        }
        RegionalAssessment assessment = RegionalAssessment.of(
                content.cube().inspected(),
                content.publishable()::inspected,
                description.levels(),
                breaks(),
                neighbours(),
                DeclaredOrder.of(content.profile()));
        byLevel(
                levels,
                assessment.comparisons(),
                row -> row.family().level(),
                Function.identity(),
                FurtherTables::comparisons);
        byLevel(levels, assessment.families(), row -> row.level(), Function.identity(), FurtherTables::inequality);
        byLevel(levels, assessment.trends(), row -> row.level(), Function.identity(), FurtherTables::trends);
        write(ReleaseTables.STATEMENTS, content.statements());
        return List.copyOf(written);
    }

    private Set<String> protectedTopics() {
        return content.cube().inspected().stream()
                .filter(DeficiencyCell::countsProtected)
                .map(DeficiencyCell::topic)
                .collect(Collectors.toSet());
    }

    /** Waits and measured rules apart. */
    private void writeValues(List<String> levels) throws IOException {
        for (Indicator.Kind kind : List.of(Indicator.Kind.WAIT, Indicator.Kind.MEASURED)) {
            List<ValueCell> cells = content.cube().values().stream()
                    .filter(cell -> indicatorOf(cell).kind() == kind)
                    .toList();
            String name = kind == Indicator.Kind.WAIT ? "waits" : "measured";
            byLevel(
                    levels,
                    cells,
                    ValueCell::level,
                    cell -> ValueRow.of(cell, unitOf(cell), content.publishable()),
                    level -> FurtherTables.values(ReleaseLayout.tableOf(name, level)));
        }
        byLevel(
                levels,
                WaitTrendAssessment.of(
                        content.cube().values().stream()
                                .filter(cell -> indicatorOf(cell).kind() == Indicator.Kind.WAIT)
                                .toList(),
                        cell -> content.publishable().quantile(cell, MEDIAN),
                        breaks()),
                WaitTrend::level,
                WaitTrendRow::of,
                FurtherTables::waitTrends);
    }

    private Indicator indicatorOf(ValueCell cell) {
        return content.profile().indicatorOf(cell.topic());
    }

    private String unitOf(ValueCell cell) {
        String unit = indicatorOf(cell).valueUnit();
        return unit == null ? "" : unit;
    }

    private Map<String, List<LocalDate>> breaks() {
        Map<String, List<LocalDate>> breaks = new HashMap<>();
        for (Indicator indicator : content.profile().indicators()) {
            breaks.put(
                    indicator.id(),
                    indicator.breaks().stream().map(change -> change.on()).toList());
        }
        return breaks;
    }

    /** By the profile's maps. */
    private Map<String, Neighbours> neighbours() {
        Map<String, Neighbours> neighbours = new HashMap<>();
        content.profile()
                .description()
                .maps()
                .forEach((level, path) ->
                        neighbours.put(level, MapNeighbours.of(content.profile().file(path))));
        return neighbours;
    }

    private <C, R> void byLevel(
            List<String> levels,
            List<C> cells,
            Function<C, String> levelOf,
            Function<C, R> rowOf,
            Function<String, Table<R>> table)
            throws IOException {
        for (String level : levels) {
            List<R> rows = cells.stream()
                    .filter(cell -> levelOf.apply(cell).equals(level))
                    .map(rowOf)
                    .toList();
            if (!rows.isEmpty()) {
                write(table.apply(level), rows);
            }
        }
    }

    private <R> void write(Table<R> table, List<R> rows) throws IOException {
        String path = ReleaseLayout.table(table.name());
        String parquet = path + ".parquet";
        String csv = path + ".csv";
        String excel = ReleaseLayout.excelSv(table.name());
        try (TableWriter<R> first = new ParquetTableWriter<>(staging.resolve(parquet), table, footerOf(table));
                TableWriter<R> second = new CsvTableWriter<>(staging.resolve(csv), table);
                TableWriter<R> third = CsvTableWriter.excelSv(staging.resolve(excel), table)) {
            for (R row : rows) {
                first.write(row);
                second.write(row);
                third.write(row);
            }
        }
        for (String one : List.of(parquet, csv, excel)) {
            written.add(new Written(table, one, rows.size()));
        }
    }

    /**
     * What a Parquet file says of itself when it has left its release. The release's own name is not there: it is made of
     * the hashes of these files; the batch tells which state of the store it rests on.
     */
    private Map<String, String> footerOf(Table<?> table) {
        ProfileDescription description = content.profile().description();
        return Map.of(
                "tillsyn.format", Integer.toString(Manifest.FORMAT),
                "tillsyn.table", table.name(),
                "tillsyn.publisher", description.publisher().sv(),
                "tillsyn.licence", description.licence(),
                "tillsyn.licence_url", description.licenceUrl(),
                "tillsyn.profile", description.id() + " " + description.version(),
                "tillsyn.batch", content.newest().folder().id(),
                "tillsyn.synthetic", Boolean.toString(content.synthetic()));
    }
}
