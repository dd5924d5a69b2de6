package se.tillsyn.ingest.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers distinct texts from 0 in the order they come. A text that is the same object as the last costs nothing. */
final class TextDictionary {

    private static final int FIRST_PLACES = 1 << 8;

    private String[] texts = new String[FIRST_PLACES / 2];
    /** Number + 1 of the text that sits in the place, 0 = none. */
    private int[] places = new int[FIRST_PLACES];

    private int size;
    private @Nullable String last;
    private int lastId;

    int size() {
        return size;
    }

    String text(int id) {
        return texts[id];
    }

    void clear() {
        Arrays.fill(places, 0);
        Arrays.fill(texts, 0, size, "");
        size = 0;
        last = null;
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut only: an equal text that is another object is looked up
    int idOf(String text) {
        if (text == last) {
            return lastId;
        }
        int mask = places.length - 1;
        int place = spread(text.hashCode()) & mask;
        while (places[place] != 0 && !texts[places[place] - 1].equals(text)) {
            place = (place + 1) & mask;
        }
        int id = places[place] - 1;
        if (id < 0) {
            id = size;
            append(text, place);
        }
        last = text;
        lastId = id;
        return id;
    }

    private void append(String text, int place) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size++] = text;
        places[place] = size;
        if (size * 2 > places.length) {
            grow();
        }
    }

    private void grow() {
        places = new int[places.length * 2];
        int mask = places.length - 1;
        for (int id = 0; id < size; id++) {
            int place = spread(texts[id].hashCode()) & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = id + 1;
        }
    }

    private static int spread(int hash) {
        int h = hash * 0x9e3779b9;
        return h ^ (h >>> 16);
    }
}
