package se.tillsyn.web.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.language.Language;

/**
 * How a release is cited.
 *
 * @param address persistent address of the release
 */
record Citation(Manifest release, String address) {

    private String title() {
        return title(Language.EN);
    }

    private String title(Language language) {
        String what = language == Language.SV ? ", utgåva " : ", release ";
        return language.of(release.name()) + what + release.release() + synthetic(language);
    }

    private String synthetic(Language language) {
        return release.synthetic() ? language == Language.SV ? " (syntetiska uppgifter)" : " (synthetic data)" : "";
    }

    private String day() {
        return release.publishedAt().substring(0, 10);
    }

    private String year() {
        return release.publishedAt().substring(0, 4);
    }

    /** {@code CITATION.cff}, version 1.2.0. */
    String cff() {
        return "cff-version: 1.2.0\n"
                + "message: " + quoted("Cite the release that the figures come from.") + '\n'
                + "type: dataset\n"
                + "title: " + quoted(title()) + '\n'
                + "authors:\n"
                + "  - name: " + quoted(release.publisher().en()) + '\n'
                + "version: " + quoted(release.release()) + '\n'
                + "date-released: " + quoted(day()) + '\n'
                + "license: " + quoted(release.licence()) + '\n'
                + "url: " + quoted(address) + '\n';
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    String bibTex() {
        return "@misc{tillsynsatlas-" + release.release() + ",\n"
                + "  author = {{" + braced(release.publisher().en()) + "}},\n"
                + "  title = {" + braced(title()) + "},\n"
                + "  year = {" + year() + "},\n"
                + "  version = {" + release.release() + "},\n"
                + "  url = {" + address + "}\n"
                + "}\n";
    }

    private static String braced(String text) {
        return text.replaceAll("[{}\\\\]", " ").replaceAll("([%&#_$])", "\\\\$1");
    }

    String ris() {
        return "TY  - DATA\r\n"
                + "AU  - " + release.publisher().en() + "\r\n"
                + "TI  - " + title() + "\r\n"
                + "PY  - " + year() + "\r\n"
                + "DA  - " + day().replace('-', '/') + "\r\n"
                + "ET  - " + release.release() + "\r\n"
                + "UR  - " + address + "\r\n"
                + "ER  - \r\n";
    }

    /** Metadata by the schema of DataCite, version 4, for the one who gives the release an identifier of its own. */
    Map<String, Object> dataCite() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("schemaVersion", "http://datacite.org/schema/kernel-4");
        record.put("url", address);
        record.put("types", ordered("resourceTypeGeneral", "Dataset", "resourceType", "Statistical tables"));
        record.put("creators", List.of(ordered("name", release.publisher().en(), "nameType", "Organizational")));
        Map<String, Object> other = ordered("title", title(Language.SV), "lang", "sv");
        other.put("titleType", "TranslatedTitle");
        record.put("titles", List.of(ordered("title", title(), "lang", "en"), other));
        record.put("publisher", Map.of("name", release.publisher().en()));
        record.put("publicationYear", year());
        record.put("dates", List.of(ordered("date", day(), "dateType", "Issued")));
        record.put("version", release.release());
        record.put("language", "sv");
        record.put(
                "rightsList",
                List.of(ordered("rightsIdentifier", release.licence(), "rightsUri", release.licenceUrl())));
        record.put("descriptions", List.of(description(Language.EN), description(Language.SV)));
        return record;
    }

    private Map<String, Object> description(Language language) {
        Map<String, Object> description =
                ordered("description", language.of(release.disclaimer()), "descriptionType", "Other");
        description.put("lang", language.code());
        return description;
    }

    private static Map<String, Object> ordered(String first, String one, String second, String other) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(first, one);
        ordered.put(second, other);
        return ordered;
    }
}
