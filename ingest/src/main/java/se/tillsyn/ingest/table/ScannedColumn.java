package se.tillsyn.ingest.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * One column of a row group as numbers into its distinct values. What a value means is worked out once per distinct value
 * and not once per row.
 */
public final class ScannedColumn {

    /** Instead of a number: the row has no value. */
    public static final int ABSENT = -1;

    private static final int FIRST_VALUES = 64;
    private static final long HASH_FACTOR = 0x100000001b3L;

    private final ColumnDescriptor descriptor;
    private final PrimitiveTypeName type;
    private final boolean optional;
    private final LongDictionary numbers = new LongDictionary();
    /** Bytes of the pages that hold texts. */
    private final List<byte[]> textPages = new ArrayList<>();
    /** Where each text starts: its page, and the place in it. */
    private long[] textPlaces = new long[FIRST_VALUES];

    private long[] dictionaryNumbers = new long[FIRST_VALUES];
    private int distinct;
    private int[] ids = new int[0];

    ScannedColumn(ColumnDescriptor descriptor) {
        this.descriptor = descriptor;
        type = descriptor.getPrimitiveType().getPrimitiveTypeName();
        optional = descriptor.getMaxDefinitionLevel() > 0;
    }

    ColumnDescriptor descriptor() {
        return descriptor;
    }

    /** Number of a row's value, 0 to {@link #distinct()} − 1, or {@link #ABSENT}. */
    public int id(int row) {
        return ids[row];
    }

    /** How many values the row group has at most; some may not be used by any row. */
    public int distinct() {
        return distinct;
    }

    /** A value of a text column; made anew each time, since most are never asked for. */
    public String text(int id) {
        int start = textStart(id);
        return new String(textPage(id), start, textLength(id), StandardCharsets.UTF_8);
    }

    /** A hash of a value of a text column, without making a text of it; that of {@link #hashOf}. */
    public long textHash(int id) {
        int start = textStart(id);
        return hash(textPage(id), start, start + textLength(id));
    }

