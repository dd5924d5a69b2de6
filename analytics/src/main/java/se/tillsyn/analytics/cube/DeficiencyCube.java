package se.tillsyn.analytics.cube;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.analytics.statistics.ClusterSums;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/**
 * Computes the cube of deficiency counts.
 *
 * <p>Findings are brought together by operation, so that each task sees whole operations; a task adds each of them once
 * to every cell it belongs to; the tasks' counts are added. Nothing depends on which task saw which operation.
 */
public final class DeficiencyCube {

    private final SparkSession spark;
    private final Profile profile;

    public DeficiencyCube(SparkSession spark, Profile profile) {
        this.spark = spark;
        this.profile = profile;
    }

    /**
     * Cells in the order topic, region, period, age group, operation type. Only cells that at least one operation
     * belongs to are there.
     *
     * @param batches verified batches, at least one
     */
    public List<DeficiencyCell> compute(List<Batch> batches) {
        CubeDimensions dimensions = new CubeDimensions(profile);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<CubeDimensions> shared = context.broadcast(dimensions);
        context.setJobDescription("cube: counts per operation, added by cell");
        CellCounts counts = byOperation(KnownFindings.of(spark, batches))
                .toJavaRDD()
                .mapPartitions(rows -> List.of(countsOf(rows, shared.value())).iterator())
                .treeAggregate(new CellCounts(), CellCounts::merge, CellCounts::merge);
        shared.destroy();
        return cellsOf(counts, dimensions);
    }

    /**
     * One row per finding about one operation; findings of an operation stand together in one partition. Columns in the
     * order that {@link #countsOf} reads them.
     */
    private static Dataset<Row> byOperation(Dataset<Row> findings) {
        return findings.where(col(FindingColumns.UNIT_ID).isNotNull())
                .select(
                        col(FindingColumns.UNIT_ID),
                        col(FindingColumns.TOPIC),
                        col(FindingColumns.REGION_CODE),
                        year(col(FindingColumns.INSPECTED_ON)),
                        col(FindingColumns.AGE_GROUP),
                        col(FindingColumns.OPERATION_TYPE),
                        col(FindingColumns.SELECTION_BASIS),
                        col(FindingColumns.OBSERVED_UNIT),
                        col(FindingColumns.EVIDENCE),
                        col(FindingColumns.OUTCOME),
                        coalesce(col(FindingColumns.ELIGIBLE), col(FindingColumns.CASES_ASSESSED), lit(-1)),
                        coalesce(col(FindingColumns.CASES_DEFICIENT), lit(-1)),
                        col(FindingColumns.PROGRAMME),
                        coalesce(col(FindingColumns.CASES_ASSESSED), lit(-1)))
                .repartition(col(FindingColumns.UNIT_ID))
                .sortWithinPartitions(col(FindingColumns.UNIT_ID));
    }

    private static CellCounts countsOf(Iterator<Row> rows, CubeDimensions dimensions) {
        CellCounts counts = new CellCounts();
        UnitCells cells = new UnitCells(dimensions);
        String current = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            String unit = row.getString(0);
            if (!Objects.equals(unit, current)) {
                cells.flushInto(counts);
                current = unit;
            }
            Integer topic = dimensions.topic(row.getString(1));
            if (topic != null) {
                cells.add(
                        topic,
                        dimensions.chain(row.getString(2)),
                        dimensions.period(row.getInt(3)),
                        dimensions.band(row.getString(4)),
                        dimensions.operationType(row.getString(5)),
                        unitCellOf(topic, row, dimensions));
            }
        }
        cells.flushInto(counts);
        return counts;
    }

    /**
     * Reads what a finding says; files count only where the topic's indicator lets the evidence and the observed unit
     * into the case rate, and where it is of those to whom the requirement applied, only those.
     */
    private static UnitCell unitCellOf(int topic, Row row, CubeDimensions dimensions) {
        long marks = dimensions.marks(topic, row.getString(6), row.getString(7), row.getString(8), row.getString(12));
        Outcome outcome = Outcome.valueOf(row.getString(9));
        int assessed = row.getInt(dimensions.ofEligible(topic) ? 10 : 13);
        int deficient = row.getInt(11);
        boolean judged = outcome.judged() && assessed != 0;
        boolean counted = (marks & Marks.CASE_RATE) != 0 && judged && assessed > 0 && deficient >= 0;
        return new UnitCell(
                judged, judged && outcome == Outcome.DEFICIENT, counted ? assessed : 0, counted ? deficient : 0, marks);
    }

    private static List<DeficiencyCell> cellsOf(CellCounts counts, CubeDimensions dimensions) {
        List<DeficiencyCell> cells = new ArrayList<>();
        for (long key : counts.sortedKeys()) {
            long marks = counts.sum(key, CellCounts.MARKS);
            cells.add(new DeficiencyCell(
                    dimensions.topicCode(key),
                    dimensions.levelOf(key),
                    dimensions.regionCode(key),
                    dimensions.periodCode(key),
                    dimensions.ageGroupCode(key),
                    dimensions.operationTypeCode(key),
                    dimensions.basisCode(marks),
                    (marks & Marks.CASE_RATE) != 0,
                    (marks & Marks.PROTECTED) != 0,
                    (marks & Marks.SYNTHETIC) != 0,
                    (marks & Marks.REAL_PERSONS) != 0,
                    new ClusterSums(
                            counts.sum(key, CellCounts.CLUSTERS),
                            counts.sum(key, CellCounts.CASES),
                            counts.sum(key, CellCounts.DEFICIENT_CASES),
                            counts.sum(key, CellCounts.SQUARED_DEFICIENT),
                            counts.sum(key, CellCounts.PRODUCTS),
                            counts.sum(key, CellCounts.SQUARED_CASES)),
                    Math.toIntExact(counts.sum(key, CellCounts.UNITS)),
                    Math.toIntExact(counts.sum(key, CellCounts.DEFICIENT_UNITS))));
        }
        return cells;
    }
}
