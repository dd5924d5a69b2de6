package se.tillsyn.analytics.statistics.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * The four rules by which NHS England's charts find special causes, one by one.
 *
 * <p>(1) a point outside the limits; (2) seven points each higher, or each lower, than the one before; (3) two of three
 * neighbouring points beyond two thirds of the limit but inside it, all three on one side of the centre; (4) seven points
 * on one side of the centre. Sides are 1 above, −1 below and 0 on the centre. A point on the centre breaks rules 3 and 4,
 * equal neighbours break rule 2. Series shorter than a rule's length never meet it.
 *
 * <p>Assumes one value a period with no gap, not strongly autocorrelated. Source: NHS England (2018), Making Data Count;
 * L. S. Nelson (1984), The Shewhart control chart: tests for special causes, Journal of Quality Technology 16, 237–239,
 * doi:10.1080/00224065.1984.11978921. Checked against NHSRplotthedots (spc_rule_units.csv, spc_xmr_points.csv).
 */
public final class NhsRules {

    /** Length of a run or of a trend. */
    private static final int SEVEN = 7;

    private NhsRules() {}

    /**
     * Which points end seven on one side.
     *
     * @param sides 1, 0 or −1 for each point
     */
    public static boolean[] sevenOnOneSide(int[] sides) {
        boolean[] ends = new boolean[sides.length];
        int run = 0;
        for (int i = 0; i < sides.length; i++) {
            run = sides[i] == 0 ? 0 : i > 0 && sides[i] == sides[i - 1] ? run + 1 : 1;
            ends[i] = run >= SEVEN;
        }
        return ends;
    }

    /** For each point 1 when it ends seven rising, −1 when it ends seven falling, else 0. */
    public static int[] sevenInOneDirection(double[] values) {
        int[] ends = new int[values.length];
        int run = 1;
        for (int i = 1; i < values.length; i++) {
            int step = step(values, i);
            run = step == 0 ? 1 : i > 1 && step == step(values, i - 1) ? run + 1 : 2;
            ends[i] = run >= SEVEN ? step : 0;
        }
        return ends;
    }

    /**
     * Which points belong to seven that end at one of the marked points.
     *
     * @param ends not 0 where seven end
     */
    public static boolean[] membersOfSeven(int[] ends) {
        boolean[] members = new boolean[ends.length];
        int left = 0;
        for (int i = ends.length - 1; i >= 0; i--) {
            left = ends[i] != 0 ? SEVEN : left - 1;
            members[i] = left > 0;
        }
        return members;
    }

    /**
     * Which points belong to three neighbours on one side of which two are close to the limit.
     *
     * @param close whether each point is beyond two thirds of the limit and not outside it
     * @param sides 1, 0 or −1 for each point, as many
     */
    public static boolean[] twoOfThree(boolean[] close, int[] sides) {
        boolean[] members = new boolean[close.length];
        for (int i = 2; i < close.length; i++) {
            boolean oneSide = sides[i] != 0 && sides[i] == sides[i - 1] && sides[i] == sides[i - 2];
            int number = (close[i] ? 1 : 0) + (close[i - 1] ? 1 : 0) + (close[i - 2] ? 1 : 0);
            if (oneSide && number >= 2) {
                members[i] = true;
                members[i - 1] = true;
                members[i - 2] = true;
            }
        }
        return members;
    }

    /** The first rule that each point meets. */
    static List<SpecialCause> causes(double[] values, int[] sides, boolean[] outside, boolean[] close) {
        int[] trendEnds = sevenInOneDirection(values);
        boolean[] trend = membersOfSeven(trendEnds);
        boolean[] three = twoOfThree(close, sides);
        boolean[] run = membersOfSeven(numbers(sevenOnOneSide(sides)));
        List<SpecialCause> causes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean above = sides[i] > 0;
            if (outside[i]) {
                causes.add(above ? SpecialCause.ABOVE_LIMIT : SpecialCause.BELOW_LIMIT);
            } else if (trend[i]) {
                causes.add(rising(trendEnds, i) ? SpecialCause.SEVEN_RISING : SpecialCause.SEVEN_FALLING);
            } else if (three[i] && close[i]) {
                causes.add(above ? SpecialCause.TWO_OF_THREE_ABOVE : SpecialCause.TWO_OF_THREE_BELOW);
            } else if (run[i]) {
                causes.add(above ? SpecialCause.SEVEN_ABOVE : SpecialCause.SEVEN_BELOW);
            } else {
                causes.add(SpecialCause.NONE);
            }
        }
        return causes;
    }

    /** Direction of the last seven that hold the point: a peak belongs to the fall after it. */
    private static boolean rising(int[] ends, int point) {
        int last = 0;
        for (int i = point; i < Math.min(ends.length, point + SEVEN); i++) {
            last = ends[i] != 0 ? ends[i] : last;
        }
        return last > 0;
    }

    private static int step(double[] values, int i) {
        return values[i] > values[i - 1] ? 1 : values[i] < values[i - 1] ? -1 : 0;
    }

    private static int[] numbers(boolean[] marks) {
        int[] numbers = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            numbers[i] = marks[i] ? 1 : 0;
        }
        return numbers;
    }
}
