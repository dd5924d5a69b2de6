package se.tillsyn.web.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
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

    void writeTo(POIXMLProperties properties) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(title);
        core.setSubjectProperty(subject);
        core.setCreator(publisher);
        core.setCreated(Optional.of(Date.from(time)));
        core.getUnderlyingProperties().setLanguageProperty(language.code());
        core.getUnderlyingProperties().setVersionProperty(release);
        properties.getExtendedProperties().setApplication("Tillsynsatlas");
        properties.getExtendedProperties().setAppVersion("1.0");
        properties.getExtendedProperties().setCompany(publisher);
        properties.getCustomProperties().addProperty("Release", release);
    }
}
