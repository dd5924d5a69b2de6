package se.tillsyn.ingest.report;

import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them, the same in every locale: digits in groups of three, decimal units, two units of time. */
public final class Quantity {

    /** A blank that neither breaks nor, read by a machine, is taken for the end of a number. */
    private static final String GROUP = "\u00a0";

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Quantity() {}

    /** {@code 1 234 567}. */
    public static String ofCount(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(",", GROUP);
    }

    /** {@code 1.6 GB}: powers of 1000. */
    public static String ofBytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= 999.95 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }

    /** {@code 0.4 s}, {@code 42 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String ofDuration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
