package se.tillsyn.ingest.source;

import java.util.Arrays;

/**
 * One record of a source, filled anew for each: of its fields only those are kept that a rule reads, each in a slot of its
 * own. Texts that come again are the same object, so that those who judge them need not judge them twice.
 */
final class SourceRecord {

    private int[] slotOfField = {};
    private String[] slots = {};
    private RecentTexts[] recent = {};
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
        Arrays.fill(slots, "");
        recent = new RecentTexts[slotCount];
        Arrays.setAll(recent, slot -> new RecentTexts());
        hashing = hashRecords;
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

    /** Starts a record. Slots keep what the record before put into them until they are put anew. */
    void begin(long startingLine) {
        line = startingLine;
        fields = 0;
        hash = 0xcbf29ce484222325L;
    }

    /** Takes the next field. */
    void put(int field, char[] buffer, int offset, int length) {
        fields = field + 1;
        if (hashing) {
            hash = hashField(hash, buffer, offset, length);
        }
        if (field < slotOfField.length) {
            int slot = slotOfField[field];
            if (slot >= 0) {
                fill(slot, length == 0 ? "" : recent[slot].text(buffer, offset, length));
            }
        }
    }

    /** Most fields are what they were in the record before; a look costs less than the store, which the collector sees. */
    @SuppressWarnings("ReferenceEquality")
    private void fill(int slot, String text) {
        if (slots[slot] != text) {
            slots[slot] = text;
        }
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
