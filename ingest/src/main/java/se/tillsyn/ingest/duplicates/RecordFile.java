package se.tillsyn.ingest.duplicates;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Working files of records, below the staging folder and gone with it. */
final class RecordFile {

    private RecordFile() {}

    /** Reads one record. */
    @FunctionalInterface
    interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    static DataOutputStream create(Path file) throws IOException {
        return new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)));
    }

    static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    /** The next record, or {@code null} at the end of the file. */
    static <T> @Nullable T next(DataInputStream in, Reading<T> reading) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return null;
        }
        in.reset();
        try {
            return reading.read(in);
        } catch (EOFException e) {
            throw new IOException("a working file of the search for duplicates ends inside a record", e);
        }
    }
}
