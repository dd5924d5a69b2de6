package se.tillsyn.ingest.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.HashingInputStream;
import se.tillsyn.ingest.layout.Layout;

/**
 * One CSV file, read strictly and once: UTF-8 with or without byte order mark, LF, CRLF or CR, quoted by {@code "}, as
 * many fields in every record as in the header. Memory does not grow with the file, but for 8 bytes per record of a wide
 * layout.
 */
public final class CsvSource {

    /** Longest field, in characters; no column of the contract comes near it. */
    static final int MAX_FIELD = 1 << 20;

    /** Structural defects that are kept; the rest are counted. */
    private static final int KEPT_DEFECTS = 20;

    private final Path file;
    private final Layout layout;
    private final FieldCollector record = new FieldCollector();
    private final List<FileDefect> defects = new ArrayList<>();
    private long defectCount;
    private long records;
    private long findings;
    private long withoutJudgement;
    private long[] hashes = new long[16];

    private CsvSource(Path file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    /**
     * Reads a file.
     *
     * @param handler gets every row; what it was given means nothing when the file is refused in the end
     * @throws RefusedFileException when the file's encoding, quoting, header or shape is not as expected
     * @throws IOException when reading or {@code handler} fails
     */
    public static SourceSummary read(Path file, Layout layout, RowHandler handler)
            throws IOException, RefusedFileException {
        return new CsvSource(file, layout).read(handler);
    }

    private SourceSummary read(RowHandler handler) throws IOException, RefusedFileException {
        long sizeBefore = sizeOfReadableFile();
        Binding binding = null;
        String sha256;
        long bytes;
        try (HashingInputStream in = new HashingInputStream(Files.newInputStream(file));
                CsvReader<FieldCollector> reader = parser(decoded(in))) {
            Iterator<FieldCollector> iterator = reader.iterator();
            while (iterator.hasNext()) {
                iterator.next();
                if (binding == null) {
                    binding = Binding.of(layout, record.header());
                    binding.prepare(record);
                } else {
                    take(binding, handler);
                }
            }
            sha256 = in.sha256();
            bytes = in.count();
        } catch (CsvParseException e) {
            throw refused(defectOf(e));
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } catch (IOException e) {
            throw failed(e);
        }
        if (bytes != sizeBefore || Files.size(file) != sizeBefore) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.CHANGED));
        }
        return summary(binding, sha256, bytes);
    }

    private long sizeOfReadableFile() throws IOException, RefusedFileException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.NOT_A_FILE));
        }
        if (!Files.isReadable(file)) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.UNREADABLE));
        }
        return Files.size(file);
    }

    private SourceSummary summary(@Nullable Binding binding, String sha256, long bytes) throws RefusedFileException {
        if (binding == null) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.EMPTY));
        }
        if (defectCount > 0) {
            throw new RefusedFileException(defects, defectCount);
        }
        if (records == 0) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.NO_ROWS));
        }
        Map<String, Long> otherwise = binding.otherwise();
        return new SourceSummary(
                sha256, bytes, records, findings, withoutJudgement, duplicates(), otherwise, binding.lacking());
    }

    private CsvReader<FieldCollector> parser(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(layout.separator())
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
                .build(record, text);
    }

    private static Reader decoded(InputStream in) throws IOException {
        java.io.PushbackInputStream start = new java.io.PushbackInputStream(in, 3);
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

    private void take(Binding binding, RowHandler handler) throws IOException {
        records++;
        if (record.fields() != binding.fields()) {
            addDefect(FileDefect.atLine(FileRule.FIELD_COUNT, record.line(), binding.fields(), record.fields()));
        }
        if (defectCount > 0) {
            return;
        }
        int given = binding.emit(record, records, handler);
        findings += given;
        if (layout.wide()) {
            withoutJudgement += given == 0 ? 1 : 0;
            if (records > hashes.length) {
                hashes = Arrays.copyOf(hashes, hashes.length * 2);
            }
            hashes[Math.toIntExact(records - 1)] = record.hash();
        }
    }

    private void addDefect(FileDefect defect) {
        defectCount++;
        if (defects.size() < KEPT_DEFECTS) {
            defects.add(defect);
        }
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
            return refused(Utf8Position.ofFirstDefect(file));
        }
        throw e == null ? new IOException("reading failed") : e;
    }

    private RefusedFileException refused(FileDefect last) {
        addDefect(last);
        return new RefusedFileException(defects, defectCount);
    }

    private long duplicates() {
        if (!layout.wide()) {
            return 0;
        }
        int n = Math.toIntExact(records);
        Arrays.sort(hashes, 0, n);
        long repeated = 0;
        for (int i = 1; i < n; i++) {
            repeated += hashes[i] == hashes[i - 1] ? 1 : 0;
        }
        return repeated;
    }
}
