package se.tillsyn.ingest.layout;

/** A layout that cannot be used: what was expected, what was found, under which key. */
public final class LayoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LayoutException(String message) {
        super(message);
    }

    LayoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
