package se.tillsyn.ingest.sample;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;

/**
 * What the profile says about a topic.
 *
 * @param number place in the code list; key of the topic's random streams
 * @param countsFiles whether files or persons are counted; otherwise the operation is judged as a whole
 * @param lowIsGood whether the outcome DEFICIENT is a deficiency
 * @param breakOn first day of a new level after a regulation change
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
        String unit = attribute(topic, "observed_unit");
        String kind = attribute(profile.codes(CodeListName.OBSERVED_UNITS).get(unit), "kind");
        boolean countsFiles = !kind.equals("OPERATION");
        String evidence = topic.attribute("evidence");
        return new TopicEntry(
                number,
                topic.code(),
                attribute(topic, "group"),
                measure(topic),
                unit,
                countsFiles,
                evidence != null ? evidence : countsFiles ? "CASE_FILE" : "INTERVIEW",
                !"HIGH_GOOD".equals(topic.attribute("polarity")),
                breakOn(topic),
                topic.attribute("parent"));
    }

    private static Measure measure(Code topic) {
        String measure = attribute(topic, "measure");
        for (Measure known : Measure.values()) {
            if (known.name().equals(measure)) {
                return known;
            }
        }
        throw new SampleException("Sample: expected the measure RATE, WAIT, MEASURED or TEXT for topic " + topic.code()
                + " in the profile's code list topics, found another");
    }

    private static @Nullable LocalDate breakOn(Code topic) {
        String day = topic.attribute("break_on");
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new SampleException("Sample: expected a date yyyy-MM-dd as break_on of topic " + topic.code()
                    + " in the profile's code list topics");
        }
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
