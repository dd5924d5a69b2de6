package se.tillsyn.web.release;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Values of one column of a table, as long as the table. */
public sealed interface TableColumn {

    /** Texts: the different ones, and for each row the place of its own among them. */
    final class Texts implements TableColumn {

        /** Most different texts of a column; every column of a release is one of codes or words. */
        static final int MOST = Short.MAX_VALUE + 1;

        private final short[] places;
        private final List<String> distinct;
        private final Map<String, Short> known;

        /**
         * @param places −1 for a row without a text
         * @param known the different texts with their places, in the order of these
         */
        Texts(short[] places, Map<String, Short> known) {
            this.places = places;
            this.distinct = List.copyOf(known.keySet());
            this.known = Map.copyOf(known);
        }

        /** A column that says the same in every row. */
        public static Texts constant(int rows, String text) {
            return new Texts(new short[rows], Map.of(text, (short) 0));
        }

        /** Every text of the column once, in the order they first stand in. */
        public List<String> distinct() {
            return distinct;
        }

        public int rows() {
            return places.length;
        }

        /** Place of a row's text among the distinct ones; −1 where the file has none. */
        public int place(int row) {
            return places[row];
        }

        /** Place of a text among the distinct ones; −1 when no row has it. */
        int placeOf(String text) {
            Short place = known.get(text);
            return place == null ? -1 : place;
        }

        /** A row's text; empty where the file has none. */
        public String text(int row) {
            return places[row] < 0 ? "" : distinct.get(places[row]);
        }
    }

    /** Numbers, NaN where the file has none. */
    final class Reals implements TableColumn {

        private final double[] numbers;

        Reals(double[] numbers) {
            this.numbers = numbers;
        }

        double number(int row) {
            return numbers[row];
        }
    }

    /** Flags: the rows for which it is true. */
    record Flags(BitSet rows) implements TableColumn {}
}
