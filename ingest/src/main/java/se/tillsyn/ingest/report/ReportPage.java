package se.tillsyn.ingest.report;

import java.util.List;
import se.tillsyn.ingest.profile.LocalText;
import se.tillsyn.ingest.validation.Rule;

/** The report as one HTML page that needs nothing beside it, Swedish and English, to be mailed back to the sender. */
public final class ReportPage {

    private static final int LISTED_FILES = 1000;

    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
                    + "table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{border:1px solid #767676;"
                    + "padding:.25rem .6rem;text-align:left;vertical-align:top}td.n{text-align:right}";

    private final StringBuilder out = new StringBuilder();

    private ReportPage() {}

    public static String of(IngestReport report) {
        ReportPage page = new ReportPage();
        page.out
                .append("<!doctype html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>Inläsningsrapport · Ingest report"
                        + "</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<main>\n");
        page.section(report, SWEDISH);
        page.section(report, ENGLISH);
        page.out.append("</main>\n</body></html>\n");
        return page.out.toString();
    }

    /** The words of one language. */
    private record Words(
            String language,
            String title,
            List<String> fileHeads,
            List<String> ruleHeads,
            String total,
            String line,
            String characters,
            String duplicateRows,
            String withoutJudgement,
            String batch) {

        String of(LocalText text) {
            return language.equals("sv") ? text.sv() : text.en();
        }
    }

    private static final Words SWEDISH = new Words(
            "sv",
            "Inläsningsrapport",
            List.of("Fil", "Resultat", "Lästa", "Inlästa", "I karantän"),
            List.of("Regel", "Kolumn", "Antal", "Vad som väntades", "Första ställena"),
            "Alla filer",
            "rad",
            "tecken",
            "Exakt upprepade källrader",
            "Rader utan bedömning",
            "Omgång");

    private static final Words ENGLISH = new Words(
            "en",
            "Ingest report",
            List.of("File", "Result", "Read", "Loaded", "Quarantined"),
            List.of("Rule", "Column", "Count", "What was expected", "First places"),
            "All files",
            "line",
            "characters",
            "Exact duplicate source rows",
            "Rows without a judgement",
            "Batch");

    private void section(IngestReport report, Words words) {
        out.append("<section lang=\"")
                .append(words.language)
                .append("\">\n<h1>")
                .append(words.title);
        out.append("</h1>\n<p>").append(words.batch).append(": ");
        text(report.batch() == null ? "–" : report.batch());
        out.append("</p>\n<table><caption>").append(words.title).append("</caption><thead><tr>");
        for (String head : words.fileHeads) {
            out.append("<th scope=\"col\">").append(head).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        report.files().stream().limit(LISTED_FILES).forEach(file -> {
            row(
                    ReportText.printable(file.name()),
                    words.of(file.status().text()),
                    file.read(),
                    file.loaded(),
                    file.quarantined());
        });
        row(words.total, "", report.read(), report.loaded(), report.quarantined());
        out.append("</tbody></table>\n");
        report.files().stream().limit(LISTED_FILES).forEach(file -> details(file, words));
        out.append("</section>\n");
    }

    private void row(String name, String status, long... counts) {
        out.append("<tr><th scope=\"row\">");
        text(name);
        out.append("</th><td>");
        text(status);
        out.append("</td>");
        for (long count : counts) {
            out.append("<td class=\"n\">").append(count).append("</td>");
        }
        out.append("</tr>\n");
    }

    private void details(FileReport file, Words words) {
        boolean silent = file.rules().isEmpty()
                && file.refusal().isEmpty()
                && file.duplicateSourceRows() == 0
                && file.rowsWithoutJudgement() == 0;
        if (silent) {
            return;
        }
        out.append("<h2>");
        text(ReportText.printable(file.name()));
        out.append("</h2>\n<ul>");
        for (LocalText reason : file.refusal()) {
            item(words.of(reason));
        }
        if (file.refusalCount() > file.refusal().size()) {
            item("… " + file.refusalCount());
        }
        if (file.duplicateSourceRows() > 0) {
            item(words.duplicateRows + ": " + file.duplicateSourceRows());
        }
        if (file.rowsWithoutJudgement() > 0) {
            item(words.withoutJudgement + ": " + file.rowsWithoutJudgement());
        }
        out.append("</ul>\n");
        if (!file.rules().isEmpty()) {
            rules(file, words);
        }
    }

    private void rules(FileReport file, Words words) {
        out.append("<table><thead><tr>");
        for (String head : words.ruleHeads) {
            out.append("<th scope=\"col\">").append(head).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (RuleTally tally : file.rules()) {
            out.append("<tr><th scope=\"row\">");
            text(tally.rule());
            out.append("</th><td>");
            text(tally.column());
            out.append("</td><td class=\"n\">").append(tally.count()).append("</td><td>");
            text(words.of(Rule.valueOf(tally.rule()).text()));
            out.append("</td><td>");
            for (RuleTally.Place place : tally.first()) {
                text(words.line + " " + place.line() + " (" + place.length() + " " + words.characters + ") "
                        + place.other());
                out.append("<br>");
            }
            out.append("</td></tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    private void item(String text) {
        out.append("<li>");
        text(text);
        out.append("</li>");
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
