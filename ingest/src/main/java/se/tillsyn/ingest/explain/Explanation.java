package se.tillsyn.ingest.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tillsyn.ingest.finding.FindingColumns;
import se.tillsyn.ingest.layout.ColumnRule;
import se.tillsyn.ingest.layout.Layout;
import se.tillsyn.ingest.report.ReportText;
import se.tillsyn.ingest.source.FileDefect;
import se.tillsyn.ingest.source.FindingSource;
import se.tillsyn.ingest.source.RefusedFileException;
import se.tillsyn.ingest.source.Row;
import se.tillsyn.ingest.validation.FindingValidator;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.ValidCodes;

/**
 * What a layout makes of the first findings of a file, read and judged as the ingest would.
 *
 * @param text lines for a terminal
 * @param outcome how the first rows fared
 */
public record Explanation(String text, Outcome outcome) {

    /** Findings that are shown. */
    public static final int SHOWN = 5;

    /** How the first rows fared. */
    public enum Outcome {
        PASSED,
        ROWS_BROKEN,
        FILE_REFUSED
    }

    /**
     * Reads the first findings of a file and stops there.
     *
     * @param loadedOn day that dates are judged by
     * @throws IOException when the file cannot be read
     */
    public static Explanation of(Path file, Layout layout, ValidCodes codes, LocalDate loadedOn) throws IOException {
        Reading reading = new Reading(layout, new FindingValidator(codes, loadedOn));
        reading.columns();
        reading.read(file);
        return new Explanation(reading.out.toString(), reading.outcome);
    }

    /** Ends a reading that has shown enough. */
    private static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Reading {

        private final Layout layout;
        private final FindingValidator validator;
        private final StringBuilder out = new StringBuilder();
        private Outcome outcome = Outcome.PASSED;
        private int shown;

        Reading(Layout layout, FindingValidator validator) {
            this.layout = layout;
            this.validator = validator;
        }

        void columns() {
            line("Layout %s, separator %s.", layout.id(), layout.separator() == '\t' ? "tab" : layout.separator());
            line("");
            line("%-17s %s", "Column", "Where its text comes from");
            boolean measured = layout.columns().get(FindingColumns.VALUE) instanceof ColumnRule.Measured;
            for (String column : FindingColumns.ORDER) {
                String words = measured && column.equals(FindingColumns.VALUE_UNIT)
                        ? "the unit of value"
                        : RuleInWords.of(layout.columns().get(column));
                line("%-17s %s", column, words);
            }
            list(
                    "One finding per column of these that is not empty",
                    layout.wideColumns().keySet());
            list("May be missing", layout.omissible());
            list("Not read", layout.ignored());
            line("");
        }

        private void list(String what, java.util.Collection<String> names) {
            if (!names.isEmpty()) {
                line("%s: %s.", what, String.join(", ", names));
            }
        }

        void read(Path file) throws IOException {
            String name = ReportText.printable(String.valueOf(file.getFileName()));
            line(
                    "File %s, the first findings as they would be read. Keys are shown by their shape, long numbers and",
                    name);
            line("what breaks a rule by length only, since this text may be passed on.");
            try {
                FindingSource.read(file, layout, this::take);
            } catch (EnoughException e) {
                line("");
                line("The first %d findings are shown; the rest of the file was not read.", SHOWN);
            } catch (RefusedFileException e) {
                refused(e);
            }
        }

        private void refused(RefusedFileException e) {
            outcome = Outcome.FILE_REFUSED;
            line("");
            line("The file would be REFUSED and nothing of it loaded:");
            for (FileDefect defect : e.defects()) {
                line("  %s", defect.message().en());
            }
            if (e.total() > e.defects().size()) {
                line("  … and %d more reasons", e.total() - e.defects().size());
            }
        }

        private void take(Row row) throws IOException {
            if (shown == SHOWN) {
                throw new EnoughException();
            }
            shown++;
            validator.validate(row);
            show(row, validator.defects());
        }

        private void show(Row row, List<Rejection> defects) {
            String part = row.part();
            line("");
            line(
                    "Finding %d: line %d, record %d%s",
                    shown, row.line(), row.record(), part == null ? "" : ", wide column " + part);
            for (int i = 0; i < FindingColumns.ORDER.size(); i++) {
                List<Rejection> here = at(row.sourceName(i), defects);
                String text = row.text(i);
                if (text.isEmpty() && here.isEmpty()) {
                    continue;
                }
                String column = FindingColumns.ORDER.get(i);
                boolean hidden = here.stream().anyMatch(defect -> ShownValue.hides(defect.rule()));
                line("  %-17s %s", column, ShownValue.of(column, text, hidden));
            }
            for (Rejection defect : defects) {
                line(
                        "  breaks %s in %s: %s",
                        defect.rule(), defect.column(), defect.rule().text().en());
            }
            if (defects.isEmpty()) {
                line("  breaks no rule of its own; duplicates are looked for when it is ingested");
            } else {
                outcome = Outcome.ROWS_BROKEN;
            }
        }

        /** Defects of whatever is read from a source column: several columns of the contract may share one. */
        private static List<Rejection> at(String sourceName, List<Rejection> defects) {
            List<Rejection> here = new ArrayList<>();
            for (Rejection defect : defects) {
                if (defect.column().equals(sourceName)) {
                    here.add(defect);
                }
            }
            return here;
        }

        private void line(String format, Object... values) {
            out.append(String.format(Locale.ROOT, format, values)).append('\n');
        }
    }
}
