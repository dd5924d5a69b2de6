package se.tillsyn.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one column in one row group, read one by one as they are asked for. What a page says of itself is checked
 * before memory is taken by it: sizes, number of values, lengths of runs; and its checksum, where it has one. The values
 * themselves are decoded by the library.
 */
final class ParquetPages implements PageReader {

    /** Bytes of one page; writers make them of about one million. */
    static final int MAX_PAGE = 64 << 20;

    /** Bytes that the pages and dictionaries of a row group's columns may hold together at one time. */
    static final long MAX_HELD = 128L << 20;

    /** What a value of a dictionary takes beside its bytes. */
    private static final int DICTIONARY_ENTRY = 64;

    private static final int HEADER_WINDOW = 1 << 12;
    private static final int MAX_HEADER = 1 << 20;
    private static final int HEADER_ELEMENTS = 1000;

    /** Groups of eight values that a writer may add to fill its last run. */
    private static final int PADDING_GROUPS = 64;

    private final Source source;
    private final ColumnDescriptor column;
    private final ColumnChunkMetaData chunk;
    private final String name;
    private final Statistics<?> noStatistics;
    private long position;
    private long values;
    private long heldPage;
    private boolean dictionaryAsked;
    private @Nullable PageHeader waiting;

    /** What the columns of a row group share. */
    static final class Source {

        private final ParquetBytes bytes;
        private final long end;
        private final CompressionCodecFactory codecs;
        private long held;
        private long unpacked;

        /** @param end where the pages end */
        Source(ParquetBytes bytes, long end, CompressionCodecFactory codecs) {
            this.bytes = bytes;
            this.end = end;
            this.codecs = codecs;
        }

        /** Forgets the pages of the row group before. */
        void nextRowGroup() {
            held = 0;
        }

        private void hold(long more) throws IOException {
            held += more;
            if (held > MAX_HELD) {
                throw ParquetFooter.limit("set of pages", MAX_HELD, held);
            }
        }

        private void unpack(long more) throws IOException {
            unpacked += more;
            if (unpacked > GzipStream.RATIO_FREE && unpacked > end * GzipStream.MAX_RATIO) {
                throw new RefusedContentException(
                        new FileDefect(FileRule.UNPACKED_RATIO, 0, 0, "", "", GzipStream.MAX_RATIO, 0));
            }
        }
    }

