package se.tillsyn.analytics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.analytics.cube.Cube;
import se.tillsyn.analytics.cube.DeficiencyCell;
import se.tillsyn.analytics.cube.DeficiencyCube;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.spark.JobSpark;
import se.tillsyn.ingest.store.Store;

/** Computes the cube of a store and says what is in it. Arguments: home, profile. */
public final class CubeRun {

    private CubeRun() {}

    public static void main(String[] arguments) throws IOException {
        Profile profile = Profile.load(arguments[1]);
        try (SparkSession spark = JobSpark.open("bench cube", "local[*]")) {
            Cube cube = new DeficiencyCube(spark, profile).compute(new Store(Path.of(arguments[0])).batches());
            System.out.println(summary(cube.inspected()));
        }
    }

    /** The sums that the peer prints too, so that a difference would show. */
    private static String summary(List<DeficiencyCell> cells) {
        long units = 0;
        long deficientUnits = 0;
        long cases = 0;
        long deficient = 0;
        long squares = 0;
        for (DeficiencyCell cell : cells) {
            units += cell.units();
            deficientUnits += cell.deficientUnits();
            cases += cell.cases().cases();
            deficient += cell.cases().deficient();
            squares += cell.cases().squaredCases()
                    + cell.cases().products()
                    + cell.cases().squaredDeficient();
        }
        return String.format(
                Locale.ROOT,
                "%d cells, sums %d %d %d %d %d",
                cells.size(),
                units,
                deficientUnits,
                cases,
                deficient,
                squares);
    }
}
