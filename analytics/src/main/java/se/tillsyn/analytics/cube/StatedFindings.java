package se.tillsyn.analytics.cube;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.finding.Finding;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.finding.Outcome;
import se.tillsyn.ingest.store.Batch;

/** The findings that state a result for several operations together and therefore enter no cell of the cube. */
public final class StatedFindings {

    private StatedFindings() {}

    /**
     * All of them, by finding id.
     *
     * @param batches verified batches, at least one
     */
    public static List<Finding> of(SparkSession spark, List<Batch> batches) {
        spark.sparkContext().setJobDescription("statements: findings about several operations");
        return KnownFindings.of(spark, batches)
                .where(col(FindingColumns.UNIT_ID).isNull())
                .collectAsList()
                .stream()
                .map(StatedFindings::findingOf)
                .sorted(Comparator.comparing(Finding::findingId))
                .toList();
    }

    private static Finding findingOf(Row row) {
        return new Finding(
                text(row, FindingColumns.FINDING_ID),
                row.<Integer>getAs(FindingColumns.REVISION),
                row.<Boolean>getAs(FindingColumns.WITHDRAWN),
                text(row, FindingColumns.INSPECTION_ID),
                dayOf(row.getAs(FindingColumns.INSPECTED_ON)),
                text(row, FindingColumns.PROGRAMME),
                text(row, FindingColumns.SELECTION_BASIS),
                text(row, FindingColumns.OFFICE),
                text(row, FindingColumns.REGION_CODE),
                text(row, FindingColumns.OPERATION_TYPE),
                null,
                text(row, FindingColumns.AGE_GROUP),
                text(row, FindingColumns.TOPIC),
                text(row, FindingColumns.OBSERVED_UNIT),
                text(row, FindingColumns.EVIDENCE),
                Outcome.valueOf(text(row, FindingColumns.OUTCOME)),
                row.getAs(FindingColumns.CASES_ASSESSED),
                row.getAs(FindingColumns.CASES_DEFICIENT),
                row.getAs(FindingColumns.ELIGIBLE),
                row.getAs(FindingColumns.VALUE),
                row.getAs(FindingColumns.VALUE_UNIT),
                row.getAs(FindingColumns.CENSORED),
                row.getAs(FindingColumns.VALUE_LOW),
                row.getAs(FindingColumns.VALUE_HIGH),
                row.getAs(FindingColumns.DEMAND),
                optionalDay(row.getAs(FindingColumns.FOLLOWED_UP_ON)),
                row.getAs(FindingColumns.REMEDIED));
    }

    private static String text(Row row, String column) {
        return row.getAs(column);
    }

    private static LocalDate dayOf(Date day) {
        return day.toLocalDate();
    }

    private static @Nullable LocalDate optionalDay(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
