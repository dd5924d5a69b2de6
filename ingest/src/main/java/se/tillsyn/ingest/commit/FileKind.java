package se.tillsyn.ingest.commit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What lies at a path. Asked of the disk, and an answer that the disk refuses is an error: {@link Files#exists} and its
 * like would say no, and what only could not be seen would be passed over as if it were not there.
 */
public enum FileKind {
    FILE,
    FOLDER,
    LINK,
    /** A pipe, a device, a socket. */
    OTHER,
    NOTHING;

    /**
     * What the path leads to; never {@link #LINK}, and a link that leads nowhere is {@link #NOTHING}.
     *
     * @throws IOException when the disk does not say
     */
    public static FileKind of(Path path) throws IOException {
        return ask(path);
    }

    /**
     * What bears this name itself; links are not followed.
     *
     * @throws IOException when the disk does not say
     */
    public static FileKind ofEntry(Path path) throws IOException {
        return ask(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileKind ask(Path path, LinkOption... options) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class, options);
        } catch (NoSuchFileException e) {
            return NOTHING;
        } catch (FileSystemException e) {
            if (liesInNoFolder(path)) {
                return NOTHING;
            }
            throw e;
        }
        if (found.isRegularFile()) {
            return FILE;
        }
        if (found.isDirectory()) {
            return FOLDER;
        }
        return found.isSymbolicLink() ? LINK : OTHER;
    }

    /** Whether the path goes on below something that is not a folder. */
    private static boolean liesInNoFolder(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        return parent != null && of(parent) != FOLDER;
    }
}
