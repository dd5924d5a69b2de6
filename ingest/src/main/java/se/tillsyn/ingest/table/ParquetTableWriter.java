package se.tillsyn.ingest.table;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * The one writer of Parquet files: zstd, page checksums on, version 1 pages (read by every client), row groups of
 * {@value #ROWS_PER_GROUP} rows, no statistics of values. Makes the pages itself, since most of the time of an ingest would
 * otherwise go into comparing and hashing texts that are known to be the same; the file's structure is parquet-java's.
 *
 * @param <R> row type
 */
public final class ParquetTableWriter<R> implements TableWriter<R> {

    private static final int ROWS_PER_GROUP = 1 << 18;
    private static final int ROWS_PER_PAGE = 1 << 15;
    private static final int ZSTD_LEVEL = 3;

    /** Rows that wait to be taken column by column, which is faster than row by row; row groups are whole batches. */
    private static final int BATCH = 1 << 8;

    private final Path file;
    private final Map<String, String> metadata;
    private final List<ColumnChunk<R>> chunks;
    private final List<ColumnDescriptor> descriptors;
    private final ParquetFileWriter writer;
    private final ZstdCompressCtx zstd = new ZstdCompressCtx();
    private final PageBytes page = new PageBytes();
    private byte[] compressed = new byte[1 << 12];
    private final R[] waiting;
    private int waitingRows;
    private int rows;
    private boolean open = true;

    /**
     * Creates the file; it must not exist.
     *
     * @param metadata key and value pairs for the footer, public like the file itself
     */
    public ParquetTableWriter(Path file, Table<R> table, Map<String, String> metadata) throws IOException {
        this.file = file;
        this.metadata = new TreeMap<>(metadata);
        waiting = newBatch();
        chunks = table.columns().stream().map(column -> ColumnChunk.of(column)).toList();
        MessageType schema = schemaOf(table);
        descriptors = schema.getColumns();
        zstd.setLevel(ZSTD_LEVEL);
        writer = new ParquetFileWriter(
                new LocalOutputFile(file),
                schema,
                ParquetFileWriter.Mode.CREATE,
                ParquetWriter.DEFAULT_BLOCK_SIZE,
                0,
                null,
                ParquetProperties.builder().withPageWriteChecksumEnabled(true).build());
        writer.start();
    }

    @SuppressWarnings("unchecked") // holds rows only and is not handed out
    private static <R> R[] newBatch() {
        return (R[]) new Object[BATCH];
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException here or in a later call when a row lacks a value that its column requires, or has
     *     one that it cannot hold
     */
    @Override
    public void write(R row) throws IOException {
        waiting[waitingRows] = row;
        if (++waitingRows == BATCH) {
            take();
        }
    }

    private void take() throws IOException {
        for (ColumnChunk<R> chunk : chunks) {
            chunk.add(waiting, waitingRows);
        }
        rows += waitingRows;
        waitingRows = 0;
        if (rows == ROWS_PER_GROUP) {
            flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            try (zstd;
                    writer) {
                take();
                flush();
                writer.end(metadata);
            }
            CanonicalFooter.rewrite(file);
        }
    }

    private void flush() throws IOException {
        if (rows == 0) {
            return;
        }
        writer.startBlock(rows);
        for (int i = 0; i < descriptors.size(); i++) {
            flush(chunks.get(i), descriptors.get(i));
        }
        writer.endBlock();
        rows = 0;
    }

    private void flush(ColumnChunk<R> chunk, ColumnDescriptor descriptor) throws IOException {
        writer.startColumn(descriptor, rows, CompressionCodecName.ZSTD);
        boolean byDictionary = chunk.worthADictionary();
        if (byDictionary) {
            page.clear();
            chunk.writeDictionary(page);
            writer.writeDictionaryPage(new DictionaryPage(compressed(), page.size(), chunk.distinct(), Encoding.PLAIN));
        }
        for (int from = 0; from < rows; from += ROWS_PER_PAGE) {
            int to = Math.min(rows, from + ROWS_PER_PAGE);
            page.clear();
            chunk.writePage(from, to, byDictionary, page);
            writer.writeDataPage(
                    to - from,
                    page.size(),
                    compressed(),
                    Statistics.noopStats(descriptor.getPrimitiveType()),
                    to - from,
                    Encoding.RLE,
                    Encoding.RLE,
                    byDictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN);
        }
        writer.endColumn();
        chunk.clear();
    }

    /** The page compressed; valid until the next. */
    private BytesInput compressed() {
        int most = Math.toIntExact(com.github.luben.zstd.Zstd.compressBound(page.size()));
        if (compressed.length < most) {
            compressed = new byte[most];
        }
        int length = zstd.compressByteArray(compressed, 0, compressed.length, page.array(), 0, page.size());
        return BytesInput.from(compressed, 0, length);
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
}
