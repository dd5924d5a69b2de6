package se.tillsyn.analytics.truth;

/** Applies what is published to one sample and counts how often it is right. */
final class SampleChecks {

    private SampleChecks() {}

    static Tally of(TruthSample sample) {
        Tally tally = new Tally();
        CoverageChecks coverage = new CoverageChecks(sample, tally);
        CountyChecks counties = new CountyChecks(sample, tally);
        TrendChecks trends = new TrendChecks(sample, tally);
        OfficeChecks offices = new OfficeChecks(sample, tally);
        for (PlantedTopic topic : sample.topics()) {
            if (topic.hasTrueRate()) {
                coverage.rates(topic);
                counties.places(topic);
                trends.trend(topic);
                trends.counties(topic);
                trends.shift(topic);
                offices.offices(topic);
            }
        }
        counties.comparisons(sample.topics());
        sample.waits().forEach(topic -> {
            coverage.waits(topic);
            trends.waits(topic);
        });
        return tally;
    }
}
