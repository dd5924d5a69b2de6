package se.tillsyn.ingest.report;

import java.util.List;
import se.tillsyn.ingest.profile.LocalText;

/** The words of {@link ReportPage} in one language. */
record PageWords(
        String language,
        String title,
        List<String> facts,
        String outcomes,
        String files,
        List<String> fileHeads,
        String total,
        String brokenRules,
        List<String> ruleHeads,
        String line,
        String character,
        String characters,
        String batch,
        String fileNumber,
        String none,
        String sameAs,
        String duplicateRows,
        String withoutJudgement,
        String unlistedWords,
        String leftOut,
        String moreFiles,
        String moreDetails,
        String moreRules,
        String moreReasons,
        String moreOf) {

    static final PageWords SWEDISH = new PageWords(
            "sv",
            "På svenska",
            List.of("Omgång", "Start", "Tid", "Storlek", "Profil", "Layout", "Program"),
            "Antal filer efter resultat",
            "Filer",
            List.of("Nr", "Fil", "Läst som", "Resultat", "Vad du gör", "Lästa", "Inlästa", "I karantän"),
            "Alla filer",
            "Brutna regler i ",
            List.of("Regel", "Kolumn", "Antal", "Vad som gäller", "Första ställena"),
            "rad",
            "tecken",
            "tecken",
            "omgång",
            "fil nr",
            "ingen: inget nytt att lagra",
            "Samma innehåll som",
            "Exakt upprepade källrader",
            "Rader utan bedömning",
            "Iakttagelser med ett ord som layouten inte räknar upp, i kolumnen",
            "Kolumner som saknas och får saknas",
            "Ytterligare filer som inte visas här; report.json räknar upp alla",
            "Ytterligare filer med skäl som inte visas här; report.json har dem",
            "Ytterligare regler som inte visas här; report.json har dem",
            "Ytterligare skäl",
            "av");

    static final PageWords ENGLISH = new PageWords(
            "en",
            "In English",
            List.of("Batch", "Start", "Time", "Size", "Profile", "Layout", "Program"),
            "Number of files by result",
            "Files",
            List.of("No.", "File", "Read as", "Result", "What you do", "Read", "Loaded", "Quarantined"),
            "All files",
            "Broken rules in ",
            List.of("Rule", "Column", "Count", "What holds", "First places"),
            "line",
            "character",
            "characters",
            "batch",
            "file no.",
            "none: nothing new to store",
            "Same content as",
            "Exact duplicate source rows",
            "Rows without a judgement",
            "Findings with a word that the layout does not list, in column",
            "Columns that are left out and may be",
            "Further files not shown here; report.json lists all",
            "Further files with reasons not shown here; report.json has them",
            "Further rules not shown here; report.json has them",
            "Further reasons",
            "of");

    String of(LocalText text) {
        return language.equals("sv") ? text.sv() : text.en();
    }

    /** Numbers with decimals as the language writes them. */
    String decimal(String text) {
        return language.equals("sv") ? text.replace('.', ',') : text;
    }
}
