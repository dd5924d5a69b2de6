package se.tillsyn.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The content of one file, unpacked when it is packed by gzip.
 *
 * @param file the file
 */
record SourceContent(Path file) {

    private static final int BUFFER = 1 << 16;

    /** The content from its start on, to be read once more for the place of a defect. */
    InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return open(raw).stream();
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** @param raw the file's bytes, from the first on */
    static Unpacked open(InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
        buffered.mark(2);
        boolean packed = ContentType.isGzip(buffered.readNBytes(2));
        buffered.reset();
        return new Unpacked(packed ? new GzipStream(buffered) : buffered, packed);
    }

    /**
     * Unpacked bytes.
     *
     * @param stream the bytes
     * @param packed whether they were packed
     */
    record Unpacked(InputStream stream, boolean packed) {}
}
