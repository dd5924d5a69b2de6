package se.tillsyn.analytics.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import se.tillsyn.analytics.assessment.CaseRates;
import se.tillsyn.analytics.assessment.Comparison;
import se.tillsyn.analytics.assessment.RegionOrder;
import se.tillsyn.analytics.assessment.RegionTrend;
import se.tillsyn.analytics.assessment.RegionalAssessment;
import se.tillsyn.analytics.assessment.TrendAssessment;
import se.tillsyn.analytics.assessment.WaitTrend;
import se.tillsyn.analytics.assessment.WaitTrendAssessment;
import se.tillsyn.analytics.cube.CountedValue;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.OfficeCell;
import se.tillsyn.analytics.cube.PlainCube;
import se.tillsyn.analytics.cube.ValueCell;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.analytics.statistics.ClusteredRate;
import se.tillsyn.analytics.statistics.RateInterval;
import se.tillsyn.analytics.statistics.wait.WaitSummary;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.profile.ProfileDescription;
import se.tillsyn.ingest.sample.SampleCommand;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A synthetic sample: its true rates, and the cube of those findings for which they hold. */
final class TruthSample {

    static final int FIRST_YEAR = 2013;
    static final int LAST_YEAR = 2025;

    private static final List<String> BASES_OF_THE_TRUTH = List.of("CENSUS", "THEMATIC_SAMPLE");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The part of truth.json that is used. */
    private record Truth(int firstYear, int lastYear, List<PlantedTopic> rateTopics, List<PlantedWaits> waitTopics) {}

    private record Place(String topic, String region, String period) {}

    private final Truth truth;
    private final List<DeficiencyCell> inspected;
    private final CaseRates rates;
    private final List<RegionTrend> trends;
    private final List<WaitTrend> waitTrends;
    private final List<String> levels;
    private final int chosenYear;
    private final List<OfficeCell> offices;
    private final Map<Place, DeficiencyCell> cells = new HashMap<>();
    private final Map<Place, ValueCell> values = new HashMap<>();
    private final String nation;

    private TruthSample(Truth truth, Cube cube, Profile profile, long seed) {
        this.truth = truth;
        this.inspected = cube.inspected();
        this.levels = profile.description().levels();
        this.rates = new CaseRates(inspected, levels.get(0));
        this.trends = TrendAssessment.of(inspected, cell -> true, levels, breaks(profile));
        this.waitTrends = WaitTrendAssessment.of(cube.values(), cell -> true, breaks(profile));
        this.chosenYear = FIRST_YEAR + Math.floorMod(seed, LAST_YEAR - FIRST_YEAR + 1);
        this.offices = cube.offices();
        this.nation = profile.description().nation();
        for (DeficiencyCell cell : cube.inspected()) {
            cells.put(new Place(cell.topic(), cell.region(), cell.period()), cell);
        }
        for (ValueCell cell : cube.values()) {
            values.put(new Place(cell.topic(), cell.region(), cell.period()), cell);
        }
    }

