package se.tillsyn.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.Cell;
import se.tillsyn.ingest.layout.ColumnRule;
import se.tillsyn.ingest.layout.Layout;

/**
 * Finds the header row of a CSV file. It must be the first row; when it is not, or its separator is another, the file is
 * refused with that reason instead of with a row of unknown columns.
 */
final class CsvHeader {

    /** More columns than any spreadsheet has. */
    static final int MAX_COLUMNS = 1 << 14;

    /** Characters of one row that are kept while a header is looked for. */
    private static final int MAX_CHARACTERS = 1 << 20;

    /** Rows above the header in which titles and notes are looked for. */
    private static final int SEARCHED_ROWS = 50;

    static final String SEPARATORS = ";,\t|";

    /** How reports name the row that adds up the others, without blanks and colons. */
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "totalt",
            "totalsumma",
            "grandtotal",
            "sum",
            "summa",
            "subtotal",
            "delsumma",
            "delsummor");

    private static final int LONGEST_TOTAL = 14;

    /** Columns of the contract that hold no code, so that a word for a total is no code of theirs. */
    private static final Set<String> NO_CODES = Set.of(
            FindingColumns.FINDING_ID,
            FindingColumns.INSPECTION_ID,
            FindingColumns.UNIT_ID,
            FindingColumns.INSPECTED_ON,
            FindingColumns.FOLLOWED_UP_ON);

    private final Layout layout;
    private final Set<String> read;
    private final Set<String> known;
    private final ColumnSpelling spelling;
    private final List<String> names = new ArrayList<>();
    private boolean[] isRead = {};
    private int columns;
    private long characters;
    private long rows;
    private long firstLine = 1;

    CsvHeader(Layout layout) {
        this.layout = layout;
        read = new HashSet<>(layout.readColumns());
        known = new HashSet<>(read);
        known.addAll(layout.ignored());
        spelling = new ColumnSpelling(known);
    }

    void begin() {
        if (isRead.length == 0) {
            names.clear();
            columns = 0;
            characters = 0;
        }
    }

    /** Takes the next name of what may be the header. */
    void put(int field, char[] buffer, int offset, int length) {
        columns = field + 1;
        characters += length;
        if (columns <= MAX_COLUMNS && characters <= MAX_CHARACTERS) {
            names.add(new String(buffer, offset, length));
        }
    }

    /**
     * Whether the row taken is the header.
     *
     * @throws RefusedFileException when it is a header that cannot be used, or none has come for long
     */
    boolean isFound(long line) throws RefusedFileException {
        rows++;
        if (columns > MAX_COLUMNS) {
            throw new RefusedFileException(FileDefect.atLine(FileRule.TOO_MANY_COLUMNS, line, MAX_COLUMNS, columns));
        }
        if (characters > MAX_CHARACTERS) {
            throw new RefusedFileException(FileDefect.atLine(FileRule.TOO_LONG, line, MAX_CHARACTERS, 0));
        }
        if (rows == 1) {
            firstLine = line;
        }
        int recognised = recognised(names);
        // Below a title only a row that is plainly the header counts as one.
        if (recognised > 0 && (rows == 1 || recognised * 2 > names.size())) {
            if (rows > 1) {
                throw new RefusedFileException(FileDefect.atLine(FileRule.HEADER_LATER, line, 0, rows - 1));
            }
            isRead = new boolean[names.size()];
            for (int i = 0; i < isRead.length; i++) {
                isRead[i] = read.contains(names.get(i));
            }
            return true;
        }
        checkSeparators(line);
        if (rows >= SEARCHED_ROWS) {
            refuse();
        }
        return false;
    }

    /** Refuses a file that ends before a header; one that has no row at all is refused as empty elsewhere. */
    void refuse() throws RefusedFileException {
        if (rows > 0) {
            throw new RefusedFileException(FileDefect.atLine(FileRule.NO_HEADER, firstLine, 0, 0));
        }
    }

    List<String> names() {
        return names;
    }

    String name(int field) {
        return names.get(field);
    }

    /** Whether a field of this index is read at all. */
    boolean isRead(int field) {
        return field < isRead.length && isRead[field];
    }

    /** Whether a field holds its own column's name. */
    boolean isName(int field, char[] buffer, int offset, int length) {
        return field < isRead.length && isEqual(names.get(field), buffer, offset, length);
    }

    /**
     * Whether the first field of a record that is not empty calls it a total. A word that the layout maps, or that may be
     * a code of the column, does not.
     */
    boolean isTotal(int field, char[] buffer, int offset, int length) {
        if (length > LONGEST_TOTAL || "tsgdTSGD".indexOf(buffer[offset]) < 0 || field >= isRead.length) {
            return false;
        }
        String word = new String(buffer, offset, length);
        return TOTALS.contains(word.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT))
                && !mayBeCode(names.get(field), word);
    }

    private boolean mayBeCode(String column, String word) {
        for (var entry : layout.columns().entrySet()) {
            if (entry.getValue() instanceof ColumnRule.Mapped mapped
                    && isIn(mapped.cell(), column)
                    && mapped.codes().containsKey(word)) {
                return true;
            }
            if (entry.getValue() instanceof ColumnRule.Copied copied
                    && isIn(copied.cell(), column)
                    && !NO_CODES.contains(entry.getKey())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Cell cell, String column) {
        return cell instanceof Cell.InColumn in && in.column().equals(column);
    }

    private int recognised(List<String> row) {
        int count = 0;
        for (String name : row) {
            count += known.contains(name) || !spelling.almost(name).isEmpty() ? 1 : 0;
        }
        return count;
    }

    private void checkSeparators(long line) throws RefusedFileException {
        String row = String.join(String.valueOf(layout.separator()), names);
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            if (separator == layout.separator() || row.indexOf(separator) < 0) {
                continue;
            }
            List<String> others = List.of(row.split("\\" + separator, -1));
            int recognised = recognised(others);
            if (recognised > 1 && recognised * 2 > others.size()) {
                throw new RefusedFileException(
                        new FileDefect(FileRule.WRONG_SEPARATOR, line, 0, "", shown(separator), 0, 0));
            }
        }
    }

    /** How a separator is written in a message. */
    static String shown(char separator) {
        return separator == '\t' ? "TAB" : "\"" + separator + "\"";
    }

    private static boolean isEqual(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
