package se.tillsyn.ingest;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** One line on a terminal, rewritten as tasks end. */
final class TerminalProgress extends SparkListener {

    private final PrintStream out;
    private int total;
    private int done;

    TerminalProgress(PrintStream out) {
        this.out = out;
    }

    /** Whether someone watches. From Java 22 on a console may exist without a terminal and says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean onTerminal() {
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
    public synchronized void onJobStart(SparkListenerJobStart start) {
        total = start.stageInfos().head().numTasks();
        done = 0;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        done++;
        out.print(String.format(Locale.ROOT, "\r  %d of %d files", done, total));
        out.flush();
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        out.print("\r\u001b[K");
        out.flush();
    }
}
