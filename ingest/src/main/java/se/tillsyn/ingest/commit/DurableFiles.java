package se.tillsyn.ingest.commit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** File operations that have reached the disk when they return. A failed force is an error and is never tried again. */
public final class DurableFiles {

    private DurableFiles() {}

    /**
     * Replaces a small file as one step: readers see the old bytes or the new ones. Written beside it under {@code
     * .tmp}, forced, renamed over it, folder forced.
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = parentOf(file);
        Path temporary = folder.resolve(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /**
     * Writes at the end of a file that only grows, and forces it. What lies beyond the place is an append that was cut
     * off, and goes first. Killed at any moment, the file holds the bytes up to the place and any part of the new ones.
     *
     * @param length place of its end, 0 for a file that need not exist
     */
    public static void append(Path file, long length, byte[] content) throws IOException {
        boolean isNew = !exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() < length) {
                throw new IOException("expected a file of at least " + length + " bytes, found " + channel.size());
            }
            channel.truncate(length);
            channel.position(length);
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        if (isNew) {
            force(parentOf(file));
        }
    }

    /**
     * Creates a folder and those above it that are missing, each forced into the one that holds it. Nothing is forced when
     * all are there.
     */
    static void createDirectories(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (exists(absolute)) {
            return;
        }
        Path parent = parentOf(absolute);
        createDirectories(parent);
        Files.createDirectories(absolute);
        force(parent);
    }

    /** Whether there is anything of this name. */
    private static boolean exists(Path path) throws IOException {
        return FileKind.ofEntry(path) != FileKind.NOTHING;
    }

    /** Writes a new file and forces it. */
    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Forces a file or a folder to disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Forces every file and folder below {@code root}, and {@code root} itself. */
    static void forceAll(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                force(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                force(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes a folder and all below it; nothing happens when it does not exist. Symbolic links are not followed. */
    static void deleteAll(Path root) throws IOException {
        if (!exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("expected a file inside a folder");
        }
        return parent;
    }
}
