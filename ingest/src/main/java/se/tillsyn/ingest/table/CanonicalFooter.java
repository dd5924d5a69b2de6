package se.tillsyn.ingest.table;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the lists of encodings in a Parquet footer in order. The library keeps them in sets ordered by the identity of
 * enum constants, so two runs of the same program on the same rows would otherwise differ in a few bytes.
 */
final class CanonicalFooter {

    /** Length of the footer, then the magic bytes. */
    private static final int TAIL_BYTES = 8;

    private CanonicalFooter() {}

    /** Rewrites the footer in place; the file keeps its length. */
    static void apply(Path file) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] tail = new byte[TAIL_BYTES];
            access.seek(access.length() - TAIL_BYTES);
            access.readFully(tail);
            int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            long start = access.length() - TAIL_BYTES - length;
            byte[] footer = new byte[length];
            access.seek(start);
            access.readFully(footer);
            byte[] canonical = canonical(footer);
            if (canonical.length != length) {
                throw new IOException("Parquet footer of " + file.getFileName() + ": expected to keep its length of "
                        + length + " bytes when put in order, found " + canonical.length);
            }
            access.seek(start);
            access.write(canonical);
        }
    }

    private static byte[] canonical(byte[] footer) throws IOException {
        FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
        for (RowGroup group : requireNonNull(metadata.getRow_groups())) {
            for (ColumnChunk chunk : requireNonNull(group.getColumns())) {
                sort(requireNonNull(chunk.getMeta_data()));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(footer.length);
        Util.writeFileMetaData(metadata, out);
        return out.toByteArray();
    }

    private static void sort(ColumnMetaData column) {
        List<Encoding> encodings = new ArrayList<>(column.getEncodings());
        encodings.sort(Comparator.comparingInt(Encoding::getValue));
        column.setEncodings(encodings);
        if (column.isSetEncoding_stats()) {
            List<PageEncodingStats> statistics = new ArrayList<>(column.getEncoding_stats());
            statistics.sort(Comparator.comparingInt((PageEncodingStats entry) ->
                            requireNonNull(entry.getPage_type()).getValue())
                    .thenComparingInt(
                            entry -> requireNonNull(entry.getEncoding()).getValue()));
            column.setEncoding_stats(statistics);
        }
    }
}
