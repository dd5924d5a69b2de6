package se.tillsyn.ingest;

import java.time.Duration;
import java.util.Locale;
import se.tillsyn.ingest.report.Quantity;

/**
 * How far a stage has come.
 *
 * @param stage what is being done
 * @param filesDone files that are through
 * @param files files of the stage
 * @param rows rows read so far, of files under way too; 0 = the stage counts none
 * @param bytesRead bytes read so far, of files under way too
 * @param bytes bytes of all files of the stage; 0 = unknown
 */
record ProgressLine(String stage, long filesDone, long files, long rows, long bytesRead, long bytes) {

    /** Sooner than this, a rate says nothing. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** With less behind it, a forecast is a guess: the first reads are the slowest. */
    private static final double SMALLEST_SHARE = 0.01;

    /** One line for a terminal, at most 100 characters. */
    String after(Duration elapsed) {
        StringBuilder line = new StringBuilder(stage).append(": ");
        line.append(Quantity.ofCount(filesDone)).append(" of ").append(Quantity.ofCount(files));
        line.append(files == 1 ? " file" : " files");
        if (rows > 0) {
            line.append(", ").append(Quantity.ofCount(rows)).append(rows == 1 ? " row" : " rows");
        }
        boolean settled = elapsed.compareTo(SETTLED) >= 0;
        if (rows > 0 && settled) {
            line.append(", ")
                    .append(Quantity.ofCount(Math.round(rows / seconds(elapsed))))
                    .append(" rows/s");
        }
        if (bytes > 0) {
            double share = Math.min(1, (double) bytesRead / bytes);
            line.append(String.format(Locale.ROOT, ", %d %%", (long) Math.floor(100 * share)));
            if (share >= SMALLEST_SHARE && share < 1 && settled) {
                line.append(", ")
                        .append(left(seconds(elapsed) * (1 - share) / share))
                        .append(" left");
            }
        }
        return line.toString();
    }

    private static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : Quantity.ofDuration(Duration.ofSeconds(whole));
    }

    private static double seconds(Duration elapsed) {
        return elapsed.toNanos() / 1e9;
    }
}
