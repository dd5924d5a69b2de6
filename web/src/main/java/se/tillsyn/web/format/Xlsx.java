package se.tillsyn.web.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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

    /** Rows that are held before they are written out. */
    private static final int HELD = 1_000;

    @Override
    public void write(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        draw(slice, options, drawn);
        WorkbookProperties.of(slice, options.language()).replaceIn(drawn.toByteArray(), out);
    }

    private static void draw(Slice slice, FormatOptions options, OutputStream out) throws IOException {
        Language language = options.language();
        Workbook workbook = new Workbook(out, "Tillsynsatlas", "1.0");
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
        workbook.properties()
                .setCompany(language.of(slice.dataset().release().publisher()))
                .setTextProperty("Release", slice.dataset().release().release());
        column(workbook, text(language, "xlsx.cover"), cover(slice, options));
        column(workbook, text(language, "xlsx.contents"), contents(slice, language));
        column(workbook, text(language, "xlsx.notes"), notes(slice, language));
        table(workbook.newWorksheet(text(language, "xlsx.table")), slice, options);
        workbook.finish();
    }

    private static String text(Language language, String key) {
        return language.of(DatasetTexts.of(key));
    }

    /** A sheet of texts, one below the other. */
    private static void column(Workbook workbook, String name, List<String> lines) throws IOException {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.width(0, 110);
        for (int row = 0; row < lines.size(); row++) {
            put(sheet, row, 0, lines.get(row));
            sheet.style(row, 0).wrapText(true).set();
        }
        sheet.style(0, 0).bold().fontSize(14).wrapText(true).set();
        sheet.finish();
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

    private static void table(Worksheet sheet, Slice slice, FormatOptions options) throws IOException {
        LongRows rows = new LongRows(slice, options);
        List<String> headings = new ArrayList<>(rows.textHeadings());
        headings.add(text(options.language(), "heading.value"));
        headings.add(text(options.language(), "heading.status") + " [" + text(options.language(), "xlsx.note") + " 1]");
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.width(column, Math.max(12, Math.min(40, headings.get(column).length() + 4)));
        }
        Cells cells = rows.cells();
        String name = "Data_" + slice.dataset().id();
        sheet.range(0, 0, cells.size(), headings.size() - 1)
                .createTable(headings.toArray(String[]::new))
                .setName(name)
                .setDisplayName(name);
        sheet.freezePane(0, 1);
        int last = headings.size() - 1;
        rows.forEach(texts -> texts, (pieces, cell) -> {
            int row = cell + 1;
            int column = 0;
            for (List<String> texts : pieces) {
                for (String text : texts) {
                    put(sheet, row, column, text);
                    column++;
                }
            }
            if (cells.hasNumber(cell)) {
                sheet.value(row, last - 1, cells.number(cell));
            } else {
                sheet.value(row, last - 1, cells.status(cell).symbol());
            }
            sheet.value(
                    row,
                    last,
                    cells.hasNumber(cell) ? NUMBER : cells.status(cell).code());
            if (row % HELD == 0) {
                sheet.flush();
            }
        });
    }

    private static void put(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, CsvDialect.EXCEL_SV.text(text));
    }
}
