package se.tillsyn.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
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
        Intake intake = new Intake(layout, handler);
        String sha256;
        long bytes;
        try (HashingInputStream in =
                new HashingInputStream(new MeteredInputStream(Files.newInputStream(file), bytesRead))) {
            new CsvRecords(file, intake).read(in);
            sha256 = in.sha256();
            bytes = in.count();
        }
        if (bytes != sizeBefore || Files.size(file) != sizeBefore) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.CHANGED));
        }
        return intake.summary(sha256, bytes);
    }

    private static long sizeOfReadableFile(Path file) throws IOException, RefusedFileException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.NOT_A_FILE));
        }
        if (!Files.isReadable(file)) {
            throw new RefusedFileException(FileDefect.ofFile(FileRule.UNREADABLE));
        }
        return Files.size(file);
    }
}
