package se.tillsyn.analytics.reference;

import static se.tillsyn.analytics.reference.FileCheck.inputs;
import static se.tillsyn.analytics.reference.FileCheck.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import se.tillsyn.analytics.Findings;
import se.tillsyn.analytics.TestStore;
import se.tillsyn.analytics.cube.CoverageCell;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.PlainCube;
import se.tillsyn.analytics.reference.ReferenceTable.Row;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Profile;

/**
 * Distinct counts of files and boards by the cube itself. Each row of the file is one file judged on one topic. The cube
 * counts operations exactly, so it is asked twice: once with the boards as operations, once with the files, which gives
 * distinct files over several topics. The age group stands as operation type too, since the count over all topics has no
 * ages of its own.
 */
final class RollupChecks {

    static final List<FileCheck> ALL = List.of(
            inputs(
                    "unit_rollup_findings.csv",
                    "case_id",
                    "file_id",
                    "board",
                    "county",
                    "age_group",
                    "topic",
                    "outcome"),
            table("unit_rollup_expected.csv", RollupChecks::counts)
                    .given("case_id", "county", "age_group", "topic", "source")
                    .expected("assessed_files", "deficient_files", "deficient_findings")
                    .expected("assessed_boards", "boards_with_deficiency"));

    private static final String TOTAL = "Total";
    private static final String ANY = "Any";

    private static final Map<String, Cubes> CUBES = new ConcurrentHashMap<>();

    private RollupChecks() {}

    private record Cubes(Cube ofBoards, Cube ofFiles) {}

    private static Figures counts(Row row, ReferenceFolder folder) {
        Cubes cubes = CUBES.computeIfAbsent(row.text("case_id"), id -> cubesOf(folder, id));
        String county = row.text("county").equals(TOTAL) ? "00" : row.text("county");
        String type = row.text("age_group").equals(TOTAL) ? "TOTAL" : typeOf(row.text("age_group"));
        boolean any = row.text("topic").equals(ANY);
        List<DeficiencyCell> topics = cubes.ofBoards().inspected().stream()
                .filter(cell ->
                        cell.region().equals(county) && cell.operationType().equals(type))
                .filter(cell ->
                        cell.ageGroup().equals("TOTAL") && !cell.period().contains("-Q"))
                .filter(cell -> any || cell.topic().equals(row.text("topic")))
                .toList();
        Figures figures = new Figures()
                .number(
                        "deficient_findings",
                        topics.stream()
                                .mapToLong(cell -> cell.cases().deficient())
                                .sum());
        if (any) {
            CoverageCell files = coverage(cubes.ofFiles(), county, type);
            CoverageCell boards = coverage(cubes.ofBoards(), county, type);
            return figures.number("assessed_files", (long) files.judged())
                    .number("deficient_files", (long) files.deficient())
                    .number("assessed_boards", (long) boards.judged())
                    .number("boards_with_deficiency", (long) boards.deficient());
        }
        return figures.number("assessed_files", sum(topics, cell -> cell.cases().cases()))
                .number("deficient_files", sum(topics, cell -> cell.cases().deficient()))
                .number("assessed_boards", sum(topics, cell -> (long) cell.units()))
                .number("boards_with_deficiency", sum(topics, cell -> (long) cell.deficientUnits()));
    }

    /** Of one cell, or 0 where nothing was looked at. */
    private static long sum(List<DeficiencyCell> one, Function<DeficiencyCell, Long> count) {
        if (one.size() > 1) {
            throw new AssertionError("several cells of one topic, county and age");
        }
        return one.isEmpty() ? 0 : count.apply(one.get(0));
    }

    private static CoverageCell coverage(Cube cube, String county, String type) {
        return cube.coverage().stream()
                .filter(cell ->
                        cell.region().equals(county) && cell.operationType().equals(type))
                .findFirst()
                .orElse(new CoverageCell("county", county, "2020", type, "CENSUS", 0, 0, 0, true));
    }

