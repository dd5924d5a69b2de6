package se.tillsyn.web.format;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.DeferredSXSSFSheet;
import org.apache.poi.xssf.streaming.DeferredSXSSFWorkbook;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableStyleInfo;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTStylesheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;

/**
 * A workbook of sheets of texts and one of a table, whose rows are asked for while it is sent: a few are held, however long
 * the table, and no file is touched.
 */
final class WorkbookFile implements AutoCloseable {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Rows that are held before they are passed on. */
    private static final int HELD = 100;

    /** Widths of columns are told in parts of a character. */
    private static final int CHARACTER = 256;

    private static final int TEXT_WIDTH = 110;
    private static final int LEAST_WIDTH = 12;
    private static final int LARGEST_WIDTH = 40;
    private static final short HEADING_POINTS = 14;

    private final Sent workbook;
    private final CellStyle plain;
    private final CellStyle line;
    private final CellStyle heading;

    WorkbookFile(WorkbookProperties properties) {
        this.workbook = new Sent(properties.time());
        nameUsualStyle(workbook.getXSSFWorkbook().getStylesSource().getCTStylesheet());
        properties.writeTo(workbook.getXSSFWorkbook().getProperties());
        this.plain = workbook.getCellStyleAt(0);
        this.line = workbook.createCellStyle();
        line.setWrapText(true);
        this.heading = workbook.createCellStyle();
        heading.setWrapText(true);
        Font font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints(HEADING_POINTS);
        heading.setFont(font);
    }

    /** Names the style of a cell that has no other, which POI leaves out and openpyxl warns of. */
    private static void nameUsualStyle(CTStylesheet styles) {
        try (XmlCursor cursor = styles.newCursor()) {
            cursor.toEndToken();
            cursor.beginElement("cellStyles", MAIN);
            cursor.insertAttributeWithValue("count", "1");
            cursor.beginElement("cellStyle", MAIN);
            cursor.insertAttributeWithValue("name", "Normal");
            cursor.insertAttributeWithValue("xfId", "0");
            cursor.insertAttributeWithValue("builtinId", "0");
        }
    }

    /** Parts of a file that all bear the time of the release, for the same bytes each time. */
    private static final class Sent extends DeferredSXSSFWorkbook {

        private final LocalDateTime time;

        Sent(Instant time) {
            super(HELD);
            this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            Packed zip = new Packed(out instanceof Watched reader ? reader : new Watched(out), time);
            zip.setLevel(Deflater.BEST_SPEED);
            // Lengths of eight bytes are read by few programs; no answer comes near four gigabytes.
            zip.setUseZip64(Zip64Mode.Never);
            return zip;
        }
    }

    /** Packs parts that all bear one time, and nothing more once the reader is gone. */
    private static final class Packed extends ZipArchiveOutputStream {

        private final Watched reader;
        private final LocalDateTime time;

        Packed(Watched reader, LocalDateTime time) {
            super(reader);
            this.reader = reader;
            this.time = time;
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry part) throws IOException {
            part.setTimeLocal(time);
            super.putArchiveEntry(part);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            // On its way out of a fault POI closes the part and then writes what it still holds; the packer never ends
            // on that.
            reader.mustBeWhole();
            super.write(bytes, from, length);
        }
    }

    /** Remembers why something could not be written, and writes nothing more. */
    private static final class Watched extends FilterOutputStream {

        private @Nullable IOException fault;

        Watched(OutputStream out) {
            super(out);
        }

        void mustBeWhole() throws IOException {
            if (fault != null) {
                throw fault;
            }
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            mustBeWhole();
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                fault = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            mustBeWhole();
            try {
                out.flush();
            } catch (IOException e) {
                fault = e;
                throw e;
            }
        }
    }

    /** What fills the rows of a table below its headings. */
    @FunctionalInterface
    interface Rows {
        void writeTo(TableRows rows);
    }

    /** The rows of a table, one after the other, cell by cell. */
    static final class TableRows {

        private final DeferredSXSSFSheet sheet;
        private final CellStyle style;
        private SXSSFRow row;
        private int last;
        private int column;

        private TableRows(DeferredSXSSFSheet sheet, CellStyle style) {
            this.sheet = sheet;
            this.style = style;
            this.row = sheet.createRow(0);
        }

        /** Begins the next row. */
        void next() {
            last++;
            row = sheet.createRow(last);
            column = 0;
        }

        void put(String text) {
            cell().setCellValue(text);
        }

        void put(double number) {
            cell().setCellValue(number);
        }

        private SXSSFCell cell() {
            SXSSFCell cell = row.createCell(column);
            // Said of each cell, since it would else be searched for among the columns, which takes half the time.
            cell.setCellStyle(style);
            column++;
            return cell;
        }
    }

    /** A sheet of texts, one below the other, the first as a heading. */
    void column(String name, List<String> lines) {
        DeferredSXSSFSheet sheet = sheet(name, lines.size(), 1);
        sheet.setColumnWidth(0, TEXT_WIDTH * CHARACTER);
        sheet.setRowGenerator(rows -> {
            for (int i = 0; i < lines.size(); i++) {
                SXSSFCell cell = rows.createRow(i).createCell(0);
                cell.setCellStyle(i == 0 ? heading : line);
                cell.setCellValue(lines.get(i));
            }
        });
    }

    /**
     * A sheet with a table from A1, its headings above its rows.
     *
     * @param id name of the table for programs
     * @param rows how many there are below the headings
     * @param content asked for them when the workbook is sent
     */
    void table(String name, String id, List<String> headings, int rows, Rows content) {
        DeferredSXSSFSheet sheet = sheet(name, rows + 1, headings.size());
        sheet.createFreezePane(0, 1);
        AreaReference area = new AreaReference(
                new CellReference(0, 0), new CellReference(rows, headings.size() - 1), SpreadsheetVersion.EXCEL2007);
        XSSFTable table = workbook.getXSSFSheet(name).createTable(area);
        table.setName(id);
        table.setDisplayName(id);
        table.setStyleName("TableStyleMedium2");
        ((XSSFTableStyleInfo) table.getStyle()).setShowRowStripes(true);
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
        CTTableColumns columns = table.getCTTable().getTableColumns();
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            columns.getTableColumnArray(column).setName(heading);
            int width = Math.max(LEAST_WIDTH, Math.min(LARGEST_WIDTH, heading.length() + 4));
            sheet.setColumnWidth(column, width * CHARACTER);
        }
        sheet.setRowGenerator(ignored -> {
            TableRows written = new TableRows(sheet, plain);
            headings.forEach(written::put);
            content.writeTo(written);
        });
    }

    private DeferredSXSSFSheet sheet(String name, int rows, int columns) {
        DeferredSXSSFSheet sheet = workbook.createSheet(name);
        XSSFSheet described = workbook.getXSSFSheet(name);
        described
                .getCTWorksheet()
                .getDimension()
                .setRef(new AreaReference(
                                new CellReference(0, 0),
                                new CellReference(rows - 1, columns - 1),
                                SpreadsheetVersion.EXCEL2007)
                        .formatAsString());
        return sheet;
    }

    /**
     * Writes everything, and does not close what it is written to.
     *
     * @throws IOException what was thrown when it could not be written to, and not what POI makes of that
     */
    void writeTo(OutputStream out) throws IOException {
        Watched reader = new Watched(out);
        try {
            workbook.writeAvoidingTempFiles(reader);
        } catch (IOException e) {
            reader.mustBeWhole();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
