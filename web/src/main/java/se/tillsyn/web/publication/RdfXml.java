package se.tillsyn.web.publication;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.tillsyn.analytics.release.LocalText;

/** Writes RDF/XML: described resources one after the other, each with an address, none without. */
final class RdfXml implements AutoCloseable {

    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "dcat", "http://www.w3.org/ns/dcat#",
            "dcterms", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "spdx", "http://spdx.org/rdf/terms#",
            "adms", "http://www.w3.org/ns/adms#"));
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private final XMLStreamWriter xml;

    RdfXml(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rdf:RDF");
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            xml.writeNamespace(prefix.getKey(), prefix.getValue());
        }
    }

    /** Begins the description of a resource. */
    RdfXml start(String type, String address) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(type);
        xml.writeAttribute("rdf:about", address);
        return this;
    }

    RdfXml end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        return this;
    }

    /** A text in both languages. */
    RdfXml text(String property, LocalText text) throws XMLStreamException {
        text(property, "sv", text.sv());
        return text(property, "en", text.en());
    }

    private RdfXml text(String property, String language, String text) throws XMLStreamException {
        if (!text.isBlank()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement(property);
            xml.writeAttribute("xml:lang", language);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
        return this;
    }

    RdfXml link(String property, String address) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeEmptyElement(property);
        xml.writeAttribute("rdf:resource", address);
        return this;
    }

    /** A literal without a language. */
    RdfXml literal(String property, String value) throws XMLStreamException {
        return literal(property, value, "string");
    }

    /** @param type name of the type in XML Schema */
    RdfXml literal(String property, String value, String type) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement(property);
        if (!type.equals("string")) {
            xml.writeAttribute("rdf:datatype", XSD + type);
        }
        xml.writeCharacters(value);
        xml.writeEndElement();
        return this;
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
        xml.close();
    }
}
