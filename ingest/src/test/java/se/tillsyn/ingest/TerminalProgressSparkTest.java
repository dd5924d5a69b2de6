package se.tillsyn.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.Tuple4;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.profile.Profile;
import se.tillsyn.ingest.spark.JobSpark;

@Tag("spark")
class TerminalProgressSparkTest {

    @TempDir
    Path folder = Path.of(".");

    /** Drawn after each task by the test itself, so that it does not depend on when the clock strikes. */
    @Test
    void countsFilesRowsAndBytesOfWhatTasksHaveRead() throws IOException {
        new ContractRows().rows("F", 400).write(folder.resolve("in/a.csv"));
        new ContractRows().rows("G", 100).write(folder.resolve("in/b.csv"));
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        AtomicLong nanos = new AtomicLong();
        TerminalProgress progress = new TerminalProgress(
                new PrintStream(drawn, true, StandardCharsets.UTF_8), () -> nanos.addAndGet(10_000_000_000L));
        try (SparkSession spark = JobSpark.open("progress", "local[1]", TerminalProgress.SPARK_SETTINGS)) {
            spark.sparkContext().addSparkListener(progress);
            spark.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                    progress.draw();
                }
            });
            new IngestJob(spark, Clock.systemUTC(), "test", stage -> {})
                    .run(new IngestSettings(
                            folder.resolve("home"),
                            Profile.load(ContractRows.PROFILE.toString()),
                            Layout.contract(),
                            List.of(folder.resolve("in"))));
        }
        String text = drawn.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("  Reading: 1 of 2 files, "), text);
        assertTrue(text.contains("  Reading: 2 of 2 files, 500 rows, "), text);
        assertTrue(text.contains(" rows/s, 100 %\r"), text);
        assertTrue(text.endsWith("\r\u001b[K"), text);
    }

    /** As heartbeats of executors in other processes bring it. */
    @Test
    void countsWhatExecutorsElsewhereReportInsideATask() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        AtomicLong nanos = new AtomicLong();
        TerminalProgress progress = new TerminalProgress(
                new PrintStream(drawn, true, StandardCharsets.UTF_8), () -> nanos.addAndGet(10_000_000_000L));
        Properties job = new Properties();
        job.setProperty("spark.job.description", "Reading");
        job.setProperty("tillsyn.bytes", "1000");
        progress.begin(job, 3);
        progress.onExecutorMetricsUpdate(heartbeat(1, 40, 100));
        progress.onExecutorMetricsUpdate(heartbeat(2, 10, 50));
        progress.onExecutorMetricsUpdate(heartbeat(1, 90, 200));
        progress.draw();
        progress.onApplicationEnd(null);
        assertEquals(
                "\r\u001b[K  Reading: 0 of 3 files, 100 rows, 10 rows/s, 25 %, 30 s left",
                drawn.toString(StandardCharsets.UTF_8));
    }

    private static SparkListenerExecutorMetricsUpdate heartbeat(long task, long rows, long bytes) {
        Seq<AccumulableInfo> counts = CollectionConverters.asScala(
                        List.of(count(1, "rows read", rows), count(2, "bytes read", bytes)))
                .toSeq();
        return new SparkListenerExecutorMetricsUpdate(
                "1",
                CollectionConverters.asScala(
                                List.of(new Tuple4<Object, Object, Object, Seq<AccumulableInfo>>(task, 0, 0, counts)))
                        .toSeq(),
                Map$.MODULE$.empty());
    }

    private static AccumulableInfo count(long id, String name, long value) {
        return new AccumulableInfo(
                id, Option.apply(name), Option.apply(value), Option.empty(), false, false, Option.empty());
    }
}