    /** Makes a sample as the command does, and counts it. */
    static TruthSample draw(long seed, long findings, Profile profile) {
        try {
            Path folder = Files.createTempDirectory("truth-sample");
            try {
                write(folder, seed, findings);
                Truth truth = JSON.readValue(Files.readAllBytes(folder.resolve("truth/truth.json")), Truth.class);
                if (truth.firstYear() != FIRST_YEAR || truth.lastYear() != LAST_YEAR) {
                    throw new IllegalStateException("the sample has other years than this test");
                }
                Cube cube = PlainCube.of(profile, findings(folder), 1);
                return new TruthSample(truth, cube, profile, seed);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<LocalDate>> breaks(Profile profile) {
        Map<String, List<LocalDate>> breaks = new HashMap<>();
        for (Indicator indicator : profile.indicators()) {
            breaks.put(
                    indicator.id(),
                    indicator.breaks().stream().map(change -> change.on()).toList());
        }
        return breaks;
    }

    /**
     * A copy of the built-in profile whose plan asks for what this test needs and nothing else.
     *
     * @param folder empty
     */
    static Profile profile(Path folder) throws IOException {
        Profile built = Profile.load("sweden");
        ProfileDescription description = built.description();
        List<String> files = new ArrayList<>(description.codeLists().values());
        files.addAll(description.maps().values());
        files.addAll(description.layouts());
        files.add(description.regionGroupMembers());
        files.add(description.similarRegions());
        files.add(description.eligibleOperations());
        files.addAll(description.indicators());
        for (String file : files) {
            if (!file.isEmpty()) {
                Path copy = folder.resolve(file);
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.write(copy, built.file(file));
            }
        }
        String yaml = new String(built.file("profile.yaml"), StandardCharsets.UTF_8);
        String plan = """
            plan:
              latest_years: 1
              tables:
                - {level: nation, periods: [year, quarter]}
                - {level: county}
              further: [office_effect]

            """;
        String changed = yaml.replaceFirst("(?ms)^plan:\\n.*?(?=^\\S)", plan);
        Files.writeString(folder.resolve("profile.yaml"), changed);
        return Profile.load(folder.toString());
    }

    List<PlantedTopic> topics() {
        return truth.rateTopics();
    }

    List<PlantedWaits> waits() {
        return truth.waitTopics();
    }

    /** The waits of a county in a year, completed or not. */
    WaitSummary waits(PlantedWaits topic, String county, int year) {
        ValueCell cell = values.get(new Place(topic.topic(), county, Integer.toString(year)));
        List<CountedValue> days = cell == null ? List.of() : cell.values();
        return WaitSummary.of(
                days.stream()
                        .flatMapToDouble(
                                day -> DoubleStream.generate(day::value).limit(day.whole()))
                        .toArray(),
                days.stream()
                        .flatMapToDouble(
                                day -> DoubleStream.generate(day::value).limit(day.censored()))
                        .toArray(),
                RateInterval.PUBLISHED_CONFIDENCE);
    }

    List<OfficeCell> offices() {
        return offices;
    }

    String nation() {
        return nation;
    }

    /** What was counted, in files or in verdicts on operations; all 0 when nothing was. */
    ClusterSums sums(PlantedTopic topic, String region, String period) {
        DeficiencyCell cell = cells.get(new Place(topic.topic(), region, period));
        if (cell == null) {
            return new ClusterSums(0, 0, 0, 0, 0, 0);
        }
        return topic.verdicts() ? ClusterSums.ofVerdicts(cell.deficientUnits(), cell.units()) : cell.cases();
    }

    ClusterSums sums(PlantedTopic topic, String region, int year) {
        return sums(topic, region, Integer.toString(year));
    }

    /** The rate with limits as it is published, of a cell with files. */
    ClusteredRate rate(PlantedTopic topic, String region, int year) {
        DeficiencyCell cell = cells.get(new Place(topic.topic(), region, Integer.toString(year)));
        return rates.of(Objects.requireNonNull(cell), RateInterval.PUBLISHED_CONFIDENCE);
    }

    /** What is published of a region's years; {@code null} when there are none. */
    @Nullable
    RegionTrend trend(PlantedTopic topic, String region) {
        return trends.stream()
                .filter(trend ->
                        trend.topic().equals(topic.topic()) && trend.region().equals(region))
                .findFirst()
                .orElse(null);
    }

    /** What is published of the waits of each region, none left out. */
    List<WaitTrend> waitTrends(PlantedWaits topic) {
        return waitTrends.stream()
                .filter(trend -> trend.topic().equals(topic.topic()))
                .toList();
    }

    /** What is published of the counties in one year; other samples have other years. All years would take a minute. */
    List<Comparison> comparisonsOfOneYear() {
        String year = Integer.toString(chosenYear);
        return RegionalAssessment.of(
                        inspected.stream()
                                .filter(cell -> cell.period().equals(year))
                                .toList(),
                        cell -> true,
                        levels,
                        Map.of(),
                        Map.of(),
                        RegionOrder.NONE)
                .comparisons();
    }

    private static void write(Path folder, long seed, long findings) {
        StringWriter said = new StringWriter();
        int code = new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "--out", folder.toString(),
                        "--findings", Long.toString(findings),
                        "--seed", Long.toString(seed));
        if (code != 0) {
            throw new IllegalStateException("sample: expected exit code 0, found " + code + "\n" + said);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The findings for which the true rates hold, in one list for each file. */
    private static List<List<Finding>> findings(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        List<List<Finding>> findings = new ArrayList<>();
        for (Path file : files) {
            findings.add(read(file));
        }
        return findings;
    }

    /** The sample writes no quotation marks. */
    private static List<Finding> read(Path file) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Map<String, Integer> places = new HashMap<>();
            for (String column : Objects.requireNonNull(reader.readLine()).split(",", -1)) {
                places.put(column, places.size());
            }
            int basis = Objects.requireNonNull(places.get("selection_basis"));
            String line = reader.readLine();
            while (line != null) {
                List<String> fields = Arrays.asList(line.split(",", -1));
                if (fields.size() != places.size()) {
                    throw new IllegalStateException("expected " + places.size() + " fields, found " + fields.size());
                }
                if (BASES_OF_THE_TRUTH.contains(fields.get(basis))) {
                    findings.add(new Row(places, fields).finding());
                }
                line = reader.readLine();
            }
        }
        return findings;
    }

    private record Row(Map<String, Integer> places, List<String> fields) {

        private Finding finding() {
            return new Finding(
                    text("finding_id"),
                    Integer.parseInt(text("revision")),
                    Boolean.parseBoolean(text("withdrawn")),
                    text("inspection_id"),
                    LocalDate.parse(text("inspected_on")),
                    text("programme"),
                    text("selection_basis"),
                    text("office"),
                    text("region_code"),
                    text("operation_type"),
                    text("unit_id"),
                    text("age_group"),
                    text("topic"),
                    text("observed_unit"),
                    text("evidence"),
                    Outcome.valueOf(text("outcome")),
                    number("cases_assessed"),
                    number("cases_deficient"),
                    number("eligible"),
                    text("value").isEmpty() ? null : Double.valueOf(text("value")),
                    text("value_unit").isEmpty() ? null : text("value_unit"),
                    text("censored").isEmpty() ? null : Boolean.valueOf(text("censored")),
                    number("value_low"),
                    number("value_high"),
                    text("demand").isEmpty() ? null : Boolean.valueOf(text("demand")),
                    text("followed_up_on").isEmpty() ? null : LocalDate.parse(text("followed_up_on")),
                    text("remedied").isEmpty() ? null : Boolean.valueOf(text("remedied")));
        }

        private @Nullable Integer number(String column) {
            return text(column).isEmpty() ? null : Integer.valueOf(text(column));
        }

        private String text(String column) {
            return fields.get(Objects.requireNonNull(places.get(column), column));
        }
    }
}