    /** The hash of a text as {@link #textHash} gives it. */
    public static long hashOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hash(bytes, 0, bytes.length);
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * HASH_FACTOR;
        }
        return hash ^ (hash >>> Integer.SIZE);
    }

    private byte[] textPage(int id) {
        return textPages.get((int) (textPlaces[id] >>> Integer.SIZE));
    }

    private int textStart(int id) {
        return (int) textPlaces[id] + Integer.BYTES;
    }

    private int textLength(int id) {
        return littleEndian(textPage(id), (int) textPlaces[id]).getInt();
    }

    /**
     * A value of any other column: whole numbers as they are, days as days since 1970-01-01, flags as 0 and 1, decimals as
     * {@link Double#doubleToRawLongBits}.
     */
    public long number(int id) {
        return dictionaryNumbers[id];
    }

    /** Reads the column's pages of one row group. */
    void load(PageReader pages, int rows) throws IOException {
        if (ids.length < rows) {
            ids = new int[rows];
        }
        textPages.clear();
        numbers.clear();
        distinct = 0;
        DictionaryPage dictionary = pages.readDictionaryPage();
        if (dictionary != null) {
            ByteBuffer in = opened(copy(dictionary.getBytes()), 0);
            for (int i = 0; i < dictionary.getDictionarySize(); i++) {
                add(in);
            }
        }
        int row = 0;
        for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
            row = loadPage((DataPageV1) page, row);
        }
        if (row != rows) {
            throw new IOException("a column holds " + row + " values where its row group has " + rows + " rows");
        }
    }

    private int loadPage(DataPageV1 page, int from) throws IOException {
        byte[] bytes = copy(page.getBytes());
        int to = from + page.getValueCount();
        int at = 0;
        if (optional) {
            int length = littleEndian(bytes, 0).getInt();
            at = Integer.BYTES + length;
            decode(bytes, Integer.BYTES, 1, from, to);
            for (int row = from; row < to; row++) {
                ids[row]--;
            }
        } else {
            Arrays.fill(ids, from, to, 0);
        }
        if (page.getValueEncoding() == Encoding.RLE_DICTIONARY) {
            loadNumbers(bytes, at, from, to);
        } else if (type == PrimitiveTypeName.BOOLEAN) {
            loadFlags(bytes, at, from, to);
        } else {
            ByteBuffer in = opened(bytes, at);
            for (int row = from; row < to; row++) {
                if (ids[row] != ABSENT) {
                    ids[row] = idOf(in);
                }
            }
        }
        return to;
    }

    private void loadNumbers(byte[] bytes, int at, int from, int to) throws IOException {
        int bitWidth = bytes[at];
        if (bitWidth == 0) {
            return;
        }
        if (!optional) {
            decode(bytes, at + 1, bitWidth, from, to);
            return;
        }
        RunLengthBitPackingHybridDecoder decoder = decoder(bytes, at + 1, bitWidth);
        for (int row = from; row < to; row++) {
            if (ids[row] != ABSENT) {
                ids[row] = decoder.readInt();
            }
        }
    }

    private void decode(byte[] bytes, int at, int bitWidth, int from, int to) throws IOException {
        RunLengthBitPackingHybridDecoder decoder = decoder(bytes, at, bitWidth);
        for (int row = from; row < to; row++) {
            ids[row] = decoder.readInt();
        }
    }

    private static RunLengthBitPackingHybridDecoder decoder(byte[] bytes, int at, int bitWidth) {
        return new RunLengthBitPackingHybridDecoder(bitWidth, new ByteArrayInputStream(bytes, at, bytes.length - at));
    }

    private void loadFlags(byte[] bytes, int at, int from, int to) {
        distinct = 2;
        dictionaryNumbers[0] = 0;
        dictionaryNumbers[1] = 1;
        int bit = at * Byte.SIZE;
        for (int row = from; row < to; row++) {
            if (ids[row] != ABSENT) {
                ids[row] = bytes[bit / Byte.SIZE] >> bit % Byte.SIZE & 1;
                bit++;
            }
        }
    }

    private ByteBuffer opened(byte[] bytes, int at) {
        if (type == PrimitiveTypeName.BINARY) {
            textPages.add(bytes);
        }
        return littleEndian(bytes, at);
    }

    /** Number of the next value of a page without a dictionary. Texts are not compared: where they repeat, one is made. */
    private int idOf(ByteBuffer in) {
        if (type == PrimitiveTypeName.BINARY) {
            keepText(in);
            return distinct - 1;
        }
        long number = nextNumber(in);
        int id = numbers.idOf(number);
        if (id == distinct) {
            keep(number);
        }
        return id;
    }

    private void add(ByteBuffer in) {
        if (type == PrimitiveTypeName.BINARY) {
            keepText(in);
        } else {
            keep(nextNumber(in));
        }
    }

    private void keepText(ByteBuffer in) {
        if (distinct == textPlaces.length) {
            textPlaces = Arrays.copyOf(textPlaces, distinct * 2);
        }
        textPlaces[distinct++] = ((long) (textPages.size() - 1) << Integer.SIZE) | in.position();
        in.position(in.position() + Integer.BYTES + in.getInt(in.position()));
    }

    private void keep(long number) {
        if (distinct == dictionaryNumbers.length) {
            dictionaryNumbers = Arrays.copyOf(dictionaryNumbers, distinct * 2);
        }
        dictionaryNumbers[distinct++] = number;
    }

    private long nextNumber(ByteBuffer in) {
        return type == PrimitiveTypeName.INT32 ? in.getInt() : in.getLong();
    }

    private static byte[] copy(BytesInput page) throws IOException {
        return page.toInputStream().readAllBytes();
    }

    private static ByteBuffer littleEndian(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at);
    }
}
