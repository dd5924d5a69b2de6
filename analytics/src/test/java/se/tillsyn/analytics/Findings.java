package se.tillsyn.analytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.Outcome;

/** Draws a finding for a test: start from reviewed files at one board and change what the test is about. */
public final class Findings {

    private final String id;
    private @Nullable String unit;
    private int revision = 1;
    private boolean withdrawn;
    private LocalDate day = LocalDate.of(2020, 5, 4);
    private String programme = "SYN";
    private String basis = "CENSUS";
    private String region = "C1";
    private String type = "BOARD";
    private String age = "18-25";
    private String topic = "T1";
    private String observedUnit = "CASE";
    private String evidence = "CASE_FILE";
    private Outcome outcome;
    private @Nullable Integer assessed;
    private @Nullable Integer deficient;
    private @Nullable Integer eligible;
    private @Nullable Integer low;
    private @Nullable Integer high;
    private String office = "O1";
    private @Nullable Double value;
    private @Nullable Boolean censored;
    private @Nullable Boolean demand;
    private @Nullable LocalDate followedUpOn;
    private @Nullable Boolean remedied;

    private Findings(String id, String unit, int deficient, int assessed) {
        this.id = id;
        this.unit = unit;
        this.deficient = deficient;
        this.assessed = assessed;
        outcome = assessed == 0 ? Outcome.NOT_ASSESSED : deficient > 0 ? Outcome.DEFICIENT : Outcome.MET;
    }

    /** Reviewed case files at one board. */
    public static Findings files(String id, String unit, int deficient, int assessed) {
        return new Findings(id, unit, deficient, assessed);
    }

    public Findings at(String newRegion, String newAge, String newTopic) {
        region = newRegion;
        age = newAge;
        topic = newTopic;
        return this;
    }

    public Findings ofType(String newType) {
        type = newType;
        return this;
    }

    public Findings on(LocalDate newDay) {
        day = newDay;
        return this;
    }

    public Findings judged(Outcome newOutcome, @Nullable Integer newDeficient, @Nullable Integer newAssessed) {
        outcome = newOutcome;
        deficient = newDeficient;
        assessed = newAssessed;
        return this;
    }

    public Findings restingOn(String newObservedUnit, String newEvidence) {
        observedUnit = newObservedUnit;
        evidence = newEvidence;
        return this;
    }

    public Findings chosenBy(String newProgramme, String newBasis) {
        programme = newProgramme;
        basis = newBasis;
        return this;
    }

    public Findings revised(int newRevision) {
        revision = newRevision;
        return this;
    }

    public Findings retracted(int newRevision) {
        withdrawn = true;
        return revised(newRevision);
    }

    public Findings ofWhichEligible(int newEligible) {
        eligible = newEligible;
        return this;
    }

    public Findings by(String newOffice) {
        office = newOffice;
        return this;
    }

    /** Only bounds of the deficient files are known. */
    public Findings bounded(int newLow, int newHigh) {
        deficient = null;
        low = newLow;
        high = newHigh;
        return this;
    }

    /** A person's wait in days, ended or not. */
    public Findings waited(double days, boolean stillWaiting) {
        value = days;
        censored = stillWaiting;
        return restingOn("PERSON", "REGISTER").judged(Outcome.NOT_ASSESSED, null, null);
    }

    /** Measures were demanded. */
    public Findings demanded(@Nullable LocalDate newFollowedUpOn, @Nullable Boolean newRemedied) {
        demand = true;
        followedUpOn = newFollowedUpOn;
        remedied = newRemedied;
        return this;
    }

    /** A statement about {@code n} operations together, of which between {@code low} and {@code high} are deficient. */
    public Findings stated(int n, int newLow, int newHigh) {
        unit = null;
        observedUnit = "OPERATION";
        low = newLow;
        high = newHigh;
        return judged(Outcome.DEFICIENT, null, n);
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
                office,
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
                value,
                value == null ? null : "DAYS",
                censored,
                low,
                high,
                demand,
                followedUpOn,
                remedied);
    }
}
