package se.tillsyn.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * One column of a row group as numbers into its distinct values. What a value means is worked out once per distinct value
 * and not once per row.
 */
public final class ScannedColumn {

    /** Instead of a number: the row has no value. */
    public static final int ABSENT = -1;

    private static final int FIRST_VALUES = 64;
    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
    /** Numbers of those rows of a page that have a value. */
    private int[] presentIds = new int[0];

    private @Nullable PageReader unread;
    private int rowCount;

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
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, at));
        }
        for (; at < to; at++) {
            hash = mixed(hash ^ bytes[at]);
        }
        return hash;
    }

    private static long mixed(long hash) {
        long product = hash * HASH_FACTOR;
        return product ^ (product >>> Integer.SIZE);
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

    /** Takes the column's pages of one row group, to be read when the column is asked for. */
    void take(PageReader pages, int rows) {
        unread = pages;
        rowCount = rows;
    }

    /** Reads the pages that were taken, unless that has been done. */
    void read() throws IOException {
        PageReader pages = unread;
        if (pages == null) {
            return;
        }
        unread = null;
        if (ids.length < rowCount) {
            ids = new int[rowCount];
        }
        textPages.clear();
        numbers.clear();
        distinct = 0;
        DictionaryPage dictionary = pages.readDictionaryPage();
        if (dictionary != null) {
            ByteBuffer in = opened(padded(dictionary.getBytes()), 0);
            for (int i = 0; i < dictionary.getDictionarySize(); i++) {
                add(in);
            }
        }
        int row = 0;
        for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
            row = readPage((DataPageV1) page, row);
        }
        if (row != rowCount) {
            throw new IOException("a column holds " + row + " values where its row group has " + rowCount + " rows");
        }
    }

    private int readPage(DataPageV1 page, int from) throws IOException {
        byte[] bytes = padded(page.getBytes());
        int end = bytes.length - PackedNumbers.PADDING;
        int to = from + page.getValueCount();
        int at = 0;
        int present = to - from;
        if (optional) {
            int levels = littleEndian(bytes, 0).getInt();
            at = Integer.BYTES + levels;
            present = readLevels(bytes, at, from, to);
        }
        if (present == 0) {
            Arrays.fill(ids, from, to, ABSENT);
        } else if (page.getValueEncoding() == Encoding.RLE_DICTIONARY) {
            readNumbers(bytes, at, end, from, to, present);
        } else {
            readValues(bytes, at, from, to, present == to - from);
        }
        return to;
    }

    /** Puts 1 where a row has a value and else 0; returns how many have one. */
    private int readLevels(byte[] bytes, int end, int from, int to) throws IOException {
        PackedNumbers.read(bytes, Integer.BYTES, end, 1, ids, from, to);
        int present = 0;
        for (int row = from; row < to; row++) {
            present += ids[row];
        }
        return present;
    }

    private void readNumbers(byte[] bytes, int at, int end, int from, int to, int present) throws IOException {
        int bitWidth = bytes[at];
        if (present == to - from) {
            readNumbers(bytes, at + 1, end, bitWidth, ids, from, to);
            return;
        }
        if (presentIds.length <= present) {
            presentIds = new int[present + 1];
        }
        readNumbers(bytes, at + 1, end, bitWidth, presentIds, 0, present);
        int next = 0;
        for (int row = from; row < to; row++) {
            int has = ids[row];
            ids[row] = has == 0 ? ABSENT : presentIds[next];
            next += has;
        }
    }

    /** Of one distinct value the numbers have no bits and are all 0. */
    private static void readNumbers(byte[] bytes, int at, int end, int bitWidth, int[] into, int from, int to)
            throws IOException {
        if (bitWidth == 0) {
            Arrays.fill(into, from, to, 0);
        } else {
            PackedNumbers.read(bytes, at, end, bitWidth, into, from, to);
        }
    }

    private void readValues(byte[] bytes, int at, int from, int to, boolean all) {
        for (int row = from; row < to; row++) {
            ids[row] = all ? 0 : ids[row] - 1;
        }
        if (type == PrimitiveTypeName.BOOLEAN) {
            readFlags(bytes, at, from, to);
            return;
        }
        ByteBuffer in = opened(bytes, at);
        for (int row = from; row < to; row++) {
            if (ids[row] != ABSENT) {
                ids[row] = idOf(in);
            }
        }
    }

    private void readFlags(byte[] bytes, int at, int from, int to) {
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

    private static byte[] padded(BytesInput page) throws IOException {
        int size = Math.toIntExact(page.size());
        byte[] bytes = new byte[size + PackedNumbers.PADDING];
        try (InputStream in = page.toInputStream()) {
            if (in.readNBytes(bytes, 0, size) != size) {
                throw new IOException("a page ends before its bytes");
            }
        }
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at);
    }
}
