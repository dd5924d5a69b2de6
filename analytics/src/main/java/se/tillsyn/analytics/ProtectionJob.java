package se.tillsyn.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.LateBlock;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.disclosure.suppression.Protection;
import se.tillsyn.analytics.revision.Revising;

/** Protects blocks of cells, each in a Spark task of its own. */
final class ProtectionJob implements Revising.Protecting {

    private final SparkSession spark;

    ProtectionJob(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public Set<CellName> withheld(List<TopicYear> blocks, Protection.Window promised) {
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

    @Override
    public List<LateBlock.Price> prices(List<LateBlock> blocks, Protection.Window promised) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        List<Integer> largestFirst = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            largestFirst.add(i);
        }
        largestFirst.sort(Comparator.comparingInt((Integer i) -> -blocks.get(i).cells()));
        List<LateBlock> dealt = largestFirst.stream().map(blocks::get).toList();
        List<LateBlock.Price> found = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(dealt, dealt.size())
                .map(block -> block.price(promised))
                .collect();
        LateBlock.Price[] prices = new LateBlock.Price[found.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[largestFirst.get(i)] = found.get(i);
        }
        return List.of(prices);
    }
}
