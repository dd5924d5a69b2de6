package se.tillsyn.ingest.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV: UTF-8 with or without byte order mark, LF, CRLF or CR, quoted by {@code "}, as many fields in every record as
 * in the header. Memory does not grow with the file, but for 8 bytes per record of a wide layout.
 */
final class CsvRecords {

    /** Longest field, in characters; no column of the contract comes near it. */
    static final int MAX_FIELD = 1 << 20;

    private final Path file;
    private final Intake intake;
    private final SourceRecord record;

    CsvRecords(Path file, Intake intake) {
        this.file = file;
        this.intake = intake;
        this.record = intake.record();
    }

    /** Reads the stream to its end. */
    void read(InputStream in) throws IOException, RefusedFileException {
        try (CsvReader<SourceRecord> reader = parser(decoded(in))) {
            Iterator<SourceRecord> iterator = reader.iterator();
            while (iterator.hasNext()) {
                iterator.next();
                if (intake.hasHeader()) {
                    intake.take();
                } else {
                    intake.header(record.header());
                }
            }
        } catch (CsvParseException e) {
            throw intake.refused(defectOf(e));
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private CsvReader<SourceRecord> parser(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(intake.layout().separator())
                .quoteCharacter('"')
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                // Counted here instead, so that one report names every ragged record and not the first alone.
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(false)
                .detectBomHeader(false)
                .maxBufferSize(MAX_FIELD)
                .build(new Fields(record), text);
    }

    private static Reader decoded(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] mark = new byte[3];
        int n = start.readNBytes(mark, 0, 3);
        boolean byteOrderMark = n == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        if (!byteOrderMark && n > 0) {
            start.unread(mark, 0, n);
        }
        return new InputStreamReader(
                start,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private FileDefect defectOf(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("closing quote") || message.contains("after closing")) {
            return FileDefect.atLine(FileRule.AFTER_QUOTE, record.line(), 0, 0);
        }
        return message.contains("buffer") || message.contains("exceed")
                ? FileDefect.atLine(FileRule.TOO_LONG, record.line(), MAX_FIELD, 0)
                : FileDefect.atLine(FileRule.UNCLOSED_QUOTE, record.line(), 0, 0);
    }

    /** The decoder does not say where it stopped, so the bytes are read once more up to the defect. */
    private RefusedFileException failed(@Nullable IOException e) throws IOException {
        if (e instanceof CharacterCodingException) {
            return intake.refused(Utf8Position.ofFirstDefect(file));
        }
        throw e == null ? new IOException("reading failed") : e;
    }

    /** Hands the parser's fields to the record. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<SourceRecord> {

        private final SourceRecord record;

        Fields(SourceRecord record) {
            this.record = record;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            record.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            record.put(fieldIdx, buf, offset, len);
        }

        @Override
        protected SourceRecord buildRecord() {
            return record;
        }
    }
}
