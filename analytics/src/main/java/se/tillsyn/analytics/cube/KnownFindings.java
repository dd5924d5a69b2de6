package se.tillsyn.analytics.cube;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.store.Batch;

/** The findings as known after some batches: each finding in its highest revision, withdrawn ones left out. */
final class KnownFindings {

    private static final String NEWEST = "newest_revision";

    private KnownFindings() {}

    /**
     * One row per finding, in the columns of the contract.
     *
     * <p>Only findings with revision 2 or more, or withdrawn, can replace another; their batches say in the manifest
     * whether they hold any, so that most stores are read without a join.
     *
     * @param batches at least one, already verified
     */
    static Dataset<Row> of(SparkSession spark, List<Batch> batches) {
        String[] files = batches.stream()
                .flatMap(batch -> batch.findingFiles().stream())
                .map(file -> file.toUri().toString())
                .toArray(String[]::new);
        Dataset<Row> findings = spark.read().parquet(files);
        if (batches.stream().allMatch(batch -> batch.manifest().revisions() == 0)) {
            return findings;
        }
        Dataset<Row> newest = findings.where(col(FindingColumns.REVISION).gt(1).or(col(FindingColumns.WITHDRAWN)))
                .groupBy(col(FindingColumns.FINDING_ID))
                .agg(max(col(FindingColumns.REVISION)).as(NEWEST));
        return findings.join(broadcast(newest), FindingColumns.FINDING_ID, "left")
                .where(col(FindingColumns.REVISION).equalTo(coalesce(col(NEWEST), col(FindingColumns.REVISION))))
                .where(not(coalesce(col(FindingColumns.WITHDRAWN), lit(false))))
                .drop(NEWEST);
    }
}
