package se.tillsyn.ingest.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.table.ParquetTableWriter;

/** Reads findings back from one of the store's Parquet files, page checksums verified. */
public final class FindingReader {

    private FindingReader() {}

    /** Takes findings in file order. */
    @FunctionalInterface
    public interface Handler {
        void take(Finding finding) throws IOException;
    }

    /**
     * Hands on every finding in file order.
     *
     * @throws IOException when the file is no findings file of this version or a page is damaged
     */
    public static void read(Path file, Handler handler) throws IOException {
        try (ParquetReader<Finding> reader = new Builder(new LocalInputFile(file)).build()) {
            for (Finding finding = reader.read(); finding != null; finding = reader.read()) {
                handler.take(finding);
            }
        }
    }

    private static final class Builder extends ParquetReader.Builder<Finding> {

        Builder(InputFile file) {
            super(file, new PlainParquetConfiguration());
            usePageChecksumVerification();
        }

        @Override
        protected ReadSupport<Finding> getReadSupport() {
            return new FindingSupport();
        }
    }

    private static final class FindingSupport extends ReadSupport<Finding> {

        @Override
        @SuppressWarnings("deprecation") // abstract in the library although deprecated
        public RecordMaterializer<Finding> prepareForRead(
                org.apache.hadoop.conf.Configuration configuration,
                Map<String, String> metadata,
                MessageType fileSchema,
                ReadContext context) {
            return new FindingMaterializer();
        }

        @Override
        public RecordMaterializer<Finding> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> metadata,
                MessageType fileSchema,
                ReadContext context) {
            return new FindingMaterializer();
        }

        @Override
        public ReadContext init(InitContext context) {
            MessageType expected = ParquetTableWriter.schemaOf(FindingTable.TABLE);
            if (!context.getFileSchema().equals(expected)) {
                throw new IllegalStateException("findings file: its columns are not those of this version");
            }
            return new ReadContext(expected);
        }
    }

    private static final class FindingMaterializer extends RecordMaterializer<Finding> {

        private final FindingConverter root = new FindingConverter();

        @Override
        public Finding getCurrentRecord() {
            return root.finding();
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    /** Keeps the values of one row by column; absent ones stay {@code null}. */
    private static final class FindingConverter extends GroupConverter {

        private final @Nullable Object[] values = new Object[FindingColumns.ORDER.size()];
        private final Converter[] converters = new Converter[values.length];

        FindingConverter() {
            for (int i = 0; i < converters.length; i++) {
                converters[i] = new ValueConverter(values, i);
            }
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return converters[fieldIndex];
        }

        @Override
        public void start() {
            Arrays.fill(values, null);
        }

        @Override
        public void end() {}

        Finding finding() {
            return new Finding(
                    required(FindingColumns.FINDING_ID),
                    whole(1),
                    Boolean.TRUE.equals(values[2]),
                    required(FindingColumns.INSPECTION_ID),
                    LocalDate.ofEpochDay(whole(4)),
                    required(FindingColumns.PROGRAMME),
                    required(FindingColumns.SELECTION_BASIS),
                    required(FindingColumns.OFFICE),
                    required(FindingColumns.REGION_CODE),
                    required(FindingColumns.OPERATION_TYPE),
                    (String) values[10],
                    required(FindingColumns.AGE_GROUP),
                    required(FindingColumns.TOPIC),
                    required(FindingColumns.OBSERVED_UNIT),
                    required(FindingColumns.EVIDENCE),
                    Outcome.valueOf(required(FindingColumns.OUTCOME)),
                    (Integer) values[16],
                    (Integer) values[17],
                    (Integer) values[18],
                    (Double) values[19],
                    (String) values[20],
                    (Boolean) values[21],
                    (Integer) values[22],
                    (Integer) values[23],
                    (Boolean) values[24],
                    values[25] == null ? null : LocalDate.ofEpochDay(whole(25)),
                    (Boolean) values[26]);
        }

        private String required(String column) {
            Object value = values[FindingColumns.indexOf(column)];
            if (value == null) {
                throw new IllegalStateException("findings file: column " + column + " lacks a required value");
            }
            return (String) value;
        }

        private int whole(int index) {
            Object value = values[index];
            if (value == null) {
                throw new IllegalStateException(
                        "findings file: column " + FindingColumns.ORDER.get(index) + " lacks a required value");
            }
            return (Integer) value;
        }
    }

    private static final class ValueConverter extends PrimitiveConverter {

        private final @Nullable Object[] values;
        private final int index;

        ValueConverter(@Nullable Object[] values, int index) {
            this.values = values;
            this.index = index;
        }

        @Override
        public void addBinary(Binary value) {
            values[index] = value.toStringUsingUTF8();
        }

        @Override
        public void addInt(int value) {
            values[index] = value;
        }

        @Override
        public void addDouble(double value) {
            values[index] = value;
        }

        @Override
        public void addBoolean(boolean value) {
            values[index] = value;
        }
    }
}
