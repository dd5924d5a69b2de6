package se.tillsyn.web.pxweb;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import se.tillsyn.web.rest.ApiProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests for data, from an address or from a body. */
final class DataRequests {

    private static final Pattern NAMED = Pattern.compile("(?i)(valuecodes|codelist)\\[(.+)]");
    /** What begins as one of these and names no variable; nothing that a client would send for another end. */
    private static final Pattern UNNAMED = Pattern.compile("(?i)(valuecodes|codelist\\[|codelist$).*");

    private static final Pattern JSON_TYPE =
            Pattern.compile("(?i)\\s*(application|text)/([a-z0-9.-]+\\+)?json\\s*(;.*)?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_BODY = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    private DataRequests() {}

    static DataRequest ofAddress(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> lists = new LinkedHashMap<>();
        List<String> stub = new ArrayList<>();
        List<String> heading = new ArrayList<>();
        request.getParameterMap().forEach((name, sent) -> {
            Matcher named = NAMED.matcher(name);
            String lower = name.toLowerCase(Locale.ROOT);
            for (String text : sent) {
                if (!named.matches() && UNNAMED.matcher(name).matches() && !text.isBlank()) {
                    throw ApiProblem.badRequest(
                            "malformed-parameter",
                            "Parameters: expected valueCodes[VARIABLE]=… or codelist[VARIABLE]=…, found one without a variable.");
                }
                if (named.matches() && named.group(1).equalsIgnoreCase("codelist")) {
                    if (!text.isBlank()) {
                        lists.put(named.group(2), text.strip());
                    }
                } else if (named.matches()) {
                    values.computeIfAbsent(named.group(2), code -> new ArrayList<>())
                            .addAll(parts(text));
                } else if (lower.equals("stub")) {
                    stub.addAll(words(text));
                } else if (lower.equals("heading")) {
                    heading.addAll(words(text));
                }
            }
        });
        return new DataRequest(values, lists, stub, heading);
    }

    /** Parts between commas without blanks around them; see {@link #parts}. */
    static List<String> separated(String text) {
        return parts(text).stream().map(String::strip).toList();
    }

    /** Parts between commas, but for commas within brackets or parentheses; none for an empty text. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (i == text.length() || (c == ',' && depth == 0)) {
                if (!text.substring(start, i).isBlank()) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    /** Words between commas, alone or all together with or without brackets around. */
    static List<String> words(String text) {
        return separated(text).stream()
                .flatMap(part -> separated(SelectionExpression.unbracketed(part)).stream())
                .toList();
    }

    /**
     * The body of a call.
     *
     * @throws ApiProblem when it is no JSON, or too long
     */
    static byte[] body(HttpServletRequest request) throws IOException {
        // What a form sends the server has read as parameters: its body would look empty.
        String type = request.getContentType();
        if (type != null && !JSON_TYPE.matcher(type).matches()) {
            throw new ApiProblem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    "Header Content-Type: expected application/json, found another type.");
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new ApiProblem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-long",
                    "Body: expected at most 1 000 000 bytes, found more.");
        }
        return body;
    }

    /**
     * A request in a body and the lists of values that its address names: R's pxweb sends them there. A list in the body
     * goes before one of the address for the same variable.
     */
    static DataRequest ofBody(byte[] body, HttpServletRequest request) {
        DataRequest sent = ofBody(body);
        Map<String, String> lists = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> {
            Matcher named = NAMED.matcher(name);
            if (named.matches() && named.group(1).equalsIgnoreCase("codelist") && !texts[0].isBlank()) {
                lists.put(named.group(2), texts[0].strip());
            }
        });
        lists.putAll(sent.valueSets());
        return new DataRequest(sent.values(), lists, sent.stub(), sent.heading());
    }

    /** A request in a body; an empty one, or a null, asks for the usual selection. */
    private static DataRequest ofBody(byte[] body) {
        if (new String(body, StandardCharsets.UTF_8)
                .replace(BYTE_ORDER_MARK, "")
                .isBlank()) {
            return new DataRequest(Map.of(), Map.of(), List.of(), List.of());
        }
        try {
            return of(JSON.readTree(body));
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    /**
     * A request as JSON; null, or one that is not there, asks for the usual selection.
     *
     * @throws ApiProblem when it is something else
     */
    static DataRequest of(JsonNode body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> lists = new LinkedHashMap<>();
        if (body.isNull() || body.isMissingNode()) {
            return new DataRequest(Map.of(), Map.of(), List.of(), List.of());
        }
        JsonNode selection = property(body, "selection");
        if (!body.isObject() || !(selection.isArray() || selection.isMissingNode() || selection.isNull())) {
            throw malformed();
        }
        for (JsonNode variable : selection) {
            String code = property(variable, "variablecode").asString("");
            if (code.isEmpty()) {
                throw malformed();
            }
            JsonNode codes = property(variable, "valuecodes");
            values.computeIfAbsent(code, named -> new ArrayList<>())
                    .addAll(texts(codes.isMissingNode() || codes.isNull() ? property(variable, "values") : codes));
            String list = property(variable, "codelist").asString("");
            if (!list.isEmpty()) {
                lists.put(code, list);
            }
        }
        JsonNode placement = property(body, "placement");
        if (!(placement.isObject() || placement.isMissingNode() || placement.isNull())) {
            throw malformed();
        }
        return new DataRequest(
                values, lists, texts(property(placement, "stub")), texts(property(placement, "heading")));
    }

    /** A property by its name in any letters' case, {@code name} being in small ones. */
    static JsonNode property(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (property.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                return property.getValue();
            }
        }
        return object.path("");
    }

    /** Texts of an array; none of one that is not there. A code may be sent as a number. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (!array.isArray() && !array.isMissingNode() && !array.isNull()) {
            throw malformed();
        }
        for (JsonNode text : array) {
            if (!text.isString() && !text.isIntegralNumber()) {
                throw malformed();
            }
            texts.add(text.asString().strip());
        }
        return texts;
    }

    private static ApiProblem malformed() {
        return ApiProblem.badRequest(
                "malformed-body",
                "Body: expected {\"selection\":[{\"variableCode\":\"…\",\"valueCodes\":[\"…\"]}]} as JSON in UTF-8, found"
                        + " something else.");
    }
}
