package se.tillsyn.ingest.report;

import java.util.Locale;
import se.tillsyn.ingest.profile.LocalText;
import se.tillsyn.ingest.validation.Rule;

/** The report as lines of text for the terminal. */
public final class ReportText {

    private static final int LISTED_FILES = 50;
    private static final int LISTED_RULES = 10;

    private final StringBuilder out = new StringBuilder();

    private ReportText() {}

    public static String of(IngestReport report) {
        ReportText text = new ReportText();
        text.write(report);
        return text.out.toString();
    }

    private void write(IngestReport report) {
        int listed = 0;
        for (FileReport file : report.files()) {
            boolean matters = file.status() != FileReport.Status.LOADED;
            if (listed < LISTED_FILES || (matters && listed < 2 * LISTED_FILES)) {
                write(file);
                listed++;
            }
        }
        if (listed < report.files().size()) {
            line(
                    "… and %d more files; --report DIR writes them all",
                    report.files().size() - listed);
        }
        line("Total: read %d, loaded %d, quarantined %d", report.read(), report.loaded(), report.quarantined());
        if (report.batch() == null) {
            line("No batch was added: nothing new to store.");
        } else {
            line("Batch %s was added.", report.batch());
        }
    }

    private void write(FileReport file) {
        String name = printable(file.name());
        switch (file.status()) {
            case SKIPPED -> line("%s: skipped, expected a regular file that is not hidden", name);
            case SAME_CONTENT -> line("%s: adds nothing, same content as %s", name, file.sameAs());
            case REFUSED -> {
                line("%s: REFUSED, nothing of it was loaded", name);
                for (LocalText reason : file.refusal()) {
                    line("  %s", reason.en());
                }
                more(file.refusalCount() - file.refusal().size(), "reasons");
            }
            case LOADED, QUARANTINED -> writeRead(name, file);
        }
    }

    private void writeRead(String name, FileReport file) {
        line("%s: read %d, loaded %d, quarantined %d", name, file.read(), file.loaded(), file.quarantined());
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
        int listed = 0;
        for (RuleTally tally : file.rules()) {
            if (listed++ < LISTED_RULES) {
                write(tally);
            }
        }
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
                    place.line(),
                    place.record(),
                    place.length(),
                    place.other().isEmpty() ? "" : ", see " + place.other());
        }
        more(tally.count() - tally.first().size(), "places");
    }

    private void more(long count, String what) {
        if (count > 0) {
            line("    … and %d more %s", count, what);
        }
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** A file name cannot write its own lines. */
    static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
