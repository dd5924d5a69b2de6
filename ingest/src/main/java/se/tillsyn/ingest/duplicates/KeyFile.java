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
import java.util.function.LongPredicate;

/** A file of key hashes: 8 bytes each, big-endian, ascending as signed numbers. */
public final class KeyFile {

    private static final int BUFFER = 1 << 16;

    private KeyFile() {}

    /** Writes a new file; sorts the hashes. */
    public static void write(Path file, LongList keys) throws IOException {
        keys.sort();
        try (Writer writer = new Writer(file)) {
            for (int i = 0; i < keys.size(); i++) {
                writer.add(keys.get(i));
            }
        }
    }

    /** Number of hashes in a file. */
    public static long count(Path file) throws IOException {
        return Files.size(file) / Long.BYTES;
    }

    /** The hashes that two files share, ascending and each once; those of {@code distinct} stand once there. */
    public static long[] shared(Path file, Path distinct) throws IOException {
        LongList shared = new LongList();
        meet(file, distinct, key -> {
            shared.add(key);
            return true;
        });
        return shared.sorted();
    }

    /** Whether two files share any hash; those of {@code distinct} stand once there. */
    public static boolean share(Path file, Path distinct) throws IOException {
        boolean[] any = {false};
        meet(file, distinct, key -> {
            any[0] = true;
            return false;
        });
        return any[0];
    }

    /** Hands on every shared hash until {@code more} says no. */
    private static void meet(Path file, Path distinct, LongPredicate more) throws IOException {
        try (DataInputStream in = open(file, 0);
                DataInputStream wanted = open(distinct, 0)) {
            long left = count(file);
            long wantedLeft = count(distinct);
            long key = Long.MIN_VALUE;
            boolean any = false;
            while (wantedLeft > 0) {
                long want = wanted.readLong();
                wantedLeft--;
                while (left > 0 && (!any || key < want)) {
                    key = in.readLong();
                    any = true;
                    left--;
                }
                boolean met = any && key == want;
                if ((met && !more.test(want)) || (left == 0 && key < want)) {
                    return;
                }
            }
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
