package se.tillsyn.web.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.language.Language;
import tools.jackson.databind.json.JsonMapper;

/** A dataset as search engines read it: schema.org in JSON, safe to stand in a page. */
final class SchemaOrg {

    private static final JsonMapper JSON = new JsonMapper();

    private SchemaOrg() {}

    /** @param site address of the site without a slash at its end */
    static String of(Dataset dataset, Language language, String site) {
        Manifest release = dataset.release();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("@context", "https://schema.org/");
        described.put("@type", "Dataset");
        described.put("@id", site + "/id/dataset/" + dataset.id() + '/' + release.release());
        described.put("name", language.of(dataset.title()));
        described.put("description", language.of(dataset.description()));
        described.put("url", site + "/id/dataset/" + dataset.id());
        described.put("version", release.release());
        described.put("datePublished", release.publishedAt());
        described.put("license", release.licenceUrl());
        described.put("isAccessibleForFree", true);
        described.put("inLanguage", List.of("sv", "en"));
        described.put("creator", organisation(release, language));
        if (!release.periods().isEmpty()) {
            List<String> years = release.periods();
            described.put("temporalCoverage", years.get(0) + "/" + years.get(years.size() - 1));
        }
        described.put(
                "variableMeasured",
                dataset.contents().values().stream()
                        .map(value -> language.of(value.label()))
                        .toList());
        described.put(
                "distribution",
                List.of(
                        download("application/json", new Snippets(dataset, site).address("json-stat2")),
                        download("text/csv", new Snippets(dataset, site).address("csv"))));
        // The text stands within a script element, which it must not be able to end.
        return JSON.writeValueAsString(described).replace("<", "\\u003c");
    }

    private static Map<String, Object> organisation(Manifest release, Language language) {
        Map<String, Object> organisation = new LinkedHashMap<>();
        organisation.put("@type", "GovernmentOrganization");
        organisation.put("name", language.of(release.publisher()));
        organisation.put("email", release.contact());
        return organisation;
    }

    private static Map<String, Object> download(String format, String address) {
        Map<String, Object> download = new LinkedHashMap<>();
        download.put("@type", "DataDownload");
        download.put("encodingFormat", format);
        download.put("contentUrl", address);
        return download;
    }
}
