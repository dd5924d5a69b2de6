package se.tillsyn.ingest.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Indicator.Conditions;
import se.tillsyn.ingest.profile.Indicator.Denominator;
import se.tillsyn.ingest.profile.Indicator.FigureName;
import se.tillsyn.ingest.profile.Indicator.Kind;
import se.tillsyn.ingest.profile.Indicator.LawStatus;
import se.tillsyn.ingest.profile.Indicator.Polarity;

class IndicatorTest {

    private static final String IRELAND = "src/test/resources/profiles/ireland";
    private static final Profile SWEDEN = Profile.load("sweden");

    @TempDir
    private Path folder;

    private static String file(String id) {
        return new String(SWEDEN.file("indicators/" + id + ".yaml"), StandardCharsets.UTF_8);
    }

    private static Indicator read(String id, String yaml) {
        return IndicatorFile.read("indicators/" + id + ".yaml", yaml.getBytes(StandardCharsets.UTF_8), SWEDEN::codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweden", IRELAND})
    void everyTopicHasExactlyOneIndicatorWhichBearsItsCode(String name) {
        Profile profile = Profile.load(name);
        Map<String, Long> perTopic = profile.indicators().stream()
                .filter(indicator -> indicator.kind().ofOneTopic())
                .flatMap(indicator -> indicator.topics().stream())
                .collect(Collectors.groupingBy(topic -> topic, Collectors.counting()));
        List<Code> topics = profile.codes(CodeListName.TOPICS).codes();
        assertEquals(topics.stream().map(Code::code).collect(Collectors.toSet()), perTopic.keySet());
        assertEquals(Set.of(1L), Set.copyOf(perTopic.values()));
        topics.forEach(topic ->
                assertEquals(topic.code(), profile.indicatorOf(topic.code()).id()));
    }

    @Test
    void everyFileOfTheFolderIsListed() throws IOException {
        Path sweden = Path.of("src/main/resources/profiles/sweden");
        for (Path profile : List.of(sweden, Path.of(IRELAND))) {
            try (Stream<Path> files = Files.list(profile.resolve("indicators"))) {
                assertEquals(
                        new TreeSet<>(
                                Profile.load(profile.toString()).description().indicators()),
                        files.map(path -> "indicators/" + path.getFileName())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
    }

    @Test
    void standInTheOrderOfTheirIds() {
        List<String> ids = SWEDEN.indicators().stream().map(Indicator::id).toList();
        List<String> sorted = new ArrayList<>(ids);
        Collections.sort(sorted);
        assertEquals(sorted, ids);
    }

    @Test
    void thoseOfAllTopicsAreMadeOfEveryTopicWithARate() {
        Map<Kind, List<Indicator>> byKind =
                new EnumMap<>(SWEDEN.indicators().stream().collect(Collectors.groupingBy(Indicator::kind)));
        assertEquals(46, byKind.get(Kind.RATE).size());
        List<String> rates = byKind.get(Kind.RATE).stream().map(Indicator::id).toList();
        for (Kind general : List.of(Kind.FOLLOW_UP, Kind.COVERAGE, Kind.OFFICE_EFFECT)) {
            assertEquals(1, byKind.get(general).size(), general.name());
            assertEquals(rates, byKind.get(general).get(0).topics());
        }
        assertThrows(ProfileException.class, () -> SWEDEN.indicatorOf("KRAVKEDJA"));
    }

    /** Files and persons have a case rate, operations judged as a whole have none. */
    @Test
    void aCaseRateIsThereWhereFilesOrPersonsAreJudged() {
        for (Indicator indicator : SWEDEN.indicators()) {
            if (indicator.kind() != Kind.RATE) {
                continue;
            }
            String unit = String.valueOf(indicator.observedUnit());
            boolean counted = !"OPERATION"
                    .equals(SWEDEN.codes(CodeListName.OBSERVED_UNITS).get(unit).attribute("kind"));
            assertEquals(counted, indicator.conditions() != null, indicator.id());
            assertEquals(counted, indicator.figure(FigureName.CASE_RATE).isPresent(), indicator.id());
            if (indicator.conditions() != null) {
                assertEquals(Set.of(unit), indicator.conditions().observedUnits());
                assertEquals(
                        Set.of("CASE_FILE", "REGISTER"), indicator.conditions().evidence());
            }
        }
    }

    @Test
    void sayWhatTheFileSays() {
        Indicator sip = SWEDEN.indicatorOf("SIP");
        assertEquals(
                new Conditions(Set.of("PERSON"), Set.of("CASE_FILE", "REGISTER"), Denominator.ELIGIBLE),
                sip.conditions());
        assertEquals(
                Set.of(Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE),
                sip.exclusions().outcomes());
        assertEquals("INTERVIEW", sip.evidence());
        assertEquals(List.of("18-25"), sip.ageGroups());
        assertEquals(
                new Indicator.Requirement(
                        "SoL (2001:453) 2:7; HSL 3 f",
                        LocalDate.of(2010, 1, 1),
                        LocalDate.of(2025, 6, 30),
                        LawStatus.EXT),
                sip.requirement());
        assertEquals(LocalDate.of(2025, 7, 1), sip.breaks().get(0).on());
        Indicator months = SWEDEN.indicatorOf("DROGFRIHETSKRAV");
        assertEquals("MONTHS", months.valueUnit());
        assertEquals(new Indicator.Range(0, 60), months.range());
        Indicator chain = SWEDEN.indicators().stream()
                .filter(indicator -> indicator.kind() == Kind.FOLLOW_UP)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(Polarity.HIGH_GOOD, Polarity.HIGH_GOOD, Polarity.LOW_GOOD, Polarity.LOW_GOOD),
                chain.figures().stream().map(chain::polarityOf).toList());
    }

    /** The Social Services Act of 2001 ended on one day for every topic that rests on it, and only for those. */
    @Test
    void seriesBreakWhereTheActEnded() {
        for (Indicator indicator : SWEDEN.indicators()) {
            String law = indicator.requirement().law();
            boolean ended = law != null && law.contains("SoL");
            assertEquals(
                    ended,
                    indicator.breaks().stream().anyMatch(one -> one.on().equals(LocalDate.of(2025, 7, 1))),
                    indicator.id());
        }
    }

    private static Arguments broken(String id, String from, String to, String message) {
        return Arguments.of(id, from, to, "indicators/" + id + ".yaml" + message);
    }

    static List<Arguments> brokenFiles() {
        return List.of(
                broken(
                        "SIP",
                        "polarity: LOW_GOOD",
                        "polarity: LOW_GOOD\ncolour: red",
                        ": expected the keys " + String.join(", ", IndicatorFile.keys()) + ", found the key colour"),
                broken(
                        "SIP",
                        "    unit: SHARE_OF_CASES",
                        "    unit: SHARE_OF_CASES\n    of: 1",
                        ", key figures[0]: expected the keys figure, numerator, denominator, unit, polarity, found the"
                                + " key of"),
                broken("SIP", "kind: RATE", "kind: RATE\nkind: RATE", ": expected YAML with each key once, found "),
                broken("SIP", "id: SIP", "id: SIPP", ", key id: expected the file's name without .yaml, found SIPP"),
                broken(
                        "SIP",
                        "kind: RATE",
                        "kind: SHARE",
                        ", key kind: expected one of RATE, WAIT, MEASURED, STATEMENT,"
                                + " FOLLOW_UP, COVERAGE, OFFICE_EFFECT, found SHARE"),
                broken(
                        "SIP",
                        "kind: RATE\n",
                        "",
                        ", key kind: expected one of RATE, WAIT, MEASURED, STATEMENT,"
                                + " FOLLOW_UP, COVERAGE, OFFICE_EFFECT, found nothing"),
                broken(
                        "SIP",
                        "  en: Coordinated individual plan missing\n",
                        "",
                        ", key name.en: expected a text, found nothing"),
                broken(
                        "SIP",
                        "  en: Coordinated individual plan missing\n",
                        "  en: \" \"\n",
                        ", key name.en: expected a text, found an empty text"),
                broken(
                        "SIP",
                        "  en: Coordinated individual plan missing\n",
                        "  en: No plan\n",
                        ", key name: expected the topic's names in the list topics, Samordnad individuell plan saknas and"
                                + " Coordinated individual plan missing, found Samordnad individuell plan saknas and No"
                                + " plan"),
                broken("SIP", "  en: Statistician at", "  en:\n  #", ", key author.en: expected a text, found nothing"),
                broken(
                        "SIP",
                        "topics: [SIP]",
                        "topics: [NOT_A_TOPIC]",
                        ", key topics[0]: expected a code of the list" + " topics, found NOT_A_TOPIC"),
                broken(
                        "SIP",
                        "topics: [SIP]",
                        "topics: [SIP, KVAL_1]",
                        ", key topics: expected the topic SIP alone, as"
                                + " the indicator is called, found SIP, KVAL_1"),
                broken("SIP", "topics: [SIP]", "topics: all", ", key topics: expected a list, found all"),
                broken("KRAVKEDJA", "topics: all", "topics: [SIP]", ", key topics: expected all, found a list"),
                broken(
                        "KRAVKEDJA",
                        "topics: all",
                        "topics: all\nobserved_unit: CASE",
                        ", key observed_unit: expected"
                                + " nothing, since a measure of all topics has no unit of its own, found CASE"),
                broken(
                        "SIP",
                        "observed_unit: PERSON",
                        "observed_unit: PEOPLE",
                        ", key observed_unit: expected a code of" + " the list observed_units, found PEOPLE"),
                broken(
                        "SIP",
                        "evidence: INTERVIEW",
                        "evidence: GOSSIP",
                        ", key evidence: expected a code of the list" + " evidence, found GOSSIP"),
                broken(
                        "SIP",
                        "[\"18-25\"]",
                        "[\"18-99\"]",
                        ", key age_groups[0]: expected a code of the list age_groups," + " found 18-99"),
                broken(
                        "SIP",
                        "[\"18-25\"]",
                        "[\"18-25\", \"18-25\"]",
                        ", key age_groups[1]: expected each once, found 18-25"),
                broken(
                        "SIP",
                        "observed_units: [PERSON]",
                        "observed_units: [BOARD]",
                        ", key conditions.observed_units[0]: expected a code of files or persons, found BOARD"),
                broken(
                        "SIP",
                        "observed_units: [PERSON]",
                        "observed_units: []",
                        ", key conditions.observed_units: expected at least one code, found a list"),
                broken(
                        "SIP",
                        "[CASE_FILE, REGISTER]",
                        "[CASE_FILE, INTERVIEW]",
                        ", key conditions.evidence[1]: expected evidence that may enter a case rate, found INTERVIEW"),
                broken(
                        "SIP",
                        "denominator: eligible",
                        "denominator: all",
                        ", key conditions.denominator: expected one of" + " eligible, cases_assessed, found all"),
                broken(
                        "PSYK_VANTETID",
                        "figures:",
                        "conditions: {observed_units: [PERSON], evidence: [CASE_FILE], denominator: eligible}\nfigures:",
                        ", key conditions: expected nothing, since only a RATE has a case rate, found keys"),
                broken(
                        "SIP",
                        "figure: UNIT_RATE",
                        "figure: CASE_RATE",
                        ", key figures[1].unit: expected SHARE_OF_CASES," + " found SHARE_OF_OPERATIONS"),
                broken(
                        "SIP",
                        "figure: UNIT_RATE",
                        "figure: COVERAGE",
                        ", key figures: expected of a RATE with conditions"
                                + " CASE_RATE, UNIT_RATE, found CASE_RATE, COVERAGE"),
                broken(
                        "KRAV_ATGARD",
                        "figure: UNIT_RATE",
                        "figure: COVERAGE",
                        ", key figures: expected of a RATE without" + " conditions UNIT_RATE, found COVERAGE"),
                broken(
                        "KRAVKEDJA",
                        "figure: REMEDIED_SHARE",
                        "figure: FOLLOWED_UP_SHARE",
                        ", key figures[1].figure:" + " expected each once, found FOLLOWED_UP_SHARE"),
                broken(
                        "PSYK_VANTETID",
                        "unit: DAYS",
                        "unit: YEARS",
                        ", key figures[0].unit: expected a code of the list" + " value_units, found YEARS"),
                broken(
                        "SIP",
                        "outcomes: [NOT_ASSESSED, NOT_APPLICABLE]",
                        "outcomes: [NOT_APPLICABLE]",
                        ", key"
                                + " exclusions.outcomes: expected of a RATE NOT_ASSESSED, NOT_APPLICABLE, found NOT_APPLICABLE"),
                broken(
                        "SIP",
                        "outcomes: [NOT_ASSESSED, NOT_APPLICABLE]",
                        "outcomes: [MAYBE]",
                        ", key"
                                + " exclusions.outcomes[0]: expected one of DEFICIENT, MET, NOT_ASSESSED, NOT_APPLICABLE, found"
                                + " MAYBE"),
                broken(
                        "PSYK_VANTETID",
                        "highest: 3650",
                        "highest: 0",
                        ", key range.highest: expected more than lowest 0," + " found 0"),
                broken(
                        "PSYK_VANTETID",
                        "highest: 3650",
                        "highest: ten",
                        ", key range.highest: expected a whole number," + " found ten"),
                broken(
                        "PSYK_VANTETID",
                        "range:\n  lowest: 0\n  highest: 3650\n",
                        "",
                        ", key range: expected the keys" + " lowest, highest, found nothing"),
                broken(
                        "SIP",
                        "polarity: LOW_GOOD",
                        "range: {lowest: 0, highest: 1}\npolarity: LOW_GOOD",
                        ", key range:" + " expected nothing, since a RATE measures no values, found keys"),
                broken(
                        "SIP",
                        "polarity: LOW_GOOD",
                        "polarity: GOOD",
                        ", key polarity: expected one of LOW_GOOD," + " HIGH_GOOD, NONE, found GOOD"),
                broken(
                        "SIP",
                        "  status: EXT",
                        "  status: SURE",
                        ", key requirement.status: expected one of SEED, EXT," + " UNVERIFIED, NOT_STATED, found SURE"),
                broken(
                        "SIP",
                        "  law: SoL (2001:453) 2:7; HSL 3 f\n",
                        "",
                        ", key requirement.law: expected a text, found" + " nothing"),
                broken(
                        "SIP",
                        "  status: EXT",
                        "  status: NOT_STATED",
                        ", key requirement.law: expected nothing, since"
                                + " the status is NOT_STATED, found SoL (2001:453) 2:7; HSL 3 f"),
                broken(
                        "SIP",
                        "valid_to: 2025-06-30",
                        "valid_to: 2009-06-30",
                        ", key requirement.valid_to: expected a day"
                                + " not before valid_from 2010-01-01, found 2009-06-30"),
                broken(
                        "SIP",
                        "valid_to: 2025-06-30",
                        "valid_to: 2025-06-31",
                        ", key requirement.valid_to: expected a day" + " yyyy-MM-dd, found 2025-06-31"),
                broken(
                        "SIP",
                        "on: 2025-07-01",
                        "on: 2009-12-31",
                        ", key breaks[0].on: expected a day within the law: from"
                                + " valid_from 2010-01-01 to 2025-07-01, the day after valid_to, found 2009-12-31"),
                broken(
                        "SIP",
                        "on: 2025-07-01",
                        "on: 2025-07-02",
                        ", key breaks[0].on: expected a day within the law: from"
                                + " valid_from 2010-01-01 to 2025-07-01, the day after valid_to, found 2025-07-02"),
                broken(
                        "UPPDRAG_UTFORARE",
                        "on: 2015-01-01",
                        "on: 2014-12-31",
                        ", key breaks[0].on: expected a day within"
                                + " the law: from valid_from 2015-01-01 on, found 2014-12-31"),
                broken(
                        "SIP",
                        "on: 2025-07-01",
                        "on: 2025-06-30",
                        ", key breaks: expected one on 2025-07-01, the day after"
                                + " requirement.valid_to, found none such"),
                broken(
                        "SIP",
                        "breaks:\n",
                        "breaks:\n  - {on: 2025-07-01, reason: {sv: a, en: b}}\n",
                        ", key breaks[1].on: expected a day after the break before it, 2025-07-01, found 2025-07-01"),
                broken(
                        "KVAL_1",
                        "  status: NOT_STATED",
                        "  status: NOT_STATED\nbreaks: [{on: 2025-07-01, reason: {sv: a," + " en: b}}]",
                        ", key breaks[0].on: expected no break, since the requirement names no law that"
                                + " could change, found 2025-07-01"),
                broken(
                        "SIP",
                        "checker:\n",
                        "checked:\n",
                        ": expected the keys " + String.join(", ", IndicatorFile.keys()) + ", found the key checked"),
                broken(
                        "SIP",
                        "  sv: Statistikansvarig vid inspektionen (demonstration)\n",
                        "",
                        ", key checker.sv: expected" + " a text, found nothing"),
                broken(
                        "SIP",
                        "reviewed_on: 2026-11-22",
                        "",
                        ", key reviewed_on: expected a day yyyy-MM-dd, found" + " nothing"),
                broken(
                        "SIP",
                        "reviewed_on: 2026-11-22",
                        "reviewed_on: last year",
                        ", key reviewed_on: expected a day" + " yyyy-MM-dd, found last year"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void refusesABrokenFile(String id, String from, String to, String message) {
        String yaml = file(id);
        assertEquals(1, yaml.split(Pattern.quote(from), -1).length - 1, "the replaced text stands once");
        ProfileException refused = assertThrows(ProfileException.class, () -> read(id, yaml.replace(from, to)));
        String found = String.valueOf(refused.getMessage());
        if (message.endsWith("found ")) {
            assertTrue(found.startsWith(message), found);
        } else {
            assertEquals(message, found);
        }
    }

    @Test
    void refusesAnIndicatorThatLacksItsChecker() {
        String yaml = file("SIP");
        int from = yaml.indexOf("checker:");
        int to = yaml.indexOf("reviewed_on:");
        ProfileException refused =
                assertThrows(ProfileException.class, () -> read("SIP", yaml.substring(0, from) + yaml.substring(to)));
        assertEquals("indicators/SIP.yaml, key checker: expected the keys sv, en, found nothing", refused.getMessage());
    }

    @Test
    void refusesAnEmptyFileAndATopicsIdForAMeasureOfAllTopics() {
        assertTrue(assertThrows(ProfileException.class, () -> read("SIP", ""))
                .getMessage()
                .startsWith("indicators/SIP.yaml: expected the keys id, "));
        String yaml = file("TACKNING").replace("id: TACKNING", "id: SIP");
        assertEquals(
                "indicators/SIP.yaml, key id: expected no code of the list topics, since a measure of all topics is none"
                        + " of them, found SIP",
                assertThrows(ProfileException.class, () -> read("SIP", yaml)).getMessage());
    }

    private void copyIreland() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(IRELAND))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(Path.of(IRELAND).relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
    }

    private void change(String path, String from, String to) throws IOException {
        Path file = folder.resolve(path);
        String text = Files.readString(file);
        assertTrue(text.contains(from), from);
        Files.writeString(file, text.replace(from, to));
    }

    private String refusal() {
        return String.valueOf(assertThrows(ProfileException.class, () -> Profile.load(folder.toString()))
                .getMessage());
    }

    @Test
    void refusesATopicWithoutIndicator() throws IOException {
        copyIreland();
        change("profile.yaml", "  - indicators/REG-03.yaml\n", "");
        assertEquals(
                "profile.yaml, key indicators: expected an indicator for each topic, found none for REG-03", refusal());
    }

    @Test
    void refusesTheSameIdTwice() throws IOException {
        copyIreland();
        change("profile.yaml", "  - indicators/REG-03.yaml\n", "  - indicators/REG-03.yaml\n".repeat(2));
        assertEquals("profile.yaml, key indicators: expected each id once, found REG-03 twice", refusal());
    }

    @Test
    void refusesAProfileThatListsNone() throws IOException {
        copyIreland();
        Path file = folder.resolve("profile.yaml");
        Files.writeString(
                file, Files.readString(file).replace("\nindicators:\n", "\n").replaceAll("  - indicators/.*\n", ""));
        assertEquals(
                "profile.yaml, key indicators: expected the paths of the indicator files, found nothing", refusal());
    }

    @Test
    void takePartInTheHashOfTheProfile() throws IOException {
        copyIreland();
        String before = Profile.load(folder.toString()).hash();
        assertEquals(Profile.load(IRELAND).hash(), before);
        change("indicators/REG-03.yaml", "reviewed_on: 2026-11-22", "reviewed_on: 2026-11-23");
        assertNotEquals(before, Profile.load(folder.toString()).hash());
    }

    /** The table of fields in the README has a row for each key, and for no other. */
    @Test
    void everyKeyIsDocumented() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        int from = readme.indexOf("## Indicators");
        assertFalse(from < 0, "no section on indicators");
        String section = readme.substring(from, readme.indexOf("\n## ", from + 1));
        List<String> rows = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|")
                .matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertEquals(IndicatorFile.keys(), rows);
        Stream.of(Kind.values(), FigureName.values(), LawStatus.values(), Polarity.values())
                .flatMap(Arrays::stream)
                .forEach(constant -> assertTrue(
                        Pattern.compile("\\b" + constant.name() + "\\b")
                                .matcher(section)
                                .find(),
                        constant.name()));
    }
}
