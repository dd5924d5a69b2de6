package se.tillsyn.analytics.release;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of {@code indicators.json}: one defined measure, as the profile's indicator file states it. Days are ISO.
 *
 * @param id of a measure of one topic the topic's code
 * @param kind {@code RATE}, {@code WAIT}, {@code MEASURED}, {@code STATEMENT}; of all topics: {@code FOLLOW_UP}, {@code
 *     COVERAGE}, {@code OFFICE_EFFECT}
 * @param topics codes of the topics it is made of
 * @param observedUnit code of what is usually judged; {@code null} = of all topics
 * @param evidence code of what the judgement usually rests on; {@code null} = not stated
 * @param ageGroups codes of the ages that the sources looked at; empty = not stated
 * @param conditions which findings enter the case rate; {@code null} = there is no case rate
 * @param range plausible measured values; {@code null} = nothing is measured
 * @param polarity {@code LOW_GOOD}, {@code HIGH_GOOD} or {@code NONE}
 * @param breaks days from which the series is not comparable with before, earliest first
 * @param boundedEvidence how bounds are shown where a source gives no number; {@code null} = there can be none
 * @param author who wrote it, a function
 * @param checker who checked it, a function
 * @param reviewedOn day of the latest check
 */
public record PublishedIndicator(
        String id,
        String kind,
        LocalText name,
        LocalText definition,
        List<String> topics,
        @Nullable String observedUnit,
        @Nullable String evidence,
        List<String> ageGroups,
        @Nullable Conditions conditions,
        List<Figure> figures,
        Exclusions exclusions,
        @Nullable Range range,
        String polarity,
        Requirement requirement,
        List<Break> breaks,
        @Nullable LocalText boundedEvidence,
        LocalText author,
        LocalText checker,
        String reviewedOn) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public PublishedIndicator {
        topics = List.copyOf(topics);
        ageGroups = List.copyOf(ageGroups);
        figures = List.copyOf(figures);
        breaks = List.copyOf(breaks);
    }

    /**
     * Which findings enter the case rate, by their own codes.
     *
     * @param denominator column of the finding that the deficient ones are a share of; where {@code eligible} is empty,
     *     {@code cases_assessed}
     */
    public record Conditions(List<String> observedUnits, List<String> evidence, String denominator) {
        public Conditions {
            observedUnits = List.copyOf(observedUnits);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A published figure in words.
     *
     * @param polarity which way is good; {@code null} = as the indicator
     */
    public record Figure(
            String figure,
            LocalText numerator,
            LocalText denominator,
            String unit,
            @Nullable String polarity) {}

    /** Outcomes that are left out, and in words what else and why. */
    public record Exclusions(List<String> outcomes, LocalText text) {
        public Exclusions {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Both ends are plausible. */
    public record Range(int lowest, int highest) {}

    /**
     * What the indicator rests on.
     *
     * @param law {@code null} = the sources name none
     * @param validFrom first day; {@code null} = not known
     * @param validTo last day; {@code null} = not known, or in force
     * @param status {@code SEED} named in a source report, {@code EXT} from other texts, {@code UNVERIFIED} not checked
     *     against the statute, {@code NOT_STATED} no law named
     */
    public record Requirement(
            @Nullable String law,
            @Nullable String validFrom,
            @Nullable String validTo,
            String status) {}

    /** First day of a changed requirement, and what changed. */
    public record Break(String on, LocalText reason) {}

    /** The document, in the order given. */
    public static byte[] toJson(List<PublishedIndicator> indicators) {
        return JSON.writeValueAsBytes(indicators);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not such a document */
    public static List<PublishedIndicator> parse(byte[] json) {
        return List.of(JSON.readValue(json, PublishedIndicator[].class));
    }
}
