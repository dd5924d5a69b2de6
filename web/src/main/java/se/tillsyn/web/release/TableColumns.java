package se.tillsyn.web.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Columns of a table of a release, read one at a time; nothing is kept. Any table whose columns are flat can be read. */
public final class TableColumns {

    private final Path file;
    private final int rows;
    private final Set<String> names;

    private TableColumns(Path file, int rows, Set<String> names) {
        this.file = file;
        this.rows = rows;
        this.names = names;
    }

    static TableColumns open(Path file) throws IOException {
        try (ParquetFileReader reader = reader(file)) {
            Set<String> names = new LinkedHashSet<>();
            for (Type type : reader.getFooter().getFileMetaData().getSchema().getFields()) {
                names.add(type.getName());
            }
            return new TableColumns(file, Math.toIntExact(reader.getRecordCount()), names);
        }
    }

    public int rows() {
        return rows;
    }

    public boolean has(String column) {
        return names.contains(column);
    }

    /** A column of texts: every text of it once, and for each row which of them. */
    public static final class Coded {

        private final List<String> distinct;
        private final int[] indexes;

        /** @param indexes −1 for a row without a text */
        public Coded(List<String> distinct, int[] indexes) {
            this.distinct = List.copyOf(distinct);
            this.indexes = indexes;
        }

        /** Every text of the column once, in the order they first stand in. */
        public List<String> distinct() {
            return distinct;
        }

        public int rows() {
            return indexes.length;
        }

        /** Place of a row's text among the distinct ones; −1 where the file has none. */
        public int index(int row) {
            return indexes[row];
        }
    }

    /** A column of texts; flags read as {@code true} and {@code false}. */
    public Coded texts(String column) {
        Map<String, Integer> known = new HashMap<>();
        List<String> distinct = new ArrayList<>();
        int[] indexes = new int[rows];
        Arrays.fill(indexes, -1);
        read(column, (row, reader, type) -> {
            String text = type == PrimitiveType.PrimitiveTypeName.BOOLEAN
                    ? String.valueOf(reader.getBoolean())
                    : text(reader.getBinary());
            indexes[row] = known.computeIfAbsent(text, added -> {
                distinct.add(added);
                return distinct.size() - 1;
            });
        });
        return new Coded(distinct, indexes);
    }

    /** A column of numbers; NaN where the file has none. Whole numbers of 32 bits and flags (0, 1) are exact. */
    public double[] numbers(String column) {
        double[] numbers = new double[rows];
        Arrays.fill(numbers, Double.NaN);
        read(column, (row, reader, type) -> numbers[row] = number(reader, type));
        return numbers;
    }

    private static String text(Binary value) {
        return value.toStringUsingUTF8();
    }

    private static double number(ColumnReader reader, PrimitiveType.PrimitiveTypeName type) {
        return switch (type) {
            case BOOLEAN -> reader.getBoolean() ? 1 : 0;
            case INT32 -> reader.getInteger();
            case INT64 -> reader.getLong();
            case FLOAT -> reader.getFloat();
            case DOUBLE -> reader.getDouble();
            default -> throw new IllegalArgumentException("a column of numbers: expected a number, found " + type);
        };
    }

    @FunctionalInterface
    private interface Cells {
        void value(int row, ColumnReader reader, PrimitiveType.PrimitiveTypeName type);
    }

    private void read(String column, Cells cells) {
        try (ParquetFileReader reader = reader(file)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            MessageType one = new MessageType(schema.getName(), schema.getType(column));
            PrimitiveType.PrimitiveTypeName type =
                    one.getType(0).asPrimitiveType().getPrimitiveTypeName();
            reader.setRequestedSchema(one);
            String createdBy = reader.getFooter().getFileMetaData().getCreatedBy();
            int first = 0;
            PageReadStore pages = reader.readNextRowGroup();
            while (pages != null) {
                ColumnReader values = new ColumnReadStoreImpl(pages, new NoConversion(), one, createdBy)
                        .getColumnReader(one.getColumns().get(0));
                int present = one.getColumns().get(0).getMaxDefinitionLevel();
                int count = Math.toIntExact(pages.getRowCount());
                for (int row = 0; row < count; row++) {
                    if (values.getCurrentDefinitionLevel() == present) {
                        cells.value(first + row, values, type);
                    }
                    values.consume();
                }
                first += count;
                pages = reader.readNextRowGroup();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParquetFileReader reader(Path file) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    }
}
