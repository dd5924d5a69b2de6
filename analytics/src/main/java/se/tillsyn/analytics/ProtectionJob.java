package se.tillsyn.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.disclosure.suppression.Protection;

/** Protects blocks of cells, each in a Spark task of its own. */
final class ProtectionJob {

    private final SparkSession spark;

    ProtectionJob(SparkSession spark) {
        this.spark = spark;
    }

    /** Names of all cells that must be withheld. */
    Set<CellName> withheld(List<TopicYear> blocks, Protection.Window promised) {
        if (blocks.isEmpty()) {
            return Set.of();
        }
        // The largest begin first, so that none of them is left alone at the end.
        List<TopicYear> largestFirst = new ArrayList<>(blocks);
        largestFirst.sort(Comparator.comparingInt((TopicYear block) -> -block.cells()));
        List<int[]> withheld = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(largestFirst, largestFirst.size())
                .map(block -> block.protect(promised))
                .collect();
        Set<CellName> names = new HashSet<>();
        for (int i = 0; i < withheld.size(); i++) {
            for (List<CellName> topic : largestFirst.get(i).topics()) {
                for (int cell : withheld.get(i)) {
                    names.add(topic.get(cell));
                }
            }
        }
        return names;
    }
}
