package se.tillsyn.analytics.disclosure.perturbation;

import java.util.OptionalLong;

/**
 * Published rules of other agencies for small counts: withhold or round. Zero stays zero where no rule says otherwise.
 * Multiples of five are the nearest, which is never a tie; the rule that rounds to ten takes the upper one of two as near.
 *
 * <p>Source: NHS Digital, Hospital Episode Statistics analysis guide (method from 2018, sub-national counts); OpenSAFELY
 * documentation, statistical disclosure control; Eurostat, integrated farm statistics, rounding of 2023; Office for
 * National Statistics, cell key perturbation. Checked against values worked from the rules (sdc_rounding.csv).
 */
public enum SmallCountRule {
    /** 1 to 7 withheld, others to the nearest 5. */
    NHS_DIGITAL_SUBNATIONAL("*") {
        @Override
        OptionalLong ofPositive(long count) {
            return count <= 7 ? OptionalLong.empty() : OptionalLong.of(nearest(count, 5));
        }
    },
    /** 1 to 7 withheld, others to the nearest 5. */
    OPENSAFELY_REDACT7_ROUND5("REDACTED") {
        @Override
        OptionalLong ofPositive(long count) {
            return NHS_DIGITAL_SUBNATIONAL.ofPositive(count);
        }
    },
    /** The middle of the sixes 1 to 6, 7 to 12 ...: 3, 9, 15 ... */
    OPENSAFELY_MIDPOINT6("") {
        @Override
        OptionalLong ofPositive(long count) {
            return OptionalLong.of((count + 5) / 6 * 6 - 3);
        }
    },
    /** 1 to 7 become 5, others the nearest 10. */
    EUROSTAT_IFS2023("") {
        @Override
        OptionalLong ofPositive(long count) {
            return OptionalLong.of(count <= 7 ? 5 : nearest(count, 10));
        }
    },
    /** Below 10 withheld, zero too, others to the nearest 5. */
    ONS_10_5("") {
        @Override
        public OptionalLong published(long count) {
            return count == 0 ? OptionalLong.empty() : super.published(count);
        }

        @Override
        OptionalLong ofPositive(long count) {
            return count < 10 ? OptionalLong.empty() : OptionalLong.of(nearest(count, 5));
        }
    };

    private final String symbol;

    SmallCountRule(String symbol) {
        this.symbol = symbol;
    }

    /** What the agency shows where it withholds. */
    public String symbol() {
        return symbol;
    }

    /**
     * The number that is shown, nothing where it is withheld.
     *
     * @param count 0 or more
     */
    public OptionalLong published(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("small count rule: expected 0 or more");
        }
        return count == 0 ? OptionalLong.of(0) : ofPositive(count);
    }

    abstract OptionalLong ofPositive(long count);

    private static long nearest(long count, long base) {
        return (2 * count + base) / (2 * base) * base;
    }
}
