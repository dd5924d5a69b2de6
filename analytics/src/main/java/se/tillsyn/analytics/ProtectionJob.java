package se.tillsyn.analytics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import se.tillsyn.ingest.commit.ContentHash;

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
    /** What was found for a block and a window, so that a block is protected anew only when one of them is another. */
    private final Map<String, int[]> known = new HashMap<>();

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
        List<String> prints = blocks.stream()
                .map(block -> print(block, promiseOf(block.topics(), promised)))
                .toList();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (!known.containsKey(prints.get(i))) {
                open.add(i);
            }
        }
        // The largest begin first, so that none of them is left alone at the end.
        open.sort(Comparator.comparingInt((Integer i) -> -blocks.get(i).cells()));
        protect(
                open.stream().map(blocks::get).toList(),
                promised,
                open.stream().map(prints::get).toList());
        Set<CellName> names = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            int[] withheld = Objects.requireNonNull(known.get(prints.get(i)));
            for (List<CellName> topic : blocks.get(i).topics()) {
                for (int cell : withheld) {
                    names.add(topic.get(cell));
                }
            }
        }
        return names;
    }

    private void protect(List<TopicYear> blocks, Protection.Window promised, List<String> prints) {
        if (blocks.isEmpty()) {
            return;
        }
        List<Tuple2<TopicYear, Protection.Window>> dealt = blocks.stream()
                .map(block -> new Tuple2<>(block, promiseOf(block.topics(), promised)))
                .toList();
        List<int[]> withheld = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(dealt, dealt.size())
                .map(block -> block._1().protect(block._2()))
                .collect();
        for (int i = 0; i < withheld.size(); i++) {
            known.put(prints.get(i), withheld.get(i));
        }
    }

    /** SHA-256 of all that the protection of a block depends on. */
    private static String print(TopicYear block, Protection.Window promised) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(block.primary());
            out.writeObject(block.block());
            out.writeObject(promised);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContentHash.of(bytes.toByteArray());
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
