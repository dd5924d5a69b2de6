package se.tillsyn.analytics;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark for a job. */
final class Sessions {

    private Sessions() {}

    /**
     * A session on {@code master}; under {@code spark-submit} what that says goes first. Everything that could differ
     * between machines and matters to results is set here.
     */
    static SparkSession start(String name, String master) {
        SparkConf conf = new SparkConf();
        conf.setIfMissing("spark.master", master);
        conf.setAppName(name);
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        conf.setIfMissing("spark.hadoop.parquet.page.verify-checksum.enabled", "true");
        conf.setIfMissing("spark.sql.shuffle.partitions", "8");
        conf.setIfMissing("spark.sql.files.maxPartitionBytes", "16m");
        conf.setIfMissing("spark.sql.files.openCostInBytes", "64k");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
