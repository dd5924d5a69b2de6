package se.tillsyn.analytics.cube;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.profile.Code;
import se.tillsyn.ingest.profile.CodeListName;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.store.Batch;

/** Findings that count real persons or their files. */
public final class ProtectedFindings {

    private ProtectedFindings() {}

    /**
     * Whether the batches hold any: a finding about one operation, of a programme that is not synthetic, whose observed
     * unit is protected.
     *
     * @param batches verified batches, at least one
     */
    public static boolean existIn(SparkSession spark, Profile profile, List<Batch> batches) {
        Object[] real = codes(profile, CodeListName.PROGRAMMES, "synthetic", false);
        Object[] guarded = codes(profile, CodeListName.OBSERVED_UNITS, "protected", true);
        spark.sparkContext().setJobDescription("disclosure: findings that count persons or files");
        return !KnownFindings.of(spark, batches)
                .where(col(FindingColumns.UNIT_ID).isNotNull())
                .where(col(FindingColumns.PROGRAMME).isin(real))
                .where(col(FindingColumns.OBSERVED_UNIT).isin(guarded))
                .isEmpty();
    }

    private static Object[] codes(Profile profile, CodeListName list, String flag, boolean wanted) {
        return profile.codes(list).codes().stream()
                .filter(code -> code.flag(flag) == wanted)
                .map(Code::code)
                .toArray();
    }
}
