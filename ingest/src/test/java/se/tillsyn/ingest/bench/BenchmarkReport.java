package se.tillsyn.ingest.bench;

import java.util.List;
import java.util.Locale;

/** What a benchmark prints: what it does now, what each program cost, and how ours compares with its peers. */
public final class BenchmarkReport {

    private BenchmarkReport() {}

    public static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** A table of what programs cost. */
    public static void costs(String heading, List<Measured> runs) {
        say("%n%-22s %9s %9s %9s   %s", heading, "CPU s", "wall s", "peak MB", "");
        for (Measured run : runs) {
            say(
                    "%-22s %9.1f %9.1f %9.0f   %s",
                    run.name(), run.cpuSeconds(), run.wallSeconds(), run.peakMegabytes(), run.answer());
        }
    }

    public static void ratioHeading() {
        say("%nRatios             CPU   (reach)   wall   peak memory");
    }

    /**
     * How ours compares with a peer; of one that was stopped the memory is not known.
     *
     * @param reach the ratio of CPU time that is to be reached
     */
    public static void ratio(String name, Measured own, Measured peer, String reach) {
        String memory = peer.peakMegabytes() == 0
                ? "unknown"
                : String.format(Locale.ROOT, "%.2f", own.peakMegabytes() / peer.peakMegabytes());
        say(
                "%-17s %5.2f   (%s)    %5.2f  %5s",
                name, own.cpuSeconds() / peer.cpuSeconds(), reach, own.wallSeconds() / peer.wallSeconds(), memory);
    }
}
