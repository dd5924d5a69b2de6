package se.tillsyn.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;

/** Draws findings for tests: start from one of the kinds and change what the test is about. */
public record Findings(
        String id,
        int revision,
        boolean withdrawn,
        LocalDate day,
        String programme,
        String basis,
        String region,
        String type,
        @Nullable String unit,
        String age,
        String topic,
        String observedUnit,
        String evidence,
        Outcome outcome,
        @Nullable Integer assessed,
        @Nullable Integer deficient,
        @Nullable Integer low,
        @Nullable Integer high,
        @Nullable Integer eligible) {

    /** Reviewed case files at one board. */
    public static Findings files(String id, String unit, int deficient, int assessed) {
        Outcome outcome = assessed == 0 ? Outcome.NOT_ASSESSED : deficient > 0 ? Outcome.DEFICIENT : Outcome.MET;
        return new Findings(
                id,
                1,
                false,
                LocalDate.of(2020, 5, 4),
                "SYN",
                "CENSUS",
                "C1",
                "BOARD",
                unit,
                "18-25",
                "T1",
                "CASE",
                "CASE_FILE",
                outcome,
                assessed,
                deficient,
                null,
                null,
                null);
    }

    public Findings at(String newRegion, String newAge, String newTopic) {
        return new Findings(
                id,
                revision,
                withdrawn,
                day,
                programme,
                basis,
                newRegion,
                type,
                unit,
                newAge,
                newTopic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                eligible);
    }

    public Findings ofType(String newType) {
        return new Findings(
                id,
                revision,
                withdrawn,
                day,
                programme,
                basis,
                region,
                newType,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                eligible);
    }

    public Findings on(LocalDate newDay) {
        return new Findings(
                id,
                revision,
                withdrawn,
                newDay,
                programme,
                basis,
                region,
                type,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                eligible);
    }

    public Findings judged(Outcome newOutcome, @Nullable Integer newDeficient, @Nullable Integer newAssessed) {
        return new Findings(
                id,
                revision,
                withdrawn,
                day,
                programme,
                basis,
                region,
                type,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                newOutcome,
                newAssessed,
                newDeficient,
                low,
                high,
                eligible);
    }

    public Findings restingOn(String newObservedUnit, String newEvidence) {
        return new Findings(
                id,
                revision,
                withdrawn,
                day,
                programme,
                basis,
                region,
                type,
                unit,
                age,
                topic,
                newObservedUnit,
                newEvidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                eligible);
    }

    public Findings chosenBy(String newProgramme, String newBasis) {
        return new Findings(
                id,
                revision,
                withdrawn,
                day,
                newProgramme,
                newBasis,
                region,
                type,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                eligible);
    }

    public Findings revised(int newRevision) {
        return new Findings(
                id,
                newRevision,
                withdrawn,
                day,
                programme,
                basis,
                region,
                type,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                eligible);
    }

    public Findings retracted(int newRevision) {
        return new Findings(
                id,
                newRevision,
                true,
                day,
                programme,
                basis,
                region,
                type,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                eligible);
    }

    public Findings ofWhichEligible(int newEligible) {
        return new Findings(
                id,
                revision,
                withdrawn,
                day,
                programme,
                basis,
                region,
                type,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                low,
                high,
                newEligible);
    }

    /** A statement about {@code n} operations together, of which between {@code low} and {@code high} are deficient. */
    public Findings stated(int n, int newLow, int newHigh) {
        return new Findings(
                id,
                revision,
                withdrawn,
                day,
                programme,
                basis,
                region,
                type,
                null,
                age,
                topic,
                "OPERATION",
                evidence,
                Outcome.DEFICIENT,
                n,
                null,
                newLow,
                newHigh,
                eligible);
    }

    public Finding build() {
        return new Finding(
                id,
                revision,
                withdrawn,
                "I-" + id,
                day,
                programme,
                basis,
                "O1",
                region,
                type,
                unit,
                age,
                topic,
                observedUnit,
                evidence,
                outcome,
                assessed,
                deficient,
                eligible,
                null,
                null,
                null,
                low,
                high,
                null,
                null,
                null);
    }
}
