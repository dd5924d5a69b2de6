package se.tillsyn.ingest.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Indicator.Break;
import se.tillsyn.ingest.profile.Indicator.Conditions;
import se.tillsyn.ingest.profile.Indicator.Denominator;
import se.tillsyn.ingest.profile.Indicator.Exclusions;
import se.tillsyn.ingest.profile.Indicator.Figure;
import se.tillsyn.ingest.profile.Indicator.FigureName;
import se.tillsyn.ingest.profile.Indicator.Kind;
import se.tillsyn.ingest.profile.Indicator.LawStatus;
import se.tillsyn.ingest.profile.Indicator.Polarity;
import se.tillsyn.ingest.profile.Indicator.Range;
import se.tillsyn.ingest.profile.Indicator.Requirement;

/** Reads one indicator file and checks it against itself and the code lists. */
final class IndicatorFile {

    /** Topics of a general measure, in its file. */
    static final String ALL_TOPICS = "all";

    private static final String[] KEYS = {
        "id",
        "kind",
        "name",
        "definition",
        "topics",
        "observed_unit",
        "evidence",
        "age_groups",
        "conditions",
        "figures",
        "exclusions",
        "range",
        "polarity",
        "requirement",
        "breaks",
        "bounded_evidence",
        "author",
        "checker",
        "reviewed_on"
    };

    private final YamlKey top;
    private final Function<CodeListName, CodeList> lists;
    private final String id;
    private final Kind kind;

    private IndicatorFile(YamlKey top, Function<CodeListName, CodeList> lists) {
        this.top = top.withKeys(KEYS);
        this.lists = lists;
        this.id = top.child("id").text();
        this.kind = top.child("kind").oneOf(Kind.values());
    }

    /**
     * Reads an indicator; the topics of a general one are left empty.
     *
     * @throws ProfileException when anything in it is missing, unknown or inconsistent
     */
    static Indicator read(String path, byte[] yaml, Function<CodeListName, CodeList> lists) {
        return new IndicatorFile(YamlKey.of(path, yaml), lists).indicator();
    }

    /** Keys that a file may have. */
    static List<String> keys() {
        return List.of(KEYS);
    }

    private Indicator indicator() {
        if (!top.file().endsWith("/" + id + ".yaml")) {
            throw top.child("id").wrong("the file's name without .yaml");
        }
        List<String> topics = topics();
        Requirement requirement = requirement(top.child("requirement"));
        Conditions conditions = conditions(top.child("conditions"));
        return new Indicator(
                id,
                kind,
                name(),
                top.child("definition").localText(),
                topics,
                observedUnit(),
                evidence(),
                codes(top.child("age_groups"), CodeListName.AGE_GROUPS),
                conditions,
                figures(conditions != null),
                exclusions(top.child("exclusions")),
                range(top.child("range")),
                top.child("polarity").oneOf(Polarity.values()),
                requirement,
                breaks(requirement),
                top.child("bounded_evidence").absent()
                        ? null
                        : top.child("bounded_evidence").localText(),
                top.child("author").localText(),
                top.child("checker").localText(),
                top.child("reviewed_on").day());
    }

    private List<String> topics() {
        YamlKey key = top.child("topics");
        boolean isTopic = list(CodeListName.TOPICS).contains(id);
        if (!kind.ofOneTopic()) {
            if (isTopic) {
                throw top.child("id")
                        .wrong("no code of the list topics, since a measure of all topics is none of them");
            }
            key.oneOf(Map.of(ALL_TOPICS, ALL_TOPICS));
            return List.of();
        }
        List<String> codes = codes(key, CodeListName.TOPICS);
        if (codes.size() != 1 || !codes.get(0).equals(id)) {
            throw new ProfileException(top.file() + ", key topics: expected the topic " + id
                    + " alone, as the indicator is called, found "
                    + (codes.isEmpty() ? "none" : String.join(", ", codes)));
        }
        return codes;
    }

