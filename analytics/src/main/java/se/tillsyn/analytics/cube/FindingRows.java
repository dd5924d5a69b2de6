package se.tillsyn.analytics.cube;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of some operations out of some files, as numbers. Operations are numbered within this object; their names stand
 * once.
 */
final class FindingRows implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Column 0 of every table: {@link FindingCode}; column 1: the operation. */
    static final int CODE = 0;

    static final int UNIT = 1;

    /** Of {@link #findings}: files reviewed, files deficient and office, packed by {@link #counts}. */
    static final int COUNTS = 2;

    /** Of {@link #values}: bits of the measured value; {@link FindingCode#DEFICIENT} means still waiting. */
    static final int VALUE = 2;

    /** Of {@link #bounds}: files reviewed; and {@code low << 32 | high}. */
    static final int BOUNDED_CASES = 2;

    static final int LOW_HIGH = 3;

    /** Of {@link #demands}: day of the re-inspection since 1900-01-01 or −1; and 1 = remedied. */
    static final int FOLLOWED_UP = 2;

    static final int REMEDIED = 3;

    private static final int BYTE = 0xFF;
    private static final int COUNT_BITS = 28;
    private static final int MOST = (1 << COUNT_BITS) - 1;

    private transient List<String> units = new ArrayList<>();
    private transient Map<String, Integer> unitIndex = new HashMap<>();

    /** All findings, those with values, bounds and demands included. */
    final LongRows findings = new LongRows(3);

    final LongRows values = new LongRows(3);
    final LongRows bounds = new LongRows(4);
    final LongRows demands = new LongRows(4);

    private int lastDay;

    /** Number of an operation. */
    int unit(String name) {
        Integer known = unitIndex.get(name);
        if (known == null) {
            known = units.size();
            unitIndex.put(name, known);
            units.add(name);
        }
        return known;
    }

    List<String> units() {
        return units;
    }

    /** Tells of the last inspection day of everything that the task read, whichever rows are here. */
    void sawDay(int day) {
        lastDay = Math.max(lastDay, day);
    }

    int lastDay() {
        return lastDay;
    }

    /** @throws IllegalArgumentException when a count is too large to be a number of files at one operation */
    static long counts(int assessed, int deficient, int office) {
        if (assessed > MOST || deficient > assessed) {
            throw new IllegalArgumentException("files of one finding: expected at most " + MOST
                    + " reviewed, and no more deficient than reviewed");
        }
        return ((long) office << (2 * COUNT_BITS)) | ((long) assessed << COUNT_BITS) | deficient;
    }

    static int assessed(long counts) {
        return (int) (counts >>> COUNT_BITS) & MOST;
    }

    static int deficient(long counts) {
        return (int) counts & MOST;
    }

    static int office(long counts) {
        return (int) (counts >>> (2 * COUNT_BITS));
    }

    /** Names in one piece: as objects of their own they would be most of the work of a shuffle. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(units.size());
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (String unit : units) {
            byte[] name = unit.getBytes(StandardCharsets.UTF_8);
            names.write(name.length >>> Byte.SIZE);
            names.write(name.length);
            names.writeBytes(name);
        }
        out.writeObject(names.toByteArray());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int size = in.readInt();
        byte[] names = (byte[]) in.readObject();
        units = new ArrayList<>(size);
        unitIndex = new HashMap<>();
        int at = 0;
        for (int i = 0; i < size; i++) {
            int length = ((names[at] & BYTE) << Byte.SIZE) | (names[at + 1] & BYTE);
            units.add(new String(names, at + 2, length, StandardCharsets.UTF_8));
            at += 2 + length;
        }
    }
}
