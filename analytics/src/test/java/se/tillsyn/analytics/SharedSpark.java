package se.tillsyn.analytics;

import org.apache.spark.sql.SparkSession;
import se.tillsyn.ingest.spark.JobSpark;

/** One local Spark for all tests of a run. */
public final class SharedSpark {

    private static final SparkSession SESSION = JobSpark.open("tests", "local[2]");

    private SharedSpark() {}

    public static SparkSession session() {
        return SESSION;
    }
}
