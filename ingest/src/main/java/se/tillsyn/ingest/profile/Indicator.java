package se.tillsyn.ingest.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;

/**
 * One defined measure: what is counted of what, who is left out, which way is good, on which requirement it rests and
 * who answers for it. One file {@code indicators/<id>.yaml} of a profile each; the fields are described in {@code
 * ingest/README.md}.
 *
 * @param id code; of a measure of one topic, the topic's code
 * @param kind what sort of figures it gives
 * @param name what it is called; of a measure of one topic, the topic's name
 * @param definition what it says, in one sentence
 * @param topics codes of the topics it is made of: one, or of a general measure all that a rate is published for
 * @param observedUnit code of what is usually judged; {@code null} = of a general measure
 * @param evidence code of what the judgement usually rests on; {@code null} = not stated by the sources, or general
 * @param ageGroups codes of the ages that the sources looked at; empty = not stated. No condition: findings of other ages
 *     count too
 * @param conditions which findings enter the case rate; {@code null} = there is no case rate
 * @param figures what is published, each with numerator, denominator and unit
 * @param exclusions what is left out, and why
 * @param range plausible values; {@code null} = nothing is measured
 * @param polarity which way is good, unless a figure says another
 * @param requirement the law or regulation it rests on
 * @param breaks days from which the series is not comparable with before, earliest first
 * @param boundedEvidence how bounds are shown where a source gives no number; {@code null} = there can be none
 * @param author who wrote it: a function, never a person
 * @param checker who checked it: a function, never a person
 * @param reviewedOn day of the latest check
 */
