package se.tillsyn.analytics.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hits and trials of each check. */
final class Tally {

    private static final class Count {
        private long hits;
        private long trials;
    }

    private final Map<Check, Count> counts = new EnumMap<>(Check.class);

    void count(Check check, boolean hit) {
        add(check, hit ? 1 : 0, 1);
    }

    void add(Tally other) {
        other.counts.forEach((check, count) -> add(check, count.hits, count.trials));
    }

    private void add(Check check, long hits, long trials) {
        Count count = counts.computeIfAbsent(check, any -> new Count());
        count.hits += hits;
        count.trials += trials;
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        counts.forEach((check, count) -> lines.add(check + " " + count.hits + " " + count.trials));
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, lines);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static Tally read(Path file) throws IOException {
        Tally tally = new Tally();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", -1);
            tally.add(Check.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
        return tally;
    }

    /** What does not hold; empty when all does. */
    List<String> faults(SampleSize size) {
        List<String> faults = new ArrayList<>();
        for (Check check : Check.values()) {
            Count count = of(check);
            if (!check.holds(size, count.hits, count.trials)) {
                faults.add(check.label() + ": expected " + check.asked(size, count.trials) + ", found " + count.hits
                        + " of " + count.trials);
            }
        }
        return faults;
    }

    /** Markdown, without what was never tried; of large samples only what is asked. */
    String table(SampleSize size) {
        StringBuilder table = new StringBuilder("| what | asked | found | of | share | |\n|---|---|--:|--:|--:|---|\n");
        for (Check check : Check.values()) {
            boolean asked = check.demand(size) != Check.Demand.NONE;
            if (asked || (size == SampleSize.DEFAULT && of(check).trials > 0)) {
                table.append(line(check, size, asked));
            }
        }
        return table.toString();
    }

    private String line(Check check, SampleSize size, boolean asked) {
        Count count = of(check);
        double percent = count.trials == 0 ? 0 : 100.0 * count.hits / count.trials;
        boolean holds = check.holds(size, count.hits, count.trials);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.2f %% | %s |%n",
                check.label(),
                check.asked(size, count.trials),
                count.hits,
                count.trials,
                percent,
                !asked ? "" : holds ? "holds" : "**falls short**");
    }

    private Count of(Check check) {
        return counts.getOrDefault(check, new Count());
    }
}
