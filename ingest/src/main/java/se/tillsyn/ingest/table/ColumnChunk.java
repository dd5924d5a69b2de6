package se.tillsyn.ingest.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/**
 * The values of one column since the last row group, kept as numbers into a dictionary of the distinct ones, and how they
 * are laid down in pages.
 *
 * @param <R> row type
 */
abstract class ColumnChunk<R> {

    /** Instead of a number: the row has no value. */
    static final int ABSENT = -1;

    private static final int FIRST_ROWS = 1 << 10;

    /** Texts after which a column whose texts hardly come again is no longer searched for them. */
    private static final int TRIAL = 1 << 14;

    private final Column<R> column;
    private int[] ids = new int[FIRST_ROWS];
    private int rows;

    private ColumnChunk(Column<R> column) {
        this.column = column;
    }

    /** A chunk for a column of any kind. */
    static <R> ColumnChunk<R> of(Column<R> column) {
        if (column instanceof Column.Text<R> text) {
            return new TextChunk<>(text);
        }
        if (column instanceof Column.Flag<R> flag) {
            return new FlagChunk<>(column, row -> flag.value().test(row));
        }
        if (column instanceof Column.OptionalFlag<R> flag) {
            return new FlagChunk<>(column, flag.value());
        }
        if (column instanceof Column.Whole<R> whole) {
            return new WholeChunk<>(column) {
                @Override
                int idOf(R row) {
                    return number(whole.value().applyAsInt(row));
                }
            };
        }
        if (column instanceof Column.OptionalWhole<R> whole) {
            return new WholeChunk<>(column) {
                @Override
                int idOf(R row) {
                    Integer value = whole.value().of(row);
                    return value == null ? ABSENT : number(value);
                }
            };
        }
        if (column instanceof Column.Day<R> day) {
            return new WholeChunk<>(column) {
                @Override
                int idOf(R row) {
                    LocalDate value = day.value().of(row);
                    return value == null ? ABSENT : number(Math.toIntExact(value.toEpochDay()));
                }
            };
        }
        if (column instanceof Column.Real<R> real) {
            return new RealChunk<>(column) {
                @Override
                int idOf(R row) {
                    return number(real.value().applyAsDouble(row));
                }
            };
        }
        if (column instanceof Column.OptionalReal<R> real) {
            return new RealChunk<>(column) {
                @Override
                int idOf(R row) {
                    Double value = real.value().of(row);
                    return value == null ? ABSENT : number(value);
                }
            };
        }
        throw new AssertionError(column);
    }

    /** Number of the row's value in the dictionary, or {@link #ABSENT}. */
    abstract int idOf(R row);

    /** Distinct values. */
    abstract int distinct();

    /** Writes one value as Parquet's encoding PLAIN has it. */
    abstract void writePlain(int id, PageBytes out);

    /** About how many bytes all values take in the encoding PLAIN. */
    abstract long plainBytes();

    abstract void clearDictionary();

    final Column<R> column() {
        return column;
    }

    final int rows() {
        return rows;
    }

    /**
     * Adds the first of some rows.
     *
     * @param count how many
     * @throws IllegalArgumentException when a row lacks a value that the column requires, or has one it cannot hold
     */
    final void add(R[] added, int count) {
        while (rows + count > ids.length) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        boolean optional = column.optional();
        for (int i = 0; i < count; i++) {
            int id = idOf(added[i]);
            if (id == ABSENT && !optional) {
                throw new IllegalArgumentException("column " + column.name() + ": a value is required");
            }
            ids[rows + i] = id;
        }
        rows += count;
    }

    final void clear() {
        rows = 0;
        clearDictionary();
    }

    /** Whether a dictionary saves bytes. */
    boolean worthADictionary() {
        return saves(plainBytes(), rows);
    }

    /** Whether a dictionary of the values so far would save any of the bytes that so many rows take without. */
    final boolean saves(long plainBytes, int ofRows) {
        long dictionary = plainBytes / Math.max(1, ofRows) * distinct();
        long numbers = (long) ofRows * bitWidth() / Byte.SIZE;
        return distinct() > 0 && dictionary + numbers < plainBytes;
    }

    final void writeDictionary(PageBytes out) {
        for (int id = 0; id < distinct(); id++) {
            writePlain(id, out);
        }
    }

    /** Writes a version 1 page of the rows {@code from} to {@code to}: definition levels, then values. */
    final void writePage(int from, int to, boolean byDictionary, PageBytes out) throws IOException {
        if (column.optional()) {
            writeLevels(from, to, out);
        }
        if (byDictionary) {
            out.write(bitWidth());
            try (RunLengthBitPackingHybridEncoder encoder = encoder(bitWidth())) {
                for (int row = from; row < to; row++) {
                    if (ids[row] != ABSENT) {
                        encoder.writeInt(ids[row]);
                    }
                }
                encoder.toBytes().writeAllTo(out);
            }
        } else {
            writeValues(from, to, out);
        }
    }

