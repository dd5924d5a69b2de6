package se.tillsyn.ingest.sample;

/**
 * What was written.
 *
 * @param findings rows of all files, every revision counted
 * @param visits inspections with at least one finding
 * @param followUps those of them that follow up an earlier one
 * @param corrected rows with a higher revision that stands
 * @param withdrawn rows that retract a finding
 */
record SampleResult(int files, long findings, long visits, long followUps, long corrected, long withdrawn) {

    static final SampleResult NOTHING = new SampleResult(0, 0, 0, 0, 0, 0);

    SampleResult plus(SampleResult other) {
        return new SampleResult(
                files + other.files,
                findings + other.findings,
                visits + other.visits,
                followUps + other.followUps,
                corrected + other.corrected,
                withdrawn + other.withdrawn);
    }
}