    private static Cubes cubesOf(ReferenceFolder folder, String id) {
        List<Row> rows = folder.table("unit_rollup_findings.csv").where("case_id", id);
        Profile profile = profile(rows);
        return new Cubes(cube(profile, rows, "board"), cube(profile, rows, "file_id"));
    }

    private static Cube cube(Profile profile, List<Row> rows, String operation) {
        List<Finding> findings = new ArrayList<>();
        for (Row row : rows) {
            Outcome outcome =
                    switch (row.text("outcome")) {
                        case "deficient" -> Outcome.DEFICIENT;
                        case "ok" -> Outcome.MET;
                        default -> Outcome.NOT_ASSESSED;
                    };
            Integer files = outcome.judged() ? 1 : null;
            Integer deficient = outcome == Outcome.DEFICIENT ? Integer.valueOf(1) : outcome.judged() ? 0 : null;
            findings.add(Findings.files("F" + findings.size(), row.text(operation), 0, 1)
                    .at(row.text("county"), row.text("age_group"), row.text("topic"))
                    .ofType(typeOf(row.text("age_group")))
                    .judged(outcome, deficient, files)
                    .build());
        }
        return PlainCube.of(profile, List.of(findings), 3);
    }

    private static String typeOf(String age) {
        return "AGE" + age;
    }

    /** The test profile with the file's own counties, ages and topics. */
    private static Profile profile(List<Row> rows) {
        try {
            Path folder = Files.createTempDirectory("rollup");
            Path model = TestStore.minilandFolder();
            try (Stream<Path> files = Files.walk(model)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve(model.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
            list(
                    folder,
                    "regions",
                    ",level,parent",
                    "00,Riket,Nation,,,nation,",
                    rows,
                    "county",
                    "%s,%1$s,%1$s,,,county,00");
            list(folder, "age_groups", ",analysis_band", "", rows, "age_group", "%s,%1$s,%1$s,,,%1$s");
            list(folder, "operation_types", "", "", rows, "age_group", "AGE%s,%1$s,%1$s,,");
            list(folder, "topics", ",group", "", rows, "topic", "%s,%1$s,%1$s,,,G");
            Files.writeString(folder.resolve("codelists/region_group_members.csv"), "group,region\n");
            Files.writeString(
                    folder.resolve("codelists/eligible_operations.csv"), "region,operation_type,operations\n");
            indicators(
                    folder,
                    new TreeSet<>(rows.stream().map(row -> row.text("topic")).toList()));
            return Profile.load(folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void list(
            Path folder, String name, String attributes, String first, List<Row> rows, String column, String line)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("code,name_sv,name_en,valid_from,valid_to" + attributes));
        if (!first.isEmpty()) {
            lines.add(first);
        }
        new TreeSet<>(rows.stream().map(row -> row.text(column)).toList())
                .forEach(code -> lines.add(line.replace("%s", code).replace("%1$s", code)));
        Files.write(folder.resolve("codelists/" + name + ".csv"), lines, StandardCharsets.UTF_8);
    }

    private static void indicators(Path folder, SortedSet<String> topics) throws IOException {
        String model = Files.readString(folder.resolve("indicators/T1.yaml"), StandardCharsets.UTF_8);
        StringBuilder names = new StringBuilder();
        for (String topic : topics) {
            String text = model.replace("id: T1", "id: " + topic)
                    .replace("topics: [T1]", "topics: [" + topic + "]")
                    .replace("Krav 1\n", topic + "\n")
                    .replace("Criterion 1\n", topic + "\n");
            Files.writeString(folder.resolve("indicators/" + topic + ".yaml"), text);
            names.append("  - indicators/").append(topic).append(".yaml\n");
        }
        Path yaml = folder.resolve("profile.yaml");
        String profile = Files.readString(yaml, StandardCharsets.UTF_8);
        int from = profile.indexOf("indicators:\n") + "indicators:\n".length();
        int to = profile.indexOf("region_group_members:");
        Files.writeString(yaml, profile.substring(0, from) + names + profile.substring(to));
    }
}
