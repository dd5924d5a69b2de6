package se.tillsyn.ingest.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts numbered from 0 as they come, alike or not; kept as their bytes, so that the collector has none to move. */
final class TextList {

    private final PageBytes bytes = new PageBytes();
    private int[] ends = new int[1 << 10];
    private int size;

    void clear() {
        bytes.clear();
        size = 0;
    }

    /** Adds a text and gives its number. */
    int add(String text) {
        write(text, bytes);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = bytes.size();
        return size++;
    }

    /** Writes a text as Parquet's encoding PLAIN has it: length, then UTF-8. */
    static void write(String text, PageBytes out) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.int32(utf8.length);
        out.write(utf8, 0, utf8.length);
    }

    /** Writes the text of that number in the encoding PLAIN. */
    void writePlain(int number, PageBytes out) {
        int start = number == 0 ? 0 : ends[number - 1];
        out.write(bytes.array(), start, ends[number] - start);
    }
}
