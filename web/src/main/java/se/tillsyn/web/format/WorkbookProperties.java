package se.tillsyn.web.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.language.Language;

/**
 * What a workbook says of itself: title, subject, publisher, language, release and its time (Dublin Core in the part
 * {@code docProps/core.xml} of Open Packaging Conventions, ECMA-376-2). The time is the release's, so that the same answer is
 * the same bytes.
 */
record WorkbookProperties(
        String title, String subject, String publisher, Language language, String release, Instant time) {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    /** The set of properties that users define, [MS-OSHARED] 2.3.3.2.3. */
    private static final String USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

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

    void writeCore(XMLStreamWriter xml) throws XMLStreamException {
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
    }

    void writeExtended(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Properties");
        xml.writeDefaultNamespace(OFFICE + "extended-properties");
        element(xml, "Application", "Tillsynsatlas");
        element(xml, "Company", publisher);
        element(xml, "AppVersion", "1.0");
        xml.writeEndElement();
    }

    void writeCustom(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Properties");
        xml.writeDefaultNamespace(OFFICE + "custom-properties");
        xml.writeNamespace("vt", OFFICE + "docPropsVTypes");
        xml.writeStartElement("property");
        xml.writeAttribute("fmtid", USER_DEFINED);
        xml.writeAttribute("pid", "2");
        xml.writeAttribute("name", "Release");
        element(xml, "vt:lpwstr", release);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
