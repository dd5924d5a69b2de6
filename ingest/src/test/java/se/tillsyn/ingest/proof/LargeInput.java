package se.tillsyn.ingest.proof;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.tillsyn.ingest.ContractRows;
import se.tillsyn.ingest.finding.FindingColumns;

/** Inputs too large to hold in memory, and what a process needed for them. */
final class LargeInput {

    private LargeInput() {}

    /**
     * Writes rows {@code prefix-1} to {@code prefix-n}.
     *
     * @param changes pairs of column and text, in every row
     */
    static Path write(Path file, String prefix, int rows, String... changes) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        String[] texts = ContractRows.texts("", changes);
        String rest = String.join(",", List.of(texts).subList(1, texts.length));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", FindingColumns.ORDER));
            for (int i = 1; i <= rows; i++) {
                out.write("\n" + prefix + "-" + i + "," + rest);
            }
            out.write("\n");
        }
        return file;
    }

    /** Writes {@code files} files of {@code rows} rows each. */
    static Path writeMany(Path folder, int files, int rows) throws IOException {
        for (int i = 1; i <= files; i++) {
            write(folder.resolve(i + ".csv"), "F" + i, rows);
        }
        return folder;
    }

    /**
     * What a process printed and needed.
     *
     * @param residentMegabytes most memory that it held, as the system counts it; 0 = the system does not tell
     */
    record Need(IngestProcess.Ended ended, long residentMegabytes, long seconds) {

        @Override
        public String toString() {
            return "exit " + ended.exit() + ", at most " + residentMegabytes + " MB resident, " + seconds + " s";
        }
    }

    /** Watches a process to its end. */
    static Need watch(IngestProcess.Running running) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path status = Path.of("/proc", Long.toString(running.process().pid()), "status");
        long most = 0;
        while (!running.process().waitFor(100, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, highWaterMark(status));
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        return new Need(running.end(), most >> 10, seconds);
    }

    private static long highWaterMark(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
