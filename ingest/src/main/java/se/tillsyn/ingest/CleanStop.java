package se.tillsyn.ingest;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run cleanly when the process is told to stop (SIGTERM, SIGINT): the run stops at its next stage, and the process
 * waits a while until it has removed what it staged. What is being committed is committed.
 */
final class CleanStop implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "clean stop");
    private volatile boolean requested;

    CleanStop() {
        Runtime.getRuntime().addShutdownHook(hook);
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
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
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