    private LocalText name() {
        LocalText name = top.child("name").localText();
        Code topic = list(CodeListName.TOPICS).find(id);
        if (topic != null && !name.equals(new LocalText(topic.nameSv(), topic.nameEn()))) {
            throw new ProfileException(top.file() + ", key name: expected the topic's names in the list topics, "
                    + topic.nameSv() + " and " + topic.nameEn() + ", found " + name.sv() + " and " + name.en());
        }
        return name;
    }

    private @Nullable String observedUnit() {
        YamlKey key = top.child("observed_unit");
        if (!kind.ofOneTopic()) {
            key.expectAbsent("since a measure of all topics has no unit of its own");
            return null;
        }
        return key.codeOf(list(CodeListName.OBSERVED_UNITS));
    }

    private @Nullable String evidence() {
        YamlKey key = top.child("evidence");
        return key.absent() ? null : key.codeOf(list(CodeListName.EVIDENCE));
    }

    private @Nullable Conditions conditions(YamlKey key) {
        if (key.absent()) {
            return null;
        }
        if (kind != Kind.RATE) {
            key.expectAbsent("since only a RATE has a case rate");
        }
        key.withKeys("observed_units", "evidence", "denominator");
        Set<String> units = new LinkedHashSet<>();
        for (YamlKey unit : some(key.child("observed_units"))) {
            String code = unit.codeOf(list(CodeListName.OBSERVED_UNITS));
            if ("OPERATION".equals(list(CodeListName.OBSERVED_UNITS).get(code).attribute("kind"))) {
                throw unit.wrong("a code of files or persons");
            }
            once(unit, code, units);
        }
        Set<String> evidence = new LinkedHashSet<>();
        for (YamlKey one : some(key.child("evidence"))) {
            String code = one.codeOf(list(CodeListName.EVIDENCE));
            if (!list(CodeListName.EVIDENCE).get(code).flag("enters_case_rate")) {
                throw one.wrong("evidence that may enter a case rate");
            }
            once(one, code, evidence);
        }
        Map<String, Denominator> columns = new LinkedHashMap<>();
        for (Denominator denominator : Denominator.values()) {
            columns.put(denominator.column(), denominator);
        }
        return new Conditions(units, evidence, key.child("denominator").oneOf(columns));
    }

    private List<Figure> figures(boolean caseRate) {
        Set<FigureName> expected = EnumSet.noneOf(FigureName.class);
        expected.addAll(kind.figures());
        if (caseRate) {
            expected.add(FigureName.CASE_RATE);
        }
        Set<FigureName> found = EnumSet.noneOf(FigureName.class);
        List<Figure> figures = new ArrayList<>();
        for (YamlKey key : top.child("figures").elements()) {
            Figure figure = figure(key.withKeys("figure", "numerator", "denominator", "unit", "polarity"));
            once(key.child("figure"), figure.figure(), found);
            figures.add(figure);
        }
        if (!found.equals(expected)) {
            throw new ProfileException(top.file() + ", key figures: expected of a " + kind
                    + (caseRate ? " with conditions " : " without conditions ") + inWords(expected) + ", found "
                    + inWords(found));
        }
        return figures;
    }

    private Figure figure(YamlKey key) {
        FigureName name = key.child("figure").oneOf(FigureName.values());
        String fixed = name.unit();
        String unit = fixed == null
                ? key.child("unit").codeOf(list(CodeListName.VALUE_UNITS))
                : key.child("unit").oneOf(Map.of(fixed, fixed));
        return new Figure(
                name,
                key.child("numerator").localText(),
                key.child("denominator").localText(),
                unit,
                key.child("polarity").absent() ? null : key.child("polarity").oneOf(Polarity.values()));
    }

