package se.tillsyn.ingest.spark;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a job needs of the machine, asked before it begins: with too little, libraries fail in ways that tell nobody what
 * to do.
 */
public final class MachineNeeds {

    /** Libraries, sockets and files of a job take about 250. */
    private static final long OPEN_FILES = 512;

    /** Spark refuses less: one and a half times the 300 MB that it keeps for itself. */
    private static final long HEAP_BYTES = 450L << 20;

    private static final String SPARK_HEAP_FOR_TESTS = "spark.testing.memory";

    private MachineNeeds() {}

    /**
     * Asks for open files; uses no library, since none could be loaded.
     *
     * @throws CannotStartException when the limit is too low
     */
    public static void requireOpenFiles() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                && unix.getMaxFileDescriptorCount() < OPEN_FILES) {
            throw new CannotStartException("Expected a limit of at least " + OPEN_FILES + " open files, found "
                    + unix.getMaxFileDescriptorCount() + ". Nothing was begun. Raise it (ulimit -n 4096), then start"
                    + " again.");
        }
    }

    /**
     * Asks for heap.
     *
     * @throws CannotStartException when the heap is too small
     */
    static void requireHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        if (heap < HEAP_BYTES && System.getProperty(SPARK_HEAP_FOR_TESTS) == null) {
            throw new CannotStartException("Expected a Java heap of at least " + (HEAP_BYTES >> 20) + " MB, found "
                    + (heap >> 20) + " MB. Nothing was begun. Start again with more, for instance"
                    + " TILLSYN_JAVA_OPTIONS=-Xmx512m.");
        }
    }
}
