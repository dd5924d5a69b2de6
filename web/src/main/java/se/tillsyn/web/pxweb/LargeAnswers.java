package se.tillsyn.web.pxweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import se.tillsyn.web.rest.ApiProblem;

/**
 * Answers of many cells, written while they are made. Each takes a thread for as long as its reader takes, and some megabytes
 * of the heap: only so many at one time, that threads and heap are left to all other readers.
 */
final class LargeAnswers {

    static final int AT_ONCE = 16;

    private static final String SECONDS_TO_WAIT = "5";

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** What writes an answer. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    /**
     * Writes an answer.
     *
     * @throws ApiProblem when too many others are being written
     */
    void write(HttpServletResponse response, Writing answer) throws IOException {
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
            throw new ApiProblem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-large-answers",
                    "Expected at most " + AT_ONCE + " answers of many cells to be written at one time, found more.");
        }
        try {
            answer.write();
        } finally {
            places.release();
        }
    }
}
