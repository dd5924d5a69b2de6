package se.tillsyn.analytics.statistics.inequality;

/**
 * Place of ordered groups on a scale from 0 to 1: the share of all weight before a group plus half its own.
 *
 * <p>Order as given, from the worst off to the best off or the other way; the weighted mean of the places is one half.
 * Source: F. C. Pamuk (1985), Social class inequality in mortality from 1921 to 1972 in England and Wales, Population
 * Studies 39, 17–31, doi:10.1080/0032472031000141256. Checked against inequality_ordered_groups.csv.
 */
public final class MidRanks {

    private MidRanks() {}

    /**
     * Places of the groups.
     *
     * @param weights population or cases in order, none negative, not all 0
     */
    public static double[] of(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("expected weights of 0 or more");
            }
            total += weight;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("expected at least one group with weight");
        }
        double[] ranks = new double[weights.length];
        double before = 0;
        for (int i = 0; i < weights.length; i++) {
            ranks[i] = (before + weights[i] / 2) / total;
            before += weights[i];
        }
        return ranks;
    }
}
