package se.tillsyn.ingest;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run cleanly when the process is told to stop (SIGTERM, SIGINT): Spark's jobs are cancelled, the run stops at its
 * next stage, and the process waits a while until it has removed what it staged. What is being committed is committed.
 * Takes its turn before Spark's own hook, since a run whose Spark goes away under it may wait for ever.
 */
final class CleanStop implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final long BETWEEN_CANCELS_MILLIS = 100;

    /** Higher goes first; Spark's is 40. */
    private static final int PRIORITY = 100;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable hook = this::stop;
    private volatile boolean requested;
    private volatile @Nullable SparkContext spark;

    CleanStop() {
        ShutdownHookManager.get().addShutdownHook(hook, PRIORITY, 2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Names whose jobs are to be cancelled. */
    void cancels(SparkContext running) {
        spark = running;
    }

    /** Whether the process was told to stop. */
    boolean requested() {
        return requested;
    }

    /**
     * Goes on, or not.
     *
     * @throws StoppedException when the process was told to stop
     */
    void check() {
        if (requested) {
            throw new StoppedException();
        }
    }

    private void stop() {
        requested = true;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            boolean over = false;
            while (!over && System.nanoTime() < end) {
                // Again and again: the run may have been about to submit its next job.
                cancelJobs();
                over = ended.await(BETWEEN_CANCELS_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancelJobs() {
        SparkContext running = spark;
        if (running != null && !running.isStopped()) {
            running.cancelAllJobs();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!requested) {
            try {
                ShutdownHookManager.get().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                requested = true;
            }
        }
    }

    /** The process was told to stop. */
    static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
