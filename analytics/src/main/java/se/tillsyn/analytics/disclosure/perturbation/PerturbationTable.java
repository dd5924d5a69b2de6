package se.tillsyn.analytics.disclosure.perturbation;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of the cell key method: how much is added to a count, given the key of its cell.
 *
 * <p>A count is looked up in the row of {@code min(count, largest row)}; the first outcome whose cumulative probability
 * reaches the key is added. Keys being uniform, each outcome has its probability; the same cell always gets the same. No
 * count becomes negative, 0 stays 0, totals are looked up on their own and need not be sums of their parts.
 *
 * <p>Source: B. Fraser, J. Wooton (2005), A proposed method for confidentialising tabular output to protect against
 * differencing, Monographs of official statistics, Eurostat; S. Giessing (2016), Computational issues in the design of
 * transition probabilities and disclosure risk estimation for additive noise, Privacy in Statistical Databases, 237–251,
 * doi:10.1007/978-3-319-45381-1_18. Checked against maximum entropy tables and worked examples (sdc_cell_key.json).
 *
 * @param rows the outcomes of the counts 0, 1, 2 ...; each row's cumulative probabilities rise to 1
 */
public record PerturbationTable(List<List<Outcome>> rows) {

    private static final double ROUNDING = 1e-9;

    /**
     * One outcome.
     *
     * @param noise what is added to the count
     * @param probability its probability, 0 to 1
     * @param upTo probability of this outcome or one before it in the row, 0 to 1
     */
    public record Outcome(int noise, double probability, double upTo) {}

    /**
     * What the method makes of a cell.
     *
     * @param row row of the table that was used
     * @param noise what was added
     * @param count what would be published, 0 or more
     */
    public record Perturbed(int row, int noise, long count) {}

    public PerturbationTable {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("perturbation table: expected at least the row of count 0");
        }
        for (int count = 0; count < rows.size(); count++) {
            checkRow(count, rows.get(count));
        }
    }

    private static void checkRow(int count, List<Outcome> row) {
        double upTo = 0;
        for (Outcome outcome : row) {
            if (count + outcome.noise() < 0 || outcome.upTo() < upTo) {
                throw new IllegalArgumentException("perturbation table row " + count
                        + ": expected results of 0 or more with rising cumulative probabilities");
            }
            upTo = outcome.upTo();
        }
        if (Math.abs(upTo - 1) > ROUNDING) {
            throw new IllegalArgumentException("perturbation table row " + count + ": expected probabilities of sum 1");
        }
    }

    /**
     * The table whose noise is least predictable: in each row the distribution of maximum entropy with mean 0 and the given
     * variance.
     *
     * @param largestNoise D, 1 or more: noise is from −D to D
     * @param variance V, more than 0
     * @param largestAbsent js, 0 or more: no count becomes 1 to js
     * @throws IllegalArgumentException when no distribution of a row has the variance
     */
    public static PerturbationTable maximumEntropy(int largestNoise, double variance, int largestAbsent) {
        if (largestNoise < 1 || !(variance > 0) || largestAbsent < 0) {
            throw new IllegalArgumentException("perturbation table: expected D >= 1, V > 0 and js >= 0");
        }
        List<List<Outcome>> rows = new ArrayList<>();
        rows.add(List.of(new Outcome(0, 1, 1)));
        for (int count = 1; count <= largestNoise + largestAbsent + 1; count++) {
            List<Integer> noises = new ArrayList<>();
            for (int noise = -largestNoise; noise <= largestNoise; noise++) {
                int result = count + noise;
                if (result == 0 || result > largestAbsent) {
                    noises.add(noise);
                }
            }
            rows.add(MaximumEntropy.of(noises, variance));
        }
        return new PerturbationTable(rows);
    }

    /** Perturbs a cell. */
    public Perturbed perturb(KeyedCount cell) {
        int row = (int) Math.min(cell.count(), rows.size() - 1);
        List<Outcome> outcomes = rows.get(row);
        int noise = outcomes.stream()
                .filter(outcome -> cell.key().value() <= outcome.upTo())
                .findFirst()
                .orElse(outcomes.get(outcomes.size() - 1))
                .noise();
        return new Perturbed(row, noise, cell.count() + noise);
    }
}
