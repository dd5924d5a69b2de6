package se.tillsyn.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A workbook as it is sent: sheets of texts, then one of a table, part after part (Office Open XML, ECMA-376-1 and -2). Nothing
 * is held but each different text once, however long the table, so that many may be written beside each other.
 */
final class WorkbookFile {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String RELATIONS = OFFICE + "relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** What XML 1.0 has no way to write. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]");

    private static final String STYLES = START + "<styleSheet xmlns=\"" + MAIN
            + "\"><fonts count=\"2\"><font><sz val=\"11\"/>"
            + "<name val=\"Calibri\"/></font><font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/>"
            + "</fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + wrapped(0) + wrapped(1) + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\""
            + " builtinId=\"0\"/></cellStyles></styleSheet>";
    private static final int PLAIN_LINE = 1;
    private static final int FIRST_LINE = 2;

    private final ZipOutputStream zip;
    private final WorkbookProperties properties;
    private final LocalDateTime time;
    private final List<String> sheets = new ArrayList<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    WorkbookFile(OutputStream out, WorkbookProperties properties) {
        this.zip = new ZipOutputStream(out);
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.properties = properties;
        this.time = LocalDateTime.ofInstant(properties.time(), ZoneOffset.UTC);
    }

    private static String wrapped(int font) {
        return "<xf numFmtId=\"0\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\""
                + " applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf>";
    }

    /** What fills a part. */
    @FunctionalInterface
    private interface Content {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** What fills the rows of a table below its headings. */
    @FunctionalInterface
    interface Rows {
        void writeTo(TableSheet sheet) throws IOException;
    }

    /** A sheet of texts, one below the other, the first as a heading. */
    void column(String name, List<String> lines) throws IOException {
        Bytes sheet = begin(name);
        sheet.text("<dimension ref=\"A1:A" + lines.size()
                + "\"/><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>"
                + "<cols><col min=\"1\" max=\"1\" width=\"110\" customWidth=\"1\"/></cols><sheetData>");
        for (int row = 1; row <= lines.size(); row++) {
            sheet.text("<row r=\"" + row + "\"><c r=\"A" + row + "\" s=\"" + (row == 1 ? FIRST_LINE : PLAIN_LINE)
                    + "\" t=\"s\"><v>" + place(lines.get(row - 1)) + "</v></c></row>");
        }
        sheet.text("</sheetData></worksheet>");
        sheet.flush();
        zip.closeEntry();
    }

    /**
     * The last sheet: a table from A1, its headings above its rows.
     *
     * @param id name of the table for programs
     * @param rows how many there are below the headings
     */
    void table(String name, String id, List<String> headings, int rows, Rows content) throws IOException {
        String range = "A1:" + TableSheet.letters(headings.size() - 1) + (rows + 1);
        Bytes bytes = begin(name);
        bytes.text(
                "<dimension ref=\"" + range + "\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\""
                        + " topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"topLeft\" activeCell=\"A1\""
                        + " sqref=\"A1\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews><cols>");
        for (int column = 1; column <= headings.size(); column++) {
            int width = Math.max(12, Math.min(40, headings.get(column - 1).length() + 4));
            bytes.text(
                    "<col min=\"" + column + "\" max=\"" + column + "\" width=\"" + width + "\" customWidth=\"1\"/>");
        }
        bytes.text("</cols><sheetData>");
        TableSheet sheet = new TableSheet(bytes, headings.size());
        sheet.begin();
        for (String heading : headings) {
            sheet.put(text(heading));
        }
        sheet.end();
        content.writeTo(sheet);
        bytes.text("</sheetData><tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>");
        bytes.flush();
        zip.closeEntry();
        plain(
                "xl/worksheets/_rels/sheet" + sheets.size() + ".xml.rels",
                relations("rId1", RELATIONS + "/table", "../tables/table1.xml"));
        part("xl/tables/table1.xml", xml -> {
            xml.writeStartElement("table");
            xml.writeDefaultNamespace(MAIN);
            attributes(xml, "id", "1", "name", id, "displayName", id, "ref", range, "totalsRowShown", "0");
            xml.writeEmptyElement("autoFilter");
            attributes(xml, "ref", range);
            xml.writeStartElement("tableColumns");
            attributes(xml, "count", Integer.toString(headings.size()));
            for (int column = 1; column <= headings.size(); column++) {
                xml.writeEmptyElement("tableColumn");
                attributes(xml, "id", Integer.toString(column), "name", headings.get(column - 1));
            }
            xml.writeEndElement();
            xml.writeEmptyElement("tableStyleInfo");
            attributes(xml, "name", "TableStyleMedium2", "showRowStripes", "1");
            xml.writeEndElement();
        });
    }

    /** A cell that holds a text, from behind its address on; the same for every cell that holds it. */
    byte[] text(String text) {
        return ("\" t=\"s\"><v>" + place(text) + "</v></c>").getBytes(StandardCharsets.US_ASCII);
    }

    private int place(String text) {
        return texts.computeIfAbsent(UNWRITABLE.matcher(text).replaceAll(""), added -> texts.size());
    }

    /** Writes what the sheets rest on and ends the file; does not close what it is written to. */
    void finish() throws IOException {
        part("xl/sharedStrings.xml", xml -> {
            xml.writeStartElement("sst");
            xml.writeDefaultNamespace(MAIN);
            attributes(xml, "uniqueCount", Integer.toString(texts.size()));
            for (String text : texts.keySet()) {
                xml.writeStartElement("si");
                xml.writeStartElement("t");
                xml.writeAttribute("xml:space", "preserve");
                xml.writeCharacters(text);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
        plain("xl/styles.xml", STYLES);
        part("xl/workbook.xml", xml -> {
            xml.writeStartElement("workbook");
            xml.writeDefaultNamespace(MAIN);
            xml.writeNamespace("r", RELATIONS);
            xml.writeStartElement("sheets");
            for (int sheet = 1; sheet <= sheets.size(); sheet++) {
                xml.writeEmptyElement("sheet");
                attributes(xml, "name", sheets.get(sheet - 1), "sheetId", "" + sheet, "r:id", "rId" + sheet);
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
        List<String> parts = new ArrayList<>();
        for (int sheet = 1; sheet <= sheets.size(); sheet++) {
            parts.addAll(List.of("rId" + sheet, RELATIONS + "/worksheet", "worksheets/sheet" + sheet + ".xml"));
        }
        parts.addAll(List.of("rIdTexts", RELATIONS + "/sharedStrings", "sharedStrings.xml"));
        parts.addAll(List.of("rIdStyles", RELATIONS + "/styles", "styles.xml"));
        plain("xl/_rels/workbook.xml.rels", relations(parts.toArray(String[]::new)));
        part("docProps/core.xml", properties::writeCore);
        part("docProps/app.xml", properties::writeExtended);
        part("docProps/custom.xml", properties::writeCustom);
        plain(
                "_rels/.rels",
                relations(
                        "rId1",
                        RELATIONS + "/officeDocument",
                        "xl/workbook.xml",
                        "rId2",
                        PACKAGE + "relationships/metadata/core-properties",
                        "docProps/core.xml",
                        "rId3",
                        RELATIONS + "/extended-properties",
                        "docProps/app.xml",
                        "rId4",
                        RELATIONS + "/custom-properties",
                        "docProps/custom.xml"));
        plain("[Content_Types].xml", types());
        zip.finish();
    }

    private String types() {
        StringBuilder types = new StringBuilder(START + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        type(types, "/xl/workbook.xml", SPREADSHEET + "sheet.main+xml");
        for (int sheet = 1; sheet <= sheets.size(); sheet++) {
            type(types, "/xl/worksheets/sheet" + sheet + ".xml", SPREADSHEET + "worksheet+xml");
        }
        type(types, "/xl/tables/table1.xml", SPREADSHEET + "table+xml");
        type(types, "/xl/sharedStrings.xml", SPREADSHEET + "sharedStrings+xml");
        type(types, "/xl/styles.xml", SPREADSHEET + "styles+xml");
        type(types, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        String office = "application/vnd.openxmlformats-officedocument.";
        type(types, "/docProps/app.xml", office + "extended-properties+xml");
        type(types, "/docProps/custom.xml", office + "custom-properties+xml");
        return types.append("</Types>").toString();
    }

    private static void type(StringBuilder types, String part, String type) {
        types.append("<Override PartName=\"")
                .append(part)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>");
    }

    /** A part that says how parts belong together, of threes: identifier, kind and target. */
    private static String relations(String... threes) {
        StringBuilder relations = new StringBuilder(START + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < threes.length; i += 3) {
            relations
                    .append("<Relationship Id=\"")
                    .append(threes[i])
                    .append("\" Type=\"")
                    .append(threes[i + 1])
                    .append("\" Target=\"")
                    .append(threes[i + 2])
                    .append("\"/>");
        }
        return relations.append("</Relationships>").toString();
    }

    private Bytes begin(String name) throws IOException {
        sheets.add(name);
        open("xl/worksheets/sheet" + sheets.size() + ".xml");
        Bytes sheet = new Bytes(zip);
        sheet.text(START + "<worksheet xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">");
        return sheet;
    }

    private void open(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }

    private void plain(String part, String content) throws IOException {
        open(part);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void part(String name, Content content) throws IOException {
        open(name);
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(zip, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            content.writeTo(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("workbook: expected to write the part " + name, e);
        }
        zip.closeEntry();
    }

    private static void attributes(XMLStreamWriter xml, String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            xml.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }
}
