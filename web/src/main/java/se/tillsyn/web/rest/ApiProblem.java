package se.tillsyn.web.rest;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A call that cannot be answered, told as RFC 9457. Names codes of the release and of this site, never what was sent. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String kind;

    /**
     * @param kind short name of the fault, words parted by {@code -}
     * @param detail what was expected and what was found
     */
    public ApiProblem(HttpStatus status, String kind, String detail) {
        super(detail);
        this.status = status;
        this.kind = kind;
    }

    public static ApiProblem badRequest(String kind, String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, kind, detail);
    }

    public static ApiProblem notFound(String kind, String detail) {
        return new ApiProblem(HttpStatus.NOT_FOUND, kind, detail);
    }

    public HttpStatus status() {
        return status;
    }

    public String kind() {
        return kind;
    }

    public String title() {
        String words = kind.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
