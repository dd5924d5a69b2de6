package se.tillsyn.analytics.disclosure.suppression;

import java.util.Arrays;
import java.util.List;

/**
 * Which unknown numbers add up to what: a sparse matrix of ones and minus ones, read both ways.
 *
 * @param unknowns number of unknown numbers, some of which may be in no equation
 * @param unknownsOf for each equation its unknowns, each once
 * @param signsOf their signs, 1 or −1
 * @param equationsOf for each unknown its equations
 * @param signsIn its signs there
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Equations(int unknowns, int[][] unknownsOf, int[][] signsOf, int[][] equationsOf, int[][] signsIn) {

    /** One unknown in an equation. */
    record Term(int unknown, int sign) {}

    static Equations of(int unknowns, List<List<Term>> equations) {
        int[] uses = new int[unknowns];
        equations.forEach(terms -> terms.forEach(term -> uses[term.unknown()]++));
        int[][] equationsOf = new int[unknowns][];
        int[][] signsIn = new int[unknowns][];
        for (int unknown = 0; unknown < unknowns; unknown++) {
            equationsOf[unknown] = new int[uses[unknown]];
            signsIn[unknown] = new int[uses[unknown]];
        }
        int[][] unknownsOf = new int[equations.size()][];
        int[][] signsOf = new int[equations.size()][];
        for (int equation = equations.size() - 1; equation >= 0; equation--) {
            List<Term> terms = equations.get(equation);
            unknownsOf[equation] = terms.stream().mapToInt(Term::unknown).toArray();
            signsOf[equation] = terms.stream().mapToInt(Term::sign).toArray();
            for (Term term : terms) {
                int place = --uses[term.unknown()];
                equationsOf[term.unknown()][place] = equation;
                signsIn[term.unknown()][place] = term.sign();
            }
        }
        return new Equations(unknowns, unknownsOf, signsOf, equationsOf, signsIn);
    }

    int size() {
        return unknownsOf.length;
    }

    /** {@code into[equation] = Σ ± values[unknown]}. */
    void add(double[] values, double[] into) {
        for (int equation = 0; equation < unknownsOf.length; equation++) {
            int[] terms = unknownsOf[equation];
            int[] signs = signsOf[equation];
            double sum = 0;
            for (int i = 0; i < terms.length; i++) {
                sum += signs[i] * values[terms[i]];
            }
            into[equation] = sum;
        }
    }

    /** {@code Σ ± weights[equation]} over the equations of an unknown. */
    double spread(double[] weights, int unknown) {
        int[] equations = equationsOf[unknown];
        int[] signs = signsIn[unknown];
        double sum = 0;
        for (int i = 0; i < equations.length; i++) {
            sum += signs[i] * weights[equations[i]];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Equations that
                && unknowns == that.unknowns
                && Arrays.deepEquals(unknownsOf, that.unknownsOf)
                && Arrays.deepEquals(signsOf, that.signsOf);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(unknownsOf);
    }

    @Override
    public String toString() {
        return unknowns + " unknowns, " + size() + " equations";
    }
}
