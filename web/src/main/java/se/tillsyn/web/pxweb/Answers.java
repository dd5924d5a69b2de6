package se.tillsyn.web.pxweb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.dataset.Dataset;
import se.tillsyn.web.dataset.Datasets;
import se.tillsyn.web.dataset.DimensionValue;
import se.tillsyn.web.dataset.Slice;
import se.tillsyn.web.dataset.ValueSet;
import se.tillsyn.web.format.OutputFormat;
import se.tillsyn.web.format.Subject;
import se.tillsyn.web.format.Titles;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.rest.ApiSettings;

/**
 * The answers that hold no data, as the OpenAPI document names their parts.
 *
 * @param base address of the interface
 * @param release asked for by name, to be repeated in links; empty for the one served
 */
record Answers(Language language, String base, String release) {

    private static final String API_VERSION = "2.0.0";

    static Map<String, Object> config(Manifest release, ApiSettings settings) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("apiVersion", API_VERSION);
        config.put("appVersion", release.codeVersion());
        config.put("languages", List.of(pair("id", "sv", "label", "Svenska"), pair("id", "en", "label", "English")));
        config.put("defaultLanguage", Language.SV.code());
        config.put("maxDataCells", settings.maxCells());
        config.put("maxCallsPerTimeWindow", settings.maxCalls());
        config.put("timeWindow", settings.window().toSeconds());
        config.put("license", release.licenceUrl());
        config.put(
                "sourceReferences",
                List.of(
                        pair(
                                "language",
                                "sv",
                                "text",
                                "Källa: " + release.publisher().sv()),
                        pair(
                                "language",
                                "en",
                                "text",
                                "Source: " + release.publisher().en())));
        config.put("defaultDataFormat", OutputFormat.JSON_STAT.code());
        config.put(
                "dataFormats",
                Arrays.stream(OutputFormat.values()).map(OutputFormat::code).toList());
        config.put(
                "features", List.of(feature("CORS", "enabled", "True"), feature("release", "id", release.release())));
        return config;
    }

    private static Map<String, Object> feature(String id, String key, String value) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("id", id);
        feature.put("params", List.of(pair("key", key, "value", value)));
        return feature;
    }

    /** Two properties in their order: the same answer is the same bytes. */
    private static Map<String, String> pair(String first, String one, String second, String other) {
        Map<String, String> pair = new LinkedHashMap<>();
        pair.put(first, one);
        pair.put(second, other);
        return pair;
    }

    /**
     * A page of tables.
     *
     * @param searched parameters by which they were found, to be repeated in links
     */
    Map<String, Object> tables(List<Dataset> found, int page, int size, String searched) {
        int pages = pages(found.size(), size);
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("pageNumber", page);
        info.put("pageSize", size);
        info.put("totalElements", found.size());
        info.put("totalPages", pages);
        String same = searched + "&pageSize=" + size + "&pageNumber=";
        List<Object> links = new ArrayList<>();
        if (page < pages) {
            links.add(link("next", language, "/tables", same + (page + 1)));
        }
        if (page > 1) {
            links.add(link("previous", language, "/tables", same + (page - 1)));
        }
        if (pages > 1) {
            links.add(link("last", language, "/tables", same + pages));
        }
        info.put("links", links);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("language", language.code());
        answer.put(
                "tables",
                found.stream()
                        .skip((page - 1L) * size)
                        .limit(size)
                        .map(this::table)
                        .toList());
        answer.put("page", info);
        answer.put("links", List.of(link("self", language, "/tables", same + page)));
        return answer;
    }

    /** Pages that so many tables fill; an empty one when there are none. */
    static int pages(int tables, int size) {
        return (int) Math.max(1, ((long) tables + size - 1) / size);
    }

    /** One table, with its language. */
    Map<String, Object> tableAlone(Dataset dataset) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("language", language.code());
        answer.putAll(table(dataset));
        return answer;
    }

    private Map<String, Object> table(Dataset dataset) {
        Map<String, Object> table = new LinkedHashMap<>();
        String path = "/tables/" + dataset.id();
        table.put("id", dataset.id());
        table.put("label", Titles.of(dataset, language));
        table.put("description", language.of(dataset.description()));
        table.put("sortCode", dataset.id());
        table.put("updated", dataset.release().publishedAt());
        table.put("firstPeriod", dataset.time().values().get(0).code());
        table.put(
                "lastPeriod",
                dataset.time().values().get(dataset.time().size() - 1).code());
        table.put("category", "public");
        table.put(
                "variableNames",
                dataset.dimensions().stream()
                        .map(dimension -> language.of(dimension.label()))
                        .toList());
        table.put("discontinued", false);
        table.put("source", language.of(dataset.release().publisher()));
        table.put("subjectCode", Subject.CODE);
        table.put(
                "timeUnit",
                switch (dataset.timeUnit()) {
                    case YEAR -> "Annual";
                    case QUARTER -> "Quarterly";
                    case WHOLE -> "Other";
                });
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", Subject.CODE);
        subject.put("label", language.of(Subject.name()));
        subject.put("sortCode", Subject.CODE);
        table.put("paths", List.of(List.of(subject)));
        table.put("release", dataset.release().release());
        table.put(
                "links",
                List.of(
                        link("self", language, path, ""),
                        link("alternate", language.other(), path, ""),
                        link("metadata", language, path + "/metadata", ""),
                        link("data", language, path + "/data", "&outputFormat=json-stat2")));
        return table;
    }

    /**
     * What a slice selects, expressions told as the codes that they select.
     *
     * @param path of the answer
     */
    Map<String, Object> selection(Slice slice, String path) {
        List<Object> selection = new ArrayList<>();
        for (Slice.Part part : slice.parts()) {
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                codes.add(part.value(i).code());
            }
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("variableCode", part.dimension().code());
            variable.put("valueCodes", codes);
            // The OpenAPI document describes "valueCodes" and demands "values"; both are given.
            variable.put("values", codes);
            selection.add(variable);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("language", language.code());
        answer.put("selection", selection);
        Map<String, Object> placement = new LinkedHashMap<>();
        placement.put("heading", codes(slice.heading()));
        placement.put("stub", codes(slice.stub()));
        answer.put("placement", placement);
        answer.put("links", List.of(link("self", language, path, "")));
        return answer;
    }

    private static List<String> codes(List<Slice.Part> parts) {
        return parts.stream().map(part -> part.dimension().code()).toList();
    }

    /** A query under the identifier that stands for it. */
    Map<String, Object> savedQuery(SavedQuery query) {
        String path = "/savedqueries/" + query.id();
        Map<String, Object> saved = new LinkedHashMap<>();
        saved.put("id", query.id());
        saved.putAll(query.json());
        saved.put("language", language.code());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("language", language.code());
        answer.put("id", query.id());
        answer.put("savedQuery", saved);
        answer.put(
                "links",
                List.of(
                        link("self", language, path, ""),
                        link("data", language, path + "/data", ""),
                        link("selection", language, path + "/selection", "")));
        return answer;
    }

    /** A list of values. */
    Map<String, Object> codelist(ValueSet set, Datasets datasets) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", set.id());
        answer.put("label", language.of(set.label()));
        answer.put("language", language.code());
        answer.put("languages", List.of("sv", "en"));
        answer.put("elimination", false);
        answer.put("type", "Valueset");
        answer.put("values", set.values().stream().map(this::value).toList());
        answer.put("release", datasets.release().release());
        answer.put(
                "links",
                List.of(
                        link("self", language, "/codelists/" + set.id(), ""),
                        link("alternate", language.other(), "/codelists/" + set.id(), "")));
        return answer;
    }

    private Map<String, Object> value(DimensionValue value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", value.code());
        answer.put("label", language.of(value.label()));
        answer.put("valueMap", List.of(value.code()));
        return answer;
    }

    private Map<String, Object> link(String relation, Language in, String path, String parameters) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", relation);
        link.put("hreflang", in.code());
        String named = release.isEmpty() ? "" : "&release=" + release;
        link.put("href", base + path + "?lang=" + in.code() + parameters + named);
        return link;
    }
}
