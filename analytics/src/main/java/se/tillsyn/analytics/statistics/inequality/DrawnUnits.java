package se.tillsyn.analytics.statistics.inequality;

import java.util.SplittableRandom;

/** Units drawn anew, each from the binomial of its cases and a true rate. */
final class DrawnUnits {

    private final SplittableRandom random;
    private final BinomialTable[] tables;
    private final UnitRates rates;

    /**
     * @param cases of each unit, at least one
     * @param trueRates of each unit, 0 to 1
     */
    DrawnUnits(long[] cases, double[] trueRates, long seed) {
        random = new SplittableRandom(seed);
        rates = new UnitRates(cases.length);
        tables = new BinomialTable[cases.length];
        for (int j = 0; j < tables.length; j++) {
            tables[j] = new BinomialTable(cases[j], trueRates[j]);
        }
    }

    /** The next draw, with nothing worked out; the same object each time. */
    UnitRates next() {
        for (int j = 0; j < tables.length; j++) {
            rates.set(j, tables[j].draw(random), tables[j].cases());
        }
        return rates;
    }
}