    void writeValues(int from, int to, PageBytes out) {
        for (int row = from; row < to; row++) {
            if (ids[row] != ABSENT) {
                writePlain(ids[row], out);
            }
        }
    }

    final int id(int row) {
        return ids[row];
    }

    private void writeLevels(int from, int to, PageBytes out) throws IOException {
        int start = out.size();
        out.int32(0);
        try (RunLengthBitPackingHybridEncoder encoder = encoder(1)) {
            for (int row = from; row < to; row++) {
                encoder.writeInt(ids[row] == ABSENT ? 0 : 1);
            }
            encoder.toBytes().writeAllTo(out);
        }
        out.int32At(start, out.size() - start - Integer.BYTES);
    }

    private static RunLengthBitPackingHybridEncoder encoder(int bitWidth) {
        return new RunLengthBitPackingHybridEncoder(bitWidth, 1 << 10, 1 << 20, HeapByteBufferAllocator.getInstance());
    }

    private int bitWidth() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, distinct() - 1));
    }

    private static final class TextChunk<R> extends ColumnChunk<R> {

        private final Column.Reading<R, String> value;
        private final TextDictionary texts = new TextDictionary();
        private long characters;
        private int given;
        /** Whether texts are no longer searched for; their numbers go on from those of the dictionary. */
        private boolean listing;

        private final TextList listed = new TextList();

        TextChunk(Column.Text<R> column) {
            super(column);
            value = column.value();
        }

        @Override
        int idOf(R row) {
            String text = value.of(row);
            if (text == null) {
                return ABSENT;
            }
            characters += text.length();
            if (listing) {
                return texts.size() + listed.add(text);
            }
            if (++given == TRIAL) {
                listing = !saves(characters + (long) Integer.BYTES * given, given);
            }
            return texts.idOf(text);
        }

        /** A listed text has no number that another could share. */
        @Override
        boolean worthADictionary() {
            return !listing && super.worthADictionary();
        }

        @Override
        int distinct() {
            return texts.size();
        }

        @Override
        void writePlain(int id, PageBytes out) {
            if (id < texts.size()) {
                TextList.write(texts.text(id), out);
            } else {
                listed.writePlain(id - texts.size(), out);
            }
        }

        @Override
        long plainBytes() {
            return characters + (long) Integer.BYTES * rows();
        }

        @Override
        void clearDictionary() {
            texts.clear();
            listed.clear();
            characters = 0;
            given = 0;
            listing = false;
        }
    }

    private abstract static class WholeChunk<R> extends ColumnChunk<R> {

        private final LongDictionary numbers = new LongDictionary();

        WholeChunk(Column<R> column) {
            super(column);
        }

        final int number(int value) {
            return numbers.idOf(value);
        }

        @Override
        int distinct() {
            return numbers.size();
        }

        @Override
        void writePlain(int id, PageBytes out) {
            out.int32((int) numbers.value(id));
        }

        @Override
        long plainBytes() {
            return (long) Integer.BYTES * rows();
        }

        @Override
        void clearDictionary() {
            numbers.clear();
        }
    }

    private abstract static class RealChunk<R> extends ColumnChunk<R> {

        private final LongDictionary bits = new LongDictionary();

        RealChunk(Column<R> column) {
            super(column);
        }

        final int number(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("column " + column().name() + ": expected a finite number");
            }
            return bits.idOf(Double.doubleToRawLongBits(value));
        }

        @Override
        int distinct() {
            return bits.size();
        }

        @Override
        void writePlain(int id, PageBytes out) {
            out.int64(bits.value(id));
        }

        @Override
        long plainBytes() {
            return (long) Double.BYTES * rows();
        }

        @Override
        void clearDictionary() {
            bits.clear();
        }
    }

    /** Flags are bits; a dictionary would be longer. */
    private static final class FlagChunk<R> extends ColumnChunk<R> {

        private final Column.Reading<R, Boolean> value;

        FlagChunk(Column<R> column, Column.Reading<R, Boolean> value) {
            super(column);
            this.value = value;
        }

        @Override
        int idOf(R row) {
            Boolean flag = value.of(row);
            return flag == null ? ABSENT : flag ? 1 : 0;
        }

        @Override
        int distinct() {
            return 0;
        }

        @Override
        boolean worthADictionary() {
            return false;
        }

        @Override
        void writePlain(int id, PageBytes out) {
            throw new IllegalStateException("flags are written eight at a time");
        }

        @Override
        void writeValues(int from, int to, PageBytes out) {
            int bits = 0;
            int count = 0;
            for (int row = from; row < to; row++) {
                if (id(row) != ABSENT) {
                    bits |= id(row) << count;
                    if (++count == Byte.SIZE) {
                        out.write(bits);
                        bits = 0;
                        count = 0;
                    }
                }
            }
            if (count > 0) {
                out.write(bits);
            }
        }

        @Override
        long plainBytes() {
            return rows() / Byte.SIZE;
        }

        @Override
        void clearDictionary() {}
    }
}
