package se.tillsyn.ingest;

import java.io.IOException;
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

    /** The text, one line. */
    static String of(Throwable failure) {
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
            return UNTOUCHED + FailureInWords.of(io);
        }
        if (cause instanceof CannotStartException) {
            return UNTOUCHED + cause.getMessage();
        }
        return UNTOUCHED + "Expected to come to an end, found a failure that was not foreseen: " + kindAndPlace(cause)
                + ". Start again; if it happens again, report this line.";
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
