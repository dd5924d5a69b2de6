package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void tellsWhatTheDiskSaidOutOfAnyWrapping() {
        Throwable wrapped = new SparkException("Job aborted", new IOException("No space left on device"));
        assertEquals(
                "Ingest failed and the store is as before. "
                        + FailureInWords.of(new IOException("No space left on device")),
                FailureText.of(wrapped));
    }

    @Test
    void hasWordsForAFailureWithoutAny() {
        assertFalse(FailureText.of(new IOException()).contains("null"));
    }

    @Test
    void neverQuotesAFailureThatWasNotForeseen() {
        String text = FailureText.of(new IllegalStateException("191212121212"));
        assertFalse(text.contains("191212121212"), text);
        assertTrue(text.contains("java.lang.IllegalStateException in FailureTextTest.java line "), text);
        assertEquals(1, text.lines().count());
    }

    @Test
    void tellsAFullHeapAndAStop() {
        assertTrue(FailureText.of(new OutOfMemoryError()).contains("TILLSYN_JAVA_OPTIONS=-Xmx4g"));
        assertTrue(FailureText.of(new CleanStop.StoppedException()).contains("found a signal to stop"));
    }
}
