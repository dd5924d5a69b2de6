package se.tillsyn.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tillsyn.ingest.layout.Layout;

/** Collects the fields of a record that come by name in any order, and hands them on in the layout's order. */
final class KeyedRecord {

    private static final int NOT_GIVEN = -1;

    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final ExpectedValues.Kind[] expected;
    private final boolean[] isRead;
    private final boolean[] mayLack;
    private final boolean[] everGiven;
    private final int[] starts;
    private final int[] lengths;
    private char[] text = new char[1 << 10];
    private int used;

    KeyedRecord(Layout layout) {
        Set<String> read = new LinkedHashSet<>(layout.readColumns());
        Set<String> all = new LinkedHashSet<>(read);
        all.addAll(layout.ignored());
        names = List.copyOf(all);
        Set<String> omissible = new HashSet<>(layout.omissible());
        ExpectedValues values = new ExpectedValues(layout);
        int n = names.size();
        expected = new ExpectedValues.Kind[n];
        isRead = new boolean[n];
        mayLack = new boolean[n];
        everGiven = new boolean[n];
        starts = new int[n];
        lengths = new int[n];
        for (int i = 0; i < n; i++) {
            String name = names.get(i);
            indexes.put(name, i);
            expected[i] = values.of(name);
            isRead[i] = read.contains(name);
            mayLack[i] = omissible.contains(name) || !isRead[i];
        }
    }

    /** Every name that the layout knows. */
    List<String> names() {
        return names;
    }

    String name(int field) {
        return names.get(field);
    }

    /** Index of a name, or -1. */
    int indexOf(String name) {
        return indexes.getOrDefault(name, -1);
    }

    ExpectedValues.Kind expects(int field) {
        return expected[field];
    }

    boolean isRead(int field) {
        return isRead[field];
    }

    void begin() {
        Arrays.fill(starts, NOT_GIVEN);
        used = 0;
    }

    boolean isGiven(int field) {
        return starts[field] != NOT_GIVEN;
    }

    void putNothing(int field) {
        starts[field] = 0;
        lengths[field] = 0;
        everGiven[field] = true;
    }

    /** Takes a text; {@code false} when the record gets too long for it. */
    boolean put(int field, char[] buffer, int offset, int length) {
        putNothing(field);
        if (used + length > CsvRecords.MAX_RECORD) {
            return false;
        }
        if (used + length > text.length) {
            text = Arrays.copyOf(text, Math.max(used + length, text.length * 2));
        }
        System.arraycopy(buffer, offset, text, used, length);
        starts[field] = used;
        lengths[field] = length;
        used += length;
        return true;
    }

    /** Names that the record must have and has not. */
    List<String> missing() {
        List<String> missing = List.of();
        for (int i = 0; i < starts.length; i++) {
            if (!mayLack[i] && starts[i] == NOT_GIVEN) {
                missing = missing.isEmpty() ? new ArrayList<>() : missing;
                missing.add(names.get(i));
            }
        }
        return missing;
    }

    /** Names that may be missing and were in no record. */
    List<String> neverGiven() {
        List<String> never = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            if (isRead[i] && !everGiven[i]) {
                never.add(names.get(i));
            }
        }
        return never;
    }

    void fill(SourceRecord record, long line) {
        record.begin(line);
        for (int i = 0; i < starts.length; i++) {
            record.put(i, text, Math.max(starts[i], 0), starts[i] == NOT_GIVEN ? 0 : lengths[i]);
        }
    }
}
