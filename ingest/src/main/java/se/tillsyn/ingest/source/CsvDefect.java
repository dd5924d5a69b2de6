package se.tillsyn.ingest.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first defect of quoting in a CSV text, with line and character. The parser tells of one by a sentence that
 * holds a piece of the content and no exact place, so that sentence is not used and the text is read once more.
 */
final class CsvDefect {

    private static final int END = -1;

    private final Reader text;
    private final char separator;
    private long line = 1;
    private int column;
    private int last;
    private boolean ended;

    private CsvDefect(Reader text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** @param recordLine where the record begins that the parser could not end */
    static FileDefect find(SourceContent content, char separator, long recordLine) throws IOException {
        try (Reader text = new BufferedReader(StrictUtf8.reader(content.open()), 1 << 16)) {
            CsvDefect search = new CsvDefect(text, separator);
            while (!search.ended) {
                FileDefect defect = search.field();
                if (defect != null) {
                    return defect;
                }
            }
        }
        // The parser counts what it buffers, so that it may stop a little before the field is too long.
        return FileDefect.atLine(FileRule.TOO_LONG, recordLine, CsvRecords.MAX_FIELD, 0);
    }

    /** Reads one field and what ends it. */
    private @Nullable FileDefect field() throws IOException {
        int c = next();
        long length = 0;
        if (c != '"') {
            while (c != END && c != separator && c != '\n' && c != '\r') {
                if (++length > CsvRecords.MAX_FIELD) {
                    return FileDefect.atLine(FileRule.TOO_LONG, line, CsvRecords.MAX_FIELD, 0);
                }
                c = next();
            }
            return null;
        }
        long openedOn = line;
        int openedAt = column;
        while (true) {
            c = next();
            if (c == END) {
                return FileDefect.atPlace(FileRule.UNCLOSED_QUOTE, openedOn, openedAt, "");
            }
            if (++length > CsvRecords.MAX_FIELD) {
                return FileDefect.atLine(FileRule.TOO_LONG, openedOn, CsvRecords.MAX_FIELD, 0);
            }
            if (c == '"') {
                c = next();
                if (c != '"') {
                    return afterQuote(c, openedOn);
                }
            }
        }
    }

    private @Nullable FileDefect afterQuote(int c, long openedOn) {
        if (c == END || c == separator || c == '\n' || c == '\r') {
            return null;
        }
        if (line == 1 && CsvHeader.SEPARATORS.indexOf(c) >= 0) {
            return new FileDefect(FileRule.WRONG_SEPARATOR, 1, 0, "", CsvHeader.shown((char) c), 0, 0);
        }
        return new FileDefect(FileRule.AFTER_QUOTE, line, column, "", "", 0, openedOn);
    }

    /** The next character; CR, LF and CR LF each end one line. */
    private int next() throws IOException {
        if (last == '\n' || last == '\r') {
            column = 0;
        }
        int c = text.read();
        if ((last == '\r' && c != '\n') || last == '\n') {
            line++;
        }
        last = c;
        column++;
        ended = c == END;
        return c;
    }
}
