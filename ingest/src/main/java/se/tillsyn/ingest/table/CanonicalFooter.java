package se.tillsyn.ingest.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Parquet file's footer anew with its sets in order. parquet-java lists a column's encodings in the order of a
 * hash set of enums, which differs from process to process, so that the same rows would give different bytes.
 */
final class CanonicalFooter {

    /** Length of the footer, then {@code PAR1}. */
    private static final int TAIL = 8;

    private CanonicalFooter() {}

    static void rewrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer tail = read(channel, channel.size() - TAIL, TAIL);
            int length = tail.getInt(0);
            long start = channel.size() - TAIL - length;
            FileMetaData footer = Util.readFileMetaData(
                    new ByteArrayInputStream(read(channel, start, length).array()));
            order(footer);
            ByteArrayOutputStream out = new ByteArrayOutputStream(length);
            Util.writeFileMetaData(footer, out);
            tail.putInt(0, out.size()).position(0);
            channel.truncate(start);
            write(channel, ByteBuffer.wrap(out.toByteArray()), start);
            write(channel, tail, start + out.size());
        }
    }

    private static void order(FileMetaData footer) {
        for (RowGroup group : there(footer.getRow_groups())) {
            for (ColumnChunk column : there(group.getColumns())) {
                ColumnMetaData metadata = there(column.getMeta_data());
                metadata.setEncodings(sorted(there(metadata.getEncodings()), Comparator.naturalOrder()));
                if (metadata.isSetEncoding_stats()) {
                    metadata.setEncoding_stats(sorted(
                            there(metadata.getEncoding_stats()),
                            Comparator.comparing(PageEncodingStats::getPage_type)
                                    .thenComparing(PageEncodingStats::getEncoding)));
                }
            }
        }
    }

    /** The format requires these parts; the generated classes cannot say so. */
    private static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, "required by the Parquet format");
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(list);
        sorted.sort(order);
        return sorted;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("Parquet file: it ends inside its footer");
            }
        }
        return buffer.flip();
    }

    private static void write(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }
}
