package se.tillsyn.ingest.commit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that holds numbered, immutable folders and nothing half-made. Layout: {@code <seq>-<hash12>/} for what is
 * committed, {@code .staging/} for what is being built, {@code .lock} for the one writer, {@code .removed/} for what is being
 * removed.
 *
 * <p>Protocol: lock (the operating system's, so a killed writer leaves none) → force the area, since a writer killed
 * between its rename and its force may have left a folder that no power failure has tested → remove what an earlier
 * writer left in staging → build in staging → force every file → write the manifest and force it → force the folder →
 * rename → force the area. Killed or out of disk at any step, the area holds the old folders or the old and the new one.
 */
public final class CommitArea {

    private static final String STAGING = ".staging";
    private static final String REMOVED = ".removed";
    private static final String LOCK = ".lock";

    private final Path area;

    public CommitArea(Path area) {
        this.area = area;
    }

    public Path path() {
        return area;
    }

    /**
     * Committed folders by sequence; empty when the area does not exist yet. What is no folder and yet has the name of one
     * is among them: reading it fails, whereas passing it over would lose it in silence.
     */
    public List<CommittedFolder> committed() throws IOException {
        if (FileKind.ofEntry(area) == FileKind.NOTHING) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(area)) {
            return entries.map(CommittedFolder::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(CommittedFolder::sequence))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Becomes the one writer, creating the area where needed and removing what a killed writer left in staging.
     *
     * @throws BusyException when another writer holds the lock
     */
    public Writing begin() throws IOException {
        return begin(1);
    }

    /**
     * The same for an area whose next folder has at least some sequence, since its folders go on to another area.
     *
     * @param lowest least sequence of the next folder
     */
    public Writing begin(int lowest) throws IOException {
        DurableFiles.createDirectories(area);
        FileChannel channel = FileChannel.open(area.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new BusyException(area.resolve(LOCK));
            }
            DurableFiles.force(area);
            Path staging = area.resolve(STAGING);
            DurableFiles.deleteAll(staging);
            DurableFiles.deleteAll(area.resolve(REMOVED));
            Files.createDirectory(staging);
            List<CommittedFolder> committed = committed();
            int next = committed.isEmpty()
                    ? 1
                    : committed.get(committed.size() - 1).sequence() + 1;
            return new Writing(channel, staging, Math.max(next, lowest));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The one writer's turn. Closing it without a commit removes what it staged. */
    public final class Writing implements AutoCloseable {

        private final FileChannel lock;
        private final Path staging;
        private final int sequence;
        private boolean renamed;

        private Writing(FileChannel lock, Path staging, int sequence) {
            this.lock = lock;
            this.staging = staging;
            this.sequence = sequence;
        }

        /** Folder to build in, empty at first. */
        public Path staging() {
            return staging;
        }

        /** Sequence that the folder will have. */
        public int sequence() {
            return sequence;
        }

        /**
         * Makes the staged folder part of the area.
         *
         * @param hash 12 hexadecimal digits of the content hash
         * @param manifest bytes of {@code manifest.json}, written after everything else is on disk
         * @throws UnconfirmedCommitException when the folder is there but the disk did not confirm it
         * @throws IOException when anything else fails; the area is then as before
         */
        public CommittedFolder commit(String hash, byte[] manifest) throws IOException {
            CommittedFolder folder = CommittedFolder.in(area, sequence, hash);
            DurableFiles.forceAll(staging);
            DurableFiles.write(staging.resolve(CommittedFolder.MANIFEST), manifest);
            DurableFiles.force(staging);
            Files.move(staging, folder.path(), StandardCopyOption.ATOMIC_MOVE);
            renamed = true;
            try {
                DurableFiles.force(area);
            } catch (IOException e) {
                throw new UnconfirmedCommitException(folder, e);
            }
            return folder;
        }

        /**
         * Makes a folder that another area on the same file system committed part of this one, under its own name, by one
         * rename. Nothing may have been staged.
         *
         * @throws IllegalArgumentException when it is not the next in this area's order
         * @throws UnconfirmedCommitException when the folder is there but the disk did not confirm it
         * @throws IOException when anything else fails; both areas are then as before
         */
        public CommittedFolder take(CommittedFolder from) throws IOException {
            if (from.sequence() != sequence) {
                throw new IllegalArgumentException("expected the folder that is next in the order");
            }
            DurableFiles.deleteAll(staging);
            CommittedFolder folder = CommittedFolder.in(area, sequence, from.hash());
            Files.move(from.path(), folder.path(), StandardCopyOption.ATOMIC_MOVE);
            renamed = true;
            try {
                DurableFiles.force(area);
                DurableFiles.force(from.path().resolveSibling(""));
            } catch (IOException e) {
                throw new UnconfirmedCommitException(folder, e);
            }
            return folder;
        }

        /**
         * Removes a committed folder: by one rename to a name that is no folder's, and then its files. Who has a file open
         * reads it to its end.
         *
         * @throws IOException when it fails; the folder is then as before or gone, and the next writer removes what is left
         */
        public void remove(CommittedFolder folder) throws IOException {
            Path removed = area.resolve(REMOVED);
            DurableFiles.deleteAll(removed);
            Files.move(folder.path(), removed, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.force(area);
            DurableFiles.deleteAll(removed);
        }

        @Override
        public void close() throws IOException {
            if (renamed) {
                releaseLock();
                return;
            }
            try (lock) {
                DurableFiles.deleteAll(staging);
            }
        }

        /** After the commit no failure may hide it: the operating system releases the lock at the latest at the end. */
        @SuppressWarnings("EmptyCatch")
        private void releaseLock() {
            try {
                lock.close();
            } catch (IOException e) {
                // The folder is on disk and confirmed; nothing is lost.
            }
        }
    }
}