public record Indicator(
        String id,
        Kind kind,
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
        Polarity polarity,
        Requirement requirement,
        List<Break> breaks,
        @Nullable LocalText boundedEvidence,
        LocalText author,
        LocalText checker,
        LocalDate reviewedOn) {

    public Indicator {
        topics = List.copyOf(topics);
        ageGroups = List.copyOf(ageGroups);
        figures = List.copyOf(figures);
        breaks = List.copyOf(breaks);
    }

    /** What sort of figures an indicator gives. */
    public enum Kind {
        /** Unit rate of one topic, and case rate where files or persons are judged. */
        RATE,
        /** Days that persons wait, those still waiting included. */
        WAIT,
        /** A measured value that is no share, such as months of abstinence required. */
        MEASURED,
        /** Text of a published report, never a figure. */
        STATEMENT,
        /** Demand, re-inspection, remedy and relapse. */
        FOLLOW_UP,
        /** Inspected of those that could have been. */
        COVERAGE,
        /** How far an office's judgements differ from all offices' under like conditions. */
        OFFICE_EFFECT;

        /** Whether it is a measure of one topic, and not of all that a rate is published for. */
        public boolean ofOneTopic() {
            return this == RATE || this == WAIT || this == MEASURED || this == STATEMENT;
        }

        /** Whether values are measured, so that they have a unit and a range. */
        public boolean measuresValues() {
            return this == WAIT || this == MEASURED;
        }

        /** The figures that every indicator of the kind gives; a case rate comes with conditions. */
        Set<FigureName> figures() {
            return switch (this) {
                case RATE -> Set.of(FigureName.UNIT_RATE);
                case WAIT -> Set.of(FigureName.WAIT);
                case MEASURED -> Set.of(FigureName.VALUE);
                case STATEMENT -> Set.of();
                case FOLLOW_UP ->
                    Set.of(
                            FigureName.FOLLOWED_UP_SHARE,
                            FigureName.REMEDIED_SHARE,
                            FigureName.TIME_TO_REMEDY,
                            FigureName.RELAPSE_SHARE);
                case COVERAGE -> Set.of(FigureName.COVERAGE);
                case OFFICE_EFFECT -> Set.of(FigureName.OFFICE_EFFECT);
            };
        }
    }

    /** A published figure, and the unit it always has. */
    public enum FigureName {
        CASE_RATE("SHARE_OF_CASES"),
        UNIT_RATE("SHARE_OF_OPERATIONS"),
        WAIT(null),
        VALUE(null),
        FOLLOWED_UP_SHARE("SHARE_OF_DEMANDS"),
        REMEDIED_SHARE("SHARE_OF_DEMANDS"),
        TIME_TO_REMEDY(null),
        RELAPSE_SHARE("SHARE_OF_DEMANDS"),
        COVERAGE("SHARE_OF_OPERATIONS"),
        OFFICE_EFFECT("DIFFERENCE_OF_SHARES");

        private final @Nullable String unit;

        FigureName(@Nullable String unit) {
            this.unit = unit;
        }

        /** The unit; {@code null} = one of the code list {@code value_units}. */
        public @Nullable String unit() {
            return unit;
        }
    }

    /** Which way is good. */
    public enum Polarity {
        LOW_GOOD,
        HIGH_GOOD,
        NONE
    }

    /** Column of the finding that the case rate is of. */
    public enum Denominator {
        /** Those to whom the requirement applied; where the finding does not give them, the files reviewed. */
        ELIGIBLE(FindingColumns.ELIGIBLE),
        /** The files reviewed. */
        CASES_ASSESSED(FindingColumns.CASES_ASSESSED);

        private final String column;

        Denominator(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }

    /**
     * Which findings enter the case rate, by their own columns.
     *
     * @param observedUnits codes of files or persons
     * @param evidence codes of evidence that may enter a case rate
     * @param denominator what the deficient ones are a share of
     */
    public record Conditions(Set<String> observedUnits, Set<String> evidence, Denominator denominator) {
        public Conditions {
            observedUnits = Set.copyOf(observedUnits);
            evidence = Set.copyOf(evidence);
        }
    }

    /**
     * A published figure in words.
     *
     * @param numerator what is counted or measured
     * @param denominator of what, or among whom
     * @param unit {@link FigureName#unit}, or a code of the list {@code value_units}
     * @param polarity which way is good; {@code null} = as the indicator
     */
    public record Figure(
            FigureName figure,
            LocalText numerator,
            LocalText denominator,
            String unit,
            @Nullable Polarity polarity) {}

    /** Outcomes that count neither in numerator nor denominator, and in words what else is left out and why. */
    public record Exclusions(Set<Outcome> outcomes, LocalText text) {
        public Exclusions {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** Values from {@code lowest} to {@code highest}, both included, are plausible. */
    public record Range(int lowest, int highest) {}

    /** How well it is known that the requirement is law. */
    public enum LawStatus {
        /** Named in a source report. */
        SEED,
        /** Applicable then, from other texts. */
        EXT,
        /** From other texts, not checked against the statute. */
        UNVERIFIED,
        /** The sources name no law. */
        NOT_STATED
    }

    /**
     * The law or regulation that an indicator rests on.
     *
     * @param law the act, with chapter and section; {@code null} = {@link LawStatus#NOT_STATED}
     * @param validFrom first day; {@code null} = not known
     * @param validTo last day; {@code null} = not known, or still in force
     */
    public record Requirement(
            @Nullable String law,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            LawStatus status) {}

    /** First day of a changed requirement, and what changed. */
    public record Break(LocalDate on, LocalText reason) {}

    /** A figure of the indicator, when it gives that figure. */
    public Optional<Figure> figure(FigureName name) {
        return figures.stream().filter(figure -> figure.figure() == name).findFirst();
    }

    /** Which way is good for a figure. */
    public Polarity polarityOf(Figure figure) {
        return figure.polarity() == null ? polarity : figure.polarity();
    }

    /** Unit of the measured values; {@code null} when nothing is measured. */
    public @Nullable String valueUnit() {
        return kind.measuresValues() ? figures.get(0).unit() : null;
    }

    Indicator ofTopics(List<String> codes) {
        return new Indicator(
                id,
                kind,
                name,
                definition,
                codes,
                observedUnit,
                evidence,
                ageGroups,
                conditions,
                figures,
                exclusions,
                range,
                polarity,
                requirement,
                breaks,
                boundedEvidence,
                author,
                checker,
                reviewedOn);
    }
}
