package se.tillsyn.ingest.table;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of Parquet files: zstd, page checksums on, version 1 pages (read by every client), row groups of 64 MB.
 *
 * @param <R> row type
 */
public final class ParquetTableWriter<R> implements TableWriter<R> {

    private static final long ROW_GROUP_BYTES = 64L << 20;

    private final Path file;
    private final ParquetWriter<R> writer;
    private boolean open = true;

    /**
     * Creates the file; it must not exist.
     *
     * @param metadata key and value pairs for the footer, public like the file itself
     */
    public ParquetTableWriter(Path file, Table<R> table, Map<String, String> metadata) throws IOException {
        this.file = file;
        writer = new Builder<>(new LocalOutputFile(file), table, metadata)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.CREATE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                .withPageWriteChecksumEnabled(true)
                .withDictionaryEncoding(true)
                .build();
    }

    @Override
    public void write(R row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            writer.close();
            CanonicalFooter.rewrite(file);
        }
    }

    /** The Parquet schema of a table, as this writer lays it down. */
    public static MessageType schemaOf(Table<?> table) {
        List<Type> fields =
                table.columns().stream().map(ParquetTableWriter::fieldOf).toList();
        return new MessageType(table.name(), fields);
    }

    private static Type fieldOf(Column<?> column) {
        Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        if (column instanceof Column.Text<?>) {
            return Types.primitive(PrimitiveTypeName.BINARY, repetition)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(column.name());
        }
        if (column instanceof Column.Whole<?> || column instanceof Column.OptionalWhole<?>) {
            return Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
        }
        if (column instanceof Column.Real<?> || column instanceof Column.OptionalReal<?>) {
            return Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
        }
        if (column instanceof Column.Day<?>) {
            return Types.primitive(PrimitiveTypeName.INT32, repetition)
                    .as(LogicalTypeAnnotation.dateType())
                    .named(column.name());
        }
        return Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
    }

    /** Writes one column of one row: the field is started only when there is a value. */
    @FunctionalInterface
    private interface Cell<R> {
        void write(R row, RecordConsumer out);
    }

    private static <R> Cell<R> cellOf(Column<R> column, int index) {
        if (column instanceof Column.Text<R> text) {
            return (row, out) -> {
                String value = text.value().of(row);
                field(column, index, out, value, () -> out.addBinary(Binary.fromString(String.valueOf(value))));
            };
        }
        if (column instanceof Column.Whole<R> whole) {
            return (row, out) -> {
                out.startField(column.name(), index);
                out.addInteger(whole.value().applyAsInt(row));
                out.endField(column.name(), index);
            };
        }
        if (column instanceof Column.OptionalWhole<R> whole) {
            return (row, out) -> {
                Integer value = whole.value().of(row);
                field(column, index, out, value, () -> out.addInteger(value == null ? 0 : value));
            };
        }
        if (column instanceof Column.Real<R> real) {
            return (row, out) -> {
                out.startField(column.name(), index);
                out.addDouble(finite(column, real.value().applyAsDouble(row)));
                out.endField(column.name(), index);
            };
        }
        if (column instanceof Column.OptionalReal<R> real) {
            return (row, out) -> {
                Double value = real.value().of(row);
                field(column, index, out, value, () -> out.addDouble(finite(column, value == null ? 0 : value)));
            };
        }
        if (column instanceof Column.Day<R> day) {
            return (row, out) -> {
                LocalDate value = day.value().of(row);
                field(
                        column,
                        index,
                        out,
                        value,
                        () -> out.addInteger(value == null ? 0 : Math.toIntExact(value.toEpochDay())));
            };
        }
        if (column instanceof Column.Flag<R> flag) {
            return (row, out) -> {
                out.startField(column.name(), index);
                out.addBoolean(flag.value().test(row));
                out.endField(column.name(), index);
            };
        }
        if (column instanceof Column.OptionalFlag<R> flag) {
            return (row, out) -> {
                Boolean value = flag.value().of(row);
                field(column, index, out, value, () -> out.addBoolean(Boolean.TRUE.equals(value)));
            };
        }
        throw new AssertionError(column);
    }

    private static void field(Column<?> column, int index, RecordConsumer out, @Nullable Object value, Runnable add) {
        if (value == null) {
            if (!column.optional()) {
                throw new IllegalArgumentException("column " + column.name() + ": a value is required");
            }
            return;
        }
        out.startField(column.name(), index);
        add.run();
        out.endField(column.name(), index);
    }

    private static double finite(Column<?> column, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("column " + column.name() + ": expected a finite number");
        }
        return value;
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {

        private final Table<R> table;
        private final Map<String, String> metadata;

        Builder(OutputFile file, Table<R> table, Map<String, String> metadata) {
            super(file);
            this.table = table;
            this.metadata = new TreeMap<>(metadata);
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library although deprecated
        protected WriteSupport<R> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return new RowSupport<>(table, metadata);
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return new RowSupport<>(table, metadata);
        }
    }

    private static final class RowSupport<R> extends WriteSupport<R> {

        private final Table<R> table;
        private final Map<String, String> metadata;
        private final List<Cell<R>> cells;
        private @Nullable RecordConsumer consumer;

        RowSupport(Table<R> table, Map<String, String> metadata) {
            this.table = table;
            this.metadata = metadata;
            List<Column<R>> columns = table.columns();
            cells = java.util.stream.IntStream.range(0, columns.size())
                    .mapToObj(index -> cellOf(columns.get(index), index))
                    .toList();
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library although deprecated
        public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
            return new WriteContext(schemaOf(table), metadata);
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schemaOf(table), metadata);
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(R row) {
            RecordConsumer out = java.util.Objects.requireNonNull(consumer, "prepareForWrite first");
            out.startMessage();
            for (Cell<R> cell : cells) {
                cell.write(row, out);
            }
            out.endMessage();
        }
    }
}
