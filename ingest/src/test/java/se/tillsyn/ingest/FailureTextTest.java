package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    private static final Path HOME = Path.of("/data");

    @Test
    void tellsWhatTheDiskSaidOutOfAnyWrapping() {
        Throwable wrapped = new SparkException("Job aborted", new IOException("No space left on device"));
        assertEquals(
                "Ingest failed and the store is as before. Expected to read the files given and to write below --home"
                        + " /data; found: No space left on device. Mend that (rights, space, disk, paths) and start"
                        + " again.",
                FailureText.of(wrapped, HOME));
    }

    @Test
    void tellsWhatTheFileSystemLeavesOut() {
        assertTrue(FailureText.of(new AccessDeniedException("/data/x"), HOME)
                .contains("found: /data/x: no right to read or write it"));
        assertTrue(
                FailureText.of(new NoSuchFileException("/data/x"), HOME).contains("found: /data/x: it is not there"));
        assertFalse(FailureText.of(new IOException(), HOME).contains("null"));
    }

    @Test
    void neverQuotesAFailureThatWasNotForeseen() {
        String text = FailureText.of(new IllegalStateException("191212121212"), HOME);
        assertFalse(text.contains("191212121212"), text);
        assertTrue(text.contains("java.lang.IllegalStateException in FailureTextTest.java line "), text);
        assertEquals(1, text.lines().count());
    }

    @Test
    void tellsAFullHeapAndAStop() {
        assertTrue(FailureText.of(new OutOfMemoryError(), HOME).contains("TILLSYN_JAVA_OPTIONS=-Xmx4g"));
        assertTrue(FailureText.of(new CleanStop.StoppedException(), HOME).contains("found a signal to stop"));
    }
}
