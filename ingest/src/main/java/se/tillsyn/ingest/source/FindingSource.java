package se.tillsyn.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.commit.FileKind;
import se.tillsyn.ingest.commit.HashingInputStream;
import se.tillsyn.ingest.layout.Layout;

/** One source file, read strictly and once, in the format that its content shows. */
public final class FindingSource {

    private FindingSource() {}

    /**
     * Reads a file.
     *
     * @param handler gets every row; what it was given means nothing when the file is refused in the end
     * @throws RefusedFileException when the file is not what it should be as a whole
     * @throws IOException when reading or {@code handler} fails
     */
    public static SourceSummary read(Path file, Layout layout, RowHandler handler)
            throws IOException, RefusedFileException {
        return read(file, layout, handler, bytes -> {});
    }

    /**
     * Reads a file and tells while reading how far it has come.
     *
     * @param handler gets every row; what it was given means nothing when the file is refused in the end
     * @param bytesRead gets the number of bytes of every read from the file
     * @throws RefusedFileException when the file is not what it should be as a whole
     * @throws IOException when reading or {@code handler} fails
     */
    public static SourceSummary read(Path file, Layout layout, RowHandler handler, LongConsumer bytesRead)
            throws IOException, RefusedFileException {
        long sizeBefore = sizeOfReadableFile(file);
        FileTime timeBefore = Files.getLastModifiedTime(file);
        Intake intake = new Intake(layout, handler);
        @Nullable SourceForm form = null;
        try (HashingInputStream raw =
                new HashingInputStream(new MeteredInputStream(Files.newInputStream(file), bytesRead))) {
            SourceContent.Unpacked content = SourceContent.open(raw);
            try (InputStream in = content.stream()) {
                byte[] head = in.readNBytes(ContentType.HEAD);
                SourceFormat format = ContentType.of(head);
                form = new SourceForm(format, content.packed());
                InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
                switch (format) {
                    case CSV -> new CsvRecords(new SourceContent(file), intake).read(whole);
                    case NDJSON, JSON -> new JsonRecords(new SourceContent(file), intake).read(whole, format);
                    case PARQUET -> readParquet(file, content.packed(), whole, intake);
                }
                boolean sameTime = format != SourceFormat.PARQUET || timeBefore.equals(Files.getLastModifiedTime(file));
                if (raw.count() != sizeBefore || Files.size(file) != sizeBefore || !sameTime) {
                    throw new RefusedFileException(FileDefect.ofFile(FileRule.CHANGED));
                }
                return intake.summary(raw.sha256(), sizeBefore, form);
            }
        } catch (RefusedContentException e) {
            throw intake.refused(e.defect()).of(form);
        } catch (RefusedFileException e) {
            throw e.of(form);
        }
    }

    private static void readParquet(Path file, boolean packed, InputStream in, Intake intake)
            throws IOException, RefusedFileException {
        try (ParquetBytes bytes = packed ? ParquetBytes.inMemory(in) : ParquetBytes.of(file)) {
            new ParquetRecords(bytes, intake).read();
        }
        // Read by place, so far: every byte counts for the hash.
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static long sizeOfReadableFile(Path file) throws IOException, RefusedFileException {
        if (FileKind.of(file) != FileKind.FILE) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.NOT_A_FILE));
        }
        try {
            file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
        } catch (AccessDeniedException e) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.UNREADABLE));
        }
        return Files.size(file);
    }
}
