package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.Slice;

/** Parquet: the same columns as CSV; {@code value} is null where there is no number, {@code status} says why. */
final class Parquet implements SliceWriter {

    private static final String SCHEMA_VERSION = "1";

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        LongRows rows = new LongRows(slice, options);
        List<String> fields = rows.textFields();
        MessageType schema = schema(slice.dataset().id(), fields);
        Cells cells = rows.cells();
        Map<Status, Binary> statuses = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            statuses.put(status, Binary.fromString(status.code()));
        }
        try (ParquetWriter<Group> file = ExampleParquetWriter.builder(new Stream(out))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withExtraMetaData(metadata(slice))
                .build()) {
            Row row = new Row(schema);
            rows.forEach(texts -> texts.stream().map(Binary::fromString).toList(), (pieces, cell) -> {
                row.pieces = pieces;
                row.hasNumber = cells.hasNumber(cell);
                row.number = cells.number(cell);
                row.status = Objects.requireNonNull(statuses.get(cells.status(cell)));
                file.write(row);
            });
        }
    }

    /** The row that is being written: one for all of them, since the library takes what it is shown at once. */
    private static final class Row extends SimpleGroup {

        private final int textColumns;
        private List<List<Binary>> pieces = List.of();
        private boolean hasNumber;
        private double number;
        private Binary status = Binary.EMPTY;

        private Row(MessageType schema) {
            super(schema);
            textColumns = schema.getFieldCount() - 2;
        }

        @Override
        public int getFieldRepetitionCount(int column) {
            return column == textColumns && !hasNumber ? 0 : 1;
        }

        @Override
        public void writeValue(int column, int index, RecordConsumer out) {
            if (column < textColumns) {
                // Each dimension has as many fields as the others: its code, its name, or both.
                int each = textColumns / pieces.size();
                out.addBinary(pieces.get(column / each).get(column % each));
            } else if (column == textColumns) {
                out.addDouble(number);
            } else {
                out.addBinary(status);
            }
        }
    }

    private static MessageType schema(String name, List<String> fields) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String field : fields) {
            schema.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(field);
        }
        schema.optional(PrimitiveTypeName.DOUBLE).named(LongRows.VALUE);
        schema.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(LongRows.STATUS);
        return schema.named(name);
    }

    private static Map<String, String> metadata(Slice slice) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("release", slice.dataset().release().release());
        metadata.put("licence", slice.dataset().release().licence());
        metadata.put("schema_version", SCHEMA_VERSION);
        metadata.put("dataset", slice.dataset().id());
        metadata.put("synthetic", Boolean.toString(slice.dataset().release().synthetic()));
        return metadata;
    }

    /** What the Parquet library writes to. */
    private record Stream(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSize) {
            return new Counted(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return new Counted(out);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counted extends PositionOutputStream {

        private final OutputStream out;
        private long position;

        private Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }
    }
}
