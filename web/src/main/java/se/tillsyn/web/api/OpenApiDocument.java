package se.tillsyn.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
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
