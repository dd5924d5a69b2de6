package se.tillsyn.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.tillsyn.analytics.release.LocalText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document of {@code /api/v1}; the site's own address stands in it where it is served. */
@Component
final class OpenApiDocument {

    private static final String PLACE = "https://atlas.example";

    private final String document;

    OpenApiDocument() {
        try (InputStream in =
                Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream("/openapi/atlas-v1.json"))) {
            document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] at(String site) {
        return document.replace(PLACE, site).getBytes(StandardCharsets.UTF_8);
    }

    /** What each of its addresses answers, in its order. */
    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                new JsonMapper().readTree(document).path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            List<ApiOperation.Parameter> parameters = new ArrayList<>();
            for (JsonNode parameter : get.path("parameters")) {
                parameters.add(new ApiOperation.Parameter(
                        parameter.path("name").asString(),
                        text(parameter),
                        parameter.path("in").asString().equals("path")));
            }
            operations.add(new ApiOperation(get.path("operationId").asString(), path.getKey(), text(get), parameters));
        }
        return operations;
    }

    /** A description, English before Swedish, as the national profile wants both in one. */
    private static LocalText text(JsonNode described) {
        String both = described.path("description").asString();
        int between = both.lastIndexOf(" / ");
        return new LocalText(both.substring(between + 3), both.substring(0, between));
    }

    /** The resource {@code api-info} of the national profile. */
    Map<String, Object> info(String site) {
        JsonNode info = new JsonMapper().readTree(document).path("info");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("apiName", info.path("title").asString());
        answer.put("apiVersion", info.path("version").asString());
        answer.put("apiReleased", info.path("x-released").asString());
        answer.put("apiDocumentation", site + "/api/v1/openapi.json");
        answer.put("apiStatus", "active");
        return answer;
    }
}
