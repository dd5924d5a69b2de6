package se.tillsyn.ingest.report;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillsyn.ingest.validation.Rejection;
import se.tillsyn.ingest.validation.Rule;

/**
 * The report as one HTML page that needs nothing beside it, Swedish and English, to be mailed back to the sender: per file
 * what became of it, why, and what to do. Its lists are capped, so that it stays small enough to mail, and say how much
 * they leave out; {@code report.json} lists every file.
 */
public final class ReportPage {

    /** Files in the table: those that someone must do something about first. */
    static final int LISTED_FILES = 500;

    /** Files whose reasons are told. */
    static final int DETAILED_FILES = 100;

    /** Rules per file. */
    static final int LISTED_RULES = 15;

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:64rem;margin:2rem auto;\
            padding:0 1rem}
            a{color:#0b4f8a}section{margin-top:3rem}
            table{border-collapse:collapse;margin:.5rem 0 1.5rem;width:100%}
            caption{text-align:left;font-weight:600;padding:.25rem 0}
            th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left;vertical-align:top;\
            overflow-wrap:anywhere}
            thead th{background:#f2f2f2;overflow-wrap:normal}td.n{text-align:right;white-space:nowrap}\
            td.w{overflow-wrap:normal}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dt{font-weight:600}dd{margin:0;\
            overflow-wrap:anywhere}
            @media print{body{font-size:10pt;margin:0;max-width:none}nav{display:none}h2,h3,caption{break-after:avoid}\
            tr{break-inside:avoid}thead{display:table-header-group}section+section{break-before:page}}
            """;

    private final StringBuilder out = new StringBuilder();
    private final IngestReport report;
    private final PageWords words;

    private ReportPage(IngestReport report, PageWords words) {
        this.report = report;
        this.words = words;
    }

    public static String of(IngestReport report) {
        return "<!doctype html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Inläsningsrapport · Ingest report</title>\n<style>\n"
                + STYLE
                + "</style></head><body>\n<main>\n<h1>Inläsningsrapport <span lang=\"en\">· Ingest report</span></h1>\n"
                + "<nav aria-label=\"Språk / Language\"><a href=\"#sv\">Svenska</a> ·"
                + " <a href=\"#en\" lang=\"en\">English</a></nav>\n"
                + new ReportPage(report, PageWords.SWEDISH).section()
                + new ReportPage(report, PageWords.ENGLISH).section()
                + "</main>\n</body></html>\n";
    }

    private String section() {
        out.append("<section id=\"")
                .append(words.language())
                .append("\" lang=\"")
                .append(words.language())
                .append("\">\n<h2>")
                .append(words.title())
                .append("</h2>\n");
        facts();
        outcomes();
        List<FileReport> listed = mattersFirst();
        files(listed);
        List<FileReport> telling =
                listed.stream().filter(ReportPage::hasSomethingToTell).toList();
        telling.stream().limit(DETAILED_FILES).forEach(this::details);
        long all =
                report.files().stream().filter(ReportPage::hasSomethingToTell).count();
        more(words.moreDetails(), all - Math.min(telling.size(), DETAILED_FILES));
        out.append("</section>\n");
        return out.toString();
    }

    private List<FileReport> mattersFirst() {
        if (report.files().size() <= LISTED_FILES) {
            return report.files();
        }
        return java.util.stream.Stream.concat(
                        report.files().stream().filter(file -> file.status().matters()),
                        report.files().stream().filter(file -> !file.status().matters()))
                .limit(LISTED_FILES)
                .toList();
    }

    private void facts() {
        String batch = report.batch();
        List<String> values = List.of(
                batch == null ? words.none() : batch,
                report.startedAt(),
                words.decimal(Quantity.ofDuration(Duration.ofMillis(report.elapsedMillis()))),
                words.decimal(Quantity.ofBytes(report.bytes())),
                report.profile(),
                report.layout(),
                report.program());
        out.append("<dl>");
        for (int i = 0; i < values.size(); i++) {
            out.append("<dt>").append(words.facts().get(i)).append("</dt><dd>");
            text(values.get(i));
            out.append("</dd>");
        }
        out.append("</dl>\n");
    }

    private void outcomes() {
        table(
                words.outcomes(),
                List.of(words.fileHeads().get(3), words.ruleHeads().get(2)));
        for (FileReport.Status status : FileReport.Status.values()) {
            out.append("<tr>");
            rowHead(words.of(status.text()));
            number(report.fileCounts().of(status));
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    private void files(List<FileReport> listed) {
        table(words.files(), words.fileHeads());
        for (FileReport file : listed) {
            out.append("<tr>");
            cell(file.input() == 0 ? "–" : Integer.toString(file.input()));
            rowHead(ReportText.printable(file.name()));
            wholeWords(words.of(file.form()));
            cell(words.of(file.status().text()));
            cell(words.of(file.advice()));
            counts(file.read(), file.loaded(), file.quarantined());
            out.append("</tr>\n");
        }
        out.append("<tr>");
        cell("");
        rowHead(words.total());
        cell("");
        cell("");
        cell("");
        counts(report.read(), report.loaded(), report.quarantined());
        out.append("</tr>\n</tbody></table>\n");
        more(words.moreFiles(), report.files().size() - listed.size());
    }

    private static boolean hasSomethingToTell(FileReport file) {
        return file.status() != FileReport.Status.LOADED
                || file.duplicateSourceRows() > 0
                || file.rowsWithoutJudgement() > 0
                || !file.lackingColumns().isEmpty()
                || file.otherwise().values().stream().anyMatch(count -> count > 0);
    }

    private void details(FileReport file) {
        String name = ReportText.printable(file.name());
        out.append("<h3>");
        text(name);
        out.append("</h3>\n<p>");
        text(words.of(file.advice()));
        out.append("</p>\n");
        facts(file);
        if (!file.rules().isEmpty()) {
            table(words.brokenRules() + name, words.ruleHeads());
            file.rules().stream().limit(LISTED_RULES).forEach(this::rule);
            out.append("</tbody></table>\n");
            more(words.moreRules(), file.rules().size() - LISTED_RULES);
        }
    }

    private void facts(FileReport file) {
        int before = out.length();
        out.append("<ul>");
        int empty = out.length();
        file.refusal().forEach(reason -> item(words.of(reason.text())));
        if (file.refusalCount() > file.refusal().size()) {
            item(words.moreReasons() + ": "
                    + (file.refusalCount() - file.refusal().size()));
        }
        FileReport.SameAs same = file.sameAs();
        if (same != null) {
            String what = same.batch() != null ? same.batch() : ReportText.printable(String.valueOf(same.file()));
            item(words.sameAs() + " " + what);
        }
        itemUnlessZero(words.duplicateRows(), file.duplicateSourceRows());
        itemUnlessZero(words.withoutJudgement(), file.rowsWithoutJudgement());
        file.otherwise().forEach((column, count) -> itemUnlessZero(words.unlistedWords() + " " + column, count));
        if (!file.lackingColumns().isEmpty()) {
            item(words.leftOut() + ": " + String.join(", ", file.lackingColumns()));
        }
        if (out.length() == empty) {
            out.setLength(before);
        } else {
            out.append("</ul>\n");
        }
    }

    private void rule(RuleTally tally) {
        out.append("<tr>");
        rowHead(tally.rule());
        cell(tally.column());
        number(tally.count());
        cell(words.of(Rule.valueOf(tally.rule()).text()));
        out.append("<td>");
        for (RuleTally.Place place : tally.first()) {
            text(words.line() + " " + place.line() + " (" + place.length() + " "
                    + (place.length() == 1 ? words.character() : words.characters()) + ")" + inWords(place.other()));
            out.append("<br>");
        }
        if (tally.count() > tally.first().size()) {
            out.append("… ")
                    .append(tally.first().size())
                    .append(' ')
                    .append(words.moreOf())
                    .append(' ')
                    .append(Quantity.ofCount(tally.count()));
        }
        out.append("</td></tr>\n");
    }

    private String inWords(Rejection.@Nullable Other other) {
        if (other == null) {
            return "";
        }
        return other.batch() != null
                ? " → " + words.batch() + " " + other.batch() + ", " + words.fileNumber() + " " + other.input()
                : " → " + words.fileNumber() + " " + other.input() + ", " + words.line() + " " + other.line();
    }

    private void table(String caption, List<String> heads) {
        out.append("<table><caption>");
        text(caption);
        out.append("</caption><thead><tr>");
        for (String head : heads) {
            out.append("<th scope=\"col\">").append(head).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
    }

    private void rowHead(String head) {
        out.append("<th scope=\"row\">");
        text(head);
        out.append("</th>");
    }

    private void cell(String content) {
        out.append("<td>");
        text(content);
        out.append("</td>");
    }

    private void wholeWords(String content) {
        out.append("<td class=\"w\">");
        text(content);
        out.append("</td>");
    }

    private void counts(long... counts) {
        for (long count : counts) {
            number(count);
        }
    }

    private void number(long count) {
        out.append("<td class=\"n\">").append(Quantity.ofCount(count)).append("</td>");
    }

    private void itemUnlessZero(String what, long count) {
        if (count > 0) {
            item(what + ": " + Quantity.ofCount(count));
        }
    }

    private void item(String content) {
        out.append("<li>");
        text(content);
        out.append("</li>");
    }

    private void more(String what, long count) {
        if (count > 0) {
            out.append("<p>")
                    .append(what)
                    .append(": ")
                    .append(Quantity.ofCount(count))
                    .append("</p>\n");
        }
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
