package se.tillsyn.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The footer of a Parquet file, checked against the file before anything is built or read by it.
 *
 * @param start where it begins: the end of the pages
 * @param columns the top level of the schema
 * @param metadata the footer as the library has it; only when every column is flat
 */
record ParquetFooter(
        long start, List<TopColumn> columns, @Nullable ParquetMetadata metadata) {

    /** Bytes; a thousand row groups of the contract's columns need about 3 million. */
    static final int MAX_LENGTH = 8 << 20;

    /** Fields and list elements, each of which takes some tens of bytes in memory. */
    private static final int MAX_ELEMENTS = 2_000_000;

    /** Length of the footer, then the magic. */
    private static final int TAIL = 8;

    private static final int MAGIC = 4;

    /**
     * A column on the top level.
     *
     * @param name its name in the file
     * @param nested what it is when it is not flat; empty when it is
     */
    record TopColumn(String name, String nested) {}

    /**
     * Reads and checks the footer.
     *
     * @throws RefusedContentException when the file cannot be what its footer says
     */
    static ParquetFooter read(ParquetBytes bytes) throws IOException {
        long size = bytes.size();
        if (size < MAGIC + TAIL) {
            throw refused(FileRule.PARQUET_CUT);
        }
        ByteBuffer tail = ByteBuffer.wrap(bytes.read(size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
        String magic = new String(tail.array(), 4, 4, StandardCharsets.ISO_8859_1);
        if (magic.equals("PARE")) {
            throw refused(FileRule.PARQUET_ENCRYPTED);
        }
        int length = tail.getInt(0);
        if (!magic.equals("PAR1") || length <= 0 || length > size - TAIL - MAGIC) {
            throw refused(FileRule.PARQUET_CUT);
        }
        if (length > MAX_LENGTH) {
            throw limit("footer", MAX_LENGTH, length);
        }
        long start = size - TAIL - length;
        FileMetaData footer = parse(bytes.read(start, length));
        checkPlain(footer);
        forgetTexts(footer);
        List<TopColumn> columns = topColumns(there(footer.getSchema()));
        boolean flat = columns.stream().allMatch(column -> column.nested().isEmpty());
        ParquetMetadata metadata = flat ? convert(footer) : null;
        if (metadata != null) {
            check(metadata, start);
        }
        return new ParquetFooter(start, columns, metadata);
    }

    private static FileMetaData parse(byte[] footer) throws IOException {
        try {
            ThriftBounds.lengthOf(footer, footer.length, MAX_ELEMENTS);
            return Util.readFileMetaData(new ByteArrayInputStream(footer));
        } catch (ThriftBounds.MalformedException | IOException | RuntimeException e) {
            throw refused(FileRule.PARQUET_DAMAGED);
        }
    }

    private static ParquetMetadata convert(FileMetaData footer) throws IOException {
        try {
            return new ParquetMetadataConverter().fromParquetMetadata(footer);
        } catch (IOException | RuntimeException e) {
            throw refused(FileRule.PARQUET_DAMAGED);
        }
    }

    private static void checkPlain(FileMetaData footer) throws RefusedContentException {
        boolean encrypted = footer.isSetEncryption_algorithm();
        for (RowGroup group : there(footer.getRow_groups())) {
            for (ColumnChunk column : there(group.getColumns())) {
                encrypted |= column.isSetCrypto_metadata() || column.isSetEncrypted_column_metadata();
                if (column.isSetFile_path()) {
                    throw refused(FileRule.PARQUET_DAMAGED);
                }
            }
        }
        if (encrypted) {
            throw refused(FileRule.PARQUET_ENCRYPTED);
        }
    }

    /**
     * Removes what is not needed and holds texts of the sender's: the library logs a creator that it cannot parse, and
     * statistics hold values.
     */
    private static void forgetTexts(FileMetaData footer) throws RefusedContentException {
        footer.unsetCreated_by();
        footer.unsetKey_value_metadata();
        for (RowGroup group : there(footer.getRow_groups())) {
            for (ColumnChunk column : there(group.getColumns())) {
                ColumnMetaData metadata = column.getMeta_data();
                if (metadata != null) {
                    metadata.unsetStatistics();
                    metadata.unsetSize_statistics();
                    metadata.unsetGeospatial_statistics();
                    metadata.unsetKey_value_metadata();
                }
            }
        }
    }

    /** Read by hand and not by recursion: a schema may claim any depth. */
    private static List<TopColumn> topColumns(List<SchemaElement> schema) throws RefusedContentException {
        List<TopColumn> columns = new ArrayList<>();
        // Elements that must still come below the column in hand.
        long open = 0;
        for (int i = 1; i < schema.size(); i++) {
            SchemaElement element = schema.get(i);
            int children = element.isSetNum_children() ? element.getNum_children() : 0;
            if (children < 0) {
                throw refused(FileRule.PARQUET_DAMAGED);
            }
            if (open == 0) {
                columns.add(new TopColumn(there(element.getName()), nested(element, children)));
                open = children;
            } else {
                open += children - 1;
            }
        }
        boolean whole = !schema.isEmpty() && open == 0 && schema.get(0).getNum_children() == columns.size();
        if (!whole) {
            throw refused(FileRule.PARQUET_DAMAGED);
        }
        return columns;
    }

    private static String nested(SchemaElement element, int children) {
        boolean repeated = String.valueOf(element.getRepetition_type()).equals("REPEATED");
        if (children == 0) {
            return repeated ? "LIST" : element.isSetType() ? "" : "STRUCT";
        }
        if (element.getConverted_type() == ConvertedType.LIST || repeated) {
            return "LIST";
        }
        return element.getConverted_type() == ConvertedType.MAP ? "MAP" : "STRUCT";
    }

    private static void check(ParquetMetadata metadata, long end) throws RefusedContentException {
        int columns = metadata.getFileMetaData().getSchema().getFieldCount();
        long rows = 0;
        for (BlockMetaData block : metadata.getBlocks()) {
            boolean sound = block.getRowCount() >= 0 && block.getColumns().size() == columns;
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                sound &= chunk.getValueCount() == block.getRowCount()
                        && chunk.getStartingPos() >= MAGIC
                        && chunk.getTotalSize() >= 0
                        && chunk.getTotalSize() <= end - chunk.getStartingPos();
            }
            rows += Math.max(block.getRowCount(), 0);
            if (!sound || rows < 0) {
                throw refused(FileRule.PARQUET_DAMAGED);
            }
        }
        // A row takes some bits even when all its values are the same as before.
        long most = end * GzipStream.MAX_RATIO;
        if (rows > most) {
            throw limit("number of rows", most, rows);
        }
    }

    /** A part that the format requires. */
    static <T> T there(@Nullable T part) throws RefusedContentException {
        if (part == null) {
            throw refused(FileRule.PARQUET_DAMAGED);
        }
        return part;
    }

    static RefusedContentException refused(FileRule rule) {
        return new RefusedContentException(FileDefect.ofFile(rule));
    }

    static RefusedContentException limit(String what, long most, long found) {
        return new RefusedContentException(new FileDefect(FileRule.PARQUET_LIMIT, 0, 0, "", what, most, found));
    }
}
