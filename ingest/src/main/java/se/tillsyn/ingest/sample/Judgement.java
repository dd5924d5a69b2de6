package se.tillsyn.ingest.sample;

import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Outcome;

/** What one row says of its criterion: the outcome and, where files were counted, the counts. */
record Judgement(
        Outcome outcome,
        @Nullable Integer assessed,
        @Nullable Integer deficient,
        @Nullable Integer eligible) {

    /** The operation judged as a whole. */
    static Judgement ofOperation(boolean deficient) {
        return withoutCounts(deficient ? Outcome.DEFICIENT : Outcome.MET);
    }

    static Judgement withoutCounts(Outcome outcome) {
        return new Judgement(outcome, null, null, null);
    }

    /** Files were to be reviewed and there were none: 0 of 0. */
    static Judgement ofNoFiles() {
        return new Judgement(Outcome.NOT_ASSESSED, 0, 0, null);
    }

    /** One deficient file makes the operation deficient. */
    static Judgement ofFiles(int assessed, int deficient) {
        return new Judgement(deficient > 0 ? Outcome.DEFICIENT : Outcome.MET, assessed, deficient, null);
    }

    /** As {@link #ofFiles}, where the requirement applies to {@code eligible} of the files; to none: not applicable. */
    static Judgement ofEligibleFiles(int assessed, int eligible, int deficient) {
        Outcome outcome = eligible == 0 ? Outcome.NOT_APPLICABLE : deficient > 0 ? Outcome.DEFICIENT : Outcome.MET;
        return new Judgement(outcome, assessed, deficient, eligible);
    }

    /** The same files with another number deficient. */
    Judgement withDeficient(int other) {
        return assessed == null
                ? this
                : eligible == null ? ofFiles(assessed, other) : ofEligibleFiles(assessed, eligible, other);
    }
}
