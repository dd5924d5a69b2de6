package se.tillsyn.ingest.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV: UTF-8 with or without byte order mark, LF, CRLF or CR, quoted by {@code "}, as many fields in every record as
 * in the header. Memory does not grow with the file, but for 8 bytes per record of a wide layout.
 */
final class CsvRecords {

    /** Longest field, in characters; no column of the contract comes near it. */
    static final int MAX_FIELD = 1 << 20;

    /** Longest record, in characters of its long fields. */
    static final int MAX_RECORD = 1 << 22;

    /** Fields beyond this count towards the length of their record. */
    private static final int LONG_FIELD = 1 << 10;

    private final SourceContent content;
    private final Intake intake;
    private final SourceRecord record;
    private final CsvHeader header;

    CsvRecords(SourceContent content, Intake intake) {
        this.content = content;
        this.intake = intake;
        this.record = intake.record();
        this.header = new CsvHeader(intake.layout());
    }

    /** Reads the stream to its end. */
    void read(InputStream in) throws IOException, RefusedFileException {
        TextScreen screen = new TextScreen(in);
        Fields fields = new Fields(screen);
        try (CsvReader<SourceRecord> reader = parser(StrictUtf8.reader(screen), fields)) {
            Iterator<SourceRecord> iterator = reader.iterator();
            while (iterator.hasNext()) {
                iterator.next();
                if (intake.hasHeader()) {
                    take(fields.noData());
                } else if (header.isFound(record.line())) {
                    intake.header(header.names(), record.line());
                }
            }
        } catch (CsvParseException e) {
            throw intake.refused(CsvDefect.find(content, intake.layout().separator(), record.line()));
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } catch (IOException e) {
            throw failed(e);
        }
        if (!intake.hasHeader()) {
            header.refuse();
        }
    }

    private void take(@Nullable FileRule noData) throws IOException {
        if (noData != null) {
            intake.addDefect(FileDefect.atLine(noData, record.line(), 0, 0));
        }
        intake.take();
    }

    private CsvReader<SourceRecord> parser(Reader text, Fields fields) {
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
                .build(fields, text);
    }

    /** The decoder does not say where it stopped, so the bytes are read once more up to the defect. */
    private RefusedFileException failed(@Nullable IOException e) throws IOException {
        if (e instanceof CharacterCodingException) {
            return intake.refused(Utf8Position.ofFirstDefect(content));
        }
        throw e == null ? new IOException("reading failed") : e;
    }

    /** Hands the parser's fields to the header or the record, and sees what tells of a row that is no data. */
    private final class Fields extends AbstractBaseCsvCallbackHandler<SourceRecord> {

        private final TextScreen screen;

        /** Whether the next field must be looked at: from the start of a record until it is plainly one of data. */
        private boolean watching = true;

        private boolean likeHeader;
        private boolean empty;
        private boolean total;
        private long characters;

        Fields(TextScreen screen) {
            this.screen = screen;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            record.begin(startingLineNumber);
            header.begin();
            watching = true;
            likeHeader = true;
            empty = true;
            total = false;
            characters = 0;
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
            if (watching || length > LONG_FIELD || screen.isRaised()) {
                watch(field, buffer, offset, length);
            } else {
                record.put(field, buffer, offset, length);
            }
        }

        private void watch(int field, char[] buffer, int offset, int length) {
            if (!intake.hasHeader()) {
                header.put(field, buffer, offset, length);
                return;
            }
            if (empty && length > 0) {
                empty = false;
                total = header.isTotal(field, buffer, offset, length);
            }
            likeHeader = likeHeader && header.isName(field, buffer, offset, length);
            watching = empty || likeHeader;
            characters += length;
            record.put(field, buffer, offset, isGood(field, buffer, offset, length) ? length : 0);
        }

        private boolean isGood(int field, char[] buffer, int offset, int length) {
            if (characters > MAX_RECORD) {
                if (characters - length <= MAX_RECORD) {
                    intake.addDefect(FileDefect.atLine(FileRule.TOO_LONG, record.line(), MAX_RECORD, 0));
                }
                return false;
            }
            int at = header.isRead(field) ? Characters.firstForbidden(buffer, offset, length) : -1;
            if (at >= 0) {
                intake.addDefect(new FileDefect(
                        FileRule.CHARACTER, record.line(), field + 1, header.name(field), "", 0, buffer[at]));
            }
            return at < 0;
        }

        /** Why the record is no data; {@code null} when it may be. */
        @Nullable
        FileRule noData() {
            if (likeHeader && getFieldCount() == header.names().size()) {
                return FileRule.HEADER_AGAIN;
            }
            return total ? FileRule.TOTAL_ROW : null;
        }

        @Override
        protected SourceRecord buildRecord() {
            return record;
        }
    }
}
