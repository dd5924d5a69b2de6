package se.tillsyn.web.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Reads a Parquet table column by column, whatever its columns: text, whole and real numbers, flags. No row is ever put
 * together, and a text is decoded once however often it stands there.
 */
final class ReleaseTableFile {

    private ReleaseTableFile() {}

    /**
     * Reads a table.
     *
     * @param keys columns whose texts name a row
     * @param rows number of rows that the manifest gives
     */
    static ReleaseTable read(Path path, List<String> keys, int rows) throws IOException {
        try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(path))) {
            MessageType schema = file.getFooter().getFileMetaData().getSchema();
            if (file.getRecordCount() != rows) {
                throw new IllegalArgumentException("it has another number of rows than the manifest says");
            }
            Map<String, Filling> fillings = new LinkedHashMap<>();
            for (ColumnDescriptor column : schema.getColumns()) {
                fillings.put(column.getPath()[0], Filling.of(column, rows));
            }
            String createdBy = file.getFooter().getFileMetaData().getCreatedBy();
            int from = 0;
            for (PageReadStore group = file.readNextRowGroup(); group != null; group = file.readNextRowGroup()) {
                ColumnReadStoreImpl store = new ColumnReadStoreImpl(group, new Ignoring(), schema, createdBy);
                for (ColumnDescriptor column : schema.getColumns()) {
                    Filling filling = fillings.get(column.getPath()[0]);
                    if (filling != null) {
                        read(store.getColumnReader(column), group.getRowCount(), filling, from);
                    }
                }
                from += Math.toIntExact(group.getRowCount());
            }
            Map<String, ReleaseTable.Column> columns = new LinkedHashMap<>();
            fillings.forEach((name, filling) -> columns.put(name, filling.done()));
            return new ReleaseTable(rows, keys, columns);
        }
    }

    /** No column of a table repeats, so that each row has one place in each. */
    private static void read(ColumnReader reader, long rows, Filling filling, int from) {
        int defined = reader.getDescriptor().getMaxDefinitionLevel();
        for (int i = 0; i < rows; i++) {
            if (reader.getCurrentDefinitionLevel() == defined) {
                filling.put(from + i, reader);
            }
            reader.consume();
        }
    }

    /** A column being read. */
    private interface Filling {

        void put(int row, ColumnReader reader);

        ReleaseTable.Column done();

        static Filling of(ColumnDescriptor column, int rows) {
            PrimitiveType.PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
            return switch (type) {
                case BINARY -> new TextFilling(rows);
                case BOOLEAN -> new FlagFilling();
                case INT32, INT64, DOUBLE -> new NumberFilling(type, rows);
                default -> throw new IllegalArgumentException("a column is of a type that no table has");
            };
        }
    }

    private static final class TextFilling implements Filling {

        private final short[] places;
        private final Map<String, Short> known = new LinkedHashMap<>();

        TextFilling(int rows) {
            places = new short[rows];
            Arrays.fill(places, (short) -1);
        }

        @Override
        public void put(int row, ColumnReader reader) {
            String text = reader.getBinary().toStringUsingUTF8();
            if (known.size() > Short.MAX_VALUE) {
                throw new IllegalArgumentException("expected at most 32 768 different texts in a column");
            }
            places[row] = known.computeIfAbsent(text, added -> (short) known.size());
        }

        @Override
        public ReleaseTable.Column done() {
            return new ReleaseTable.Texts(places, known);
        }
    }

    private static final class NumberFilling implements Filling {

        private final PrimitiveType.PrimitiveTypeName type;
        private final double[] numbers;

        NumberFilling(PrimitiveType.PrimitiveTypeName type, int rows) {
            this.type = type;
            numbers = new double[rows];
            Arrays.fill(numbers, Double.NaN);
        }

        @Override
        public void put(int row, ColumnReader reader) {
            numbers[row] = type == PrimitiveType.PrimitiveTypeName.DOUBLE
                    ? reader.getDouble()
                    : type == PrimitiveType.PrimitiveTypeName.INT32 ? reader.getInteger() : reader.getLong();
        }

        @Override
        public ReleaseTable.Column done() {
            return new ReleaseTable.Reals(numbers);
        }
    }

    private static final class FlagFilling implements Filling {

        private final BitSet flags = new BitSet();

        @Override
        public void put(int row, ColumnReader reader) {
            flags.set(row, reader.getBoolean());
        }

        @Override
        public ReleaseTable.Column done() {
            return new ReleaseTable.Flags(flags);
        }
    }

    /** The library wants a place to put records; columns are read without. */
    private static final class Ignoring extends GroupConverter {

        private static final PrimitiveConverter VALUE = new PrimitiveConverter() {};

        @Override
        public Converter getConverter(int field) {
            return VALUE;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
