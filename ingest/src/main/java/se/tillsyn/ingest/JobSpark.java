package se.tillsyn.ingest;

import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** How a command starts Spark: quiet, without its web page, on the loopback address when it runs in this process. */
final class JobSpark {

    private JobSpark() {}

    /**
     * Starts a session.
     *
     * @param master master's address; {@code null} = what {@code spark-submit} says, else every core of this machine
     */
    static SparkSession open(String name, @Nullable String master) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName(name)
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC");
        String submitted = System.getProperty("spark.master");
        String chosen = master != null ? master : submitted != null ? submitted : "local[*]";
        builder.master(chosen);
        if (chosen.startsWith("local")) {
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        }
        return builder.getOrCreate();
    }
}
