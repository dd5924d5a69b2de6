package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.deidentification.SafeName;
import se.tillsyn.ingest.report.ReportText;

/**
 * What a disk or a file system refused, as a sentence for the person at the terminal: what was expected, what was found,
 * where, what to do. An exception of our own says that itself and is told as it is.
 */
final class FailureInWords {

    private FailureInWords() {}

    static String of(IOException failure) {
        IOException e = firstCause(failure);
        String reason = String.valueOf(reasonOf(e)).toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("quota exceeded")) {
            return sentence("free space on the disk", e, "a full one", "Free some space, or use another disk");
        }
        if (reason.contains("read-only")) {
            return sentence(
                    "a disk that can be written",
                    e,
                    "one that is mounted read-only",
                    "Mount it for writing, or name another folder");
        }
        if (reason.contains("too many open files")) {
            return sentence(
                    "to open a file",
                    e,
                    "the limit of open files reached",
                    "Raise it (ulimit -n 4096), or end other programs");
        }
        if (reason.contains("input/output error")) {
            return sentence(
                    "a disk that works",
                    e,
                    "an error of the device",
                    "Check the disk, and restore from a backup what it has lost");
        }
        return ofKind(e);
    }

    private static String ofKind(IOException e) {
        if (e instanceof AccessDeniedException) {
            return sentence(
                    "the right to read and write",
                    e,
                    "no such right",
                    "Give it to the user that runs this, or name another folder");
        }
        if (e instanceof NoSuchFileException) {
            return sentence("a file or folder", e, "none", "Check the path; what has vanished must be put back");
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return sentence("to make a folder or file", e, "something else in its place", "Move that, or name another");
        }
        if (e instanceof DirectoryNotEmptyException) {
            return sentence("an empty folder", e, "files in it", "Is another program writing there? End it");
        }
        if (e instanceof FileSystemException) {
            return sentence(
                    "to read and write",
                    e,
                    "the refusal: " + ReportText.printable(String.valueOf(reasonOf(e))),
                    "Check rights, space and disk");
        }
        return e.getMessage() == null
                ? "Expected to read and write, found a failure without a reason ("
                        + e.getClass().getSimpleName() + "). Check rights, space and disk, then start again."
                : ReportText.printable(e.getMessage());
    }

    /** What the disk said: a library's message around it may quote what it was about to write. */
    private static IOException firstCause(IOException failure) {
        IOException first = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException deeper) {
                first = deeper;
            }
        }
        return first;
    }

    private static @Nullable String reasonOf(IOException e) {
        return e instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : e.getMessage();
    }

    private static String sentence(String expected, IOException e, String found, String toDo) {
        String file = e instanceof FileSystemException refused ? refused.getFile() : null;
        return "Expected " + expected + (file == null ? "" : " at " + SafeName.ofFile(file, 0)) + ", found " + found
                + ". " + toDo + ", then start again.";
    }
}
