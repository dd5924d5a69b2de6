package se.tillsyn.web.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Rows of a sheet, from the first on, cell after cell. */
final class TableSheet {

    private static final int LETTERS = 26;

    private final Bytes out;
    private final byte[][] columns;
    private int row;
    private String number = "";
    private int column;

    TableSheet(Bytes out, int columns) {
        this.out = out;
        this.columns = new byte[columns][];
        for (int i = 0; i < columns; i++) {
            this.columns[i] = ("<c r=\"" + letters(i)).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Letters of a column: A to Z, AA, AB and so on. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }

    void begin() throws IOException {
        row++;
        number = Integer.toString(row);
        column = 0;
        out.ascii("<row r=\"");
        out.ascii(number);
        out.ascii("\">");
    }

    /** The next cell, from behind its address on. */
    void put(byte[] cell) throws IOException {
        address();
        out.put(cell);
    }

    /** The next cell, a number as files write it. */
    void number(String plain) throws IOException {
        address();
        out.ascii("\"><v>");
        out.ascii(plain);
        out.ascii("</v></c>");
    }

    void end() throws IOException {
        out.ascii("</row>");
    }

    private void address() throws IOException {
        out.put(columns[column]);
        out.ascii(number);
        column++;
    }
}
