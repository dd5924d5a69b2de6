package se.tillsyn.ingest.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.Rule;

/** The report as lines of text for the terminal. */
public final class ReportText {

    private static final int LISTED_FILES = 50;
    private static final int LISTED_RULES = 10;

    /** Controls of every kind, line ends, marks that turn the direction of writing, halves of characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private final StringBuilder out = new StringBuilder();

    private ReportText() {}

    public static String of(IngestReport report) {
        ReportText text = new ReportText();
        text.write(report);
        return text.out.toString();
    }

    private void write(IngestReport report) {
        boolean all = report.files().size() <= LISTED_FILES;
        List<FileReport> listed = report.files().stream()
                .filter(file -> all || file.status().matters())
                .limit(LISTED_FILES)
                .toList();
        listed.forEach(this::write);
        if (listed.size() < report.files().size()) {
            line(
                    "… and %d more files; --report DIR writes the account of each",
                    report.files().size() - listed.size());
        }
        IngestReport.FileCounts counts = report.fileCounts();
        line(
                "Files: %d; loaded %d, partly loaded %d, refused %d, same content as before %d, skipped %d",
                report.files().size(),
                counts.loaded(),
                counts.quarantined(),
                counts.refused(),
                counts.sameContent(),
                counts.skipped());
        line("Total: read %d, loaded %d, quarantined %d", report.read(), report.loaded(), report.quarantined());
        line(
                "Read %s in %s.",
                Quantity.ofBytes(report.bytes()), Quantity.ofDuration(Duration.ofMillis(report.elapsedMillis())));
        if (report.batch() == null) {
            line("No batch was added: nothing new to store.");
        } else {
            line("Batch %s was added.", report.batch());
        }
    }

    private void write(FileReport file) {
        String name = printable(file.name());
        switch (file.status()) {
            case SKIPPED -> {
                line("%s: skipped, nothing of it was read", name);
                writeReasons(file);
            }
            case SAME_CONTENT -> line("%s: adds nothing, same content as %s", name, inWords(file.sameAs()));
            case REFUSED -> {
                line("%s: REFUSED, nothing of it was loaded%s", name, form(file));
                writeReasons(file);
                more(file.refusalCount() - file.refusal().size(), "reasons");
            }
            case LOADED, QUARANTINED -> writeRead(name, file);
        }
    }

    private void writeReasons(FileReport file) {
        file.refusal().forEach(reason -> line("  %s", reason.text().en()));
    }

    private static String form(FileReport file) {
        return file.readAs() == null ? "" : " (" + file.form().en() + ")";
    }

    private static String inWords(FileReport.@Nullable SameAs same) {
        if (same == null) {
            return "before";
        }
        return same.batch() != null
                ? "batch " + same.batch()
                : "file " + printable(String.valueOf(same.file())) + " of this run";
    }

    private void writeRead(String name, FileReport file) {
        line(
                "%s: read %d, loaded %d, quarantined %d%s",
                name, file.read(), file.loaded(), file.quarantined(), form(file));
        if (file.sourceRows() != file.read()) {
            line("  source rows: %d", file.sourceRows());
        }
        if (file.rowsWithoutJudgement() > 0) {
            line("  rows without a judgement, not counted as anything: %d", file.rowsWithoutJudgement());
        }
        if (file.duplicateSourceRows() > 0) {
            line("  exact duplicate source rows: %d", file.duplicateSourceRows());
        }
        file.otherwise().forEach((column, count) -> {
            if (count > 0) {
                line("  %s: %d findings with a word outside the layout's map", column, count);
            }
        });
        if (!file.lackingColumns().isEmpty()) {
            line("  columns left out: %s", String.join(", ", file.lackingColumns()));
        }
        file.rules().stream().limit(LISTED_RULES).forEach(this::write);
        more(file.rules().size() - LISTED_RULES, "rules");
    }

    private void write(RuleTally tally) {
        line(
                "  %s in %s: %d. %s",
                tally.rule(),
                tally.column(),
                tally.count(),
                Rule.valueOf(tally.rule()).text().en());
        for (RuleTally.Place place : tally.first()) {
            line(
                    "    line %d, record %d, %d characters%s",
                    place.line(), place.record(), place.length(), inWords(place.other()));
        }
        more(tally.count() - tally.first().size(), "places");
    }

    private static String inWords(Rejection.@Nullable Other other) {
        if (other == null) {
            return "";
        }
        return other.batch() != null
                ? ", see batch " + other.batch() + " input " + other.input()
                : ", see input " + other.input() + " line " + other.line();
    }

    private void more(long count, String what) {
        if (count > 0) {
            line("    … and %d more %s", count, what);
        }
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /**
     * A file's name as messages and pages have it: it cannot write lines of its own, move the cursor or turn the text
     * around. Every place that tells a name asks here.
     */
    public static String printable(String name) {
        return UNPRINTABLE.matcher(name).replaceAll("?");
    }
}
