package se.tillsyn.web.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.tillsyn.analytics.release.Manifest;

/**
 * Releases as an Atom feed and as a calendar, newest first.
 *
 * @param releases at least one
 */
record ReleaseFeeds(List<Manifest> releases, String site) {

    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 60;

    private String page(Manifest release) {
        return site + "/sv/utgavor/" + release.release();
    }

    byte[] atom() throws XMLStreamException {
        Manifest newest = releases.get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(xml, "title", newest.name().sv());
        element(xml, "id", site + "/releases.atom");
        element(xml, "updated", newest.publishedAt());
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("href", site + "/releases.atom");
        xml.writeStartElement("author");
        element(xml, "name", newest.publisher().sv());
        xml.writeEndElement();
        for (Manifest release : releases) {
            xml.writeStartElement("entry");
            element(xml, "title", release.name().sv() + ' ' + release.release());
            element(xml, "id", page(release));
            element(xml, "updated", release.publishedAt());
            xml.writeEmptyElement("link");
            xml.writeAttribute("href", page(release));
            element(xml, "summary", release.disclaimer().sv());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return out.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** iCalendar: an event of no length at the minute of each publication. */
    String calendar() {
        StringBuilder calendar = new StringBuilder();
        line(calendar, "BEGIN:VCALENDAR");
        line(calendar, "VERSION:2.0");
        line(calendar, "PRODID:-//Tillsynsatlas//Releases//SV");
        for (Manifest release : releases) {
            String at = CALENDAR.format(Instant.parse(release.publishedAt()));
            line(calendar, "BEGIN:VEVENT");
            line(calendar, "UID:" + release.release() + "@tillsynsatlas");
            line(calendar, "DTSTAMP:" + at);
            line(calendar, "DTSTART:" + at);
            line(calendar, "SUMMARY:" + escaped(release.name().sv() + ' ' + release.release()));
            line(calendar, "URL:" + page(release));
            line(calendar, "END:VEVENT");
        }
        line(calendar, "END:VCALENDAR");
        return calendar.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    /** Lines are folded before 75 bytes; all that may be longer is ASCII but for names, for which there is room. */
    private static void line(StringBuilder calendar, String line) {
        for (int start = 0; start == 0 || start < line.length(); start += LONGEST_LINE) {
            calendar.append(start == 0 ? "" : "\r\n ");
            calendar.append(line, start, Math.min(line.length(), start + LONGEST_LINE));
        }
        calendar.append("\r\n");
    }
}
