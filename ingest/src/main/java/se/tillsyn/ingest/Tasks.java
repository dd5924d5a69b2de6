package se.tillsyn.ingest;

import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Runs the stages of a job: one Spark task per item, answers in the order of the items. */
final class Tasks {

    private final JavaSparkContext spark;
    private final Consumer<String> stages;

    /** @param stages gets one line per stage */
    Tasks(SparkSession spark, Consumer<String> stages) {
        this.spark = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.stages = stages;
    }

    /** Says that a stage begins that has no tasks. */
    void stage(String name) {
        stages.accept(name);
    }

    /** What the work makes of each item; without items there is no stage. */
    <T, R> List<R> onEach(String stage, List<T> items, Function<T, R> work) {
        if (items.isEmpty()) {
            return List.of();
        }
        stages.accept(stage + ": " + items.size() + (items.size() == 1 ? " file" : " files"));
        spark.sc().setJobDescription(stage);
        return spark.parallelize(items, items.size()).map(work).collect();
    }

    /**
     * As {@link #onEach}, with a meter that each piece of work counts by.
     *
     * @param bytes what they will read in all
     */
    <T, R> List<R> onEachMetered(String stage, List<T> items, long bytes, Function2<T, ReadMeter, R> work) {
        try (ReadMeter meter = ReadMeter.open(spark.sc(), bytes)) {
            return onEach(stage, items, item -> work.call(item, meter));
        }
    }

    /** A value that each executor gets once. */
    <T> Broadcast<T> share(T value) {
        return spark.broadcast(value);
    }

    /**
     * Part of the names of files that a task writes: another attempt at the same task, which may still be running where its
     * worker is thought dead, writes under other names.
     */
    static String attempt() {
        TaskContext context = TaskContext.get();
        return "a" + (context == null ? 0 : context.taskAttemptId());
    }
}
