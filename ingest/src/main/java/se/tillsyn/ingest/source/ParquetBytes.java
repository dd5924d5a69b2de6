package se.tillsyn.ingest.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a Parquet file, read by place. */
abstract class ParquetBytes implements Closeable {

    /** A packed file is unpacked in memory, since nothing of a source may land on disk. */
    static final int MAX_IN_MEMORY = 32 << 20;

    abstract long size() throws IOException;

    /** Fills a part of {@code into}; the place must be inside the file. */
    abstract void read(long position, byte[] into, int length) throws IOException;

    byte[] read(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(position, bytes, length);
        return bytes;
    }

    static ParquetBytes of(Path file) throws IOException {
        return new InFile(FileChannel.open(file, StandardOpenOption.READ));
    }

    /**
     * Takes the whole stream.
     *
     * @throws RefusedContentException when it is longer than {@link #MAX_IN_MEMORY}
     */
    static ParquetBytes inMemory(InputStream in) throws IOException {
        byte[] all = in.readNBytes(MAX_IN_MEMORY);
        if (in.read() >= 0) {
            throw new RefusedContentException(
                    new FileDefect(FileRule.PARQUET_PACKED, 0, 0, "", "", MAX_IN_MEMORY >> 20, 0));
        }
        return new InMemory(all);
    }

    private static final class InFile extends ParquetBytes {

        private final FileChannel channel;

        InFile(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        long size() throws IOException {
            return channel.size();
        }

        @Override
        void read(long position, byte[] into, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static final class InMemory extends ParquetBytes {

        private final byte[] all;

        InMemory(byte[] all) {
            this.all = all;
        }

        @Override
        long size() {
            return all.length;
        }

        @Override
        void read(long position, byte[] into, int length) {
            System.arraycopy(all, Math.toIntExact(position), into, 0, length);
        }

        @Override
        public void close() {}
    }
}
