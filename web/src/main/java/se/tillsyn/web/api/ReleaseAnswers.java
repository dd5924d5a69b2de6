package se.tillsyn.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.tillsyn.analytics.release.LocalText;
import se.tillsyn.analytics.release.Manifest;
import se.tillsyn.web.release.Region;
import tools.jackson.databind.JsonNode;

/**
 * Answers of the interface as ordered properties in camelCase.
 *
 * @param site address of the site
 */
record ReleaseAnswers(String site) {

    Map<String, Object> summary(Manifest manifest, boolean served) {
        Map<String, Object> release = new LinkedHashMap<>();
        release.put("release", manifest.release());
        release.put("sequence", manifest.sequence());
        release.put("publishedAt", manifest.publishedAt());
        if (manifest.predecessor() != null) {
            release.put("predecessor", manifest.predecessor());
        }
        release.put("served", served);
        release.put("synthetic", manifest.synthetic());
        release.put("license", manifest.licence());
        release.put("href", site + "/api/v1/releases/" + manifest.release());
        return release;
    }

    Map<String, Object> whole(Manifest manifest, boolean served) {
        Map<String, Object> release = summary(manifest, served);
        release.put("name", text(manifest.name()));
        release.put("publisher", text(manifest.publisher()));
        release.put("contact", manifest.contact());
        release.put("licenseUrl", manifest.licenceUrl());
        release.put("disclaimer", text(manifest.disclaimer()));
        release.put("codeVersion", manifest.codeVersion());
        release.put("methodVersion", manifest.methodVersion());
        release.put("levels", manifest.levels());
        release.put("periods", manifest.periods());
        release.put("notes", manifest.notes().stream().map(ReleaseAnswers::text).toList());
        List<Object> files = new ArrayList<>();
        for (Manifest.PublishedFile file : manifest.files()) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("path", file.path());
            described.put("bytes", file.bytes());
            described.put("sha256", file.sha256());
            if (file.rows() != null) {
                described.put("rows", file.rows());
            }
            described.put("href", site + "/releases/" + manifest.release() + '/' + file.path());
            files.add(described);
        }
        release.put("files", files);
        return release;
    }

    Map<String, Object> region(Region region) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", region.code());
        answer.put("name", text(region.name()));
        answer.put("level", region.level());
        if (!region.parent().isEmpty()) {
            answer.put("parent", region.parent());
        }
        if (!region.successor().isEmpty()) {
            answer.put("successor", region.successor());
        }
        return answer;
    }

    static Map<String, Object> text(LocalText text) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sv", text.sv());
        answer.put("en", text.en());
        return answer;
    }

    /** A document of the release with its names in camelCase; what is {@code null} there is left out. */
    static Object camelCase(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                if (!property.getValue().isNull()) {
                    object.put(camelCase(property.getKey()), camelCase(property.getValue()));
                }
            }
            return object;
        }
        if (node.isArray()) {
            List<Object> array = new ArrayList<>();
            node.forEach(element -> array.add(camelCase(element)));
            return array;
        }
        return node;
    }

    /** {@code min_cases} and {@code NOT_AVAILABLE} as {@code minCases} and {@code notAvailable}. */
    static String camelCase(String name) {
        String lower = name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        StringBuilder camel = new StringBuilder();
        for (String word : lower.split("_")) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
