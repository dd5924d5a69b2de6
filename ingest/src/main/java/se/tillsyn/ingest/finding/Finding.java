package se.tillsyn.ingest.finding;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One criterion judged once, at one operation, for one age group, over the files reviewed there. A person's wait is a
 * finding of its own. Codes are those of the profile's code lists; whether they exist and are valid on the inspection
 * date is the business of validation, what can never hold is refused here.
 *
 * @param findingId key; letters, digits and {@code -}, 1 to 64 characters
 * @param revision 1 or more; a higher revision replaces a lower
 * @param withdrawn whether this revision retracts the finding
 * @param inspectionId the visit
 * @param inspectedOn day of the visit
 * @param programme inspection programme (code)
 * @param selectionBasis how the operation came to be inspected (code)
 * @param office the inspecting office (code)
 * @param regionCode municipality, county or nation, or a code for unknown or outside
 * @param operationType kind of operation (code)
 * @param unitId pseudonymous key of the inspected operation; {@code null} when the row states a result for several
 *     operations together (a statement of a published report), which never enters the cube
 * @param ageGroup age band as published (code)
 * @param topic subject area (code)
 * @param observedUnit what was counted: case, notification, person, operation (code)
 * @param evidence where the judgement rests: case file, interview, survey, register (code)
 * @param outcome the judgement
 * @param casesAssessed files reviewed, 0 or more; {@code null} where files were not counted
 * @param casesDeficient files found deficient, 0 to {@code casesAssessed}; {@code null} where files were not counted or
 *     only bounds are known
 * @param eligible those to whom the requirement applied, 0 or more
 * @param value measured value in {@code valueUnit}
 * @param valueUnit unit of {@code value} (code)
 * @param censored whether {@code value} is a lower bound because the person still waits
 * @param valueLow lower bound of bounded evidence
 * @param valueHigh upper bound of bounded evidence, at least {@code valueLow}
 * @param demand whether measures were demanded
 * @param followedUpOn day of the re-inspection
 * @param remedied result of the re-inspection
 */
public record Finding(
        String findingId,
        int revision,
        boolean withdrawn,
        String inspectionId,
        LocalDate inspectedOn,
        String programme,
        String selectionBasis,
        String office,
        String regionCode,
        String operationType,
        @Nullable String unitId,
        String ageGroup,
        String topic,
        String observedUnit,
        String evidence,
        Outcome outcome,
        @Nullable Integer casesAssessed,
        @Nullable Integer casesDeficient,
        @Nullable Integer eligible,
        @Nullable Double value,
        @Nullable String valueUnit,
        @Nullable Boolean censored,
        @Nullable Integer valueLow,
        @Nullable Integer valueHigh,
        @Nullable Boolean demand,
        @Nullable LocalDate followedUpOn,
        @Nullable Boolean remedied)
        implements Serializable {

    /** @throws IllegalArgumentException when a count is negative, a numerator exceeds its denominator or bounds cross */
    public Finding {
        Objects.requireNonNull(findingId, "findingId");
        Objects.requireNonNull(inspectedOn, "inspectedOn");
        Objects.requireNonNull(outcome, "outcome");
        if (revision < 1) {
            throw new IllegalArgumentException("revision: expected 1 or more");
        }
        if (casesAssessed != null && casesAssessed < 0) {
            throw new IllegalArgumentException("cases_assessed: expected 0 or more");
        }
        if (casesDeficient != null && (casesDeficient < 0 || casesAssessed == null || casesDeficient > casesAssessed)) {
            throw new IllegalArgumentException("cases_deficient: expected 0 to cases_assessed");
        }
        if (casesDeficient != null && eligible != null && casesDeficient > eligible) {
            throw new IllegalArgumentException("cases_deficient: expected 0 to eligible");
        }
        if (valueLow != null && valueHigh != null && valueLow > valueHigh) {
            throw new IllegalArgumentException("value_low: expected at most value_high");
        }
    }
}
