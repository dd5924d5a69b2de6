package se.tillsyn.web.release;

import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A column of a Parquet file being read, value by value; rows without a value are not shown to it. */
sealed interface ColumnFilling {

    /** Takes the value that the reader stands at. */
    void put(int row, ColumnReader reader);

    TableColumn done();

    /** What the column's type suggests: texts, numbers or flags. */
    static ColumnFilling of(PrimitiveTypeName type, int rows) {
        return switch (type) {
            case BINARY -> new OfTexts(type, rows);
            case BOOLEAN -> new OfFlags();
            default -> new OfNumbers(type, rows);
        };
    }

    /** Texts, and flags as {@code true} and {@code false}. A text is decoded once however often it stands there. */
    final class OfTexts implements ColumnFilling {

        private final PrimitiveTypeName type;
        private final short[] places;
        private final Map<String, Short> known = new LinkedHashMap<>();
        /** A file's dictionary hands out the same object for the same text. */
        private final IdentityHashMap<Binary, Short> decoded = new IdentityHashMap<>();

        OfTexts(PrimitiveTypeName type, int rows) {
            this.type = type;
            places = new short[rows];
            Arrays.fill(places, (short) -1);
        }

        @Override
        public void put(int row, ColumnReader reader) {
            if (type == PrimitiveTypeName.BOOLEAN) {
                places[row] = place(String.valueOf(reader.getBoolean()));
                return;
            }
            Binary value = reader.getBinary();
            Short place = decoded.get(value);
            if (place == null) {
                place = place(value.toStringUsingUTF8());
                if (decoded.size() < TableColumn.Texts.MOST) {
                    decoded.put(value, place);
                }
            }
            places[row] = place;
        }

        private short place(String text) {
            Short place = known.get(text);
            if (place == null) {
                if (known.size() == TableColumn.Texts.MOST) {
                    throw new IllegalArgumentException("expected at most 32 768 different texts in a column");
                }
                place = (short) known.size();
                known.put(text, place);
            }
            return place;
        }

        @Override
        public TableColumn.Texts done() {
            return new TableColumn.Texts(places, known);
        }
    }

    /** Numbers. Whole ones of 32 bits and flags (0, 1) are exact. */
    final class OfNumbers implements ColumnFilling {

        private final PrimitiveTypeName type;
        private final double[] numbers;

        OfNumbers(PrimitiveTypeName type, int rows) {
            this.type = type;
            numbers = new double[rows];
            Arrays.fill(numbers, Double.NaN);
        }

        @Override
        public void put(int row, ColumnReader reader) {
            numbers[row] = switch (type) {
                case BOOLEAN -> reader.getBoolean() ? 1 : 0;
                case INT32 -> reader.getInteger();
                case INT64 -> reader.getLong();
                case FLOAT -> reader.getFloat();
                case DOUBLE -> reader.getDouble();
                default -> throw new IllegalArgumentException("a column is of a type that no table has");
            };
        }

        double[] numbers() {
            return numbers;
        }

        @Override
        public TableColumn.Reals done() {
            return new TableColumn.Reals(numbers);
        }
    }

    /** Flags. */
    final class OfFlags implements ColumnFilling {

        private final BitSet flags = new BitSet();

        @Override
        public void put(int row, ColumnReader reader) {
            flags.set(row, reader.getBoolean());
        }

        @Override
        public TableColumn.Flags done() {
            return new TableColumn.Flags(flags);
        }
    }
}
