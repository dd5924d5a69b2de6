package se.tillsyn.web.pxweb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import se.tillsyn.web.rest.ApiProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A query that a client wants to ask again. Its identifier is the query itself, packed, so that nothing is kept: whoever has
 * the address has the query, for as long as tables and codes have their names, and nobody can fill the site.
 *
 * @param tableId as it was sent
 * @param language as it was sent; empty for the usual one
 * @param format as it was sent; empty for the usual one
 * @param formatParams words of the format
 */
record SavedQuery(String tableId, String language, String format, List<String> formatParams, DataRequest request) {

    /** Longer ones would not fit into an address with what stands around them. */
    private static final int LONGEST_ID = 8_000;

    /** What a packed query may become, however small it was made. */
    private static final int LONGEST_QUERY = 200_000;

    private static final JsonMapper JSON = new JsonMapper();

    SavedQuery {
        formatParams = List.copyOf(formatParams);
    }

    /**
     * A query as a client sends it.
     *
     * @throws ApiProblem when it is none, or names no table
     */
    static SavedQuery of(byte[] body) {
        try {
            JsonNode query = JSON.readTree(body);
            String table = DataRequests.property(query, "tableid").asString("");
            if (table.isBlank()) {
                throw malformed();
            }
            return new SavedQuery(
                    table,
                    DataRequests.property(query, "language").asString(""),
                    DataRequests.property(query, "outputformat").asString(""),
                    DataRequests.texts(DataRequests.property(query, "outputformatparams")),
                    DataRequests.of(DataRequests.property(query, "selection")));
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    /** The query that an identifier stands for; empty when it stands for none. */
    static Optional<SavedQuery> ofId(String id) {
        if (id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater(true);
        try (InputStream packed =
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode(id));
                InputStream query = new InflaterInputStream(packed, inflater)) {
            byte[] body = query.readNBytes(LONGEST_QUERY + 1);
            return body.length > LONGEST_QUERY ? Optional.empty() : Optional.of(of(body));
        } catch (IllegalArgumentException | IOException | ApiProblem e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /**
     * What it is asked for again by: letters that an address takes as they are.
     *
     * @throws ApiProblem when it is too long for an address
     */
    String id() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater smallest = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (OutputStream out = new DeflaterOutputStream(packed, smallest)) {
            out.write(JSON.writeValueAsBytes(json()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            smallest.end();
        }
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        if (id.length() > LONGEST_ID) {
            throw ApiProblem.badRequest(
                    "query-too-long", "Body: expected a query that fits into an address, found a longer one.");
        }
        return id;
    }

    /** What a call says that says nothing else, by parameter in small letters. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("lang", language);
        parameters.put("outputformat", format);
        parameters.put("outputformatparams", String.join(",", formatParams));
        parameters.values().removeIf(String::isBlank);
        return parameters;
    }

    /** The query as clients send it. */
    Map<String, Object> json() {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("tableId", tableId);
        query.put("language", language);
        if (!format.isEmpty()) {
            query.put("outputFormat", format);
        }
        if (!formatParams.isEmpty()) {
            query.put("outputFormatParams", formatParams);
        }
        List<Object> variables = new ArrayList<>();
        request.values().forEach((code, values) -> {
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("variableCode", code);
            if (request.valueSets().containsKey(code)) {
                variable.put("codelist", request.valueSets().get(code));
            }
            variable.put("valueCodes", values);
            // The OpenAPI document describes "valueCodes" and demands "values"; both are given.
            variable.put("values", values);
            variables.add(variable);
        });
        Map<String, Object> selection = new LinkedHashMap<>();
        selection.put("selection", variables);
        if (!request.heading().isEmpty() || !request.stub().isEmpty()) {
            Map<String, Object> placement = new LinkedHashMap<>();
            placement.put("heading", request.heading());
            placement.put("stub", request.stub());
            selection.put("placement", placement);
        }
        query.put("selection", selection);
        return query;
    }

    private static ApiProblem malformed() {
        return ApiProblem.badRequest(
                "malformed-query",
                "Body: expected {\"tableId\":\"…\",\"language\":\"…\",\"selection\":{\"selection\":[…]}} as JSON in UTF-8,"
                        + " found something else.");
    }
}
