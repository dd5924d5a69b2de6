package se.tillsyn.ingest.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * How a command starts Spark: quiet, without its web page, on the loopback address when it runs in this process, in UTC,
 * with Parquet's page checksums checked, and with small read partitions, so that a store of many small files uses every
 * core.
 */
public final class JobSpark {

    private JobSpark() {}

    /**
     * Starts a session.
     *
     * @param name what the job is called
     * @param master master's address; {@code null} = what {@code spark-submit} says, else every core of this machine
     * @throws CannotStartException when the Java heap is smaller than Spark needs
     */
    public static SparkSession open(String name, @Nullable String master) {
        return open(name, master, Map.of());
    }

    /**
     * Starts a session.
     *
     * @param name what the job is called
     * @param master master's address; {@code null} = what {@code spark-submit} says, else every core of this machine
     * @param clusterSettings further settings, for executors in processes of their own
     */
    public static SparkSession open(String name, @Nullable String master, Map<String, String> clusterSettings) {
        MachineNeeds.requireHeap();
        String submitted = System.getProperty("spark.master");
        String chosen = master != null ? master : submitted != null ? submitted : "local[*]";
        SparkSession.Builder builder = SparkSession.builder()
                .appName(name)
                .master(chosen)
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.hadoop.parquet.page.verify-checksum.enabled", "true")
                .config("spark.sql.debug.maxToStringFields", "1000")
                .config("spark.sql.shuffle.partitions", "8")
                .config("spark.sql.files.maxPartitionBytes", "16m")
                .config("spark.sql.files.openCostInBytes", "64k");
        if (chosen.startsWith("local")) {
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        } else {
            clusterSettings.forEach(builder::config);
        }
        return builder.getOrCreate();
    }
}