    /** A missing answer is neither a deficiency nor its absence, so no rate may count it. */
    private Exclusions exclusions(YamlKey key) {
        key.withKeys("outcomes", "text");
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (YamlKey outcome : key.child("outcomes").elements()) {
            once(outcome, outcome.oneOf(Outcome.values()), outcomes);
        }
        Set<Outcome> unjudged = Arrays.stream(Outcome.values())
                .filter(outcome -> !outcome.judged())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
        if (kind == Kind.RATE && !outcomes.equals(unjudged)) {
            throw new ProfileException(top.file() + ", key exclusions.outcomes: expected of a RATE " + inWords(unjudged)
                    + ", found " + inWords(outcomes));
        }
        return new Exclusions(outcomes, key.child("text").localText());
    }

    private @Nullable Range range(YamlKey key) {
        if (!kind.measuresValues()) {
            key.expectAbsent("since a " + kind + " measures no values");
            return null;
        }
        key.withKeys("lowest", "highest");
        Range range = new Range(
                key.child("lowest").wholeNumber(), key.child("highest").wholeNumber());
        if (range.lowest() >= range.highest()) {
            throw key.child("highest").wrong("more than lowest " + range.lowest());
        }
        return range;
    }

    private static Requirement requirement(YamlKey key) {
        key.withKeys("law", "valid_from", "valid_to", "status");
        LawStatus status = key.child("status").oneOf(LawStatus.values());
        if (status == LawStatus.NOT_STATED) {
            for (String name : List.of("law", "valid_from", "valid_to")) {
                key.child(name).expectAbsent("since the status is NOT_STATED");
            }
            return new Requirement(null, null, null, status);
        }
        LocalDate from = key.child("valid_from").optionalDay();
        LocalDate to = key.child("valid_to").optionalDay();
        if (from != null && to != null && to.isBefore(from)) {
            throw key.child("valid_to").wrong("a day not before valid_from " + from);
        }
        return new Requirement(key.child("law").text(), from, to, status);
    }

    /**
     * A series breaks where its requirement begins, changes or ends: never outside the law's days, and always where they
     * end.
     */
    private List<Break> breaks(Requirement law) {
        List<Break> breaks = new ArrayList<>();
        LocalDate first = law.validFrom();
        LocalDate end = law.validTo() == null ? null : law.validTo().plusDays(1);
        LocalDate before = null;
        for (YamlKey key : top.child("breaks").elements()) {
            YamlKey on = key.withKeys("on", "reason").child("on");
            LocalDate day = on.day();
            if (law.law() == null) {
                throw on.wrong("no break, since the requirement names no law that could change");
            }
            if ((first != null && day.isBefore(first)) || (end != null && day.isAfter(end))) {
                throw on.wrong("a day within the law: " + (first == null ? "" : "from valid_from " + first + " ")
                        + (end == null ? "on" : "to " + end + ", the day after valid_to"));
            }
            if (before != null && !day.isAfter(before)) {
                throw on.wrong("a day after the break before it, " + before);
            }
            before = day;
            breaks.add(new Break(day, key.child("reason").localText()));
        }
        if (end != null && !end.equals(before)) {
            throw new ProfileException(top.file() + ", key breaks: expected one on " + end
                    + ", the day after requirement.valid_to, found none such");
        }
        return breaks;
    }

    private List<String> codes(YamlKey key, CodeListName name) {
        Set<String> codes = new LinkedHashSet<>();
        for (YamlKey element : key.elements()) {
            once(element, element.codeOf(list(name)), codes);
        }
        return List.copyOf(codes);
    }

    private static List<YamlKey> some(YamlKey key) {
        List<YamlKey> elements = key.elements();
        if (elements.isEmpty()) {
            throw key.wrong("at least one code");
        }
        return elements;
    }

    private static <T> void once(YamlKey key, T value, Set<T> seen) {
        if (!seen.add(value)) {
            throw key.wrong("each once");
        }
    }

    private static String inWords(Set<?> names) {
        return names.isEmpty() ? "none" : names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private CodeList list(CodeListName name) {
        return lists.apply(name);
    }
}
