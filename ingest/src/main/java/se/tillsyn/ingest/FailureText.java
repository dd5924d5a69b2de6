package se.tillsyn.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.spark.SparkException;
import se.tillsyn.ingest.commit.BusyException;
import se.tillsyn.ingest.commit.UnconfirmedCommitException;
import se.tillsyn.ingest.spark.CannotStartException;
import se.tillsyn.ingest.store.DamagedBatchException;

/**
 * What a run that failed says: expected, found, where, what to do. The message of a failure that this program did not
 * foresee is left out, since it may quote a field; its kind and place in the program are told instead.
 */
final class FailureText {

    private static final String UNTOUCHED = "Ingest failed and the store is as before. ";

    private FailureText() {}

    /**
     * The text, one line.
     *
     * @param home folder of the store
     */
    static String of(Throwable failure, Path home) {
        Throwable cause = causeOf(failure);
        if (cause instanceof UnconfirmedCommitException) {
            return "Ingest could not finish. Batch " + cause.getMessage();
        }
        if (cause instanceof BusyException || cause instanceof DamagedBatchException) {
            return UNTOUCHED + cause.getMessage();
        }
        if (cause instanceof CleanStop.StoppedException) {
            return UNTOUCHED + "Expected to come to an end, found a signal to stop. Start again to load the files.";
        }
        if (cause instanceof OutOfMemoryError) {
            return UNTOUCHED + "Expected the work to fit into the Java heap, found its "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB full. Start again with more, for instance TILLSYN_JAVA_OPTIONS=-Xmx4g.";
        }
        if (cause instanceof IOException io) {
            return UNTOUCHED + "Expected to read the files given and to write below --home " + home.toAbsolutePath()
                    + "; found: " + describe(io) + ". Mend that (rights, space, disk, paths) and start again.";
        }
        if (cause instanceof CannotStartException) {
            return UNTOUCHED + cause.getMessage();
        }
        return UNTOUCHED + "Expected to come to an end, found a failure that was not foreseen: " + kindAndPlace(cause)
                + ". Start again; if it happens again, report this line.";
    }

    /** The text when the store could not be read, one line. */
    static String reading(IOException failure) {
        return failure instanceof DamagedBatchException
                ? String.valueOf(failure.getMessage())
                : "Expected to read the store; found: " + describe(failure)
                        + ". Mend that (rights, disk, paths) and start again.";
    }

    private static String describe(IOException failure) {
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            if (file.getReason() != null) {
                return file.getFile() + ": " + file.getReason();
            }
            if (file instanceof AccessDeniedException) {
                return file.getFile() + ": no right to read or write it";
            }
            if (file instanceof NoSuchFileException) {
                return file.getFile() + ": it is not there";
            }
            if (file instanceof FileAlreadyExistsException) {
                return file.getFile() + ": something of that name is there already";
            }
        }
        return failure.getMessage() == null ? kindAndPlace(failure) : failure.getMessage();
    }

    private static String kindAndPlace(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getName());
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("se.tillsyn.")) {
                return text.append(" in ")
                        .append(frame.getFileName())
                        .append(" line ")
                        .append(frame.getLineNumber())
                        .toString();
            }
        }
        return text.toString();
    }

    /** What went wrong in a task, without Spark's wrapping. */
    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && !(cause instanceof IOException)
                && (cause instanceof RuntimeException || cause instanceof SparkException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
