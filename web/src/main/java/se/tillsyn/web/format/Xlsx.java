package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.analytics.release.Status;
import se.tillsyn.web.dataset.Cells;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.DatasetTexts;
import se.tillsyn.web.dataset.DimensionValue;
import se.tillsyn.web.dataset.Note;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.table.CsvDialect;

/**
 * A workbook that a screen reader and a program can read: cover, contents, notes, then one table from A1 with one row of
 * headings; no merged, empty, hidden or coloured cells. Codes are text, so that leading zeros stay; numbers are numbers.
 */
final class Xlsx implements SliceWriter {

    /** Status of a number, since no cell may be empty. */
    private static final String NUMBER = "A";

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        Language language = options.language();
        try (WorkbookFile workbook = new WorkbookFile(WorkbookProperties.of(slice, language))) {
            workbook.column(text(language, "xlsx.cover"), guarded(cover(slice, options)));
            workbook.column(text(language, "xlsx.contents"), guarded(contents(slice, language)));
            workbook.column(text(language, "xlsx.notes"), guarded(notes(slice, language)));
            table(workbook, slice, options);
            workbook.writeTo(out);
        }
    }

    /** Texts that no spreadsheet takes for formulas. */
    private static List<String> guarded(List<String> texts) {
        return texts.stream().map(CsvDialect.EXCEL_SV::text).toList();
    }

    private static String text(Language language, String key) {
        return language.of(DatasetTexts.of(key));
    }

    private static List<String> cover(Slice slice, FormatOptions options) {
        Language language = options.language();
        Manifest release = slice.dataset().release();
        List<String> lines = new ArrayList<>();
        lines.add(Titles.of(slice, language));
        if (release.synthetic()) {
            lines.add(text(language, "note.synthetic"));
        }
        lines.add(text(language, "xlsx.source") + ": " + language.of(release.publisher()));
        lines.add(text(language, "xlsx.release") + ": " + release.release() + ", " + release.publishedAt());
        lines.add(text(language, "xlsx.contact") + ": " + release.contact());
        lines.add(text(language, "xlsx.licence") + ": " + release.licence() + ", " + release.licenceUrl());
        lines.add(text(language, "xlsx.address") + ": "
                + options.address("/tables/" + slice.dataset().id()));
        lines.add(language.of(release.disclaimer()));
        lines.add(text(language, "xlsx.shorthand"));
        lines.add(NUMBER + ": " + text(language, "status.number"));
        for (Status status :
                List.of(Status.SUPPRESSED, Status.UNRELIABLE, Status.NOT_AVAILABLE, Status.NOT_APPLICABLE)) {
            lines.add(status.code() + ": " + text(language, "status." + status.code()));
        }
        return lines;
    }

    private static List<String> contents(Slice slice, Language language) {
        return List.of(
                text(language, "xlsx.contents"),
                text(language, "xlsx.table") + ": " + Titles.of(slice, language),
                text(language, "xlsx.notes") + ": " + text(language, "xlsx.notes.about"));
    }

    private static List<String> notes(Slice slice, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(text(language, "xlsx.notes"));
        int number = 1;
        for (Note note : slice.dataset().notes()) {
            lines.add("[" + text(language, "xlsx.note") + " " + number + "] " + language.of(note.text()));
            number++;
        }
        for (Slice.Part part : slice.parts()) {
            for (int i = 0; i < part.size(); i++) {
                DimensionValue value = part.value(i);
                for (Note note : value.notes()) {
                    lines.add(language.of(value.label()) + ": " + language.of(note.text()));
                }
            }
        }
        Slice.Part measures = slice.part(Dataset.CONTENTS);
        for (int i = 0; i < measures.size(); i++) {
            LocalText unit = slice.dataset().unit(measures.index(i));
            lines.add(language.of(measures.value(i).label()) + ": " + language.of(unit));
        }
        return lines;
    }

    private static void table(WorkbookFile workbook, Slice slice, FormatOptions options) {
        LongRows rows = new LongRows(slice, options);
        Cells cells = rows.cells();
        List<String> headings = new ArrayList<>(rows.textHeadings());
        headings.add(text(options.language(), "heading.value"));
        headings.add(text(options.language(), "heading.status") + " [" + text(options.language(), "xlsx.note") + " 1]");
        workbook.table(
                text(options.language(), "xlsx.table"),
                "Data_" + slice.dataset().id(),
                headings,
                cells.size(),
                sheet -> rows.forEach(Xlsx::guarded, (pieces, cell) -> {
                    sheet.next();
                    for (List<String> texts : pieces) {
                        texts.forEach(sheet::put);
                    }
                    Status status = cells.status(cell);
                    if (cells.hasNumber(cell)) {
                        sheet.put(cells.number(cell));
                    } else {
                        sheet.put(status.symbol());
                    }
                    sheet.put(status == Status.VALUE ? NUMBER : status.code());
                }));
    }
}
