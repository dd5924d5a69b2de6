package se.tillsyn.web.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.tillsyn.web.http.ApiPaths;
import se.tillsyn.web.http.CrossOrigin;
import se.tillsyn.web.http.SecurityHeaders;
import se.tillsyn.web.language.Dictionary;
import se.tillsyn.web.language.Language;
import se.tillsyn.web.language.Texts;
import se.tillsyn.web.rest.ApiProblem;
import se.tillsyn.web.rest.Problems;

/**
 * Answers requests that the server refuses before any part of this program sees them: as a problem below {@code /api}, in
 * plain words elsewhere, and never with anything that was sent. An address that the server could not read to its end – too
 * long, or with raw letters outside ASCII, which no browser sends – is answered as a problem, since nobody knows what it asked
 * for.
 */
final class UnreadRequests extends ErrorReportValve {

    /** What the server says of a request that does not fit into its buffer; it has no status of its own for that. */
    private static final String TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private final Problems problems;
    private final Dictionary dictionary;

    UnreadRequests(Problems problems, Dictionary dictionary) {
        this.problems = problems;
        this.dictionary = dictionary;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !open.get()) {
            return;
        }
        SecurityHeaders.protect(response);
        String path = request.getRequestURI();
        try {
            if (path == null || ApiPaths.contain(path)) {
                CrossOrigin.open(response);
                problems.answer(problem(path, response.getStatus(), fault), request, response);
            } else {
                plain(path, response, fault);
            }
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plain(String path, Response response, @Nullable Throwable fault) throws IOException {
        Texts texts = dictionary.of(Language.ofPath(path));
        if (isTooLarge(fault)) {
            response.setStatus(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value());
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((texts.of("error.unread") + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ApiProblem problem(@Nullable String path, int code, @Nullable Throwable fault) {
        if (isTooLarge(fault)) {
            return path == null
                    ? new ApiProblem(
                            HttpStatus.URI_TOO_LONG,
                            "address-too-long",
                            "Expected an address of at most 16 000 bytes, found a longer one.")
                    : new ApiProblem(
                            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                            "headers-too-long",
                            "Expected an address and headers of at most 16 000 bytes together, found more.");
        }
        HttpStatus status = HttpStatus.resolve(code);
        return status == null || status == HttpStatus.BAD_REQUEST
                ? ApiProblem.badRequest(
                        "malformed-request",
                        "Expected a request as HTTP describes it, with an address in which bytes outside ASCII are"
                                + " percent-encoded as UTF-8, found something else.")
                : Problems.of(status);
    }

    private static boolean isTooLarge(@Nullable Throwable fault) {
        return fault != null && TOO_LARGE.equals(fault.getMessage());
    }
}
