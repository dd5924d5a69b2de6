package se.tillsyn.ingest.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    private final ColumnDescriptor descriptor;
    private final PrimitiveTypeName type;
    private final boolean optional;
    private final TextDictionary texts = new TextDictionary();
    private final LongDictionary numbers = new LongDictionary();
    private String[] dictionaryTexts = new String[FIRST_VALUES];
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

    /** A value of a text column. */
    public String text(int id) {
        return dictionaryTexts[id];
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
        texts.clear();
        numbers.clear();
        distinct = 0;
        DictionaryPage dictionary = pages.readDictionaryPage();
        if (dictionary != null) {
            ByteBuffer in = littleEndian(copy(dictionary.getBytes()), 0);
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
            ByteBuffer in = littleEndian(bytes, at);
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

    /** Number of the next value of a page without a dictionary. */
    private int idOf(ByteBuffer in) {
        if (type == PrimitiveTypeName.BINARY) {
            String text = nextText(in);
            int id = texts.idOf(text);
            if (id == distinct) {
                keep(text);
            }
            return id;
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
            keep(nextText(in));
        } else {
            keep(nextNumber(in));
        }
    }

    private void keep(String text) {
        if (distinct == dictionaryTexts.length) {
            dictionaryTexts = Arrays.copyOf(dictionaryTexts, distinct * 2);
        }
        dictionaryTexts[distinct++] = text;
    }

    private void keep(long number) {
        if (distinct == dictionaryNumbers.length) {
            dictionaryNumbers = Arrays.copyOf(dictionaryNumbers, distinct * 2);
        }
        dictionaryNumbers[distinct++] = number;
    }

    private static String nextText(ByteBuffer in) {
        byte[] text = new byte[in.getInt()];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
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
