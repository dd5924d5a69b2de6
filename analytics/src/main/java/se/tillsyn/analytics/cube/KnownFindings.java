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
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.store.Batch;
import se.tillsyn.ingest.store.FindingTable;
import se.tillsyn.ingest.table.Column;

/** The findings as known after some batches: each finding in its highest revision, withdrawn ones left out. */
final class KnownFindings {

    private static final String NEWEST = "newest_revision";

    /** The stored table as Spark names its types, so that no job is run to find them out. */
    private static final StructType SCHEMA = new StructType(FindingTable.TABLE.columns().stream()
            .map(column -> new StructField(column.name(), typeOf(column), column.optional(), Metadata.empty()))
            .toArray(StructField[]::new));

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
        Dataset<Row> findings = spark.read().schema(SCHEMA).parquet(files);
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

    private static DataType typeOf(Column<?> column) {
        if (column instanceof Column.Text<?>) {
            return DataTypes.StringType;
        }
        if (column instanceof Column.Whole<?> || column instanceof Column.OptionalWhole<?>) {
            return DataTypes.IntegerType;
        }
        if (column instanceof Column.Day<?>) {
            return DataTypes.DateType;
        }
        if (column instanceof Column.Flag<?> || column instanceof Column.OptionalFlag<?>) {
            return DataTypes.BooleanType;
        }
        return DataTypes.DoubleType;
    }
}
