package se.tillsyn.ingest.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Takes fields off the parser: all of them for the header, afterwards only those that a rule reads. */
final class FieldCollector extends AbstractBaseCsvCallbackHandler<FieldCollector> {

    private static final int[] ALL = {};

    private final List<String> header = new ArrayList<>();
    private int[] slotOfField = ALL;
    private String[] slots = {};
    private boolean hashing;
    private int fields;
    private long line;
    private long hash;

    /**
     * Ends the header.
     *
     * @param slotByField for each field of a record the slot it is kept in, or -1
     * @param slotCount number of slots
     * @param hashRecords whether every field takes part in a hash of the record
     */
    void expect(int[] slotByField, int slotCount, boolean hashRecords) {
        slotOfField = slotByField.clone();
        slots = new String[slotCount];
        java.util.Arrays.fill(slots, "");
        hashing = hashRecords;
    }

    List<String> header() {
        return header;
    }

    /** Text of a slot in the record read last. */
    String slot(int index) {
        return slots[index];
    }

    /** Number of fields of the record read last. */
    int fields() {
        return fields;
    }

    /** Line on which the record read last begins. */
    long line() {
        return line;
    }

    /** Hash of all fields of the record read last. */
    long hash() {
        return hash;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        fields = 0;
        hash = 0xcbf29ce484222325L;
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
        fields = fieldIdx + 1;
        if (slotOfField == ALL) {
            header.add(new String(buf, offset, len));
            return;
        }
        if (hashing) {
            hash = hashField(hash, buf, offset, len);
        }
        if (fieldIdx < slotOfField.length) {
            int slot = slotOfField[fieldIdx];
            if (slot >= 0) {
                slots[slot] = len == 0 ? "" : new String(buf, offset, len);
            }
        }
    }

    @Override
    protected FieldCollector buildRecord() {
        return this;
    }

    private static long hashField(long seed, char[] buf, int offset, int len) {
        long h = seed;
        for (int i = offset; i < offset + len; i++) {
            h = (h ^ buf[i]) * 0x100000001b3L;
            h ^= h >>> 29;
        }
        h = (h ^ (0x10000L + len)) * 0x9e3779b97f4a7c15L;
        return h ^ (h >>> 32);
    }
}
