package se.tillsyn.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes faults as {@code application/problem+json}. */
@Component
public final class Problems {

    /** What may be done where nothing is posted. */
    public static final String ALLOW = "GET, HEAD, OPTIONS";

    private static final JsonMapper JSON = new JsonMapper();

    private final Addresses addresses;

    Problems(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Answers a call with what is wrong with it. Nothing of it may be kept by a cache. */
    public void answer(ApiProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        String site = addresses.site(request);
        body.put("type", site + "/api/v1/problems/" + problem.kind());
        body.put("title", problem.title());
        body.put("status", problem.status().value());
        body.put(
                "detail",
                ProblemAdvice.of(problem.kind())
                        .map(advice -> problem.detail() + ' ' + advice)
                        .orElseGet(problem::detail));
        body.put(
                "instance",
                site + "/api/v1/problems/" + problem.kind() + "#"
                        + problem.status().value());
        response.setStatus(problem.status().value());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Language", "en");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    /** The problem of a status that no part of an interface has told of more closely. */
    public static ApiProblem of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                ApiProblem.badRequest("malformed-address", "Path: expected an address of this interface, found none.");
            case NOT_FOUND ->
                ApiProblem.notFound("unknown-address", "Path: expected an address of this interface, found another.");
            case METHOD_NOT_ALLOWED ->
                new ApiProblem(status, "method-not-allowed", "Method: expected one that Allow names, found another.");
            default ->
                status.is4xxClientError()
                        ? new ApiProblem(
                                status,
                                "refused-call",
                                "Expected a call that can be read, found one that was refused unread.")
                        : new ApiProblem(status, "internal-fault", "The call failed for a reason of this site's own.");
        };
    }
}
