package se.tillsyn.ingest.duplicates;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of key hashes: 8 bytes each, big-endian, ascending as signed numbers. */
public final class KeyFile {

    private static final int BUFFER = 1 << 16;

    private KeyFile() {}

    /** Writes a new file. */
    public static void write(Path file, long[] ascending) throws IOException {
        try (Writer writer = new Writer(file)) {
            for (long key : ascending) {
                writer.add(key);
            }
        }
    }

    /** Number of hashes in a file. */
    static long count(Path file) throws IOException {
        return Files.size(file) / Long.BYTES;
    }

    /** Whether a file holds any of the hashes. */
    public static boolean holdsAny(Path file, long[] ascending) throws IOException {
        try (DataInputStream in = open(file, 0)) {
            long left = count(file);
            int at = 0;
            while (left > 0 && at < ascending.length) {
                long key = in.readLong();
                left--;
                while (at < ascending.length && ascending[at] < key) {
                    at++;
                }
                if (at < ascending.length && ascending[at] == key) {
                    return true;
                }
            }
            return false;
        }
    }

    private static DataInputStream open(Path file, long position) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(position * Long.BYTES);
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
    }

    /** Writes hashes one by one; the caller keeps them ascending. */
    static final class Writer implements Closeable {

        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER));
        }

        void add(long key) throws IOException {
            out.writeLong(key);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads a file range by range, holding it open only meanwhile, so that thousands of files can take part. */
    static final class Cursor {

        private final Path file;
        private final long count;
        private long position;

        Cursor(Path file) throws IOException {
            this.file = file;
            this.count = count(file);
        }

        /** Adds to {@code into} every further hash up to {@code last}, which is included. */
        void readUpTo(long last, LongList into) throws IOException {
            if (position == count) {
                return;
            }
            try (DataInputStream in = open(file, position)) {
                while (position < count) {
                    long key = in.readLong();
                    if (key > last) {
                        return;
                    }
                    into.add(key);
                    position++;
                }
            } catch (EOFException e) {
                throw new IOException("key file " + file.getFileName() + " ends before its last key", e);
            }
        }
    }
}
