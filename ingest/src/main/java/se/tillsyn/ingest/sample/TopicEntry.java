package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Indicator;
import se.tillsyn.ingest.profile.Profile;

/**
 * What the profile says about a topic.
 *
 * @param number place in the code list; key of the topic's random streams
 * @param countsFiles whether files or persons are counted; otherwise the operation is judged as a whole
 * @param lowIsGood whether the outcome DEFICIENT is a deficiency
 * @param breakOn first day of a new level after the earliest change of the requirement
 * @param parent topic of which this is a part
 */
record TopicEntry(
        int number,
        String code,
        String group,
        Measure measure,
        String observedUnit,
        boolean countsFiles,
        String evidence,
        boolean lowIsGood,
        @Nullable LocalDate breakOn,
        @Nullable String parent) {

    enum Measure {
        RATE,
        WAIT,
        MEASURED,
        TEXT
    }

    static List<TopicEntry> of(Profile profile) {
        List<TopicEntry> entries = new ArrayList<>();
        for (Code topic : profile.codes(CodeListName.TOPICS).codes()) {
            entries.add(entry(entries.size(), topic, profile));
        }
        return entries;
    }

    private static TopicEntry entry(int number, Code topic, Profile profile) {
        Indicator indicator = profile.indicatorOf(topic.code());
        String unit = Objects.requireNonNull(indicator.observedUnit(), "a topic's indicator says what is judged");
        String kind = attribute(profile.codes(CodeListName.OBSERVED_UNITS).get(unit), "kind");
        boolean countsFiles = !kind.equals("OPERATION");
        String evidence = indicator.evidence();
        return new TopicEntry(
                number,
                topic.code(),
                attribute(topic, "group"),
                measure(indicator.kind()),
                unit,
                countsFiles,
                evidence != null ? evidence : countsFiles ? "CASE_FILE" : "INTERVIEW",
                indicator.polarity() != Indicator.Polarity.HIGH_GOOD,
                indicator.breaks().isEmpty() ? null : indicator.breaks().get(0).on(),
                topic.attribute("parent"));
    }

    private static Measure measure(Indicator.Kind kind) {
        return switch (kind) {
            case RATE -> Measure.RATE;
            case WAIT -> Measure.WAIT;
            case MEASURED -> Measure.MEASURED;
            case STATEMENT -> Measure.TEXT;
            case FOLLOW_UP, COVERAGE, OFFICE_EFFECT ->
                throw new IllegalStateException("no topic is measured by an indicator of the kind " + kind);
        };
    }

    private static String attribute(Code code, String name) {
        String value = code.attribute(name);
        if (value == null) {
            throw new SampleException("Sample: expected a value for " + name + " of code " + code.code()
                    + ", found none; fill that column of the profile's code list");
        }
        return value;
    }
}
