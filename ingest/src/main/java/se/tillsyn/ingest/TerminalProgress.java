package se.tillsyn.ingest;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One line on a terminal, rewritten twice a second: what tasks have ended and, by the {@link ReadMeter}, how far those under
 * way have come.
 */
final class TerminalProgress extends SparkListener {

    /** How often executors on other machines must tell what their tasks have read. */
    static final Map<String, String> SPARK_SETTINGS = Map.of("spark.executor.heartbeatInterval", "1s");

    private static final long REDRAW_MILLIS = 500;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out;
    private final LongSupplier nanoClock;
    private final ScheduledExecutorService redraw;
    private @Nullable Stage stage;

    /** What was read, by a task or by all that ended. */
    private record Read(long rows, long bytes) {
        Read plus(Read other) {
            return new Read(rows + other.rows, bytes + other.bytes);
        }
    }

    /** The job that is running. */
    private static final class Stage {
        private final String name;
        private final int files;
        private final long bytes;
        private final long startNanos;
        private final @Nullable ReadMeter meter;
        private final Map<Long, Read> underWay = new HashMap<>();
        private Read ended = new Read(0, 0);
        private int filesDone;

        Stage(Properties job, int files, long startNanos) {
            this.name = job.getProperty("spark.job.description", "Working");
            this.files = files;
            this.bytes = ReadMeter.bytesInAll(job);
            this.meter = ReadMeter.of(job);
            this.startNanos = startNanos;
        }

        ProgressLine line() {
            Read all = meter == null ? ended : ended.plus(new Read(meter.rowsHere(), meter.bytesHere()));
            for (Read task : underWay.values()) {
                all = all.plus(task);
            }
            return new ProgressLine(name, filesDone, files, all.rows(), all.bytes(), bytes);
        }
    }

    /**
     * Draws from now on.
     *
     * @param nanoClock elapsed time in nanoseconds from any moment
     */
    TerminalProgress(PrintStream out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        redraw = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = redraw.scheduleAtFixedRate(this::draw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether standard error is watched by someone: on Linux asked of the descriptor, elsewhere of the console. */
    static boolean onTerminal() {
        Path descriptor = Path.of("/proc/self/fd/2");
        if (Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)) {
            try {
                String device = Files.readSymbolicLink(descriptor).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return consoleIsTerminal();
    }

    /** From Java 22 on a console may exist without a terminal and says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        begin(start.properties(), start.stageInfos().head().numTasks());
    }

    synchronized void begin(Properties job, int files) {
        stage = new Stage(job, files, nanoClock.getAsLong());
    }

    @Override
    public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        Stage current = stage;
        if (current == null) {
            return;
        }
        CollectionConverters.asJava(update.accumUpdates())
                .forEach(
                        task -> current.underWay.put((Long) task._1(), readOf(CollectionConverters.asJava(task._4()))));
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        Stage current = stage;
        if (current == null) {
            return;
        }
        current.underWay.remove(end.taskInfo().taskId());
        if (end.taskInfo().successful()) {
            current.filesDone++;
            current.ended = current.ended.plus(
                    readOf(CollectionConverters.asJava(end.taskInfo().accumulables())));
        }
    }

    private static Read readOf(Iterable<AccumulableInfo> counts) {
        long rows = 0;
        long bytes = 0;
        for (AccumulableInfo count : counts) {
            String name = count.name().getOrElse(() -> "");
            if (name.equals(ReadMeter.ROWS)) {
                rows = valueOf(count);
            } else if (name.equals(ReadMeter.BYTES)) {
                bytes = valueOf(count);
            }
        }
        return new Read(rows, bytes);
    }

    private static long valueOf(AccumulableInfo count) {
        Object value = count.update().getOrElse(() -> 0L);
        return value instanceof Long number ? number : 0;
    }

    synchronized void draw() {
        Stage current = stage;
        if (current != null) {
            Duration elapsed = Duration.ofNanos(nanoClock.getAsLong() - current.startNanos);
            out.print(ERASE + "  " + current.line().after(elapsed));
            out.flush();
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        stage = null;
        out.print(ERASE);
        out.flush();
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd end) {
        redraw.shutdownNow();
    }
}
