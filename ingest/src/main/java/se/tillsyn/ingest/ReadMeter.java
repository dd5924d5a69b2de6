package se.tillsyn.ingest;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the tasks of a job read while they read it. Executors elsewhere report it with their heartbeats, through
 * accumulators. Tasks that run in the process that started the job count in the very meter that it opened: Spark's local
 * executor cannot report oftener than every ten seconds, since it fails when a heartbeat comes before its start is done.
 */
final class ReadMeter implements Serializable, AutoCloseable {

    private static final long serialVersionUID = 1L;

    /** Names under which the counts travel. */
    static final String BYTES = "bytes read";

    static final String ROWS = "rows read";

    /** Properties of a job: the bytes that its tasks will read in all, and its meter. */
    private static final String BYTES_OF_JOB = "tillsyn.bytes";

    private static final String METER_OF_JOB = "tillsyn.meter";

    /** Meters opened in this process, by id, until they are closed. */
    private static final Map<Long, ReadMeter> OPEN = new ConcurrentHashMap<>();

    private final LongAccumulator bytes;
    private final LongAccumulator rows;
    private final LongAdder bytesHere = new LongAdder();
    private final LongAdder rowsHere = new LongAdder();
    private final transient @Nullable SparkContext spark;

    private ReadMeter(SparkContext spark) {
        this.spark = spark;
        bytes = spark.longAccumulator(BYTES);
        rows = spark.longAccumulator(ROWS);
    }

    /**
     * Opens a meter for the jobs that this thread starts until it is closed.
     *
     * @param bytesInAll what they will read
     */
    static ReadMeter open(SparkContext spark, long bytesInAll) {
        ReadMeter meter = new ReadMeter(spark);
        OPEN.put(meter.bytes.id(), meter);
        spark.setLocalProperty(BYTES_OF_JOB, Long.toString(bytesInAll));
        spark.setLocalProperty(METER_OF_JOB, Long.toString(meter.bytes.id()));
        return meter;
    }

    /** The meter that a job with these properties counts by in this process; {@code null} = none. */
    static @Nullable ReadMeter of(Properties job) {
        String id = job.getProperty(METER_OF_JOB);
        return id == null ? null : OPEN.get(Long.valueOf(id));
    }

    /** The bytes that a job with these properties will read in all; 0 = unknown. */
    static long bytesInAll(Properties job) {
        return Long.parseLong(job.getProperty(BYTES_OF_JOB, "0"));
    }

    /** Counts what was read since the last time; called once per read of a file, not per row. */
    void add(long bytesRead, long rowsRead) {
        if (spark == null) {
            bytes.add(bytesRead);
            rows.add(rowsRead);
        } else {
            bytesHere.add(bytesRead);
            rowsHere.add(rowsRead);
        }
    }

    /** Bytes read by tasks of this process. */
    long bytesHere() {
        return bytesHere.sum();
    }

    /** Rows read by tasks of this process. */
    long rowsHere() {
        return rowsHere.sum();
    }

    /** A task gets a copy of the meter, or the meter itself where that was opened. */
    private Object readResolve() {
        ReadMeter opened = OPEN.get(bytes.id());
        return opened == null ? this : opened;
    }

    @Override
    public void close() {
        OPEN.remove(bytes.id());
        if (spark != null) {
            spark.setLocalProperty(BYTES_OF_JOB, null);
            spark.setLocalProperty(METER_OF_JOB, null);
        }
    }
}
