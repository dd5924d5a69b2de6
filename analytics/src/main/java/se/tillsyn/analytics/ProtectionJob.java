package se.tillsyn.analytics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;
import se.tillsyn.analytics.cube.YearOfTopic;
import se.tillsyn.analytics.disclosure.CellName;
import se.tillsyn.analytics.disclosure.LateBlock;
import se.tillsyn.analytics.disclosure.TopicYear;
import se.tillsyn.analytics.disclosure.suppression.Protection;
import se.tillsyn.analytics.revision.Revising;

/**
 * Protects blocks of cells, each in a Spark task of its own.
 *
 * <p>The windows that are promised can be asked to be wider in some topics' years: where the audit, which searches in another
 * way, found one too narrow.
 */
final class ProtectionJob implements Revising.Protecting {

    /** No topic's year is protected anew more often. */
    private static final int MOST = 3;

    private final SparkSession spark;
    private final Map<YearOfTopic, Integer> widened = new HashMap<>();

    ProtectionJob(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Asks for wider windows in some topics' years from now on.
     *
     * @return whether any of them can still be widened
     */
    boolean widen(Set<YearOfTopic> years) {
        boolean any = false;
        for (YearOfTopic year : years) {
            int times = widened.getOrDefault(year, 0);
            any |= times < MOST;
            widened.put(year, Math.min(MOST, times + 1));
        }
        return any;
    }

    private Protection.Window promiseOf(List<List<CellName>> topics, Protection.Window promised) {
        int times = 0;
        for (List<CellName> topic : topics) {
            times = Math.max(times, widened.getOrDefault(topic.get(0).yearOfTopic(), 0));
        }
        return promised.widened(times);
    }

    @Override
    public Set<CellName> withheld(List<TopicYear> blocks, Protection.Window promised) {
        if (blocks.isEmpty()) {
            return Set.of();
        }
        // The largest begin first, so that none of them is left alone at the end.
        List<TopicYear> largestFirst = new ArrayList<>(blocks);
        largestFirst.sort(Comparator.comparingInt((TopicYear block) -> -block.cells()));
        List<Tuple2<TopicYear, Protection.Window>> dealt = largestFirst.stream()
                .map(block -> new Tuple2<>(block, promiseOf(block.topics(), promised)))
                .toList();
        List<int[]> withheld = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(dealt, dealt.size())
                .map(block -> block._1().protect(block._2()))
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
        List<Tuple2<LateBlock, Protection.Window>> dealt = largestFirst.stream()
                .map(blocks::get)
                .map(block -> new Tuple2<>(block, promiseOf(block.topics(), promised)))
                .toList();
        List<LateBlock.Price> found = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(dealt, dealt.size())
                .map(block -> block._1().price(block._2()))
                .collect();
        LateBlock.Price[] prices = new LateBlock.Price[found.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[largestFirst.get(i)] = found.get(i);
        }
        return List.of(prices);
    }
}
