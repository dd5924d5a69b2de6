package se.tillsyn.web.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.language.Language;

/**
 * What a workbook says of itself: title, subject, publisher, language, release and its time (Dublin Core in the part
 * {@code docProps/core.xml} of Open Packaging Conventions, ECMA-376-2). The library that writes workbooks knows no language
 * and puts the present time there; the same release would not be the same bytes.
 */
record WorkbookProperties(
        String title, String subject, String publisher, Language language, String release, Instant time) {

    private static final String PART = "docProps/core.xml";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static final String TYPES = "http://www.w3.org/2001/XMLSchema-instance";

    static WorkbookProperties of(Slice slice, Language language) {
        Manifest release = slice.dataset().release();
        return new WorkbookProperties(
                Titles.of(slice, language),
                language.of(Subject.name()),
                language.of(release.publisher()),
                language,
                release.release(),
                Instant.parse(release.publishedAt()).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Writes a workbook with these properties in place of its own. */
    void replaceIn(byte[] workbook, OutputStream out) throws IOException {
        ZipOutputStream written = new ZipOutputStream(out);
        written.setLevel(Deflater.BEST_SPEED);
        for (PackagePart part : PackagePart.allOf(workbook)) {
            ZipEntry entry = new ZipEntry(part.name());
            entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            written.putNextEntry(entry);
            if (part.name().equals(PART)) {
                written.write(xml());
            } else {
                part.content().transferTo(written);
            }
            written.closeEntry();
        }
        written.finish();
    }

    private byte[] xml() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("cp:coreProperties");
            xml.writeNamespace("cp", CORE);
            xml.writeNamespace("dc", DUBLIN_CORE);
            xml.writeNamespace("dcterms", TERMS);
            xml.writeNamespace("xsi", TYPES);
            element(xml, "dc:title", title);
            element(xml, "dc:subject", subject);
            element(xml, "dc:creator", publisher);
            element(xml, "dc:language", language.code());
            xml.writeStartElement("dcterms:created");
            xml.writeAttribute("xsi:type", "dcterms:W3CDTF");
            xml.writeCharacters(time.toString());
            xml.writeEndElement();
            element(xml, "cp:version", release);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("properties of a workbook: expected to write XML in memory", e);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