    /** @param name the column's name, out of the layout */
    ParquetPages(Source source, ColumnDescriptor column, ColumnChunkMetaData chunk, String name)
            throws RefusedContentException {
        this.source = source;
        this.column = column;
        this.chunk = chunk;
        this.name = name;
        noStatistics = Statistics.createStats(column.getPrimitiveType());
        position = chunk.getStartingPos();
        switch (chunk.getCodec()) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> {}
            default -> throw feature(chunk.getCodec().name());
        }
    }

    @Override
    public long getTotalValueCount() {
        return chunk.getValueCount();
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        dictionaryAsked = true;
        if (chunk.getValueCount() == 0) {
            return null;
        }
        try {
            PageHeader header = nextHeader();
            if (!header.isSetDictionary_page_header()) {
                waiting = header;
                return null;
            }
            return dictionary(header, ParquetFooter.there(header.getDictionary_page_header()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable DataPage readPage() {
        if (!dictionaryAsked) {
            throw new IllegalStateException("the dictionary comes first");
        }
        if (values >= chunk.getValueCount()) {
            return null;
        }
        try {
            PageHeader header = waiting == null ? nextHeader() : waiting;
            waiting = null;
            source.hold(-heldPage);
            heldPage = header.getUncompressed_page_size();
            source.hold(heldPage);
            if (header.isSetData_page_header()) {
                return page(header, ParquetFooter.there(header.getData_page_header()));
            }
            if (header.isSetData_page_header_v2()) {
                return page(header, ParquetFooter.there(header.getData_page_header_v2()));
            }
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageHeader nextHeader() throws IOException {
        long left = source.end - position;
        int window = (int) Math.min(HEADER_WINDOW, left);
        while (true) {
            byte[] bytes = source.bytes.read(position, Math.max(window, 0));
            try {
                int length = ThriftBounds.lengthOf(bytes, window, HEADER_ELEMENTS);
                PageHeader header = Util.readPageHeader(new ByteArrayInputStream(bytes, 0, length));
                position += length;
                checkSizes(header);
                return header;
            } catch (ThriftBounds.MalformedException e) {
                // Statistics in the header may make it longer than the first window.
                if (window >= Math.min(MAX_HEADER, left)) {
                    throw damaged();
                }
                window = (int) Math.min(MAX_HEADER, left);
            } catch (RefusedContentException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw damaged();
            }
        }
    }

    private void checkSizes(PageHeader header) throws IOException {
        int packed = header.getCompressed_page_size();
        int unpacked = header.getUncompressed_page_size();
        if (packed < 0 || unpacked < 0 || packed > source.end - position) {
            throw damaged();
        }
        int larger = Math.max(packed, unpacked);
        if (larger > MAX_PAGE) {
            throw ParquetFooter.limit("page", MAX_PAGE, larger);
        }
        source.unpack(unpacked);
    }

    @SuppressWarnings("deprecation") // the encoding's name in files of the format's first version
    private DictionaryPage dictionary(PageHeader header, DictionaryPageHeader page) throws IOException {
        byte[] packed = body(header);
        int count = page.getNum_values();
        // Every value takes a bit at the least, texts four bytes.
        if (count < 0 || count > 8L * header.getUncompressed_page_size()) {
            throw damaged();
        }
        source.hold(header.getUncompressed_page_size() + (long) count * DICTIONARY_ENTRY);
        Encoding encoding = encoding(page.getEncoding());
        if (encoding != Encoding.PLAIN && encoding != Encoding.PLAIN_DICTIONARY) {
            throw feature(encoding.name());
        }
        byte[] bytes = unpacked(packed, 0, header.getUncompressed_page_size());
        return new DictionaryPage(BytesInput.from(bytes), count, encoding);
    }

    private DataPage page(PageHeader header, DataPageHeader page) throws IOException {
        int count = counted(page.getNum_values());
        Encoding levels = encoding(page.getDefinition_level_encoding());
        byte[] bytes = unpacked(body(header), 0, header.getUncompressed_page_size());
        int start = 0;
        if (column.getMaxDefinitionLevel() > 0) {
            if (levels != Encoding.RLE) {
                throw feature(levels.name());
            }
            start = checkCountedRuns(bytes, 0, count);
        }
        Encoding encoding = encoding(page.getEncoding());
        checkValues(bytes, start, encoding, count);
        return new DataPageV1(
                BytesInput.from(bytes),
                count,
                bytes.length,
                noStatistics,
                encoding(page.getRepetition_level_encoding()),
                levels,
                encoding);
    }

    private DataPage page(PageHeader header, DataPageHeaderV2 page) throws IOException {
        int count = counted(page.getNum_values());
        byte[] packed = body(header);
        int repetition = page.getRepetition_levels_byte_length();
        int definition = page.getDefinition_levels_byte_length();
        int rest = header.getUncompressed_page_size() - definition;
        boolean sound = repetition == 0 && definition >= 0 && definition <= packed.length && rest >= 0;
        if (!sound || page.getNum_rows() != count) {
            throw damaged();
        }
        checkRuns(packed, 0, definition, 1, count);
        byte[] bytes;
        if (page.isIs_compressed() && chunk.getCodec() != CompressionCodecName.UNCOMPRESSED && rest > 0) {
            bytes = unpacked(packed, definition, rest);
        } else {
            bytes = Arrays.copyOfRange(packed, definition, packed.length);
        }
        Encoding encoding = encoding(page.getEncoding());
        checkValues(bytes, 0, encoding, count);
        return DataPageV2.uncompressed(
                count,
                page.getNum_nulls(),
                count,
                BytesInput.empty(),
                BytesInput.from(packed, 0, definition),
                encoding,
                BytesInput.from(bytes),
                noStatistics);
    }

    private int counted(int count) throws IOException {
        values += count;
        if (count < 0 || values > chunk.getValueCount()) {
            throw damaged();
        }
        return count;
    }

    private byte[] body(PageHeader header) throws IOException {
        byte[] packed = source.bytes.read(position, header.getCompressed_page_size());
        position += packed.length;
        if (header.isSetCrc()) {
            CRC32 checksum = new CRC32();
            checksum.update(packed);
            if ((int) checksum.getValue() != header.getCrc()) {
                throw new RefusedContentException(FileDefect.atPlace(FileRule.PARQUET_CHECKSUM, 0, 0, name));
            }
        }
        return packed;
    }

    private byte[] unpacked(byte[] packed, int start, int length) throws IOException {
        int packedLength = packed.length - start;
        if (chunk.getCodec() == CompressionCodecName.UNCOMPRESSED) {
            if (packedLength != length) {
                throw damaged();
            }
            return packed;
        }
        if (chunk.getCodec() == CompressionCodecName.SNAPPY) {
            checkSnappyLength(packed, start, length);
        }
        try {
            byte[] bytes = source.codecs
                    .getDecompressor(chunk.getCodec())
                    .decompress(BytesInput.from(packed, start, packedLength), length)
                    .toInputStream()
                    .readAllBytes();
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
        throw damaged();
    }

    /** The decompressor would take as much memory as the data say. */
    private void checkSnappyLength(byte[] packed, int start, int length) throws IOException {
        long said = 0;
        int at = start;
        for (int shift = 0; shift < 35; shift += 7) {
            if (at >= packed.length) {
                throw damaged();
            }
            byte b = packed[at++];
            said |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                break;
            }
        }
        if (said != length) {
            throw damaged();
        }
    }

    private void checkValues(byte[] bytes, int start, Encoding encoding, int count) throws IOException {
        switch (encoding) {
            case PLAIN -> {}
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                if (start < bytes.length) {
                    checkRuns(bytes, start + 1, bytes.length, bytes[start], count);
                }
            }
            case RLE -> checkCountedRuns(bytes, start, count);
            default -> throw feature(encoding.name());
        }
    }

    /** Checks runs of one bit that their length in bytes precedes, and gives where they end. */
    private int checkCountedRuns(byte[] bytes, int start, int count) throws IOException {
        if (bytes.length - start < 4) {
            throw damaged();
        }
        int length =
                ByteBuffer.wrap(bytes, start, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        int from = start + 4;
        if (length < 0 || length > bytes.length - from) {
            throw damaged();
        }
        checkRuns(bytes, from, from + length, 1, count);
        return from + length;
    }

    /** Runs of equal values and of packed groups of eight: the library takes memory for as many as a run says. */
    private void checkRuns(byte[] bytes, int start, int end, int bits, int count) throws IOException {
        if (bits < 0 || bits > 32) {
            throw damaged();
        }
        long most = count / 8 + 1L + PADDING_GROUPS;
        int at = start;
        while (at < end) {
            long run = 0;
            int shift = 0;
            byte b;
            do {
                if (at >= end || shift > 28) {
                    throw damaged();
                }
                b = bytes[at++];
                run |= (long) (b & 0x7f) << shift;
                shift += 7;
            } while (b < 0);
            boolean groups = (run & 1) != 0;
            long length = run >>> 1;
            if (length == 0 || (groups && length > most)) {
                throw damaged();
            }
            at += groups ? (int) Math.min(length * bits, end - at) : (bits + 7) / 8;
        }
    }

    private Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding) throws IOException {
        if (encoding == null) {
            throw damaged();
        }
        return Encoding.valueOf(encoding.name());
    }

    private RefusedContentException feature(String what) {
        return new RefusedContentException(new FileDefect(FileRule.PARQUET_FEATURE, 0, 0, name, what, 0, 0));
    }

    private static RefusedContentException damaged() {
        return ParquetFooter.refused(FileRule.PARQUET_DAMAGED);
    }
}
